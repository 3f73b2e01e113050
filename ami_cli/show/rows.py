"""The rows of a table as lines: rich says how wide each column is, and folds what is longer; a cell that fits costs it nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.measure import Measurement
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, JustifyMethod
    from rich.table import Table as Grid

BREAK = "\x1f"
"""A space to rich, that takes no column: to be taken out once the table is drawn."""


class Shown(NamedTuple):
    """A cell as it is shown."""

    words: str
    style: str = ""


class Column:
    """All cells of a column, as one of a grid that shows nothing: laying thousands out one by one takes long."""

    def __init__(self, cells: Sequence[Shown]) -> None:
        self.cells = cells
        sizes = [_size(words) for words in dict.fromkeys(cell.words for cell in cells)]
        self._size = Measurement(max(least for least, _ in sizes), max(most for _, most in sizes))

    def __rich_measure__(self, _console: "Console", _options: "ConsoleOptions") -> Measurement:
        return self._size

    def __rich_console__(self, _console: "Console", _options: "ConsoleOptions") -> Iterator[str]:
        return iter(())


def _size(words: str) -> tuple[int, int]:
    """Return the columns that the longest word and the longest line take."""
    most = max(map(cell_len, words.splitlines()), default=0)
    return max(map(cell_len, words.split()), default=most), most


@dataclass(frozen=True)
class Room:
    """Where the cells of a column are set: its width, the space left free before and after, and how lines stand in it."""

    console: "Console"
    width: int
    before: int
    after: int
    align: "JustifyMethod"
    whole: bool
    _known: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def lines(self, cell: Shown) -> list[str]:
        """Return the lines of a cell, each as wide as the column."""
        return [line for words in cell.words.split("\n") for line in self._lines(words, cell.style)]

    def _lines(self, words: str, style: str) -> list[str]:
        known = self._known.get((words, style))
        if known is None:
            inside = self.width - self.before - self.after
            known = [self._set(line, style) for line in self._folded(words, inside)] if inside > 0 else []
            self._known[words, style] = known
        return known

    def _folded(self, words: str, width: int) -> list[str]:
        """Return a line in as many as it takes; where it fits, only set in its place."""
        free = width - cell_len(words)
        if self.align == "left" and free >= 0 and len(words) <= width and "\t" not in words:
            return [words + " " * free]
        shown = re.sub(r"\S+", lambda word: _breakable(word[0]) if len(word[0]) > width else word[0], words)
        folded = Text(shown).wrap(self.console, width, justify=self.align, overflow="fold", no_wrap=self.whole)
        return [line.plain for line in folded]

    def _set(self, line: str, style: str) -> str:
        """Return a line in its place; one that ends with what joins it to the next is shorter than it was made."""
        coloured = Style.parse(style).render(line, color_system=ColorSystem.STANDARD) if style else line
        after = self.width - self.before - cell_len(line)
        return f"{' ' * self.before}{coloured}{' ' * after}"


def _breakable(word: str) -> str:
    return re.sub(r"(?<=[\w][/@_.-])(?=\w)", BREAK, word)


def rooms(grid: "Grid", console: "Console", widths: Sequence[int]) -> list[Room]:
    """Return the room of each column of a grid: a space on both sides, but for the edges of the table."""
    last = len(widths) - 1
    each = enumerate(zip(grid.columns, widths, strict=True))
    return [Room(console, width, int(at > 0), int(at < last), column.justify, column.no_wrap) for at, (column, width) in each]


def drawn(columns: Sequence[Column], rooms: Sequence[Room]) -> Iterator[str]:
    """Give the lines of all rows; a cell with fewer than its row has goes on blank."""
    blank = [" " * room.width for room in rooms]
    for row in zip(*(column.cells for column in columns), strict=True):
        cells = [room.lines(cell) for room, cell in zip(rooms, row, strict=True)]
        for place in range(max(1, *map(len, cells))):
            yield " ".join(lines[place] if place < len(lines) else blank[at] for at, lines in enumerate(cells))
