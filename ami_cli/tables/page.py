"""Table → HTML: one page that stands alone, reads well on a screen and prints on landscape A4."""

from collections.abc import Sequence
from html import escape

from ami_cli.models.table import Cell, Table
from ami_cli.tables.neutral import neutral, visible_only

_LOOKS = """
@page { size: A4 landscape; margin: 12mm }
body { font: 10pt/1.4 system-ui, "Segoe UI", Arial, sans-serif; color: #1c2b36; margin: 2rem }
h1 { font-size: 1.4rem; color: #1f3a4d }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #c8d2d9; padding: .35rem .5rem; vertical-align: top; text-align: left; overflow-wrap: anywhere }
thead th { background: #e8eef2; position: sticky; top: 0 }
section + section { break-before: page }
tbody tr { break-inside: avoid }
.right { text-align: right; font-variant-numeric: tabular-nums }
.center { text-align: center }
@media print { body { margin: 0; font-size: 8pt } thead th { position: static } }
"""


def write(tables: Sequence[Table]) -> bytes:
    """Return the tables as a page in UTF-8; text is text, never markup."""
    title = _text(tables[0].title)
    parts = (
        f'<!doctype html>\n<html lang="{escape(tables[0].language)}">',
        f'<head><meta charset="utf-8"><title>{title}</title><style>{_LOOKS}</style></head>\n<body>',
        *map(_one, tables),
        "</body>\n</html>\n",
    )
    return "\n".join(parts).encode()


def _one(table: Table) -> str:
    head = "".join(f'<th scope="col" class="{c.align}">{_text(neutral(c.title))}</th>' for c in table.columns)
    rows = "\n".join(f"<tr>{''.join(_cell(table, index, value) for index, value in enumerate(row))}</tr>" for row in table.rows)
    notes = "".join(f"<li>{_text(note)}</li>" for note in table.notes)
    grid = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    return f"<section>\n<h1>{_text(table.title)}</h1>\n{grid}\n{f'<ul>{notes}</ul>' if notes else ''}\n</section>"


def _cell(table: Table, index: int, value: Cell) -> str:
    return f'<td class="{table.columns[index].align}">{_shown(value, table.language)}</td>'


def _shown(value: Cell, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(neutral(visible_only(value)))
    return str(value).replace(".", ",") if language == "fr" else str(value)


def _text(text: str) -> str:
    return "<br>".join(escape(line) for line in visible_only(text).splitlines())
