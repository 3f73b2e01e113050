"""The journal: lines of JSON that are only ever added, whole, also where two commands run at once."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from ami_cli.errors import SourceError
from ami_cli.models.journal import Entry

PATIENCE = 30
"""Seconds to wait for another writer; writing a line takes milliseconds."""


def append(journal: Path, entry: Entry) -> None:
    """Add one line to the journal and see it on the disk before returning; a SourceError where that cannot be done."""
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
