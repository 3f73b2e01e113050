"""A table for people, that reads well at 80 columns, on paper and in a pipe."""

import io
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ami_cli.show.screen import Bilingual, Mark, clean, coloured, data, width

if TYPE_CHECKING:
    from rich.text import Text

    from ami_cli.models.table import Cell, Table

STYLES = {Mark.GOOD: "green", Mark.DOUBT: "yellow", Mark.BAD: "red", Mark.STRONG: "bold", Mark.FAINT: "dim"}


_TIED = "\ue000"  # of the private use area: one column wide, no space to rich, and put back once the table is drawn
_BREAK = "\x1f"  # a space to rich, that takes no column: taken out once the table is drawn
BY_KEY = {
    Mark.GOOD: ("complete", "met", "shortlisted"),
    Mark.DOUBT: ("to_verify", "undecided", "reserve"),
    Mark.BAD: ("incomplete", "not_met", "excluded"),
    Mark.FAINT: ("not_applicable",),
}


def marks(words: "Mapping[Any, Bilingual]", language: str) -> dict[str, Mark]:
    """Return the colours of verdicts, statuses and decisions, by the words that stand for them in `language`."""
    return {words[key].of(language): mark for mark, keys in BY_KEY.items() for key in keys if key in words}


def table(content: "Table", colours: Mapping[str, Mark] | None = None) -> None:
    """Write a table to stdout; `colours` says which cells, by their whole text, are coloured."""
    data(f"{_drawn(content, colours or {}, columns=width(), colour=coloured(sys.stdout))}\n")


def _drawn(content: "Table", colours: Mapping[str, Mark], *, columns: int, colour: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold" if colour else "")
    for place, column in enumerate(content.columns):
        whole = not place and _longest(content) <= columns // 3
        grid.add_column(Text(clean(column.title)), justify=column.align, overflow="fold", no_wrap=whole)
    for row in content.rows:
        grid.add_row(*(_cell(_shown(cell, content.language), _style(cell, colours, colour=colour)) for cell in row))
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
    return "\n".join(line.rstrip() for line in canvas.getvalue().replace(_TIED, " ").replace(_BREAK, "").split("\n"))


def _longest(content: "Table") -> int:
    """Return the length of the longest line of a first cell: names that open a line are not cut where there is room."""
    return max((len(line) for row in content.rows for line in str(row[0]).split("\n")), default=0)


def _cell(words: str, style: str) -> "Text":
    """Return words that break where they have a mark, where a word is longer than its column."""
    from rich.text import Text

    class Breaking(Text):
        def wrap(self, console: Any, width: int, **more: Any) -> Any:
            shown = re.sub(r"\S+", lambda word: _breakable(word[0]) if len(word[0]) > width else word[0], self.plain)
            return Text(shown, style=self.style).wrap(console, width, **more)

    return Breaking(words, style=style)


def _breakable(word: str) -> str:
    return re.sub(r"(?<=[\w][/@_.-])(?=\w)", _BREAK, word)


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
