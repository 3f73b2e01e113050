"""The pieces of an application: a file, or a page range of one, and how surely each is what it seems."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ami_cli.models.assessment import Case, Document, Evidence
from ami_cli.models.facts import Page, PagesBasis, Part
from ami_cli.models.requirement import DocumentKind, DocumentRequirement
from ami_cli.rules.engine.remembered import remembered

SURE = 0.6
"""From this confidence a kind is taken as known; below, a person looks."""
CERTAIN = 0.9
"""From this confidence a piece is not looked at as if it might be of another kind."""
TRACE = 0.4
"""From this likeness, a document of another kind may hold the piece that is missing."""
ALIKE: dict[DocumentKind, tuple[DocumentKind, ...]] = {
    "letter": ("technical-proposal", "references"),
    "technical-proposal": ("letter", "references"),
    "budget": ("technical-proposal",),
    "references": ("letter", "technical-proposal"),
}
"""In which other kinds of document a person may find a missing one: an offer without a greeting is still a letter of interest."""
KNOWN_LANGUAGES = frozenset({"fr", "en"})
"""The languages in which what is not found is not there."""
SMALLEST_SCAN = 15_000
"""Bytes; a smaller picture is a logo or an icon of a signature, not a page that someone scanned."""
_MONEY = re.compile(
    r"\d\s?(?:€|\$|£|[kK]€|(?:EUR|USD|GBP|CHF|XOF|XAF|CAD|F ?CFA|euros?)\b)|[€$£]\s?\d|\b(?:TTC|HT)\b", re.IGNORECASE
)
"""An amount, or words that go with one."""
_TRIFLES = frozenset({
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-keys",
    "text/calendar", "text/vcard", "text/x-vcard",
})  # fmt: skip
"""What mail programs add by themselves."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece: its document and the part of it. It is itself alone: to compare two would compare all that was read of both."""

    document: Document
    part: Part

    @cached_property
    def kind(self) -> DocumentKind | None:
        """Return what it seems to be."""
        return self.document.kind if self._whole else self.part.kind

    @cached_property
    def confidence(self) -> float:
        """Return how sure that is, 0 to 1."""
        return self.document.confidence if self._whole else self.part.confidence

    @property
    def _whole(self) -> bool:
        return len(self.document.parts) == 1

    @cached_property
    def sure(self) -> bool:
        """Return whether its kind is known."""
        return self.kind is not None and self.confidence >= SURE

    @property
    def person(self) -> str | None:
        """Return whose it is, where that is known."""
        return self.part.person

    @property
    def pages(self) -> int | None:
        """Return its number of pages, where anything says it."""
        if self.part.first_page is None or self.part.last_page is None:
            return self.document.facts.pages if self._whole else None
        return self.part.last_page - self.part.first_page + 1

    @property
    def basis(self) -> PagesBasis | None:
        """Return how the pages were counted."""
        return self.document.facts.pages_basis

    @property
    def bounded(self) -> bool:
        """Return whether it is known where it begins and ends."""
        return self.part.sure

    @property
    def path(self) -> str:
        """Return the file, for evidence."""
        return self.document.file.path

    def covers(self, page: int | None) -> bool:
        """Return whether a page of the document belongs to this piece; an unknown page belongs to each."""
        first, last = self.part.first_page, self.part.last_page
        return page is None or first is None or last is None or first <= page <= last

    def texts(self) -> Iterator[Page]:
        """Give the text of its pages."""
        return (page for page in self.document.facts.texts if self.covers(page.number))

    def shown(self, quote: str | None = None) -> Evidence:
        """Return where it begins, as evidence."""
        return self.at(self.part.first_page, quote)

    def at(self, page: int | None, quote: str | None = None) -> Evidence:
        """Return one page of it, as evidence."""
        return Evidence(document=self.path, page=page, quote=quote, ocr=self.recognised(page))

    def recognised(self, page: int | None) -> bool:
        """Return whether the words of a page, or of any where it is not known, were recognised from a picture."""
        return any(text.ocr and page in {None, text.number} for text in self.document.facts.texts)


@remembered(2)
def documents(case: Case) -> tuple[Document, ...]:
    """Return the documents of the stage, each content once: opened archives and what mail programs add are left out."""
    seen: set[tuple[str, DocumentKind | None]] = set()
    kept = []
    for document in case.documents:
        key = (document.file.sha256, document.kind)
        if key not in seen and document.file.stage in {None, case.stage} and not _is_wrapping(document):
            seen.add(key)
            kept.append(document)
    return tuple(kept)


def _is_wrapping(document: Document) -> bool:
    facts = document.facts
    opened = bool(facts.members) and not facts.truncated  # what was left unopened in it may be any document
    return opened or facts.media_type in _TRIFLES or is_small_picture(document)


def is_small_picture(document: Document) -> bool:
    """Return whether it is a picture too small to be a page."""
    return document.facts.media_type.startswith("image/") and document.facts.bytes < SMALLEST_SCAN


@remembered(2)
def pieces(case: Case) -> tuple[Piece, ...]:
    """Return all pieces of the stage, in the order of their files."""
    return tuple(Piece(document, part) for document in documents(case) for part in document.parts)


def of_kind(every: Iterable[Piece], kind: DocumentKind) -> tuple[Piece, ...]:
    """Return the pieces known to be of a kind."""
    return tuple(piece for piece in every if piece.kind == kind and piece.sure)


def may_be(piece: Piece, kind: DocumentKind) -> bool:
    """Return whether a person might find there a piece of that kind which the reader did not recognise."""
    facts, file = piece.document.facts, piece.document.file
    if file.person_says is not None or file.pieces:
        return False
    if not facts.readable or not piece.sure or piece.kind == "other":
        return True
    alike = facts.kinds.get(kind, 0.0) >= TRACE or (piece.kind in ALIKE.get(kind, ()) and _speaks_of(piece, kind))
    return piece.kind != kind and (alike or not piece.bounded or facts.truncated or drawn(piece))


def drawn(piece: Piece) -> bool:
    """Return whether some of its pages are pictures: what stands on them is not known, or a guess."""
    facts = piece.document.facts
    return any(map(piece.covers, (*facts.unread, *facts.recognised_pages)))


def _speaks_of(piece: Piece, kind: DocumentKind) -> bool:
    """Return whether a document of a like kind may hold this one: a text read whole without any amount holds no budget."""
    if kind != "budget" or gaps(piece):
        return True
    return any(_MONEY.search(page.text) for page in piece.texts())


def gaps(piece: Piece) -> tuple[str, ...]:
    """Return why the text of a piece cannot be said to be read whole: words for the code of a reason, none where it is.

    A file that nobody could open has none: `unreadable-document` speaks of it, unless a person has said what it is.
    """
    facts = piece.document.facts
    if not facts.readable:
        return ("unreadable",) if piece.sure else ()
    texts = tuple(piece.texts())
    short = facts.pages_basis == "counted" and piece.pages is not None and len(texts) < piece.pages
    reasons = {
        "ocr": any(page.ocr for page in texts),
        "truncated": facts.truncated,
        "language": facts.language not in KNOWN_LANGUAGES,
        "blank": short or not texts or any(map(piece.covers, facts.unread)),
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def where(piece: Piece, gap: str) -> tuple[int, ...]:
    """Return the pages that a reason of `gaps` holds for; none where it holds for the whole."""
    facts = piece.document.facts
    pages = {"ocr": () if facts.recognised else facts.recognised_pages, "blank": facts.unread}.get(gap, ())
    return tuple(filter(piece.covers, pages))


@remembered(4)
def wanted(case: Case, *, required: bool = True) -> tuple[DocumentRequirement, ...]:
    """Return the documents due at the stage; with `required` False, those that may be left out too."""
    return tuple(asked for asked in case.call.due_at(case.stage) if asked.required or not required)


def rivals(case: Case, asked: DocumentRequirement) -> int:
    """Return how many documents of the stage share the kind of one: by kind alone they cannot be told apart."""
    return Counter(other.kind for other in wanted(case))[asked.kind]


def stem(piece: Piece) -> str:
    """Return the path of its file without the suffix: `CV.docx` and `CV.pdf` are two forms of one document."""
    bare, dot, suffix = piece.path.rpartition(".")
    return (bare if dot and "/" not in suffix else piece.path).casefold()
