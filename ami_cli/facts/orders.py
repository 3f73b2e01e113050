"""What is asked of workers, and what they note: small, so that a run that finds everything in the cache loads no reader."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ami_cli.facts.bounds import Bounds
from ami_cli.models.facts import DocumentFacts

Work = Literal["read_chunk", "look_again"]
"""The function of `duties` that does it."""
OnFile = Callable[[Path, DocumentFacts], None]
"""Told of each file and its facts, for progress."""
RECOGNISED_PAGES = 30
"""Pages recognised of one file; a longer scan is read in part."""
NOTE = 32
"""Bytes of the note in which a worker says what it is at."""
_WORDS = 2


@dataclass(frozen=True)
class Order:
    """A file to read."""

    path: str
    suffix: str


def note(task: int, index: int) -> bytes:
    """Return what a worker notes before it begins a file."""
    return f"{task} {index}".ljust(NOTE).encode()


def under_way(folder: Path, task: int) -> int | None:
    """Return which file of a task a worker was at, read from the notes; None where none had begun."""
    for path in sorted(folder.glob("note-*")):
        words = path.read_text(encoding="ascii").split()
        if len(words) == _WORDS and words[0] == str(task):
            return int(words[1])
    return None


def patience(bounds: Bounds, files: int) -> float:
    """Return the seconds after which a task is given up from outside, if everything else failed to end it."""
    return 120 + bounds.seconds * files * (2 + RECOGNISED_PAGES)
