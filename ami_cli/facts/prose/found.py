"""From a place in a page to a statement with its quote, and how many of the doubtful ones a person is shown."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated, StatedKind

LONGEST_QUOTE = 300
"""Characters of a page that are quoted at most."""
_BEFORE = 120
_SHOWN = 3
"""Doubtful passages of a page that a person is shown: the likeliest."""

T = TypeVar("T")


def stated(  # noqa: PLR0913 - a statement has these parts
    page: FoldedPage,
    unit: Unit,
    what: StatedKind,
    place: tuple[int, int] | None = None,
    *,
    value: str | None = None,
    sure: bool = True,
    exact: bool = False,
) -> Stated:
    """Return the statement, with the words around a place of the unit as they stand on the page; `exact`: no more than those."""
    start, end = (unit.start + place[0], unit.start + place[1]) if exact and place else _span(unit, place)
    words = page.folded.quote(start, min(end, start + LONGEST_QUOTE)).strip()
    return Stated(what=what, page=unit.page, quote=words, value=value, sure=sure and not unit.ocr)


def _span(unit: Unit, place: tuple[int, int] | None) -> tuple[int, int]:
    if unit.end - unit.start <= LONGEST_QUOTE:
        return unit.start, unit.end
    first = 0 if place is None else max(0, min(place[0] - _BEFORE, len(unit.lower) - LONGEST_QUOTE))
    if first:
        space = unit.lower.find(" ", first, first + 30)
        first = space + 1 if space >= 0 else first
    last = min(len(unit.lower), first + LONGEST_QUOTE)
    if last < len(unit.lower):
        space = unit.lower.rfind(" ", last - 30, last)
        last = space if space > 0 else last
    return unit.start + first, unit.start + last


def likeliest(told: Sequence[T], pages: Sequence[int], weights: Sequence[float], sure: float) -> list[T]:
    """Return, in their order, what weighs enough to be sure, and of each page the few heaviest others."""
    doubted = sorted(
        (page, -weight, place) for place, (page, weight) in enumerate(zip(pages, weights, strict=True)) if weight < sure
    )
    shown: Counter[int] = Counter()
    kept = {place for place, weight in enumerate(weights) if weight >= sure}
    for page, _, place in doubted:
        shown[page] += 1
        if shown[page] <= _SHOWN:
            kept.add(place)
    return [told[place] for place in sorted(kept)]
