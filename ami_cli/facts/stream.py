"""Many files to their facts: in order, in bounded memory, with the workers always a window ahead."""

import itertools
import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ami_cli.facts import media
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.cache import Cache
from ami_cli.facts.crew import Crew, Lost, Task
from ami_cli.facts.open_questions import wanted
from ami_cli.facts.orders import OnFile, Order
from ami_cli.facts.tools import NONE
from ami_cli.files import sha256, sha256_and_head
from ami_cli.models.facts import DocumentFacts, Problem

WINDOW = 192
"""Files under way at a time; twice as many are in memory."""

LAID_OUT_AT_ONCE = 24
"""Files given to LibreOffice in one go: its start costs as much as several files."""


@dataclass
class _Slot:
    """One file: what is known of it, or what was ordered."""

    path: Path
    order: Order | None = None
    digest: str = ""
    size: int = 0
    facts: DocumentFacts | None = None


@dataclass
class _Window:
    slots: Sequence[_Slot]
    tasks: Sequence[Task]


def facts_in_order(
    paths: Iterable[Path | None], crew: Crew, cache: Cache, on_file: OnFile | None
) -> Iterator[tuple[Path, DocumentFacts] | None]:
    """Yield each path with its facts, in the order of `paths`, which are taken a window at a time.

    None among the paths stands for nothing to read; None is given after every window, for whoever waits for no file at all.
    """
    ahead: deque[_Window] = deque()
    files = iter(paths)
    while window := list(itertools.islice(files, WINDOW)):
        ahead.append(_begin([path for path in window if path is not None], crew, cache))
        if len(ahead) > 1:
            yield from _finish(ahead.popleft(), crew, cache, on_file)
        yield None
    while ahead:
        yield from _finish(ahead.popleft(), crew, cache, on_file)


def _begin(paths: Sequence[Path], crew: Crew, cache: Cache) -> _Window:
    here = f"{Path.cwd()}{os.sep}"
    slots = [_known(_look(path, here, crew.bounds), crew, cache) for path in paths]
    orders = {(slot.digest, slot.order.suffix): slot.order for slot in slots if slot.order and not slot.facts}
    return _Window(slots, crew.send(list(orders.values())))


def _known(slot: _Slot, crew: Crew, cache: Cache) -> _Slot:
    """Find what was kept of a file; the first that has to be read lets the workers get ready, while the others are looked at."""
    if slot.order is not None:
        slot.facts = cache.find(slot.digest, slot.order.suffix)
        if slot.facts is None:
            crew.get_ready()
    return slot


def _finish(window: _Window, crew: Crew, cache: Cache, on_file: OnFile | None) -> Iterator[tuple[Path, DocumentFacts]]:
    read = _fetched(window.tasks, crew)
    read.update(_second_look(read, crew))
    for slot in window.slots:
        if slot.order is not None and slot.order in read:
            slot.facts = _kept(slot, read[slot.order], cache)
    by_content = {(slot.digest, slot.order.suffix): slot.facts for slot in window.slots if slot.order and slot.facts}
    for slot in window.slots:
        facts = slot.facts or by_content[slot.digest, slot.order.suffix if slot.order else ""]
        if on_file is not None:
            on_file(slot.path, facts)
        yield slot.path, facts


@dataclass(frozen=True, slots=True)
class _Read:
    """The facts that a worker found, and as it wrote them."""

    facts: DocumentFacts
    written: bytes


def _fetched(tasks: Iterable[Task], crew: Crew) -> dict[Order, _Read | Lost]:
    return {
        order: result if isinstance(result, Lost) else _Read(DocumentFacts.model_validate_json(result), result)
        for task in tasks
        for order, result in zip(task.orders, crew.fetch(task), strict=True)
    }


def _second_look(read: Mapping[Order, _Read | Lost], crew: Crew) -> dict[Order, _Read]:
    """Have office files laid out, many at a time, and scans recognised, each alone; what fails keeps its first facts."""
    if crew.tools == NONE:
        return {}
    to_lay_out, to_recognise = [], []
    for order, result in read.items():
        if isinstance(result, _Read):
            layouts, scans = wanted(result.facts, crew.tools)
            if scans:
                to_recognise.append(order)
            elif layouts:
                to_lay_out.append(order)
    tasks = [*crew.send(to_lay_out, "look_again", LAID_OUT_AT_ONCE), *crew.send(to_recognise, "look_again", 1)]
    return {order: result for order, result in _fetched(tasks, crew).items() if isinstance(result, _Read)}


def _kept(slot: _Slot, result: _Read | Lost, cache: Cache) -> DocumentFacts:
    if isinstance(result, Lost):
        return _problem(slot.digest, slot.size, result.problem, result.detail)
    if slot.order is not None and result.facts.sha256 == slot.digest:
        cache.keep(result.facts, slot.order.suffix, result.written)
    return result.facts


def _look(path: Path, here: str, bounds: Bounds) -> _Slot:
    """Digest a file; what is no file, or too large to be opened, has its facts at once. Workers have folders other than `here`."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return _Slot(path, facts=_problem(sha256(b""), 0, "unsupported", "not a file: a folder, a device or a pipe"))
        digest, head = sha256_and_head(path, media.HEAD)
    except OSError as error:
        return _Slot(path, facts=_problem(sha256(b""), 0, "damaged", f"the disk does not give it: {error.strerror}"))
    if about.st_size > bounds.file_size:
        return _Slot(path, facts=_problem(digest, about.st_size, "too-large", f"larger than {bounds.file_size >> 20} MB"))
    suffix = path.suffix.lower() if media.suffix_matters(head) else ""
    return _Slot(path, Order(str(path.absolute()) if path.anchor else f"{here}{path}", suffix), digest, about.st_size)


def _problem(digest: str, size: int, problem: Problem, detail: str) -> DocumentFacts:
    return DocumentFacts(sha256=digest, bytes=size, media_type=media.UNKNOWN, readable=False, problem=problem, detail=detail)
