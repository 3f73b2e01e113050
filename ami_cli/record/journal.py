"""The journal: lines of JSON that are only ever added, whole, also where two commands run at once."""

import json
import os
from pathlib import Path

from pydantic import ValidationError

from ami_cli.errors import SourceError
from ami_cli.files import sha256
from ami_cli.models.journal import Entry

PATIENCE = 30
"""Seconds to wait for another writer; writing a line takes milliseconds."""


def append(journal: Path, entry: Entry) -> None:
    """Add one line to the journal and see it on the disk before returning; a SourceError where that cannot be done."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # whoever only looks, such as `ami check`, locks nothing

    line = entry.model_dump_json(exclude_defaults=True).encode() + b"\n"
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(journal.with_suffix(".lock"), timeout=PATIENCE):
            _write(journal, line)
    except (OSError, Timeout) as error:
        raise SourceError(
            fr=f"le journal ne peut pas être écrit : {journal} ({error})",
            en=f"the journal cannot be written: {journal} ({error})",
            remedy_fr="vérifiez que le disque n’est pas plein et que le dossier « records » est à vous, puis relancez la commande",
            remedy_en="check that the disk is not full and that the folder “records” is yours, then run the command again",
        ) from error


def _write(journal: Path, line: bytes) -> None:
    descriptor = os.open(journal, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    with os.fdopen(descriptor, "r+b", buffering=0) as stream:
        if stream.seek(0, os.SEEK_END):
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":  # a machine stopped in the middle of the last line: it must not swallow this one
                line = b"\n" + line
        stream.write(line)
        os.fsync(stream.fileno())


def entries(journal: Path) -> tuple[Entry, ...]:
    """Return the lines of the journal in their order, none where there is no journal.

    Raises:
        SourceError: a line is whole but no entry; its number is told.

    A line that a stopped machine left unfinished is passed over: what it was to tell had not begun, since every command
    waits for its line to be on the disk.
    """
    if not journal.exists():
        return ()
    lines = journal.read_bytes().split(b"\n")
    return tuple(_entry(journal, number, line) for number, line in enumerate(lines[:-1], start=1) if _whole(line))


def until(journal: Path, last: str, *, but: str) -> tuple[int, str]:
    """Return how many lines there are up to the last one of the command `last`, and their SHA-256.

    Where there is no such line: all but those of the command `but` at the end. What is added later changes neither.
    """
    lines = journal.read_bytes().splitlines(keepends=True)
    commands = [json.loads(line).get("command") if _whole(line) else None for line in lines]
    ends = [number for number, command in enumerate(commands, start=1) if command == last]
    ends = ends or [number for number, command in enumerate(commands, start=1) if command != but]
    count = ends[-1] if ends else 0
    return count, sha256(b"".join(lines[:count]))


def _whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _entry(journal: Path, number: int, line: bytes) -> Entry:
    try:
        return Entry.model_validate_json(line)
    except ValidationError as error:
        raise SourceError(
            fr=f"{journal}:{number} : cette ligne du journal ne peut pas être lue",
            en=f"{journal}:{number}: this line of the journal cannot be read",
            remedy_fr="reprenez le journal d’une sauvegarde : il dit ce qui a été envoyé, et rien n’est envoyé sans lui",
            remedy_en="take the journal back from a backup: it says what was sent, and nothing is sent without it",
        ) from error
