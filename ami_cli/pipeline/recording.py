"""The line of the journal that every command leaves which changes the workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ami_cli import __version__, record
from ami_cli.files import sha256_of
from ami_cli.models.journal import Entry
from ami_cli.workspace import Workspace


@dataclass(frozen=True)
class Done:
    """What a command did to a call: what it read, what it wrote, how many of what. No personal data.

    Only files whose path names nobody belong in `inputs` and `outputs`: call files, exports, tables. What comes from
    applicants is counted, and found again by the digests in application.yaml.
    """

    command: str
    call: str
    inputs: Iterable[Path] = ()
    outputs: Iterable[Path] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def journal(workspace: Workspace, done: Done, at: datetime) -> None:
    """Add the line to the journal of the call, with the digests of what was read and written."""
    entry = Entry(
        at=at,
        command=done.command,
        version=__version__,
        call=done.call,
        inputs=_digests(workspace, done.inputs),
        outputs=_digests(workspace, done.outputs),
        counts=dict(done.counts),
    )
    record.append(workspace.journal(done.call), entry)


def _digests(workspace: Workspace, paths: Iterable[Path]) -> dict[str, str]:
    return {_name(workspace, path): sha256_of(path) for path in sorted(paths)}


def _name(workspace: Workspace, path: Path) -> str:
    whole, root = path.resolve(), workspace.root.resolve()
    return whole.relative_to(root).as_posix() if root in whole.parents else path.name
