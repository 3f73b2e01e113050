"""Table → Markdown (GitHub's form), in which text from outside is neither markup nor a cell border."""

import re
from collections.abc import Sequence

from ami_cli.models.table import Cell, Column, Table
from ami_cli.tables.neutral import neutral, visible_only

_RULES = {"left": ":---", "right": "---:", "center": ":---:"}
_MARKS = re.compile(r"([\\`*_\[\]|~#!^$])")


def write(tables: Sequence[Table]) -> bytes:
    """Return each table with its title as a heading and its notes as a list below."""
    return "\n".join(map(_one, tables)).encode()


def _one(table: Table) -> str:
    head = [f"# {escaped(table.title)}", ""]
    rows = [
        _line([column.title for column in table.columns], table.language),
        _rules(table.columns),
        *(_line(row, table.language) for row in table.rows),
    ]
    notes = ["", *(f"- {escaped(note)}" for note in table.notes)] if table.notes else []
    return "\n".join([*head, *rows, *notes]) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return "<br>".join(_MARKS.sub(r"\\\1", " ".join(line.split())) for line in html.splitlines())


def _rules(columns: Sequence[Column]) -> str:
    return f"| {' | '.join(_RULES[column.align] for column in columns)} |"


def _line(cells: Sequence[Cell], language: str) -> str:
    return f"| {' | '.join(_cell(value, language) for value in cells)} |"


def _cell(value: Cell, language: str) -> str:
    if value is None or isinstance(value, str):
        return escaped(neutral(visible_only(value or "")))
    return str(value).replace(".", ",") if language == "fr" else str(value)
