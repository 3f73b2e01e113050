"""What runs in a worker process: the readers, over a few files at a time, each under its own alarm."""

import gc
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.isolation import Watch, confine
from ami_cli.facts.office import laid_out
from ami_cli.facts.open_questions import Kept, laid_out_by, pages_to_recognise, tree
from ami_cli.facts.orders import Order, note
from ami_cli.facts.reading import facts_of
from ami_cli.facts.second_look import looked_again
from ami_cli.facts.tools import Bench, Tools
from ami_cli.models.facts import DocumentFacts


@dataclass(frozen=True)
class Post:
    """This process's own place."""

    watch: Watch
    bench: Bench
    notes: int

    @contextmanager
    def at(self, task: int, index: int, seconds: float) -> Iterator[None]:
        """Work on one file: noted, for the parent to read if this process dies of it, and under the alarm."""
        os.lseek(self.notes, 0, os.SEEK_SET)
        os.write(self.notes, note(task, index))
        self.watch.set(seconds)
        try:
            yield
        except MemoryError:
            os._exit(Watch.OUT_OF_MEMORY)
        finally:
            self.watch.off()


_ALLOCATIONS = 20_000
"""New containers after which garbage in cycles is looked for: facts have none."""
_POST: list[Post] = []
"""Filled once, when the process starts."""


def take_post(folder: str, bounds: Bounds, tools: Tools) -> None:
    """Prepare this process to read files for its parent, and nothing else."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    sys.setrecursionlimit(2000)
    warnings.simplefilter("ignore")  # what libraries remark of a file is not for who reads the screen
    gc.freeze()  # what is loaded stays: looking through it for garbage time and again would cost a tenth of the reading
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()
    notes = os.open(Path(folder) / f"note-{os.getpid()}", os.O_CREAT | os.O_WRONLY, 0o600)
    watch, home = confine(Path(folder), bounds, tools)
    _POST.append(Post(watch, Bench(tools, home, bounds), notes))


def _leave(_number: int, _frame: object) -> None:
    """Leave in order, so that a program under way is ended too."""
    sys.exit(1)


def post() -> Post:
    """Return the place of this process."""
    return _POST[0]


def read_chunk(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Return the facts of each file, as JSON, in the same order."""
    here = post()
    written = []
    for index, order in enumerate(orders):
        with here.at(task, index, here.bench.bounds.seconds):
            written.append(_facts(order, here.bench.bounds).model_dump_json().encode())
    return written


def look_again(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Return the facts of each file once office files are laid out, all at once, and scans are recognised."""
    here = post()
    kept: Kept = {}
    first = []
    for index, order in enumerate(orders):
        with here.at(task, index, here.bench.bounds.seconds):
            first.append(_facts(order, here.bench.bounds, kept))
    pdfs = _laid_out(here, first, kept)
    written = []
    for index, read in enumerate(first):
        with here.at(task, index, here.bench.bounds.seconds * (1 + pages_to_recognise(read, here.bench.tools))):
            again = looked_again(read, kept, pdfs, here.bench)
            written.append(again.model_dump_json().encode())
    return written


def _laid_out(here: Post, first: list[DocumentFacts], kept: Kept) -> dict[str, bytes]:
    every = [one for read in first for one in tree(read) if laid_out_by(here.bench.tools, one) and one.sha256 in kept]
    if not every or here.bench.tools.office is None:
        return {}
    files = {one.sha256: (kept[one.sha256], one.media_type) for one in every}
    return laid_out(here.bench.tools.office, files, here.bench.folder, here.bench.bounds.seconds)


def _facts(order: Order, bounds: Bounds, kept: Kept | None = None) -> DocumentFacts:
    try:
        with Path(order.path).open("rb") as stream:
            data = stream.read(bounds.file_size + 1)
    except OSError as error:
        return facts_of(b"", order.suffix, bounds).model_copy(
            update={"problem": "damaged", "detail": f"the disk does not give it: {error.strerror}"}
        )
    return facts_of(data, order.suffix, bounds, kept)
