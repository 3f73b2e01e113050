"""Files to facts: what each file is and says, read in worker processes, kept in a cache. A bad file is facts too."""

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.media import MAIL, MBOX, MSG
from ami_cli.facts.orders import OnFile
from ami_cli.facts.tools import found
from ami_cli.facts.versions import surroundings
from ami_cli.models.facts import DocumentFacts, Sha256

if TYPE_CHECKING:  # whoever reads files needs none of these, and workers wait for all that is loaded
    from ami_cli.models.application import Application
    from ami_cli.models.assessment import Document
    from ami_cli.models.installation import Piece

__all__ = ["DEFAULT", "Bounds", "OnFile", "documents", "health", "may_be_mail", "read", "read_all", "read_groups", "state"]

T = TypeVar("T")


def documents(application: "Application", facts: Mapping[Sha256, DocumentFacts]) -> "tuple[Document, ...]":
    """Return every file of the application with what it is, archives opened: a file inside one is a document of its own.

    What a person says (`person_says`, `pieces`) wins; then the content; the file's name decides only between close kinds.
    """
    from ami_cli.facts.sorting import documents as opened  # noqa: PLC0415  # it loads the reading of prose: only where needed

    return opened(application, facts)


def health() -> "tuple[Piece, ...]":
    """Return what is installed that helps with reading, and what each missing piece costs."""
    from ami_cli.facts.installation import health as seen  # noqa: PLC0415  # asked for by `ami doctor` alone

    return seen()


def state() -> str:
    """Return a text that changes with the libraries and programs that facts rest on; the code of the readers is not in it."""
    return surroundings(found())


def read(
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    on_file: OnFile | None = None,
    bounds: Bounds = DEFAULT,
) -> Iterator[tuple[Path, DocumentFacts]]:
    """Yield each path with its facts, in order; paths are taken as they are needed, so memory stays bounded.

    Args:
        paths: any paths; what is no readable file gives facts with a `problem`.
        jobs: worker processes; all processors where None.
        cache: the file of the cache; nothing is kept where None.
        on_file: called with each path and its facts, for progress.
        bounds: what one file may cost.
    """
    return (read for read in _stream(paths, _How(jobs, cache, on_file, bounds)) if read is not None)


def read_all(
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    on_file: OnFile | None = None,
    bounds: Bounds = DEFAULT,
) -> Mapping[Sha256, DocumentFacts]:
    """Return the facts of every path by digest of the content; never raises for a bad file. Arguments as `read`."""
    return _by_digest(facts for _path, facts in read(paths, jobs=jobs, cache=cache, on_file=on_file, bounds=bounds))


def read_groups(
    groups: Iterable[tuple[T, Sequence[Path]]],
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    on_file: OnFile | None = None,
    bounds: Bounds = DEFAULT,
) -> Iterator[tuple[T, Mapping[Sha256, DocumentFacts]]]:
    """Yield each group, such as an application with its files, with the facts of its paths by digest.

    Groups are taken lazily and given back in order: ten thousand of them need no more memory than a few hundred.
    Other arguments as `read`.
    """
    remaining = iter(groups)
    for group, members in remaining:
        if members:
            yield from _read_groups(itertools.chain([(group, members)], remaining), _How(jobs, cache, on_file, bounds))
        else:
            yield group, {}  # there may be nothing to read at all


def _read_groups(groups: Iterable[tuple[T, Sequence[Path]]], how: "_How") -> Iterator[tuple[T, Mapping[Sha256, DocumentFacts]]]:
    waiting: deque[tuple[T, int, list[DocumentFacts]]] = deque()

    def paths() -> Iterator[Path | None]:
        for group, members in groups:
            waiting.append((group, len(members), []))
            yield from members or (None,)

    for read in _stream(paths(), how):
        while waiting and len(waiting[0][2]) == waiting[0][1]:
            group, _size, found = waiting.popleft()
            yield group, _by_digest(found)
        if read is not None:
            waiting[0][2].append(read[1])
    while waiting:
        group, _size, found = waiting.popleft()
        yield group, _by_digest(found)


class _How(NamedTuple):
    """How files are read; see `read`."""

    jobs: int | None
    cache: Path | None
    on_file: OnFile | None
    bounds: Bounds


def _stream(paths: Iterable[Path | None], how: _How) -> Iterator[tuple[Path, DocumentFacts] | None]:
    from ami_cli.facts.cache import Cache  # noqa: PLC0415  # where nothing has changed nothing is read
    from ami_cli.facts.crew import Crew  # noqa: PLC0415  # as above
    from ami_cli.facts.stream import facts_in_order  # noqa: PLC0415  # as above

    tools = found()
    kept = Cache(how.cache, tools)
    try:
        with Crew(how.jobs or _processors(), how.bounds, tools) as crew:
            yield from facts_in_order(paths, crew, kept, how.on_file)
    finally:
        kept.close()


def may_be_mail(facts: DocumentFacts, path: Path) -> bool:
    """Tell whether a file is a message or a mailbox, or is named like one; nothing larger than may be read."""
    named = path.suffix.lower() in {".eml", ".msg", ".mbox"}
    return facts.problem != "too-large" and (facts.media_type in {MAIL, MBOX, MSG} or (named and facts.bytes > 0))


def _by_digest(found: Iterable[DocumentFacts]) -> Mapping[Sha256, DocumentFacts]:
    """One content under two names may be read as two kinds of text: the readable one counts."""
    facts: dict[Sha256, DocumentFacts] = {}
    for one in found:
        if one.sha256 not in facts or (one.readable and not facts[one.sha256].readable):
            facts[one.sha256] = one
    return facts


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
