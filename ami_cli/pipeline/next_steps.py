"""What to do next for a call, in one sentence."""

from datetime import datetime
from typing import NamedTuple

from ami_cli.models.calendar import Stage, in_utc
from ami_cli.models.call import Call
from ami_cli.models.standing import Decided, Letters, Phase, Received
from ami_cli.models.text import Words


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
        return "completing", TO_SEND if seen.letters.waiting else _completing(seen.completing_until, now)
    if in_utc(now) <= in_utc(seen.closes):
        return _before_the_deadline(seen)
    return _before_the_decision(seen.received) if seen.decided is None else _after_the_decision(seen)


def _completing(until: datetime, now: datetime) -> Words:
    if in_utc(now) > in_utc(until):
        return DELAY_PASSED
    moment = until.isoformat(sep=" ", timespec="minutes")
    return Words(
        fr=f"Recevez les compléments jusqu’au {moment} (ami letters cure les demande) : ami ingest.",
        en=f"Receive what completes applications until {moment} (ami letters cure asks for it): ami ingest.",
    )


def _before_the_decision(received: Received) -> tuple[Phase, Words]:
    if not received.total:
        return "examining", NOTHING_CAME
    if received.to_verify or received.incomplete:
        return "examining", TO_EXAMINE
    return "deciding", TO_DECIDE


def _before_the_deadline(seen: Seen) -> tuple[Phase, Words]:
    if seen.letters.waiting:
        return "open", TO_SEND
    if seen.stage != seen.call.first_stage and not seen.letters.drafted:
        return "writing", TO_WRITE
    return "open", COLLECTING if seen.received.total else OPEN


def _after_the_decision(seen: Seen) -> tuple[Phase, Words]:
    if seen.letters.waiting:
        return "writing", TO_SEND
    return ("over", OVER) if seen.letters.sent else ("writing", TO_WRITE)


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
NOTHING_CAME = Words(
    fr="L’échéance est passée et rien n’est rangé : ami ingest sur les messages reçus.",
    en="The deadline has passed and nothing is filed: ami ingest on the messages received.",
)
TO_EXAMINE = Words(
    fr="Regardez ce qui manque (ami check) et tranchez ce qui est à vérifier (ami settle) ; ami cure open pour les compléments, "
    "puis ami shortlist.",
    en="Look at what is missing (ami check) and settle what is to verify (ami settle); ami cure open to have it completed, "
    "then ami shortlist.",
)
DELAY_PASSED = Words(
    fr="Le délai de complément est passé : ami ingest une dernière fois, puis ami cure close.",
    en="The delay to complete has passed: ami ingest a last time, then ami cure close.",
)
TO_DECIDE = Words(
    fr="Réunissez le comité : ami shortlist, puis ami decide.",
    en="Bring the committee together: ami shortlist, then ami decide.",
)
TO_WRITE = Words(
    fr="Écrivez à chacun : ami letters invitation, reserve, regret ; relisez, puis ami letters send.",
    en="Write to everybody: ami letters invitation, reserve, regret; read them, then ami letters send.",
)
TO_SEND = Words(
    fr="Relisez les lettres de outbox/, puis envoyez-les : ami letters send --really.",
    en="Read the letters in outbox/, then send them: ami letters send --really.",
)
OVER = Words(
    fr="Tout est décidé et écrit ; le procès-verbal : ami minutes.",
    en="Everything is decided and written; the minutes: ami minutes.",
)
