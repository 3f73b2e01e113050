"""The message has the subject that the call asks for."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.subjects import Match, closest
from ami_cli.models.text import TO_BE_SET, Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import clean, count
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, to_verify
from ami_cli.rules.engine.ways import ways

PAGE = RulePage(
    name="wrong-subject",
    about="application",
    title=Words(fr="Objet du message", en="Subject of the message"),
    checks=Words(
        fr="L’objet du message est l’un de ceux que l’appel demande, sans égard aux majuscules, accents, tirets, guillemets, "
        "espaces ni aux Re:, Fwd:, TR:, Réf:.",
        en="The subject of the message is one that the call asks for, whatever the case, accents, dashes, quotes, spaces or a "
        "leading Re:, Fwd:, TR:, Réf:.",
    ),
    why=Words(
        fr="L’objet sert à trier les messages. Une candidature n’est jamais écartée pour son seul objet : au pire, une "
        "personne vérifie.",
        en="The subject serves to sort messages. An application is never rejected on its subject alone: at worst, a person looks.",
    ),
    example=Words(
        fr="« RE : capitalisation – mna nantes – france » vaut « Capitalisation / MNA Nantes / France ».",
        en="“RE: capitalisation – mna nantes – france” is as good as “Capitalisation / MNA Nantes / France”.",
    ),
    remedy=Words(
        fr="Lisez le message : s’il s’agit bien de cet appel, écartez le point, pour tous de même : ami settle … --waive.",
        en="Read the message: if it is about this call, set the point aside, alike for everyone: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the subjects received with those asked for at this stage."""
    channels = case.call.application.channels.accepted
    asked = tuple(s for c in channels if c.stage in {None, case.stage} for s in c.subjects if s != TO_BE_SET)
    if not asked:
        return
    clause = clauses.subjects(asked)
    kinds = {way.kind for way in ways(case)}
    if kinds and "email" not in kinds:
        yield not_applicable("la candidature n’est pas arrivée par courriel", "the application did not come by e-mail").about(
            None, clause
        )
        return
    yield _judged(_received(case), asked).about(None, clause)


def _received(case: Case) -> tuple[str, ...]:
    application = case.application
    every = (application.subject, *(delivery.subject for delivery in application.deliveries))
    return tuple(dict.fromkeys(subject for subject in every if subject is not None))


def _judged(received: tuple[str, ...], asked: tuple[str, ...]) -> Finding:
    if not received:
        return to_verify("objet du message inconnu", "subject of the message unknown")
    matches = [(subject, match) for subject in received if (match := closest(subject, asked)) is not None]
    ranks = ("same", "within", "near", "other")
    subject, match = min(matches, key=lambda pair: (ranks.index(pair[1].likeness), pair[1].distance))
    shown = Evidence(quote=clean(subject))
    if match.likeness == "same":
        return met("objet conforme", "subject as asked", shown)
    if match.likeness == "within":
        return met("objet conforme, avec d’autres mots autour", "subject as asked, with other words around it", shown)
    return _different(subject, match, shown)


def _different(subject: str, match: Match, shown: Evidence) -> Finding:
    if not subject.strip():
        return to_verify("message sans objet", "message without a subject", shown)
    near = match.likeness == "near"
    fr, en = ("presque conforme", "almost as asked") if near else ("différent de celui demandé", "not the one asked for")
    far_fr = count(match.distance, "lettre d’écart", "lettres d’écart", french=True)
    far_en = f"{count(match.distance, 'letter')} apart"
    name = clean(subject, 120)
    return to_verify(f"objet {fr} : « {name} » ({far_fr})", f"subject {en}: “{name}” ({far_en})", shown)


RULE = Rule(PAGE, check)
