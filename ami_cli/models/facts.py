"""What is true of a file, whoever sent it: facts depend on the content alone, and are cached under its SHA-256."""

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt, PositiveInt, StringConstraints

from ami_cli.models.base import Model
from ami_cli.models.requirement import DocumentKind

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Problem = Literal["encrypted", "damaged", "empty", "unsupported", "too-large", "too-slow", "no-text"]
PagesBasis = Literal["counted", "converted", "declared"]
"""Counted in a PDF, laid out by LibreOffice, or what the file says of itself (a hint only)."""
StatedKind = Literal["reference", "availability", "similar-mission", "firm", "independent", "member", "link", "amount"]
"""`member`: a person named as part of the proposed team; `link`: a link to files kept elsewhere."""


class Page(Model):
    """The text of one page, in reading order; `ocr` where it was recognised from a picture."""

    number: PositiveInt
    text: str
    ocr: bool = False


class Stated(Model):
    """Something the text states: where, in its own words, and the value where there is one (a name, a date)."""

    what: StatedKind
    page: PositiveInt | None = None
    quote: str
    value: str | None = None
    sure: bool = True
    """False where a person should look: the wording is unusual, or the words come from OCR."""


class Part(Model):
    """A page range that is one piece: a letter, the CV of one person."""

    kind: DocumentKind | None
    confidence: float = Field(ge=0, le=1)
    first_page: PositiveInt | None = None
    last_page: PositiveInt | None = None
    person: str | None = None
    sure: bool = True
    """False where its boundary is doubtful."""


class Sheet(Model):
    """One sheet of a spreadsheet, as text; without a name, a table of a word-processor document."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class DocumentFacts(Model):
    """Everything read from one file. A file that cannot be read is facts too: `readable` False, with its `problem`."""

    sha256: Sha256
    bytes: NonNegativeInt
    media_type: str
    readable: bool
    problem: Problem | None = None
    detail: str | None = None
    """For the person who looks: what the reader said of the problem, in a few plain English words."""
    encrypted: Literal["no", "owner", "user"] = "no"
    pages: NonNegativeInt | None = None
    pages_basis: PagesBasis | None = None
    text_layer: bool = False
    language: str | None = None
    texts: tuple[Page, ...] = ()
    truncated: bool = False
    """True where text beyond a bound was left out: what is not found is then doubtful."""
    kinds: dict[DocumentKind, float] = Field(default_factory=dict)
    """How much the content looks like each kind, 0 to 1, before the file name is considered."""
    parts: tuple[Part, ...] = ()
    stated: tuple[Stated, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    members: tuple["Member", ...] = ()
    """Files inside an archive."""
    recognised: bool = False
    """Whether its text was recognised from pictures, and is a guess."""
    recognised_pages: tuple[PositiveInt, ...] = ()
    """The pages whose text was recognised from a picture: all, or those that are scans among pages of text."""
    unread: tuple[PositiveInt, ...] = ()
    """Pages that show something of which no text could be read, such as scans where recognition is not installed."""


class Member(Model):
    """One file of an archive."""

    path: str
    facts: DocumentFacts
