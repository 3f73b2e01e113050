"""How much of something there is, when all that is known may be between how little and how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Evidence, Status
from ami_cli.models.requirement import DocumentKind
from ami_cli.rules.engine.pieces import CERTAIN, TRACE, Piece, drawn, gaps, stem

MEGABYTE = 1 << 20
"""Bytes. Of the two megabytes in use, the larger: nobody is over a limit by the choice of a unit."""
WORDS_A_PAGE = 700
"""More words than a full page of small print holds: a file that declares fewer pages than its words need is not believed."""
MERGED: tuple[DocumentKind, ...] = ("cv", "letter")
"""What people most often send in one file."""
WORD_COUNT_ERROR = 0.1
"""Share by which two programs differ when they count the words of one text."""


@dataclass(frozen=True, slots=True)
class Span:
    """At least `low`, at most `high`; `high` None where it is not known."""

    low: int
    high: int | None

    def status(self, most: int) -> Status:
        """Return whether a limit is surely kept, surely passed, or neither."""
        if self.low > most:
            return "not_met"
        return "met" if self.high is not None and self.high <= most else "to_verify"

    def __add__(self, other: "Span") -> "Span":
        """Return both together."""
        known = self.high is not None and other.high is not None
        return Span(self.low + other.low, (self.high or 0) + (other.high or 0) if known else None)


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that a limit holds for, and where to look."""

    path: str
    span: Span
    shown: Evidence
    sure: bool = True
    """False where it may not be the kind of document that the limit is for."""

    def status(self, most: int) -> Status:
        """Return the status of its span; never `not_met` where it may not be meant."""
        status = self.span.status(most)
        if self.sure:
            return status
        return "to_verify" if status == "not_met" else "met"


def together(measured: Sequence[Measured]) -> Span:
    """Return the sum of the sure ones; what may not be meant makes the sum uncertain."""
    total = Span(0, 0)
    for one in measured:
        total += one.span if one.sure else Span(0, one.span.high)
    return total


def in_pages(piece: Piece) -> Span:
    """Return the pages of a piece: exact where they were counted, give or take one where they were laid out anew."""
    pages, basis = piece.pages, piece.basis
    if pages is None or basis is None:
        return Span(1, None)
    if basis == "declared":
        return Span(1, pages if _plausible(piece, pages) else None)
    if not piece.bounded:
        return Span(1, piece.document.facts.pages)
    return Span(pages, pages) if basis == "counted" else Span(max(1, pages - 1), pages)


def _plausible(piece: Piece, pages: int) -> bool:
    return pages > 0 and not piece.document.facts.truncated and words_in(piece) <= pages * WORDS_A_PAGE


def in_words(piece: Piece) -> Span:
    """Return the words of a piece, give or take what counting them differently changes."""
    number = words_in(piece)
    low = int(number * (1 - WORD_COUNT_ERROR)) if piece.bounded else 0
    whole = piece.document.facts.readable and not set(gaps(piece)) - {"language"}
    return Span(low, int(number * (1 + WORD_COUNT_ERROR)) if whole else None)


def words_in(piece: Piece) -> int:
    """Return the number of words read in a piece."""
    return sum(len(page.text.split()) for page in piece.texts())


def in_bytes(piece: Piece) -> Span:
    """Return the size of a piece: that of its file, or at most that where it is a part of one."""
    size = piece.document.facts.bytes
    return Span(size if len(piece.document.parts) == 1 else 0, size)


def without_twins(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without those that came a second time in a format whose pages nobody can count.

    People often send `CV.docx` and `CV.pdf`: the PDF says how long the CV is.
    """
    counted = {stem(piece) for piece in pieces if piece.basis == "counted"}
    return tuple(piece for piece in pieces if piece.basis == "counted" or stem(piece) not in counted)


def certain(piece: Piece, among: Sequence[Piece]) -> bool:
    """Return whether a piece is surely meant, whole and alone.

    A kind that is only likely is doubted where another piece can be the one, and a file that looks like a letter as much
    as like a CV may be both, one after the other. Pages that are pictures may be another document, put behind it.
    """
    rival = any(other is not piece and (other.person == piece.person or piece.person is None) for other in among)
    return piece.sure and (piece.confidence >= CERTAIN or not rival) and not _maybe_merged(piece)


def _maybe_merged(piece: Piece) -> bool:
    document = piece.document
    if document.file.person_says is not None or document.file.pieces:
        return False
    if len(document.parts) > 1:
        return drawn(piece)
    return drawn(piece) or any(document.facts.kinds.get(kind, 0.0) >= TRACE for kind in MERGED if kind != piece.kind)
