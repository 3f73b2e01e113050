"""How much the pieces of a page say, by what was learnt, that they are a reference: asked by unit, or by place."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.facts.prose.weights import Read


class Heard:
    """What the pieces of one page say."""

    def __init__(self) -> None:
        self._pieces: list[tuple[int, int, float]] = []
        self._of_unit: defaultdict[int, list[tuple[int, int, float]]] = defaultdict(list)

    def take(self, one: Read) -> None:
        """Take up a piece."""
        piece, weighed = one
        start, said = piece.unit.start, weighed.reference
        self._pieces.append((piece.start, piece.end, said))
        self._of_unit[start].append((piece.start - start, piece.end - start, said))

    def pieces(self, unit: Unit) -> Sequence[tuple[int, int, float]]:
        """Return the pieces of a unit: where each begins and ends in it, and what it says."""
        return self._of_unit.get(unit.start, ())

    def most(self, units: Sequence[Unit]) -> float:
        """Return the most that a piece of any of the units says."""
        return max((said for unit in units for _, _, said in self.pieces(unit)), default=-math.inf)

    def within(self, unit: Unit, start: int, end: int) -> float:
        """Return the most that is said by a piece that shares something with a stretch of the unit."""
        return _most(self.pieces(unit), start, end)

    def between(self, start: int, end: int) -> float:
        """Return the most that is said by a piece that shares something with a stretch of the page."""
        return _most(self._pieces, start, end)


def _most(pieces: Sequence[tuple[int, int, float]], start: int, end: int) -> float:
    return max((said for first, last, said in pieces if first < end and last > start), default=-math.inf)


def listen(pages: Sequence[FoldedPage], read: Sequence[Read]) -> Iterator[tuple[FoldedPage, Heard]]:
    """Give each page with what its pieces say."""
    by_page: defaultdict[int, Heard] = defaultdict(Heard)
    for one in read:
        by_page[one[0].unit.page].take(one)
    for page in pages:
        yield page, by_page[page.page.number]
