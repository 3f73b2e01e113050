"""`not-taken.jsonl`: every message or file that was not taken, with its reason."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ami_cli.errors import SourceError
from ami_cli.files import write_whole
from ami_cli.intake.judging import Reason
from ami_cli.models.base import Model
from ami_cli.models.text import Words

NAME = "not-taken.jsonl"
Key = tuple[str, str]


class NotTaken(Model):
    """One line: what it was, where it was found, and why it is no application."""

    id: str
    """The beginning of its digest: what `--take` wants."""
    where: str
    sha256: str
    reason: Reason
    words: Words
    subject: str | None = None
    sender: str | None = None
    at: str | None = None
    basis: str
    """A digest of what decided; where that changes, the message is looked at again."""

    @property
    def key(self) -> Key:
        """Return what tells one finding from another: the content and the place."""
        return (self.sha256, self.where)


def read(path: Path) -> dict[Key, NotTaken]:
    """Return what was not taken before; a SourceError where the file cannot be understood."""
    if not path.is_file():
        return {}
    found: dict[Key, NotTaken] = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entry = NotTaken.model_validate_json(line)
        except ValidationError as error:
            raise SourceError(
                fr=f"{path}:{number} : ligne incompréhensible",
                en=f"{path}:{number}: line that cannot be understood",
                remedy_fr="corrigez ou effacez cette ligne : le message sera examiné de nouveau",
                remedy_en="correct or delete this line: the message will be looked at again",
            ) from error
        found[entry.key] = entry
    return found


def write(path: Path, entries: Iterable[NotTaken]) -> bool:
    """Write the lines in the order of their places; tell whether anything changed."""
    ordered = sorted(entries, key=lambda entry: (_natural(entry.where), entry.sha256))
    content = "".join(f"{entry.model_dump_json(exclude_none=True)}\n" for entry in ordered).encode("utf-8", "replace")
    same = (path.read_bytes() if path.is_file() else b"") == content
    if not same:
        write_whole(path, content)
    return not same


def _natural(where: str) -> list[Any]:
    """Order `box#2` before `box#10`."""
    return [(0, int(part[:18]), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", where)]
