"""What arrived during a cure period: it replaces the pieces that were reopened, and nothing else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ami_cli.models.assessment import Document
from ami_cli.models.call import Call
from ami_cli.models.cure import Offer, Reopened
from ami_cli.models.requirement import DocumentKind, DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

SEEN_IN = frozenset({
    "too-many-pages", "too-many-slides", "too-many-words", "too-heavy", "wrong-format", "wrong-language", "signature-to-see",
    "unreadable-document", "too-many-files",
})  # fmt: skip
"""Rules whose finding is a fault of the files in which it was seen: a completion stands in their place. Other findings show
files that are right, such as the letter that names a person without a CV."""


class Completed(NamedTuple):
    """The documents that count now, and what a person should know of the others."""

    documents: tuple[Document, ...]
    remarks: tuple[Words, ...]


def completed(call: Call, before: Sequence[Document], arrived: Sequence[Document], offer: Offer) -> Completed:
    """Return the documents once those that `arrived` have taken the places that `offer` reopens.

    A document of a kind that was not reopened does not count, and is named. One whose kind is not known counts beside the
    others, and is named too: a person says what it is.
    """
    kinds = {kind for point in offer.points for kind in _kinds(call, point)}
    taken = [one for one in arrived if _of(one) & kinds or not _of(one)]  # an archive has no kind, its files have
    replaced = [one for one in before if any(_gives_way(one, taken, call, point) for point in offer.points)]
    remarks = [_replaced(one) for one in replaced]
    remarks += [_unknown(one) for one in taken if not _of(one) and not one.facts.members]
    remarks += [_not_asked(one) for one in arrived if one not in taken]
    return Completed((*(one for one in before if one not in replaced), *taken), tuple(remarks))


def _of(document: Document) -> set[DocumentKind]:
    return {kind for kind in (document.kind, *(part.kind for part in document.parts)) if kind}


def _kinds(call: Call, point: Reopened) -> Iterator[DocumentKind]:
    """Give the kinds that a point reopens: that of its requirement; every kind where the finding is about a file as such."""
    for asked in call.application.documents:
        if point.requirement in (None, asked.id):
            yield asked.kind
            if asked.must_state:  # what a letter should state may come as a list of its own
                yield "references"


def _gives_way(document: Document, taken: Sequence[Document], call: Call, point: Reopened) -> bool:
    """Return whether something that came takes the place of a document: the very file with the fault, or all of its kind."""
    path = document.file.path
    if point.rule in SEEN_IN and path in point.files:
        return bool(taken) if point.requirement is None else any(_of(one) & set(_kinds(call, point)) for one in taken)
    asked = _asked(call, point.requirement)
    alone = asked is not None and asked.per == "application" and document.kind == asked.kind
    return alone and any(asked is not None and one.kind == asked.kind for one in taken)


def _asked(call: Call, name: str | None) -> DocumentRequirement | None:
    return next((asked for asked in call.application.documents if asked.id == name), None)


def _replaced(document: Document) -> Words:
    path = quoted(document.file.path)
    return Words(
        fr=f"« {path} » est remplacé par ce qui est arrivé dans le délai de complément",
        en=f"“{path}” is replaced by what came within the delay to complete",
    )


def _unknown(document: Document) -> Words:
    path = quoted(document.file.path)
    return Words(
        fr=f"« {path} », arrivé en complément, n’est pas reconnu : dites dans application.yaml quelle pièce c’est",
        en=f"“{path}”, which came as a completion, is not recognised: say in application.yaml which document it is",
    )


def _not_asked(document: Document) -> Words:
    path = quoted(document.file.path)
    return Words(
        fr=f"« {path} » est arrivé en complément sans avoir été demandé : il n’est pas pris en compte",
        en=f"“{path}” came as a completion without having been asked for: it is not taken into account",
    )
