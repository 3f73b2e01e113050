"""A content tree as the HTML of a letter: what every mail program shows, no style sheet, nothing fetched."""

from collections.abc import Iterator
from html import escape

from ami_cli.models.content import Block, Box, CodeBlock, Copy, Heading, Item, Listing, Paragraph, Run, Runs, Table

LITERAL = "font-family:Consolas,Menlo,monospace"
COPY = f"{LITERAL};background:#f3f5f7;padding:6px 10px;display:inline-block"
ASIDE = "border-left:3px solid #9ab;margin-left:0;padding-left:12px"
PAGE = "font-family:Calibri,Arial,sans-serif;font-size:11pt;line-height:1.45;color:#1b1b1b;max-width:42em"


def write(parts: tuple[tuple[str, tuple[Block, ...]], ...]) -> str:
    """Return one page with a part for each language: `(language, blocks)`."""
    bodies = '<hr style="margin:24px 0">'.join(
        f'<div lang="{escape(language)}">{_blocks(blocks)}</div>' for language, blocks in parts
    )
    first = escape(parts[0][0]) if parts else "fr"
    return f'<!DOCTYPE html>\n<html lang="{first}"><head><meta charset="utf-8"></head><body style="{PAGE}">{bodies}</body></html>\n'


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            made = f'<p style="font-weight:bold;font-size:12pt">{_runs(block.runs)}</p>'
        case Paragraph():
            made = f"<p>{_runs(block.runs)}</p>"
        case Copy():
            made = f'<p><span style="{COPY}">{_run(block.run)}</span></p>'
        case Listing():
            tag = "ol" if block.numbered else "ul"
            made = f"<{tag}>{''.join(_item(item) for item in block.items)}</{tag}>"
        case Table():
            made = f'<table style="border-collapse:collapse">{"".join(_rows(block))}</table>'
        case Box():
            made = f'<blockquote style="{ASIDE}">{_blocks(block.blocks)}</blockquote>'
        case CodeBlock():
            made = f"<pre>{escape(block.text)}</pre>"
        case _:
            made = ""  # a letter has no pages and no columns
    return made


def _item(item: Item) -> str:
    if len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph):
        return f"<li>{_runs(item.blocks[0].runs)}</li>"
    return f"<li>{_blocks(item.blocks)}</li>"


def _rows(table: Table) -> Iterator[str]:
    edge = "border:1px solid #c8d2d9;padding:4px 8px;text-align:left"
    yield "<tr>" + "".join(f'<th style="{edge}">{_runs(cell)}</th>' for cell in table.header) + "</tr>"
    for row in table.rows:
        yield "<tr>" + "".join(f'<td style="{edge}">{_runs(cell)}</td>' for cell in row) + "</tr>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.literal:
        words = f'<span style="{LITERAL}">{words}</span>'
    words = f"<strong>{words}</strong>" if run.strong else words
    words = f"<em>{words}</em>" if run.emphasis else words
    words = f'<span lang="{escape(run.language)}">{words}</span>' if run.language else words
    safe = run.link is not None and run.link.startswith(("https://", "http://", "mailto:"))
    return f'<a href="{escape(run.link or "")}">{words}</a>' if safe else words
