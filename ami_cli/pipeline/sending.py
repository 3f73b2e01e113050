"""Drafts of the outbox to the mail server; each step on the disk before the next."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime

from filelock import FileLock, Timeout

from ami_cli import __version__, call, letters, record
from ami_cli.credentials import credentials
from ami_cli.errors import SourceError, UsageError
from ami_cli.files import sha256
from ami_cli.letters import Outgoing, Sending, Series, Step
from ami_cli.models.calendar import Stage, in_utc
from ami_cli.models.cure import Cures
from ami_cli.models.decision import DecisionEntry, Decisions
from ami_cli.models.journal import Entry
from ami_cli.models.letter import LetterKind
from ami_cli.models.text import Words
from ami_cli.pipeline import curing, staging
from ami_cli.pipeline.scope import Scope

COMMAND = "letters send"
"""How the journal calls the steps of a sending."""
SETTLED: Mapping[str, Step] = {"sent": "sent", "refused": "refused", "arrived": "sent", "again": "refused"}
"""What a note of the journal means; the last two are what a person says of a letter whose fate was unknown."""


@dataclass(frozen=True)
class Way:
    """How to send: without a server nothing leaves."""

    server: str | None
    per_minute: int
    ask: Callable[[], str] | None
    """Asks a person for the password."""
    clock: Callable[[], datetime]


def send(scope: Scope, way: Way) -> Iterator[Sending]:
    """Send each draft of the outbox that was not sent before, and give what became of each.

    Raises:
        SourceError: the server cannot be reached safely, the connection broke, or letters are being written or sent already.
        UsageError: the address of the server is not understood.
    """
    with alone(scope) if way.server else nullcontext():
        yield from _send(scope, way)


def _send(scope: Scope, way: Way) -> Iterator[Sending]:
    waiting, before = tuple(drafts(scope, way.clock())), states(scope)
    server = letters.server(way.server) if way.server else None
    account = credentials("SMTP", server.user, server.host, way.ask) if server and server.user else None

    def note(one: Outgoing, step: Step) -> None:
        record_step(scope, one, step, way.clock())

    with letters.connected(server, account) if server else nullcontext() as mailer:
        yield from letters.send(waiting, before, mailer, note, lambda: time.sleep(60 / way.per_minute))


def settle(scope: Scope, name: str, *, arrived: bool, now: datetime) -> None:
    """Record what a person found out about a letter whose fate was unknown: it arrived, or it may be sent again.

    Raises:
        UsageError: there is no such letter, or its fate is known.
    """
    with alone(scope):
        steps = states(scope)
        unknown = {one.name: one for one in outgoing(scope) if steps.get(one.key) == "begun"}
        if name not in unknown:
            listed = ", ".join(unknown)
            raise UsageError(
                fr=f"« {name} » n’est pas une lettre dont le sort est incertain",
                en=f"“{name}” is not a letter whose fate is unknown",
                remedy_fr=f"les lettres incertaines : {listed}" if listed else "aucune lettre n’est incertaine",
                remedy_en=f"the uncertain letters: {listed}" if listed else "no letter is uncertain",
            )
        record_step(scope, unknown[name], "arrived" if arrived else "again", now)


@contextmanager
def alone(scope: Scope) -> Iterator[None]:
    """Hold the outbox of a call: two commands at once would send a letter twice, or change it while it leaves.

    Raises:
        SourceError: another command holds it.
    """
    outbox = scope.workspace.outbox(scope.call_file.stem)
    outbox.mkdir(parents=True, exist_ok=True)
    lock = FileLock(outbox / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise SourceError(
            fr="une autre commande écrit ou envoie déjà les lettres de cet appel",
            en="another command is writing or sending the letters of this call already",
            remedy_fr="attendez qu’elle ait fini, puis relancez ; rien n’a été envoyé par celle-ci",
            remedy_en="wait until it has finished, then run again; nothing was sent by this one",
        ) from error
    try:
        yield
    finally:
        lock.release()


def outgoing(scope: Scope) -> tuple[Outgoing, ...]:
    """Return every draft that lies in the outbox, series by series, in the order of their names."""
    outbox = scope.workspace.outbox(scope.call_file.stem)
    folders = sorted(path for path in outbox.glob("*") if path.is_dir() and letters.series_of(path.name))
    files = (path for folder in folders for path in sorted(folder.glob("*.eml")) if path.is_file())
    return tuple(Outgoing(f"{path.parent.name}/{path.name}", path.read_bytes()) for path in files)


def states(scope: Scope) -> Mapping[str, Step]:
    """Return the last step that the journal tells of each letter."""
    steps: dict[str, Step] = {}
    for entry in record.entries(scope.workspace.journal(scope.call_file.stem)):
        if entry.command == COMMAND:
            steps |= dict.fromkeys(entry.outputs, SETTLED.get(entry.note or "", "begun"))
    return steps


def gone(scope: Scope) -> frozenset[str]:
    """Return the files of the outbox whose letter was sent, or may have been."""
    steps = states(scope)
    return frozenset(one.name for one in outgoing(scope) if steps.get(one.key) in ("begun", "sent"))


def record_step(scope: Scope, one: Outgoing, note: str, at: datetime) -> None:
    """Add one step of the sending of a letter to the journal."""
    entry = Entry(
        at=at,
        command=COMMAND,
        version=__version__,
        call=scope.call_file.stem,
        outputs={one.key: sha256(one.content)},
        note=note,
    )
    record.append(scope.workspace.journal(scope.call_file.stem), entry)


def drafts(scope: Scope, now: datetime) -> Iterator[Outgoing]:
    """Give every draft; one is barred that says what the decision on record does not, or asks for what is too late to send."""
    first = call.load(scope.call_file).call.first_stage
    decided = staging.decisions(scope)
    cures = curing.periods(scope)
    for one in outgoing(scope):
        folder, _, file = one.name.partition("/")
        series = letters.series_of(folder)
        if series is not None and series.kind in TELLS and not _told(series, file, first, decided):
            yield replace(one, barred=OUTDATED)
        elif series is not None and series.kind == "cure" and not _runs(series, first, cures, now):
            yield replace(one, barred=TOO_LATE)
        else:
            yield one


def _told(series: Series, file: str, first: Stage, decided: Decisions) -> bool:
    decision = decided.current(series.stage or first)
    return decision is not None and file.removesuffix(".eml") in TELLS[series.kind](decision)


def _runs(series: Series, first: Stage, cures: Cures, now: datetime) -> bool:
    """Return whether the delay of which a request to complete tells is still running."""
    stage = series.stage or first
    period = cures.open_at(stage)
    if period is None or len(cures.opened(stage)) != series.occasion:
        return False
    return period.until is None or in_utc(now) <= in_utc(period.until)


TELLS: Mapping[LetterKind, Callable[[DecisionEntry], tuple[str, ...]]] = {
    "invitation": lambda decision: decision.shortlisted,
    "reserve": lambda decision: decision.reserve,
    "regret": lambda decision: (*decision.not_retained, *decision.excluded),
}
"""To whom a letter goes that tells of a decision."""
TOO_LATE = Words(
    fr="Pas envoyé : le délai pour compléter est clos ou passé.",
    en="Not sent: the delay to complete is closed or over.",
)
OUTDATED = Words(
    fr="Pas envoyé : la décision enregistrée ne dit pas cela. Refaites les lettres : ami letters.",
    en="Not sent: the decision on record does not say this. Write the letters again: ami letters.",
)
