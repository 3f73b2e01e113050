"""What is weighed at once: a unit, or each of its lines where lines only stand below one another, as in many CVs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ami_cli.facts.prose.persons import head_name
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.names import name_words

_FULL = 0.8
"""A line of at least this share of the longest of its page runs on into the next."""
_HALF = 0.5
"""After a line shorter than this share something new begins, whatever its first letter."""
_WORD = re.compile(r"[a-z]+")
_WIDEST = 130
"""Letters of a line beyond which nobody wraps: where one is longer, each line is a paragraph, as text from Word comes."""
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
    lead: str
    """What announces the unit, without the name of whoever's document it is: that must not change what is read."""
    alone: bool
    """Whether it is one line of several that the unit has."""


def pieces_of(pages: Sequence[FoldedPage]) -> tuple[Piece, ...]:
    """Return every piece of the pages, in order."""
    name = head_name(pages[0]) if pages else None
    own = frozenset(name_words(name)) if name else frozenset()
    return tuple(piece for page in pages for piece in _on_page(page, own))


def _on_page(page: FoldedPage, own: frozenset[str]) -> Iterator[Piece]:
    cased = page.folded.cased
    width = max((end - start for start, end in page.lines), default=0)
    for unit in page.units:
        spans = _spans(cased, unit, width)
        for start, end in spans:
            words = cased[start:end].replace(_BREAK, " ").strip()
            if words:
                yield Piece(page, unit, start, end, words, _without(unit.lead, own), len(spans) > 1)


def _without(lead: str, own: frozenset[str]) -> str:
    if own.isdisjoint(_WORD.findall(lead)):
        return lead
    return _WORD.sub(lambda word: "" if word[0] in own else word[0], lead)


def _spans(cased: str, unit: Unit, width: int) -> list[tuple[int, int]]:
    if cased.find(_BREAK, unit.start, unit.end) < 0:
        return [(unit.start, unit.end)]
    found = []
    start = place = unit.start
    previous, length = "", 0
    for raw in cased[unit.start : unit.end].split(_BREAK):
        line = raw.strip()
        if previous and line and _is_new(previous, length, line, width):
            found.append((start, place))
            start = place
        if line:
            previous, length = line, place + len(raw) - (cased.rfind(_BREAK, 0, place) + 1)
        place += len(raw) + 1
    return [*found, (start, unit.end)]


def _is_new(previous: str, length: int, line: str, width: int) -> bool:
    """Return whether a line begins something new; `length` is that of the whole line before, of which `previous` may be the end."""
    if previous[-1] in _GOES_ON:
        return False
    opens = line[0].isupper() or line[0].isdigit() or line[0] in _OPENS
    ended = width > _WIDEST or length < _FULL * width or previous[-1] in _ENDS or "@" in previous.rpartition(" ")[2]
    return (opens and ended) or length < _HALF * width
