"""The content of a document, before any format: headings, paragraphs, lists, tables."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from ami_cli.models.base import Model
from ami_cli.models.text import Language


class Run(Model):
    """Words set in one way."""

    text: str
    strong: bool = False
    emphasis: bool = False
    literal: bool = False
    """To be typed exactly as it stands: an address, a subject, code. No format may change a character of it."""
    missing: bool = False
    """Stands where the call says `to-be-set`."""
    language: Language | None = None
    """Where it is not the language of the document."""
    link: str | None = None


Runs = tuple[Run, ...]
"""A line break within a paragraph is a run of one newline."""


class Heading(Model):
    """A heading; level 1 is the title of the document."""

    kind: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=5)
    runs: Runs


class Paragraph(Model):
    """A paragraph; `kicker` is the line above the title."""

    kind: Literal["paragraph"] = "paragraph"
    runs: Runs
    role: Literal["body", "kicker"] = "body"


class Copy(Model):
    """Words to be copied, alone on their line."""

    kind: Literal["copy"] = "copy"
    run: Run


class Item(Model):
    """One item of a list; `tick` where the reader ticks it off."""

    blocks: tuple["Block", ...]
    tick: bool = False


class Listing(Model):
    """A list, numbered or not."""

    kind: Literal["listing"] = "listing"
    numbered: bool
    start: int = 1
    items: tuple[Item, ...]


class Table(Model):
    """A table whose first row is its header."""

    kind: Literal["table"] = "table"
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    divided: bool = False
    """Two languages in one table, row against row: the left half of its columns, then the right."""


class Box(Model):
    """What stands out from the text: the essentials, a reminder."""

    kind: Literal["box"] = "box"
    blocks: tuple["Block", ...]


class CodeBlock(Model):
    """Preformatted lines."""

    kind: Literal["code"] = "code"
    text: str


class NewPage(Model):
    """What follows starts on a new page."""

    kind: Literal["page"] = "page"


class Pair(Model):
    """The same block in two languages, side by side."""

    kind: Literal["pair"] = "pair"
    left: "Block"
    right: "Block"


Block = Annotated[
    Heading | Paragraph | Copy | Listing | Table | Box | CodeBlock | NewPage | Pair,
    Field(discriminator="kind"),
]


class Deadline(Model):
    """A moment that binds applicants, for calendars and search engines."""

    id: str
    label: str
    at: datetime
    """Aware, in the zone of the call."""
    whole_day: bool = False
    """Whether only the day is known; `at` is then its last second."""
    closing: bool = False
    """Whether it closes the first stage: the one that the notice is about."""
    address: str = ""
    subject: str = ""
    """Where to send what is due by then, and under which subject; empty where nothing says it."""


class Summary(Model):
    """The facts of a call that a program may want from its notice."""

    id: str
    text: str = ""
    deadlines: tuple[Deadline, ...] = ()
    amount: Decimal | None = None
    currency: str = "EUR"
    countries: tuple[str, ...] = ()
    website: str | None = None

    @property
    def closing(self) -> Deadline | None:
        """Return the deadline that the notice is about, else the first there is."""
        return next((deadline for deadline in self.deadlines if deadline.closing), next(iter(self.deadlines), None))


class Notice(Model):
    """A document in one language, or in two side by side."""

    title: str
    organisation: str
    subject: str
    """What kind of document it is, in its language."""
    languages: tuple[Language, ...] = Field(min_length=1, max_length=2)
    blocks: tuple[Block, ...]
    written: datetime
    """The moment that every date inside the file takes: aware."""
    draft: bool = False
    summary: Summary

    @property
    def language(self) -> str:
        """Return the language of the document: the left one where there are two."""
        return self.languages[0]


for _model in (Item, Listing, Box, Pair, Notice):
    _model.model_rebuild()


def plain(runs: Runs) -> str:
    """Return the words without their dress."""
    return "".join(run.text for run in runs)
