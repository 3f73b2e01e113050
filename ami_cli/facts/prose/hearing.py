"""How much the pieces of a page say, by what was learnt, that they are a reference or a mission: asked by unit, or by place."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.facts.prose.weights import Read


class HeardPiece(NamedTuple):
    """A piece of a unit, from `start` to `end` in it, and what it says."""

    start: int
    end: int
    reference: float
    similar: float


class Heard:
    """What the pieces of one page say."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._said: list[tuple[int, float]] = []
        self._of_unit: defaultdict[int, list[HeardPiece]] = defaultdict(list)

    def take(self, one: Read) -> None:
        """Take up the next piece of the page."""
        piece, weighed = one
        start = piece.unit.start
        self._ends.append(piece.end)
        self._said.append((piece.start, weighed.reference))
        self._of_unit[start].append(HeardPiece(piece.start - start, piece.end - start, weighed.reference, weighed.similar))

    def pieces(self, unit: Unit) -> Sequence[HeardPiece]:
        """Return the pieces of a unit."""
        return self._of_unit.get(unit.start, ())

    def most(self, units: Sequence[Unit]) -> float:
        """Return the most that a piece of any of the units says that it is a reference."""
        return max((piece.reference for unit in units for piece in self.pieces(unit)), default=-math.inf)

    def like(self, unit: Unit) -> float:
        """Return the most that a piece of the unit says that it is a similar mission."""
        return max((piece.similar for piece in self.pieces(unit)), default=-math.inf)

    def within(self, unit: Unit, start: int, end: int) -> float:
        """Return the same for the pieces that share something with a stretch of the unit."""
        shared = (piece.reference for piece in self.pieces(unit) if piece.start < end and piece.end > start)
        return max(shared, default=-math.inf)

    def between(self, start: int, end: int) -> float:
        """Return the same for the pieces that share something with a stretch of the page."""
        most = -math.inf
        for place in range(bisect_right(self._ends, start), len(self._ends)):
            first, said = self._said[place]
            if first >= end:
                break
            most = max(most, said)
        return most


def listen(pages: Sequence[FoldedPage], read: Sequence[Read]) -> Iterator[tuple[FoldedPage, Heard]]:
    """Give each page with what its pieces say."""
    by_page: defaultdict[int, Heard] = defaultdict(Heard)
    for one in read:
        by_page[one[0].unit.page].take(one)
    for page in pages:
        yield page, by_page[page.page.number]
