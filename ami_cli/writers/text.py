"""The document as plain text in 72 columns, for job boards and mailing lists."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ami_cli.models.content import (
    Block,
    Box,
    CodeBlock,
    Copy,
    Heading,
    Item,
    Listing,
    NewPage,
    Notice,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)

COLUMNS = 72
_RULES = {1: "=", 2: "-"}
_KEPT = "\ue005"
"""Stands for a space at which no line may be cut."""

_DRAFTS = {
    "fr": "*** BROUILLON (DRAFT) : ce document n’est pas publié. ***",
    "en": "*** DRAFT: this document is not published. ***",
}


def write(notice: Notice) -> bytes:
    """Return the text in UTF-8; no line is longer than 72 columns but that of an address or a subject longer than that."""
    return (lines(notice, COLUMNS) + "\n").encode()


def lines(notice: Notice, columns: int) -> str:
    """Return the text folded to `columns`."""
    draft = [_DRAFTS.get(notice.language, _DRAFTS["en"])] if notice.draft else []
    page = _Page(columns, "\u00a0: " if notice.language == "fr" else ": ")
    return "\n\n".join([*draft, notice.organisation, *page.blocks(notice.blocks)])


def letter(blocks: tuple[Block, ...]) -> str:
    """Return the blocks of a letter folded to 72 columns, without anything around them."""
    return "\n\n".join(_Page(COLUMNS, "\u00a0: ").blocks(blocks))


@dataclass(frozen=True)
class _Page:
    columns: int
    colon: str

    def narrower(self, by: int) -> "_Page":
        return replace(self, columns=self.columns - by)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        return (self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                words = self.heading(block)
            case Paragraph():
                words = self.folded(_words(block.runs))
            case Copy():
                words = f"    {block.run.text}"
            case Listing():
                words = "\n".join(self.item(item, block, number) for number, item in enumerate(block.items, block.start))
            case Table():
                words = self.table(block)
            case Box():
                inner = "\n\n".join(self.narrower(2).blocks(block.blocks))
                words = "\n".join(f"| {line}".rstrip() for line in inner.split("\n"))
            case CodeBlock():
                words = textwrap.indent(block.text, "    ")
            case NewPage():
                words = "*" * min(self.columns, COLUMNS)
            case _:
                raise AssertionError(block.kind)  # two languages side by side do not fit in 72 columns: write() is not asked for it
        return words

    def heading(self, block: Heading) -> str:
        words = self.folded(plain(block.runs))
        rule = _RULES.get(block.level)
        return f"{words}\n{rule * max(map(len, words.split(chr(10))))}" if rule else words

    def item(self, item: Item, listing: Listing, number: int) -> str:
        mark = "[ ] " if item.tick else f"{number}. " if listing.numbered else "- "
        inner = "\n".join(self.narrower(len(mark)).blocks(item.blocks))
        return mark + inner.replace("\n", "\n" + " " * len(mark))

    def table(self, table: Table) -> str:
        """Write each row as a list item: job boards use fonts in which columns would not stay level."""
        names = [_words(cell) for cell in table.header]
        return "\n".join(self.row(names, [_words(cell) for cell in row]) for row in table.rows)

    def row(self, names: list[str], row: list[str]) -> str:
        first, *others = row
        if len(others) == 1:
            words = f"{first}{self.colon}{others[0]}"
        else:
            words = "\n".join([first, *(f"{name}{self.colon}{cell}" for name, cell in zip(names[1:], others, strict=True))])
        return "- " + self.narrower(2).folded(words).replace("\n", "\n  ")

    def folded(self, words: str) -> str:
        """Fold at spaces, and at no-break spaces never."""
        folded = (textwrap.fill(line, self.columns, break_long_words=False, break_on_hyphens=False) for line in words.split("\n"))
        return "\n".join(folded).replace(_KEPT, " ")


def _words(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    """Write out a link whose address is not what is read; keep what has to be typed exactly on one line."""
    if run.literal:
        return run.text.replace(" ", _KEPT)
    hidden = run.link and run.link not in (run.text, f"mailto:{run.text}")
    return f"{run.text} <{run.link}>" if hidden else run.text
