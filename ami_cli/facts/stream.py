"""Many files to their facts: in order, in bounded memory, with the workers always a window ahead."""

import itertools
import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ami_cli.facts import media
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.cache import Cache
from ami_cli.facts.crew import Crew, Lost, Task
from ami_cli.facts.worker import Order
from ami_cli.files import sha256, sha256_of
from ami_cli.models.facts import DocumentFacts, Problem

WINDOW = 192
"""Files under way at a time; twice as many are in memory."""

OnFile = Callable[[Path, DocumentFacts], None]


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


def facts_in_order(paths: Iterable[Path], crew: Crew, cache: Cache, on_file: OnFile | None) -> Iterator[tuple[Path, DocumentFacts]]:
    """Yield each path with its facts, in the order of `paths`, which are taken a window at a time."""
    ahead: deque[_Window] = deque()
    files = iter(paths)
    while window := list(itertools.islice(files, WINDOW)):
        ahead.append(_begin(window, crew, cache))
        if len(ahead) > 1:
            yield from _finish(ahead.popleft(), crew, cache, on_file)
    while ahead:
        yield from _finish(ahead.popleft(), crew, cache, on_file)


def _begin(paths: Sequence[Path], crew: Crew, cache: Cache) -> _Window:
    slots = [_look(path, crew.bounds) for path in paths]
    for slot in slots:
        if slot.order is not None:
            slot.facts = cache.find(slot.digest, slot.order.suffix)
    orders = {(slot.digest, slot.order.suffix): slot.order for slot in slots if slot.order and not slot.facts}
    return _Window(slots, crew.send(list(orders.values())))


def _finish(window: _Window, crew: Crew, cache: Cache, on_file: OnFile | None) -> Iterator[tuple[Path, DocumentFacts]]:
    written = {order: result for task in window.tasks for order, result in zip(task.orders, crew.fetch(task), strict=True)}
    ready = {order: result for order, result in written.items() if isinstance(result, bytes)}
    read: dict[tuple[str, str], DocumentFacts] = {}
    for slot in window.slots:
        if slot.order is not None and slot.order in written:
            read[slot.digest, slot.order.suffix] = _received(slot, written[slot.order])
            if slot.order in ready:
                cache.keep(read[slot.digest, slot.order.suffix], slot.order.suffix, ready[slot.order])
    for slot in window.slots:
        facts = slot.facts or read[slot.digest, slot.order.suffix if slot.order else ""]
        if on_file is not None:
            on_file(slot.path, facts)
        yield slot.path, facts


def _received(slot: _Slot, result: bytes | Lost) -> DocumentFacts:
    if isinstance(result, bytes):
        return DocumentFacts.model_validate_json(result)
    return _problem(slot.digest, slot.size, result.problem, result.detail)


def _look(path: Path, bounds: Bounds) -> _Slot:
    """Digest a file; what is no file, or too large to be opened, has its facts at once."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return _Slot(path, facts=_problem(sha256(b""), 0, "unsupported", "not a file: a folder, a device or a pipe"))
        digest = sha256_of(path)
        with path.open("rb") as stream:
            head = stream.read(media.HEAD)
    except OSError as error:
        return _Slot(path, facts=_problem(sha256(b""), 0, "damaged", f"the disk does not give it: {error.strerror}"))
    if about.st_size > bounds.file_size:
        return _Slot(path, facts=_problem(digest, about.st_size, "too-large", f"larger than {bounds.file_size >> 20} MB"))
    suffix = path.suffix.lower() if media.suffix_matters(head) else ""
    return _Slot(path, Order(os.fspath(path.absolute()), suffix), digest, about.st_size)


def _problem(digest: str, size: int, problem: Problem, detail: str) -> DocumentFacts:
    return DocumentFacts(sha256=digest, bytes=size, media_type=media.UNKNOWN, readable=False, problem=problem, detail=detail)
