"""The rows of a sheet as they stream, of which only the cells that are asked for are understood.

openpyxl understands every cell of every row. A grid has four columns to read back out of eleven, and thousands of rows.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse  # as openpyxl reads; expat bounds what entities may grow to

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROW, TEXT, INLINE, PHONETIC = (MAIN + name for name in ("row", "t", "is", "rPh"))


class DamagedSheetError(ValueError):
    """A workbook that holds something else where a sheet of cells belongs."""


class Cell(NamedTuple):
    """What a cell holds; of a formula, the formula itself."""

    value: object = None
    formula: bool = False


class Line:
    """One row of a sheet: its cells by their column, counted from 0."""

    def __init__(self, number: int, row: Element, reader: "_Reader") -> None:
        """Keep the row; its cells are told apart where it is needed."""
        self.number, self.row, self.reader = number, row, reader

    @cached_property
    def cells(self) -> dict[int, Element]:
        """The cells by their columns."""
        return dict(self.reader.placed(self.row))

    def cell(self, column: int) -> Cell:
        """Return what a cell holds."""
        element = self._in_its_place(column)
        if element is None:
            element = self.cells.get(column)
        return Cell() if element is None else self.reader.cell(element)

    def _in_its_place(self, column: int) -> Element | None:
        """Return the cell where rows have no gaps before it, as most programs write them."""
        if column < len(self.row) and self.row[column].get("r") == f"{self.reader.letter(column)}{self.number}":
            return self.row[column]
        return None

    @property
    def empty(self) -> bool:
        """Return whether no cell holds anything."""
        return all(self.cell(column).value in {None, ""} for column in self.cells)


def lines(book: "Workbook", title: str, most: tuple[int, int]) -> Iterator[Line]:
    """Give the rows of a sheet of a workbook opened read-only, whatever size it says it has; at most so many rows and columns.

    A row stands only until the next one is asked for.
    """
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    if not isinstance(book[title], ReadOnlyWorksheet):
        raise DamagedSheetError(title)
    sheet: Any = book[title]
    with sheet._get_source() as source:  # noqa: SLF001 - openpyxl says nowhere else where the XML of a sheet lies
        reader, last, number = _Reader(sheet, source, most[1]), 0, 0
        for seen, row in enumerate(element for _, element in iterparse(source) if element.tag == ROW):  # noqa: S314 - see above
            number = int(row.get("r", number + 1))
            if max(number, seen) > most[0]:
                return
            if number > last:  # a row out of its turn is none of a grid
                last = number
                yield Line(number, row, reader)
            row.clear()


class _Reader:
    """Understands the cells of one sheet, as openpyxl does."""

    def __init__(self, sheet: Any, source: IO[bytes], columns: int) -> None:
        from openpyxl.worksheet._reader import WorkSheetParser

        book, texts = sheet.parent, sheet._shared_strings  # noqa: SLF001 - as above; and below, which looks are dates
        dates = {"date_formats": book._date_formats, "timedelta_formats": book._timedelta_formats}  # noqa: SLF001
        self.parser: WorkSheetParser = WorkSheetParser(source, texts, epoch=book.epoch, **dates)
        self.columns = columns
        self.letters: dict[str, int] = {}
        self.names: dict[int, str] = {}

    def placed(self, row: Element) -> Iterator[tuple[int, Element]]:
        """Give the cells of a row with their columns; one that does not say its own follows the one before."""
        column = -1
        for element in row:
            place = element.get("r")
            column = column + 1 if place is None else self._column(place.rstrip("0123456789"))
            if column < self.columns:
                yield column, element

    def _column(self, letters: str) -> int:
        if letters not in self.letters:
            from openpyxl.utils import column_index_from_string

            self.letters[letters] = column_index_from_string(letters) - 1
        return self.letters[letters]

    def letter(self, column: int) -> str:
        """Return how a column is called."""
        if column not in self.names:
            from openpyxl.utils import get_column_letter

            self.names[column] = get_column_letter(column + 1)
        return self.names[column]

    def cell(self, element: Element) -> Cell:
        """Return what a cell holds; a text that stands in its cell is the most frequent, and quickest read here."""
        if element.get("t") == "inlineStr" and len(element) == 1 and element[0].tag == INLINE:
            return Cell("".join(_texts(element[0])))
        found = self.parser.parse_cell(element)
        return Cell(found["value"], found["data_type"] == "f")


def _texts(inline: Element) -> Iterator[str]:
    """Give the pieces of a text, without how it is pronounced."""
    for piece in inline:
        if piece.tag != PHONETIC:
            yield from (part.text or "" for part in piece.iter(TEXT))
