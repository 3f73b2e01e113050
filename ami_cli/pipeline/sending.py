"""Drafts of the outbox to the mail server; each step on the disk before the next."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from ami_cli import __version__, call, letters, record
from ami_cli.credentials import credentials
from ami_cli.files import sha256
from ami_cli.letters import Outgoing, Sending, Step
from ami_cli.models.calendar import Stage
from ami_cli.models.journal import Entry
from ami_cli.pipeline.scope import Scope

COMMAND = "letters send"
"""How the journal calls the steps of a sending."""


@dataclass(frozen=True)
class Way:
    """How to send: without a server nothing leaves."""

    server: str | None
    per_minute: int
    ask: Callable[[], str] | None
    """Asks a person for the password."""
    clock: Callable[[], datetime]


def send(scope: Scope, stage: Stage | None, way: Way) -> Iterator[Sending]:
    """Send each draft of the outbox that was not sent before, and give what became of each.

    Raises:
        SourceError: the server cannot be reached safely, or the connection broke.
        UsageError: the address of the server is not understood.
    """
    drafts = outgoing(scope, stage or call.load(scope.call_file).call.first_stage)
    before = states(scope)
    server = letters.server(way.server) if way.server else None
    account = credentials("SMTP", server.user, server.host, way.ask) if server and server.user else None

    def note(one: Outgoing, step: Step) -> None:
        entry = Entry(
            at=way.clock(),
            command=COMMAND,
            version=__version__,
            call=scope.call_file.stem,
            outputs={one.key: sha256(one.content)},
            note=step,
        )
        record.append(scope.workspace.journal(scope.call_file.stem), entry)

    with letters.connected(server, account) if server else nullcontext() as mailer:
        yield from letters.send(drafts, before, mailer, note, lambda: time.sleep(60 / way.per_minute))


def outgoing(scope: Scope, stage: Stage) -> tuple[Outgoing, ...]:
    """Return every draft that lies in the outbox, kind by kind, in the order of their names."""
    outbox = scope.workspace.outbox(scope.call_file.stem)
    found = [path for kind in letters.KINDS for path in sorted((outbox / kind).glob("*.eml")) if path.is_file()]
    return tuple(
        Outgoing(letters.key_of(path.parent.name, stage, path.stem), f"{path.parent.name}/{path.name}", path.read_bytes())
        for path in found
    )


def states(scope: Scope) -> Mapping[str, Step]:
    """Return the last step that the journal tells of each letter."""
    steps: dict[str, Step] = {}
    for entry in record.entries(scope.workspace.journal(scope.call_file.stem)):
        if entry.command == COMMAND:
            steps |= dict.fromkeys(entry.outputs, _step(entry.note))
    return steps


def gone(scope: Scope, stage: Stage) -> frozenset[str]:
    """Return the files of the outbox whose letter was sent, or may have been."""
    steps = states(scope)
    return frozenset(one.name for one in outgoing(scope, stage) if steps.get(one.key) in ("begun", "sent"))


def _step(note: str | None) -> Step:
    return "sent" if note == "sent" else "refused" if note == "refused" else "begun"
