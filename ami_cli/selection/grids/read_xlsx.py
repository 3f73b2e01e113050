"""A workbook that came back, whichever program saved it."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ami_cli.files import sha256
from ami_cli.selection.grids import mistakes as wrong
from ami_cli.selection.grids.mistakes import InvalidGridsError, Mistake
from ami_cli.selection.grids.returned import Field, Returned, Row
from ami_cli.selection.grids.xlsx import SHEET_IDS

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_ROW = 4
MOST_BYTES = 50_000_000
"""Unpacked bytes above which a workbook is no grid: 300 candidates by 20 criteria take about 3 MB."""
MOST_ROWS = 100_000
CANDIDATE_FIELDS = {6: "conflict", 7: "abstention", 8: "reason", 9: "retained", 10: "ground", 11: "comment"}
"""Column numbers, from 1."""
MARK_FIELDS = {8: "mark", 9: "comment"}
NEEDED = {"call", "stage", "evaluator", "list", "rows", "candidates"}


def read(content: bytes, source: str) -> Returned:
    """Return what a workbook holds; InvalidGridsError where it is no workbook or no grid."""
    book = _open(content, source)
    said = _said(book, source)
    candidates = tuple(_rows(book[said["candidates"]], source, (2,), CANDIDATE_FIELDS))
    marks = tuple(_rows(book[said["rows"]], source, (2, 3), MARK_FIELDS))
    return Returned(source, sha256(content), said, candidates, marks)


def _open(content: bytes, source: str) -> "Workbook":
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            small = sum(member.file_size for member in archive.infolist()) <= MOST_BYTES
        if small:
            return load_workbook(io.BytesIO(content))
    except Exception as error:
        raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)]) from error
    raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)])


def _said(book: "Workbook", source: str) -> Mapping[str, str]:
    if SHEET_IDS in book.sheetnames:
        rows = book[SHEET_IDS].iter_rows(min_col=1, max_col=2, max_row=20, values_only=True)
        said = {str(name): str(value) for name, value in rows if name is not None}
        if said.keys() >= NEEDED and {said["rows"], said["candidates"]} <= set(book.sheetnames):
            return said
    raise InvalidGridsError([Mistake(source, wrong.NOT_A_GRID)])


def _rows(sheet: "Worksheet", source: str, ids: tuple[int, ...], names: Mapping[int, str]) -> Iterator[Row]:
    """Give the rows below the headings that hold anything; a row without ids has an empty key."""
    place = f"{source} · {sheet.title}"
    for cells in sheet.iter_rows(min_row=FIRST_ROW, max_row=min(sheet.max_row, MOST_ROWS)):
        by_column = {cell.column: cell for cell in cells}
        if all(cell.value in (None, "") for cell in cells):
            continue
        key = tuple(str(by_column[column].value or "") if column in by_column else "" for column in ids)
        fields = {
            name: Field(f"{place}!{by_column[column].coordinate}", by_column[column].value, by_column[column].data_type == "f")
            for column, name in names.items()
            if column in by_column
        }
        yield Row(f"{place}!{cells[0].coordinate}", key, fields)
