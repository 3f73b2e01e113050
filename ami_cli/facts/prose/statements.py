"""When one is free, and missions like the one bought: each passage is weighed by what was learnt from thousands of others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ami_cli.facts.prose import times
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.weights import Weighed
from ami_cli.models.facts import Stated, StatedKind


class _Bounds(NamedTuple):
    """How much a passage must weigh to be looked at by a person, and to be believed."""

    trace: float
    sure: float


_AVAILABILITY = _Bounds(-4.5, 1.0)
_HINT = 0.0
"""How much a passage must weigh as a reference to be looked at by a person, where no client, date or contact could be made out."""
_OTHER_WORK = -1.5
_SIMILAR = _Bounds(-6.0, 1.5)

Read = tuple[Piece, Weighed]


def read_availability(read: Sequence[Read]) -> Iterator[Stated]:
    """Give every passage that says when the applicant is free, not sure where it only touches on it."""
    for piece, weighed in read:
        if weighed.availability >= _AVAILABILITY.trace and not is_dateline(piece.unit):
            lower = piece.page.folded.lower[piece.start : piece.end]
            found = times.period(lower)
            yield _stated(piece, "availability", weighed.availability, _AVAILABILITY, found.group() if found else None)


def read_similar_missions(read: Sequence[Read], references: Sequence[Stated]) -> Iterator[Stated]:
    """Give every passage that tells of similar missions; a reference tells of one too, unless its words are of other work."""
    for reference in references:
        known = [weighed.similar for piece, weighed in read if _holds(piece, reference)]
        yield reference.model_copy(
            update={"what": "similar-mission", "sure": reference.sure and max(known, default=0.0) >= _OTHER_WORK}
        )
    for piece, weighed in read:
        if weighed.similar >= _SIMILAR.trace and not is_dateline(piece.unit):
            yield _stated(piece, "similar-mission", weighed.similar, _SIMILAR)


def read_hints_of_references(read: Sequence[Read], found: Sequence[Stated]) -> Iterator[Stated]:
    """Give, never sure, what sounds like a reference and was not found as one: nobody may be told that theirs is missing."""
    for piece, weighed in read:
        if weighed.reference >= _HINT and not is_dateline(piece.unit) and not any(_holds(piece, reference) for reference in found):
            place = (piece.start - piece.unit.start, piece.end - piece.unit.start)
            yield stated(piece.page, piece.unit, "reference", place, sure=False)


def _holds(piece: Piece, reference: Stated) -> bool:
    """Return whether a piece and a reference share words: either may be a part of the other."""
    if piece.unit.page != reference.page:
        return False
    words = piece.page.folded.quote(piece.start, piece.end)
    return words in reference.quote or reference.quote in words


def _stated(piece: Piece, what: StatedKind, weight: float, bounds: _Bounds, value: str | None = None) -> Stated:
    place = (piece.start - piece.unit.start, piece.end - piece.unit.start)
    return stated(piece.page, piece.unit, what, place, value=value, sure=weight >= bounds.sure)
