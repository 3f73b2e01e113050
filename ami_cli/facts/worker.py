"""What runs in a worker process: the readers, over a few files at a time, each under its own alarm."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.isolation import Watch, confine
from ami_cli.facts.reading import facts_of
from ami_cli.models.facts import DocumentFacts

NOTE = 32
"""Bytes of the note in which a worker says what it is at."""


@dataclass(frozen=True)
class Order:
    """A file to read."""

    path: str
    suffix: str


@dataclass(frozen=True)
class Post:
    """This process's own place."""

    watch: Watch
    bounds: Bounds
    note: int

    def begin(self, task: int, index: int) -> None:
        """Note what is under way, for the parent to read if this process dies of it, and set the alarm."""
        os.lseek(self.note, 0, os.SEEK_SET)
        os.write(self.note, f"{task} {index}".ljust(NOTE).encode())
        self.watch.set(self.bounds.seconds)


_POST: list[Post] = []
"""Filled once, when the process starts."""


def take_post(folder: str, bounds: Bounds) -> None:
    """Prepare this process to read files for its parent, and nothing else."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setrecursionlimit(2000)
    note = os.open(Path(folder) / f"note-{os.getpid()}", os.O_CREAT | os.O_WRONLY, 0o600)
    _POST.append(Post(confine(Path(folder), bounds), bounds, note))


def post() -> Post:
    """Return the place of this process."""
    return _POST[0]


def read_chunk(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Return the facts of each file, as JSON, in the same order."""
    here = post()
    written = []
    for index, order in enumerate(orders):
        here.begin(task, index)
        try:
            written.append(_facts(order, here.bounds).model_dump_json().encode())
        except MemoryError:
            os._exit(Watch.OUT_OF_MEMORY)
        finally:
            here.watch.off()
    return written


def _facts(order: Order, bounds: Bounds) -> DocumentFacts:
    try:
        with Path(order.path).open("rb") as stream:
            data = stream.read(bounds.file_size + 1)
    except OSError as error:
        return facts_of(b"", order.suffix, bounds).model_copy(
            update={"problem": "damaged", "detail": f"the disk does not give it: {error.strerror}"}
        )
    return facts_of(data, order.suffix, bounds)


def under_way(folder: Path, task: int) -> int | None:
    """Return which file of a task a worker was at, read from the notes; None where none had begun."""
    for note in sorted(folder.glob("note-*")):
        words = note.read_text(encoding="ascii").split()
        if len(words) == 2 and words[0] == str(task):  # noqa: PLR2004 (task and index)
            return int(words[1])
    return None
