"""The document as Markdown: CommonMark, with tables and tick boxes as GitHub writes them."""

import re
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
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$|\d{1,9}(?=[.)](?:\s|$)))")
_DRAFTS = {"fr": "BROUILLON (DRAFT) : ce document n’est pas publié.", "en": "DRAFT: this document is not published."}


def write(notice: Notice) -> bytes:
    """Return the document in UTF-8."""
    draft = [f"> **{_DRAFTS.get(notice.language, _DRAFTS['en'])}**"] if notice.draft else []
    return ("\n\n".join([*draft, *_blocks(notice.blocks)]) + "\n").encode()


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    kind = None
    for block in blocks:
        if isinstance(block, Listing) and kind == (block.kind, block.numbered):
            yield "<!-- -->"  # without it, two lists in a row would be one
        kind = (block.kind, block.numbered) if isinstance(block, Listing) else None
        yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading():
            words = f"{'#' * block.level} {_runs(block.runs)}"
        case Paragraph():
            words = _guarded(_runs(block.runs))
        case Copy():
            words = _runs((block.run,))
        case Listing():
            words = "\n".join(_item(item, block, number) for number, item in enumerate(block.items, block.start))
        case Table():
            words = _table(block)
        case Box():
            words = "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(block.blocks)).split("\n"))
        case CodeBlock():
            fence = _fence(block.text, 3)
            words = f"{fence}\n{block.text}\n{fence}"
        case NewPage():
            words = "---"
        case _:
            raise AssertionError(block.kind)  # two languages side by side have no Markdown: write() is not asked for it
    return words


def _item(item: Item, listing: Listing, number: int) -> str:
    mark = f"{number}." if listing.numbered else "-"
    inner = "\n\n".join(_blocks(item.blocks))
    if len(item.blocks) > 1 and all(isinstance(block, Listing) for block in item.blocks[1:]):
        inner = "\n".join(_blocks(item.blocks))
    tick = "[ ] " if item.tick else ""
    first, *rest = f"{tick}{inner}".split("\n")
    return "\n".join([f"{mark} {first}", *(f"{' ' * (len(mark) + 1)}{line}".rstrip() for line in rest)])


def _table(table: Table) -> str:
    def row(cells: tuple[Runs, ...]) -> str:
        return "| " + " | ".join(_runs(cell).replace("\\\n", "<br>") for cell in cells) + " |"

    return "\n".join([row(table.header), "| " + " | ".join("---" for _cell in table.header) + " |", *map(row, table.rows)])


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.text == "\n":
        return "\\\n"
    words = _code(run.text) if run.literal and not run.link else _SPECIAL.sub(r"\\\1", run.text)
    if run.link:
        words = f"<{run.text}>" if _automatic(run) else f"[{words}](<{run.link}>)"
    mark = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    bare = words.strip()
    if not mark or not bare:
        return words
    start = words.index(bare)
    return f"{words[:start]}{mark}{bare}{mark[::-1]}{words[start + len(bare) :]}"


def _automatic(run: Run) -> bool:
    return run.link in (run.text, f"mailto:{run.text}") and not re.search(r"[\s<>]", run.text)


def _code(text: str) -> str:
    fence = _fence(text, 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1 if longest >= least else least)


def _guarded(words: str) -> str:
    """Keep a paragraph that happens to start like a heading or a list from becoming one."""
    return "\n".join(
        _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if not m[2][0].isdigit() else f"{m[1]}{m[2]}\\", line)
        for line in words.split("\n")
    )
