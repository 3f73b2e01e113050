"""A table for people, that reads well at 80 columns, on paper and in a pipe."""

import io
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ami_cli.show.screen import Mark, clean, coloured, data, width

if TYPE_CHECKING:
    from ami_cli.models.table import Cell, Table

STYLES = {Mark.GOOD: "green", Mark.DOUBT: "yellow", Mark.BAD: "red", Mark.STRONG: "bold", Mark.FAINT: "dim"}


def table(content: "Table", marks: Mapping[str, Mark] | None = None) -> None:
    """Write a table to stdout; `marks` colours the cells whose whole text it names."""
    data(_drawn(content, marks or {}, columns=width(), colour=coloured(sys.stdout)))


def _drawn(content: "Table", marks: Mapping[str, Mark], *, columns: int, colour: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold" if colour else "")
    for column in content.columns:
        grid.add_column(Text(clean(column.title)), justify=column.align, overflow="fold")
    for row in content.rows:
        grid.add_row(*(Text(_shown(cell, content.language), style=_style(cell, marks, colour=colour)) for cell in row))
    canvas = io.StringIO()
    console = Console(
        file=canvas,
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    if content.title:
        console.print(Text(clean(content.title), style="bold" if colour else ""))
    console.print(grid)
    for note in content.notes:
        console.print(Text(clean(note)))
    return "\n".join(line.rstrip() for line in canvas.getvalue().split("\n"))


def _shown(cell: "Cell", language: str) -> str:
    if cell is None:
        return ""
    text = str(cell)
    if not isinstance(cell, str) and language == "fr":
        text = text.replace(".", ",")
    return clean(text)


def _style(cell: "Cell", marks: Mapping[str, Mark], *, colour: bool) -> str:
    mark = marks.get(str(cell)) if colour else None
    return STYLES[mark] if mark else ""
