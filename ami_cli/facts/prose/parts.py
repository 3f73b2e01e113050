"""The pieces of a file: a letter followed by CVs, several CVs in a row."""

from collections.abc import Sequence

from ami_cli.facts.prose.kinds import best_kind, kinds_of
from ami_cli.facts.prose.persons import first_line, head_name, person_of_cv, signer_of_letter, signs_off
from ami_cli.facts.prose.starts import Opening, is_titled, opens
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.facts import Part
from ami_cli.models.names import same_person
from ami_cli.models.requirement import DocumentKind

_DOUBTFUL = 0.6
_LIKELY = 0.5
_CERTAIN = 0.9
_ALONE = frozenset({"cv", "letter", "criminal-record"})
"""Kinds that are not made of pieces of other kinds, as a technical proposal is that holds CVs."""


def parts_of(pages: Sequence[FoldedPage], whole: dict[DocumentKind, float]) -> tuple[Part, ...]:
    """Return the pieces in order, each with its kind, pages and person; one piece over all pages where there is but one."""
    if not pages:
        return ()
    pieces: list[_Piece] = []
    for page in pages:
        opening = _opening(pieces[-1], page) if pieces else None
        if not pieces or opening is not None:
            pieces.append(_Piece([page], sure=opening is None or opening.sure))
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


def _opening(before: _Piece, page: FoldedPage) -> Opening | None:
    """Return what a page opens after those before it, or None where it reads on from them."""
    opening, kinds = opens(page), kinds_of([page])
    if opening is not None and opening.kind not in {"cv", "letter"} and kinds.get(opening.kind, 0.0) < _LIKELY:
        opening = None
    if opening is None and kinds.get("cv", 0.0) < _LIKELY and kinds.get("letter", 0.0) < _CERTAIN:
        return None  # whatever those before it are, which takes longer to say the more they become
    earlier, confidence = best_kind(before.kinds())
    if opening is not None and opening.kind != "cv":
        ended = earlier != opening.kind or signs_off(before.pages[-1:])
        return opening if ended and (earlier in _ALONE or confidence < _DOUBTFUL) else None
    if kinds.get("cv", 0.0) >= _LIKELY and kinds["cv"] > kinds.get("letter", 0.0):
        return _cv_after(before, earlier, page, opening)
    if earlier == "cv" and kinds.get("letter", 0.0) >= _CERTAIN and signs_off([page]):
        return Opening("letter", sure=False)
    return None


def _cv_after(before: _Piece, earlier: DocumentKind | None, page: FoldedPage, opening: Opening | None) -> Opening | None:
    """Return whether a page that reads like a CV begins one: after a letter; or with the name of somebody else at its head."""
    name = head_name(page)
    if earlier == "letter":
        return Opening("cv", sure=name is not None or opening is not None)
    first = person_of_cv(before.pages)
    if name is not None:
        new = first is None or not same_person(first, name)
        return Opening("cv", sure=opening is not None and opening.sure and earlier == "cv") if new else None
    titled = is_titled(page) and first_line(page) != first_line(before.pages[0])
    return Opening("cv", sure=False) if titled and earlier == "cv" else None


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
