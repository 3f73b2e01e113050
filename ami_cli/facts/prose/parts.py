"""The pieces of a file: a letter followed by CVs, several CVs in a row."""

from collections.abc import Sequence

from ami_cli.facts.prose.kinds import best_kind, kinds_of
from ami_cli.facts.prose.persons import person_of_cv, signer_of_letter
from ami_cli.facts.prose.starts import opens
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.facts import Part
from ami_cli.models.requirement import DocumentKind

_DOUBTFUL = 0.6


def parts_of(pages: Sequence[FoldedPage], whole: dict[DocumentKind, float]) -> tuple[Part, ...]:
    """Return the pieces in order, each with its kind, pages and person; one piece over all pages where there is but one."""
    if not pages:
        return ()
    pieces: list[tuple[list[FoldedPage], bool]] = []
    for page in pages:
        opening = opens(page) if pieces else None
        if not pieces or (opening is not None and _is_new(pieces[-1][0], page, opening.kind)):
            pieces.append(([page], opening is None or opening.sure))
        else:
            pieces[-1][0].append(page)
    if len(pieces) == 1:
        return (_part(pages, whole, sure=True),)
    return tuple(
        _part(piece, kinds_of(piece), sure=sure and (place + 1 >= len(pieces) or pieces[place + 1][1]))
        for place, (piece, sure) in enumerate(pieces)
    )


def _is_new(before: Sequence[FoldedPage], page: FoldedPage, kind: DocumentKind) -> bool:
    earlier, confidence = best_kind(kinds_of(before))
    if earlier != kind:
        return earlier in {"cv", "letter", "criminal-record"} or confidence < _DOUBTFUL or kind != "cv"
    if kind != "cv":
        return True
    first, second = person_of_cv(before), person_of_cv([page])
    return second is not None and first != second


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
