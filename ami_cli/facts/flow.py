"""The text of a word-processor document in reading order, gathered while walking through its XML."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ami_cli.facts.clean import clean
from ami_cli.models.facts import Sheet

_TABLES, _ROWS, _COLUMNS = 50, 500, 200
"""How many tables are kept as such, and how many rows and columns of each."""
_LONGEST_FIGURE = 60
"""Characters beyond which a cell is prose."""


@dataclass(frozen=True)
class Names:
    """What the elements of a format are called."""

    paragraphs: frozenset[str]
    cell: str
    row: str
    boxes: frozenset[str]
    skipped: frozenset[str]
    marks: Mapping[str, str]
    table: str
    runs: frozenset[str] | None
    """The elements whose text counts; None: all text inside a paragraph counts."""


@dataclass
class _Story:
    """A run of paragraphs: the body, a cell, a text box."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    open_paragraphs: int = 0
    span: int = 1
    """How many columns it covers, where it is a cell."""


class Flow:
    """Paragraphs as lines, the cells of a row between tabs, text boxes after the paragraph that holds them."""

    def __init__(self, names: Names) -> None:
        """Start with nothing; `names` says what the format calls things."""
        self._names = names
        self._stories = [_Story()]
        self._rows: list[list[str]] = []
        self._wide: list[list[str]] = []
        self._open: list[list[tuple[str, ...]]] = []
        self._grids: list[list[tuple[str, ...]]] = []
        self._skipped = 0
        self._runs = 0

    def lines(self) -> tuple[str, ...]:
        """Return the paragraphs gathered so far."""
        story = self._stories[0]
        return tuple(story.lines)

    def whole(self) -> str:
        """Return the text gathered so far."""
        return clean("\n".join(self.lines()))

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the tables that hold figures, row by row; a cell over several columns is followed by empty ones."""
        filled = (rows for rows in self._grids if any(_figure(cell) for row in rows for cell in row[1:]))
        return tuple(Sheet(name="", rows=tuple(tuple(map(clean, row)) for row in rows)) for rows in filled)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        names = self._names
        if self._skipped or name in names.skipped:
            self._skipped += 1
        elif names.runs is not None and name in names.runs:
            self._runs += 1
        elif name in names.paragraphs:
            self._stories[-1].open_paragraphs += 1
        elif name in names.marks and "val" not in attributes:
            self._stories[-1].words.append(names.marks[name] * _count(attributes))
        elif name in names.boxes or name == names.cell:
            self._stories.append(_Story(span=_span(attributes, "number-columns-spanned")))
        elif name == names.row:
            self._rows.append([])
            self._wide.append([])
        elif name == "gridSpan":
            self._stories[-1].span = _span(attributes, "val")
        elif name == names.table:
            self._open.append([])

    def end(self, name: str) -> None:
        """Leave it."""
        names = self._names
        if self._skipped:
            self._skipped -= 1
        elif names.runs is not None and name in names.runs:
            self._runs -= 1
        elif name in names.paragraphs:
            self._paragraph()
        elif name in names.boxes:
            box = self._close()
            around = self._stories[-1]
            (around.boxes if around.open_paragraphs else around.lines).extend(box)
        elif name == names.table and self._open:
            rows = self._open.pop()
            if len(self._grids) < _TABLES:
                self._grids.append(rows)
        elif name == names.cell:
            span = self._stories[-1].span
            cell = self._close()
            if self._wide:
                self._wide[-1] += [" ".join(" ".join(cell).split()), *[""] * (span - 1)]
            (self._rows[-1] if self._rows else self._stories[-1].lines).append("\n".join(cell))
        elif name == names.row and self._rows:
            self._row(self._rows.pop())

    def text(self, text: str) -> None:
        """Meet text."""
        story = self._stories[-1]
        if not self._skipped and (self._runs if self._names.runs is not None else story.open_paragraphs):
            story.words.append(text)

    def _paragraph(self) -> None:
        story = self._stories[-1]
        story.open_paragraphs -= 1
        story.lines.append("".join(story.words))
        story.words.clear()
        if not story.open_paragraphs:
            story.lines.extend(story.boxes)
            story.boxes.clear()

    def _close(self) -> list[str]:
        story = self._stories.pop()
        return [line for line in (*story.lines, "".join(story.words), *story.boxes) if line.strip()]

    def _row(self, cells: list[str]) -> None:
        """A row of short cells is one line; cells of several lines are read one after the other."""
        wide = tuple(self._wide.pop()[:_COLUMNS])
        if self._open and len(self._open[-1]) < _ROWS:
            self._open[-1].append(wide)
        lines = self._stories[-1].lines
        if any("\n" in cell for cell in cells):
            lines.extend(cell for cell in cells if cell)
        else:
            lines.append("\t".join(cells))


def _figure(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and len(cell) <= _LONGEST_FIGURE


def _span(attributes: Mapping[str, str], name: str) -> int:
    """Return how many columns a cell covers."""
    said = attributes.get(name, "1")
    return max(1, min(int(said), _COLUMNS)) if said.isdecimal() else 1


def _count(attributes: Mapping[str, str]) -> int:
    """OpenDocument writes runs of spaces as one element with a count."""
    count = attributes.get("c", "1")
    return min(int(count), 200) if count.isdecimal() else 1
