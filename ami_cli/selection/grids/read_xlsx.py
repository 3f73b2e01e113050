"""A workbook that came back, whichever program saved it."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ami_cli.files import sha256
from ami_cli.selection.grids import mistakes as wrong
from ami_cli.selection.grids.mistakes import InvalidGridsError, Mistake
from ami_cli.selection.grids.returned import Field, Returned, Row
from ami_cli.selection.grids.xlsx import SHEET_IDS

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

NAMES_ROW = 2
"""The hidden row that says what each column holds."""
FIRST_ROW = 4
MOST_BYTES = 50_000_000
"""Unpacked bytes above which a workbook is no grid: 300 candidates by 20 criteria take about 5 MB."""
MOST_ROWS = 100_000
MOST_COLUMNS = 60
KEYS = ("application", "criterion")
FIELDS = ("conflict", "abstention", "reason", "retained", "ground", "mark", "comment")
NEED = "need-"
NEEDED = {"call", "stage", "evaluator", "list", "rows", "candidates"}


def read(content: bytes, source: str) -> Returned:
    """Return what a workbook holds; InvalidGridsError where it is no workbook or no grid."""
    book = _open(content, source)
    try:
        said = _said(book, source)
        candidates = tuple(_rows(book, said["candidates"], source))
        marks = tuple(_rows(book, said["rows"], source))
    except InvalidGridsError:
        raise
    except Exception as error:  # the library reads sheets late, and a damaged one raises whatever it likes
        raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)]) from error
    finally:
        book.close()
    return Returned(source, sha256(content), said, candidates, marks)


def _open(content: bytes, source: str) -> "Workbook":
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            small = sum(member.file_size for member in archive.infolist()) <= MOST_BYTES
        if small:
            return load_workbook(io.BytesIO(content), read_only=True)
    except Exception as error:
        raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)]) from error
    raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)])


def _said(book: "Workbook", source: str) -> Mapping[str, str]:
    if SHEET_IDS in book.sheetnames:
        rows = book[SHEET_IDS].iter_rows(min_col=1, max_col=2, max_row=20, values_only=True)
        said = {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[0] is not None}
        if said.keys() >= NEEDED and {said["rows"], said["candidates"]} <= set(book.sheetnames):
            return said
    raise InvalidGridsError([Mistake(source, wrong.NOT_A_GRID)])


def _rows(book: "Workbook", title: str, source: str) -> Iterator[Row]:
    """Give the rows below the headings that hold anything; a row without ids has an empty key."""
    sheet: Any = book[title]  # read as it streams, whatever size it says it has
    sheet.reset_dimensions()
    place = f"{source} · {title}"
    names: dict[str, int] = {}
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), start=1):
        if number == NAMES_ROW:
            names = {str(cell.value): index for index, cell in enumerate(cells) if cell.value is not None}
            if KEYS[0] not in names:
                raise InvalidGridsError([Mistake(place, wrong.NOT_A_GRID)])
        elif number >= FIRST_ROW and any(cell.value not in (None, "") for cell in cells):
            yield _row(cells, names, number, place)


def _row(cells: Sequence[Any], names: Mapping[str, int], number: int, place: str) -> Row:
    key = tuple(str(_value(cells, names[name]) or "") for name in KEYS if name in names)
    fields = {
        name: Field(f"{place}!{_letter(index)}{number}", _value(cells, index), _is_formula(cells, index))
        for name, index in names.items()
        if name in FIELDS or name.startswith(NEED)
    }
    return Row(f"{place}!A{number}", key, fields)


def _value(cells: Sequence[Any], index: int) -> object:
    return cells[index].value if index < len(cells) else None


def _is_formula(cells: Sequence[Any], index: int) -> bool:
    return index < len(cells) and getattr(cells[index], "data_type", "n") == "f"


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else _letter(index // 26 - 1) + _letter(index % 26)  # noqa: PLR2004 - the alphabet
