"""When one is free, and missions like the one bought: each passage is weighed by what was learnt from thousands of others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from ami_cli.facts.prose import statement_words as words
from ami_cli.facts.prose import times
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import likeliest, stated
from ami_cli.facts.prose.headings import is_of_others_work
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.weights import Read
from ami_cli.models.facts import Stated, StatedKind


class _Bounds(NamedTuple):
    """How much a passage must weigh to be looked at by a person, and to be believed."""

    trace: float
    sure: float


_AVAILABILITY = _Bounds(-5.0, 1.0)
_SIMILAR = _Bounds(-6.0, 1.75)
_OTHER_WORK = 0.5
"""Below this a reference tells of work of another sort."""
_PLAIN_WORK = -1.0
"""How much words must weigh that say plainly that such work was done."""
_DESPITE = 4.0
"""The same for a passage that also says what was not done."""
_ANNOUNCED = -1.0
"""How much a time must weigh below a heading that announces when one is free, or beside words that say so plainly."""
_BETWEEN = "\0"


def read_availability(read: Sequence[Read]) -> Iterator[Stated]:
    """Give every passage that says when the applicant is free, and those that may be meant so, not sure."""
    for piece, weight in _heard(read, "availability", _AVAILABILITY):
        found = times.period(piece.page.folded.lower[piece.start : piece.end])
        plain = found is not None and weight >= _ANNOUNCED and _is_plain(piece)
        sure = plain or weight >= _AVAILABILITY.sure
        yield _stated(piece, "availability", value=found.group() if found else None, sure=sure)


def _is_plain(piece: Piece) -> bool:
    """Return whether the heading, or plain words, say that this is when one is free."""
    return bool(words.HEADED.search(piece.unit.lead) or words.FREE.search(piece.page.folded.lower, piece.start, piece.end))


def read_similar_missions(read: Sequence[Read], references: Sequence[Stated]) -> Iterator[Stated]:
    """Give every passage that tells of similar missions; a reference tells of one too, unless its words are of other work."""
    if references:
        yield from _missions_of(references, read)
    for piece, weight in _heard(read, "similar", _SIMILAR):
        yield _stated(piece, "similar-mission", sure=_is_done(piece, weight))


def _missions_of(references: Sequence[Stated], read: Sequence[Read]) -> Iterator[Stated]:
    """Give the mission of each reference, not sure where the passage that holds it tells of other work."""
    alike = _by_page((piece.unit.page, _words(piece)) for piece, weighed in read if weighed.similar >= _OTHER_WORK)
    others = _by_page((piece.unit.page, _words(piece)) for piece, weighed in read if weighed.similar < _OTHER_WORK)
    for reference in references:
        other_work = not alike[reference.page].share(reference.quote) and others[reference.page].share(reference.quote)
        yield reference.model_copy(update={"what": "similar-mission", "sure": reference.sure and not other_work})


def _is_done(piece: Piece, weight: float) -> bool:
    """Return whether a passage that weighs so much is believed to tell of work done."""
    if weight < _PLAIN_WORK:
        return False
    text, start, end = piece.page.folded.lower, piece.start, piece.end
    if words.FOLLOWED.match(text, start, end) or is_of_others_work(piece.unit.heading):
        return False
    if words.NOT_DONE.may(text) and words.NOT_DONE.search(text, start, end):
        return weight >= _DESPITE
    return weight >= _SIMILAR.sure or words.DONE_ALIKE.search(text, start, end) is not None


class _Passages:
    """Passages of one page, among which one is looked for that holds another, or is held in it.

    A long list of references would otherwise be compared line by line with itself.
    """

    def __init__(self) -> None:
        self.each: list[str] = []

    @cached_property
    def _joined(self) -> str:
        return _BETWEEN.join(self.each)

    def share(self, words: str) -> bool:
        """Return whether the words are part of a passage, or a passage is part of them."""
        return bool(self.each) and (words in self._joined or any(one in words for one in self.each))


def _by_page(passages: Iterable[tuple[int | None, str]]) -> defaultdict[int | None, _Passages]:
    pages: defaultdict[int | None, _Passages] = defaultdict(_Passages)
    for page, passage in passages:
        pages[page].each.append(passage)
    return pages


def _words(piece: Piece) -> str:
    return piece.page.folded.quote(piece.start, piece.end)


def _heard(read: Sequence[Read], what: Literal["availability", "similar"], bounds: _Bounds) -> list[tuple[Piece, float]]:
    """Return the passages that are believed, and of each page the few likeliest of those that a person should look at."""
    told = [(piece, getattr(weighed, what)) for piece, weighed in read]
    told = [
        (piece, weight)
        for piece, weight in told
        if (weight >= bounds.trace or (what == "availability" and _is_spoken_of(piece))) and not is_dateline(piece.unit)
    ]
    return likeliest(told, [piece.unit.page for piece, _ in told], [weight for _, weight in told], bounds.sure)


def _is_spoken_of(piece: Piece) -> bool:
    """Return whether the passage says in plain words that one is free, or that one is not."""
    text = piece.page.folded.lower
    return words.PLAINLY.may(text) and words.PLAINLY.search(text, piece.start, piece.end) is not None


def _stated(piece: Piece, what: StatedKind, *, sure: bool, value: str | None = None) -> Stated:
    place = (piece.start - piece.unit.start, piece.end - piece.unit.start)
    return stated(piece.page, piece.unit, what, place, value=value, sure=sure)
