"""The pieces of a file: a letter followed by CVs, several CVs in a row."""

from collections.abc import Sequence

from ami_cli.facts.prose.kinds import best_kind, kinds_of
from ami_cli.facts.prose.persons import person_of_cv, signer_of_letter
from ami_cli.facts.prose.starts import opens
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.facts import Part
from ami_cli.models.names import same_person
from ami_cli.models.requirement import DocumentKind

_DOUBTFUL = 0.6
_ALONE = frozenset({"cv", "letter", "criminal-record"})
"""Kinds that are not made of pieces of other kinds, as a technical proposal is that holds CVs."""


def parts_of(pages: Sequence[FoldedPage], whole: dict[DocumentKind, float]) -> tuple[Part, ...]:
    """Return the pieces in order, each with its kind, pages and person; one piece over all pages where there is but one."""
    if not pages:
        return ()
    pieces: list[_Piece] = []
    for page in pages:
        opening = opens(page) if pieces else None
        if not pieces:
            pieces.append(_Piece([page], sure=True))
        elif opening is not None and _is_new(pieces[-1], page, opening.kind):
            pieces.append(_Piece([page], sure=opening.sure))
        else:
            pieces[-1].add(page)
    if len(pieces) == 1:
        return (_part(pages, whole, sure=True),)
    following = [*(piece.sure for piece in pieces[1:]), True]
    return tuple(
        _part(piece.pages, piece.kinds(), sure=piece.sure and next_sure) for piece, next_sure in zip(pieces, following, strict=True)
    )


class _Piece:
    """Pages that read on from one another, and whether it is sure that they begin there."""

    def __init__(self, pages: list[FoldedPage], *, sure: bool) -> None:
        self.pages = pages
        self.sure = sure
        self._kinds: dict[DocumentKind, float] | None = None

    def add(self, page: FoldedPage) -> None:
        self.pages.append(page)
        self._kinds = None

    def kinds(self) -> dict[DocumentKind, float]:
        if self._kinds is None:
            self._kinds = kinds_of(self.pages)
        return self._kinds


def _is_new(before: _Piece, page: FoldedPage, kind: DocumentKind) -> bool:
    """Return whether a page that looks like the opening of a kind is one, after those before it."""
    earlier, confidence = best_kind(before.kinds())
    if earlier != kind:
        return earlier in _ALONE or confidence < _DOUBTFUL or kind != "cv"
    if kind != "cv":
        return True
    first, second = person_of_cv(before.pages), person_of_cv([page])
    return second is not None and (first is None or not same_person(first, second))


def _part(pages: Sequence[FoldedPage], kinds: dict[DocumentKind, float], *, sure: bool) -> Part:
    kind, confidence = best_kind(kinds)
    person = None
    if kind == "cv":
        person = person_of_cv(pages)
    elif kind == "letter":
        person = signer_of_letter(pages)
    return Part(
        kind=kind, confidence=confidence, first_page=pages[0].page.number, last_page=pages[-1].page.number, person=person, sure=sure
    )
