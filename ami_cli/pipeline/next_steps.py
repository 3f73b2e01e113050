"""What to do next for a call, in one sentence."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from ami_cli import selection
from ami_cli.models.calendar import Stage, in_utc
from ami_cli.models.call import Call
from ami_cli.models.standing import Decided, Letters, Phase, Received
from ami_cli.models.text import Words
from ami_cli.pipeline.owing import Owed
from ami_cli.pipeline.staged import flag, staged


class Seen(NamedTuple):
    """What is known of a call."""

    call: Call
    stage: Stage
    closes: datetime | None
    received: Received
    decided: Decided | None
    letters: Letters
    completing_until: datetime | None = None
    """The delay of the request to complete that is open."""
    owed: Sequence[Owed] = ()
    """The letters that are to be written."""
    may_complete: bool = False
    """Somebody has a point that can be put right, and nobody was asked to yet."""
    judged: bool = True
    """The committee has written something of the applications."""


def unusable(mistakes: int) -> Words:
    """Return what to do about a call whose file is wrong."""
    return Words(
        fr=f"Corrigez le fichier ({mistakes} erreur{'s' if mistakes > 1 else ''}) : ami validate les montre.",
        en=f"Correct the file ({mistakes} mistake{'' if mistakes == 1 else 's'}): ami validate shows them.",
    )


def after(seen: Seen, now: datetime) -> tuple[Phase, Words]:
    """Return how far the call is, and what to do next."""
    if seen.closes is None:
        return "preparing", NO_DEADLINE
    if seen.letters.unknown:
        return "writing", UNKNOWN
    if seen.completing_until is not None:
        return "completing", _completing(seen, seen.completing_until, now)
    if seen.owed:
        return "writing", _to_write(seen)
    return _until_the_decision(seen, is_open=in_utc(now) <= in_utc(seen.closes))


def _until_the_decision(seen: Seen, *, is_open: bool) -> tuple[Phase, Words]:
    if seen.letters.waiting:
        return "open" if is_open else "writing" if seen.decided else "examining", _to_send(seen.letters)
    if is_open:
        return "open", _before_the_deadline(seen)
    return _before_the_decision(seen) if seen.decided is None else ("over", _staged(OVER, seen))


def _completing(seen: Seen, until: datetime, now: datetime) -> Words:
    if in_utc(now) > in_utc(until):
        return _staged(DELAY_PASSED, seen)
    if seen.owed:
        return _to_write(seen)
    if seen.letters.waiting:
        return _to_send(seen.letters)
    moment, option = until.isoformat(sep=" ", timespec="minutes"), flag(seen.stage, seen.call)
    return Words(
        fr=f"Recevez les compléments jusqu’au {moment} : ami ingest{option}.",
        en=f"Receive what completes applications until {moment}: ami ingest{option}.",
    )


def _to_write(seen: Seen) -> Words:
    commands = [f"ami letters {kind}{flag(stage, seen.call)}" for kind, stage in seen.owed]
    return Words(
        fr=f"Écrivez à ceux qui attendent : {', '.join(commands)} ; relisez, puis ami letters send.",
        en=f"Write to those who wait: {', '.join(commands)}; read them, then ami letters send.",
    )


def _to_send(letters: Letters) -> Words:
    if letters.refused and letters.refused == letters.waiting:
        return REFUSED
    return TO_SEND


def _before_the_deadline(seen: Seen) -> Words:
    if seen.stage != seen.call.first_stage:
        return _staged(PROPOSALS, seen)
    return COLLECTING if seen.received.total else OPEN


def _before_the_decision(seen: Seen) -> tuple[Phase, Words]:
    received = seen.received
    if not received.total:
        return "examining", _staged(NOTHING_CAME, seen)
    if seen.may_complete:
        return "examining", _staged(TO_EXAMINE if received.to_verify else TO_COMPLETE, seen)
    if received.to_verify:
        return "examining", _staged(TO_SETTLE, seen)
    if seen.judged or not received.complete:
        return "deciding", _staged(TO_DECIDE, seen)
    return "deciding", _staged(TO_MARK if selection.at_stage(seen.call, seen.stage).mode == "scored" else TO_JUDGE, seen)


def _staged(words: Words, seen: Seen) -> Words:
    return staged(words, flag(seen.stage, seen.call))


NO_DEADLINE = Words(
    fr="Fixez la date limite de cette étape dans le fichier de l’appel ; ami validate dit ce qui manque.",
    en="Set the deadline of this stage in the call file; ami validate says what is missing.",
)
UNKNOWN = Words(
    fr="Une lettre est peut-être partie : ami letters send dit laquelle, et comment le régler.",
    en="A letter may or may not have left: ami letters send says which, and how to settle it.",
)
OPEN = Words(
    fr="Publiez l’avis (ami render), puis recevez les candidatures : ami ingest.",
    en="Publish the notice (ami render), then receive the applications: ami ingest.",
)
COLLECTING = Words(
    fr="Recevez les candidatures jusqu’à l’échéance : ami ingest, puis ami check.",
    en="Receive the applications until the deadline: ami ingest, then ami check.",
)
PROPOSALS = Words(
    fr="Recevez les propositions des invités jusqu’à l’échéance : ami ingest{stage}, puis ami check{stage}.",
    en="Receive the proposals of those invited until the deadline: ami ingest{stage}, then ami check{stage}.",
)
NOTHING_CAME = Words(
    fr="L’échéance est passée et rien n’est rangé : ami ingest{stage} sur les messages reçus.",
    en="The deadline has passed and nothing is filed: ami ingest{stage} on the messages received.",
)
TO_EXAMINE = Words(
    fr="Regardez ce qui manque (ami check{stage}) et tranchez ce qui est à vérifier (ami settle{stage}) ; "
    "ami cure open{stage} pour les compléments, puis ami shortlist{stage}.",
    en="Look at what is missing (ami check{stage}) and settle what is to verify (ami settle{stage}); "
    "ami cure open{stage} to have it completed, then ami shortlist{stage}.",
)
TO_COMPLETE = Words(
    fr="Regardez ce qui manque (ami check{stage}) ; ami cure open{stage} pour les compléments, ou sans eux ami shortlist{stage}.",
    en="Look at what is missing (ami check{stage}); ami cure open{stage} to have it completed, or else ami shortlist{stage}.",
)
TO_SETTLE = Words(
    fr="Tranchez ce qui reste à vérifier (ami check{stage} le montre) : ami settle{stage}, puis ami shortlist{stage}.",
    en="Settle what is still to verify (ami check{stage} shows it): ami settle{stage}, then ami shortlist{stage}.",
)
DELAY_PASSED = Words(
    fr="Le délai de complément est passé : ami ingest{stage} une dernière fois, puis ami cure close{stage}.",
    en="The delay to complete has passed: ami ingest{stage} a last time, then ami cure close{stage}.",
)
TO_MARK = Words(
    fr="Faites noter les dossiers complets : ami grids{stage}, puis ami shortlist{stage}.",
    en="Have the complete applications marked: ami grids{stage}, then ami shortlist{stage}.",
)
TO_JUDGE = Words(
    fr="Le comité écrit ses motifs (grounds.yaml, ou ami grids{stage}) ; ensuite ami shortlist{stage}, puis ami decide{stage}.",
    en="The committee writes its grounds (grounds.yaml, or ami grids{stage}); next ami shortlist{stage}, then ami decide{stage}.",
)
TO_DECIDE = Words(
    fr="Réunissez le comité : ami shortlist{stage}, puis ami decide{stage}.",
    en="Bring the committee together: ami shortlist{stage}, then ami decide{stage}.",
)
TO_SEND = Words(
    fr="Relisez les lettres de outbox/, puis envoyez-les : ami letters send --really.",
    en="Read the letters in outbox/, then send them: ami letters send --really.",
)
REFUSED = Words(
    fr="Le serveur a refusé des lettres : ami letters send dit lesquelles ; corrigez l’adresse dans application.yaml, "
    "puis refaites-les.",
    en="The server refused some letters: ami letters send says which; correct the address in application.yaml, "
    "then write them again.",
)
OVER = Words(
    fr="Tout est décidé et écrit ; le procès-verbal : ami minutes{stage}.",
    en="Everything is decided and written; the minutes: ami minutes{stage}.",
)
