"""The application came in by a channel that the call accepts."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import Channel
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import clean, listed
from ami_cli.rules.engine.rule import Finding, Rule, met, not_met, to_verify
from ami_cli.rules.engine.ways import Way, ways

PAGE = RulePage(
    name="wrong-channel",
    about="application",
    title=Words(fr="Reçue par une autre voie", en="Received through another channel"),
    checks=Words(
        fr="L’adresse, le portail ou la voie postale par où la candidature est arrivée est l’une de celles que l’appel accepte.",
        en="The address, portal or postal way through which the application came is one that the call accepts.",
    ),
    why=Words(
        fr="Une candidature envoyée ailleurs peut rester inconnue de qui doit l’ouvrir, et l’appel l’exclut souvent.",
        en="An application sent elsewhere may stay unknown to those who have to open it, and calls often exclude it.",
    ),
    example=Words(
        fr="L’appel n’accepte que candidatures@exemple.org : une candidature déposée à l’accueil n’est pas recevable.",
        en="The call only accepts applications@example.org: an application handed in at the desk is not admissible.",
    ),
    remedy=Words(
        fr="Vérifiez par où la candidature est arrivée et notez-le dans application.yaml (channel, address) ; pour "
        "l’admettre quand même, accordez une dérogation : ami settle … --waive.",
        en="Check through which channel the application came and note it in application.yaml (channel, address); to "
        "admit it all the same, give a waiver: ami settle … --waive.",
    ),
)

_NAMES = {
    "email": Words(fr="courriel", en="e-mail"),
    "portal": Words(fr="portail", en="portal"),
    "paper": Words(fr="courrier ou dépôt", en="post or hand delivery"),
}


def check(case: Case) -> Iterator[Finding]:
    """Compare the ways in that are known with those the call accepts at this stage."""
    terms = case.call.application.channels
    accepted = tuple(channel for channel in terms.accepted if channel.stage in {None, case.stage})
    if not accepted:
        return
    known = ways(case)
    typed = not case.application.deliveries  # a header may name an alias, or only the sender, who wrote to us in blind copy
    judged = _every(accepted, known) if terms.rule == "all" else _some(accepted, known, typed=typed)
    yield judged.about(None, clauses.channels(case.call, accepted))


def _some(accepted: tuple[Channel, ...], known: tuple[Way, ...], *, typed: bool = False) -> Finding:
    good = next((way for way in known for channel in accepted if _same(way, channel)), None)
    if good is not None:
        return met(f"reçue par {_named(good).fr}", f"received through {_named(good).en}", Evidence(quote=str(good)))
    shown = tuple(Evidence(quote=str(way)) for way in known)
    if not known:
        return to_verify("on ne sait pas par quelle voie la candidature est arrivée", "it is not known how the application came in")
    names = listed(map(str, known), "/")
    if all(_surely_other(way, channel, typed=typed) for way in known for channel in accepted):
        return not_met(f"reçue par une autre voie : {names}", f"received through another channel: {names}", *shown)
    return to_verify(
        f"voie à reconnaître : {names} (un alias, un transfert ou une adresse de la même organisation ?)",
        f"channel to be recognised: {names} (an alias, a forward or an address of the same organisation?)",
        *shown,
    )


def _every(accepted: tuple[Channel, ...], known: tuple[Way, ...]) -> Finding:
    missing = [clean(c.address, 120) for c in accepted if not any(_same(way, c) and way.address is not None for way in known)]
    shown = tuple(Evidence(quote=str(way)) for way in known)
    if not missing:
        return met("reçue par toutes les voies demandées", "received through all channels asked for", *shown)
    if len(missing) == len(accepted):
        return _some(accepted, known)
    return to_verify(
        f"arrivée non constatée ici par : {listed(missing, 'et')}",
        f"arrival not seen here through: {listed(missing, 'and')}",
        *shown,
    )


def _same(way: Way, channel: Channel) -> bool:
    if way.kind != channel.kind:
        return False
    return way.address is None or channel.kind == "paper" or _folded(way.address) == _folded(channel.address)


def _surely_other(way: Way, channel: Channel, *, typed: bool) -> bool:
    """Return whether a way in is certainly not an accepted one: of another kind, or typed by a person with another domain."""
    if way.kind != channel.kind:
        return way.kind in _NAMES
    return typed and _domain(way.address or "") != _domain(channel.address)


def _folded(address: str) -> str:
    bare = address.strip().lower().removeprefix("mailto:").strip("<> ")
    return bare.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _domain(address: str) -> str:
    folded = _folded(address)
    return folded.rpartition("@")[2] if "@" in folded else folded.split("/", 1)[0]


def _named(way: Way) -> Words:
    name = _NAMES.get(way.kind or "", Words(fr="?", en="?"))
    return Words(fr=f"{name.fr} ({way})", en=f"{name.en} ({way})") if way.address else name


RULE = Rule(PAGE, check)
