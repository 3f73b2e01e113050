"""What is weighed at once: a unit, or each of its lines where lines only stand below one another, as in many CVs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ami_cli.facts.prose.units import FoldedPage, Unit

_FULL = 0.8
"""A line of at least this share of the longest of its page runs on into the next."""
_HALF = 0.5
"""After a line shorter than this share something new begins, whatever its first letter."""
_BREAK = "\n"
_ENDS = ".;:!?)"
_GOES_ON = ",-(&/"
_OPENS = '*-"'


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page, from `start` to `end` in the folded text."""

    page: FoldedPage
    unit: Unit
    start: int
    end: int
    cased: str
    alone: bool
    """Whether it is one line of several that the unit has."""


def pieces_of(pages: Sequence[FoldedPage]) -> tuple[Piece, ...]:
    """Return every piece of the pages, in order."""
    return tuple(piece for page in pages for piece in _on_page(page))


def _on_page(page: FoldedPage) -> Iterator[Piece]:
    cased = page.folded.cased
    width = max((end - start for start, end in page.lines), default=0)
    for unit in page.units:
        spans = _spans(cased, unit, width)
        for start, end in spans:
            words = cased[start:end].replace(_BREAK, " ").strip()
            if words:
                yield Piece(page, unit, start, end, words, len(spans) > 1)


def _spans(cased: str, unit: Unit, width: int) -> list[tuple[int, int]]:
    if cased.find(_BREAK, unit.start, unit.end) < 0:
        return [(unit.start, unit.end)]
    found = []
    start = place = unit.start
    previous = ""
    for raw in cased[unit.start : unit.end].split(_BREAK):
        line = raw.strip()
        if previous and line and _is_new(previous, line, width):
            found.append((start, place))
            start = place
        previous = line or previous
        place += len(raw) + 1
    return [*found, (start, unit.end)]


def _is_new(previous: str, line: str, width: int) -> bool:
    if previous[-1] in _GOES_ON:
        return False
    opens = line[0].isupper() or line[0].isdigit() or line[0] in _OPENS
    ended = len(previous) < _FULL * width or previous[-1] in _ENDS
    return (opens and ended) or len(previous) < _HALF * width
