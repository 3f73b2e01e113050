"""The document as plain text in 72 columns, for job boards and mailing lists."""

import textwrap
from collections.abc import Iterator

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
from ami_cli.writers.shares import shares

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
    blocks = [*draft, notice.organisation, *_blocks(notice.blocks, columns)]
    return "\n\n".join(blocks)


def letter(blocks: tuple[Block, ...]) -> str:
    """Return the blocks of a letter folded to 72 columns, without anything around them."""
    return "\n\n".join(_blocks(blocks, COLUMNS))


def _blocks(blocks: tuple[Block, ...], columns: int) -> Iterator[str]:
    for block in blocks:
        yield _block(block, columns)


def _block(block: Block, columns: int) -> str:
    match block:
        case Heading():
            words = _heading(block, columns)
        case Paragraph():
            words = _folded(_words(block.runs), columns)
        case Copy():
            words = f"    {block.run.text}"
        case Listing():
            words = "\n".join(_item(item, block, number, columns) for number, item in enumerate(block.items, block.start))
        case Table():
            words = _table(block, columns)
        case Box():
            inner = "\n\n".join(_blocks(block.blocks, columns - 2))
            words = "\n".join(f"| {line}".rstrip() for line in inner.split("\n"))
        case CodeBlock():
            words = textwrap.indent(block.text, "    ")
        case NewPage():
            words = "*" * min(columns, COLUMNS)
        case _:
            raise AssertionError(block.kind)  # two languages side by side do not fit in 72 columns: write() is not asked for it
    return words


def _heading(block: Heading, columns: int) -> str:
    words = _folded(plain(block.runs), columns)
    if block.level == 1:
        words = words.upper()
    rule = _RULES.get(block.level)
    return f"{words}\n{rule * max(map(len, words.split(chr(10))))}" if rule else words


def _item(item: Item, listing: Listing, number: int, columns: int) -> str:
    mark = "[ ] " if item.tick else f"{number}. " if listing.numbered else "- "
    inner = "\n".join(_blocks(item.blocks, columns - len(mark)))
    return mark + inner.replace("\n", "\n" + " " * len(mark))


def _table(table: Table, columns: int) -> str:
    """Set the cells in columns, each folded to its share of the width; where lines are not folded, one line a row."""
    if columns > COLUMNS:
        return "\n".join("- " + " : ".join(_words(cell).replace(_KEPT, " ") for cell in row) for row in table.rows)
    rows = [[_words(cell) for cell in row] for row in (table.header, *table.rows)]
    gaps = 3 * (len(table.header) - 1)
    widths = [int(share * (columns - gaps)) for share in shares(rows)]
    lines = []
    for row in rows:
        cells = [_folded(cell, width).split("\n") for cell, width in zip(row, widths, strict=True)]
        for index in range(max(map(len, cells))):
            parts = [(cell[index] if index < len(cell) else "").ljust(width) for cell, width in zip(cells, widths, strict=True)]
            lines.append(" | ".join(parts).rstrip())
        lines.append("-+-".join("-" * width for width in widths))
    return "\n".join(lines)


def _words(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    """Write out a link whose address is not what is read; keep what has to be typed exactly on one line."""
    if run.literal:
        return run.text.replace(" ", _KEPT)
    hidden = run.link and run.link not in (run.text, f"mailto:{run.text}")
    return f"{run.text} <{run.link}>" if hidden else run.text


def _folded(words: str, columns: int) -> str:
    """Fold at spaces, and at no-break spaces never."""
    lines = words.split("\n")
    folded = (
        textwrap.fill(line, columns, break_long_words=False, break_on_hyphens=False, fix_sentence_endings=False) for line in lines
    )
    return "\n".join(folded).replace(_KEPT, " ")
