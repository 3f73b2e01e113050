"""A table for people, that reads well at 80 columns, on paper and in a pipe."""

import io
import re
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ami_cli.show.screen import Bilingual, Mark, clean, coloured, data, width

if TYPE_CHECKING:
    from rich.console import Console

    from ami_cli.models.table import Cell, Table

STYLES = {Mark.GOOD: "green", Mark.DOUBT: "yellow", Mark.BAD: "red", Mark.STRONG: "bold", Mark.FAINT: "dim"}


_TIED = "\ue000"  # of the private use area: one column wide, no space to rich, and put back once the table is drawn
BY_KEY = {
    Mark.GOOD: ("complete", "met", "shortlisted"),
    Mark.DOUBT: ("to_verify", "undecided", "reserve"),
    Mark.BAD: ("incomplete", "not_met", "excluded"),
    Mark.FAINT: ("not_applicable",),
}


def marks(words: "Mapping[Any, Bilingual]", language: str) -> dict[str, Mark]:
    """Return the colours of verdicts, statuses and decisions, by the words that stand for them in `language`."""
    return {words[key].of(language): mark for mark, keys in BY_KEY.items() for key in keys if key in words}


def get_ready() -> None:
    """Load what draws tables: it takes some hundredths of a second, and whoever waits for others anyway does it meanwhile."""
    import rich.console
    import rich.table  # noqa: F401  # loading it is what this is for

    import ami_cli.show.rows  # noqa: F401  # as above


def table(content: "Table", colours: Mapping[str, Mark] | None = None) -> None:
    """Write a table to stdout; `colours` says which cells, by their whole text, are coloured."""
    data(f"{_drawn(content, colours or {}, columns=width(), colour=coloured(sys.stdout))}\n")


def _drawn(content: "Table", colours: Mapping[str, Mark], *, columns: int, colour: bool) -> str:
    from rich.console import Console
    from rich.text import Text

    from ami_cli.show.rows import BREAK

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
    canvas.writelines(f"{line}\n" for line in _grid(content, colours, console, colour=colour))
    for note in content.notes:
        console.print(Text(clean(note)))
    return "\n".join(line.rstrip() for line in canvas.getvalue().replace(_TIED, " ").replace(BREAK, "").split("\n"))


def _grid(content: "Table", colours: Mapping[str, Mark], console: "Console", *, colour: bool) -> Iterator[str]:
    """Give the lines of the headings and of the rows."""
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    from ami_cli.show import rows

    whole = _longest(content) <= console.width // 3
    ruled = box.Box("    \n    \n ─┼ \n" + "    \n" * 5)  # the rule below the headings tells where each column ends
    grid = Grid(box=ruled, pad_edge=False, show_edge=False, header_style="bold" if colour else "")
    for place, column in enumerate(content.columns):
        grid.add_column(Text(clean(column.title)), justify=column.align, overflow="fold", no_wrap=whole and not place)
    shown = (
        [rows.Shown(_shown(cell, content.language), _style(cell, colours, colour=colour)) for cell in row] for row in content.rows
    )
    columns = [rows.Column(cells) for cells in zip(*shown, strict=True)]
    if columns:
        grid.add_row(*columns)
    with console.capture() as captured:
        console.print(grid)
    *heading, rule = captured.get().split("\n")[: -2 if columns else -1]
    yield from heading
    yield rule.replace("┼", "─")
    if columns:
        yield from rows.drawn(columns, rows.rooms(grid, console, [len(part) for part in rule.split("┼")]))


def _longest(content: "Table") -> int:
    """Return the length of the longest line of a first cell: names that open a line are not cut where there is room."""
    return max((len(line) for row in content.rows for line in str(row[0]).split("\n")), default=0)


def _shown(cell: "Cell", language: str) -> str:
    if cell is None:
        return ""
    text = str(cell)
    if not isinstance(cell, str) and language == "fr":
        text = text.replace(".", ",")
    return _tied(clean(text)) if language == "fr" else clean(text)


def _tied(text: str) -> str:
    """Return French text whose marks stay on the line of their word: rich would break at any space, also a no-break one."""
    return re.sub(r"(?<=«)[ \u00a0\u202f]|[ \u00a0\u202f](?=[:;!?»%€])", _TIED, text)


def _style(cell: "Cell", colours: Mapping[str, Mark], *, colour: bool) -> str:
    mark = colours.get(str(cell)) if colour else None
    return STYLES[mark] if mark else ""
