"""A workbook that came back, whichever program saved it."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from ami_cli.files import sha256
from ami_cli.selection.grids import mistakes as wrong
from ami_cli.selection.grids.cells import Line, lines
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
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How the old formats of Office begin, and what it wraps a workbook in to protect it by a password."""
MOST_ROWS = 100_000
MOST_COLUMNS = 60
KEYS = ("application", "criterion")
FIELDS = ("conflict", "abstention", "reason", "retained", "ground", "mark", "comment")
NEED = "need-"
NEEDED = {"call", "stage", "evaluator", "list", "rows", "candidates"}


DAMAGED = (
    *(
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
    ),  # the archive: cut, changed, encrypted, packed in another way
    *(SyntaxError, LookupError, ValueError, OverflowError),  # its parts: no XML, missing, saying what cannot be
    *(AttributeError, TypeError),  # openpyxl, where a part lacks what it takes for granted
)
"""What a damaged workbook makes zipfile, the XML readers and openpyxl raise, as 40,000 workbooks damaged at random have shown."""


def read(content: bytes, source: str) -> Returned:
    """Return what a workbook holds; InvalidGridsError where it is no workbook or no grid."""
    with _opened(content, source) as book:
        said = _said(book, source)
        candidates = tuple(_rows(book, said["candidates"], source))
        marks = tuple(_rows(book, said["rows"], source))
    return Returned(source, sha256(content), said, candidates, marks)


@contextmanager
def _opened(content: bytes, source: str) -> Iterator["Workbook"]:
    """Open a workbook read-only; whatever is damaged in it, here or while its sheets are read, is said of its file."""
    from openpyxl import load_workbook

    if content.startswith(COMPOUND):
        raise InvalidGridsError([Mistake(source, wrong.LOCKED)])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_BYTES:
            raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)])
        with warnings.catch_warnings(action="ignore"), closing(load_workbook(io.BytesIO(content), read_only=True)) as book:
            yield book  # openpyxl warns, in its own words, of what it does not keep; nothing is written here
    except DAMAGED as error:
        raise InvalidGridsError([Mistake(source, wrong.UNREADABLE)]) from error


def _said(book: "Workbook", source: str) -> Mapping[str, str]:
    if SHEET_IDS in book.sheetnames:
        pairs = [(line.cell(0).value, line.cell(1).value) for line in lines(book, SHEET_IDS, (20, 2))]
        said = {str(name): str(value) for name, value in pairs if name is not None and value is not None}
        if said.keys() >= NEEDED:
            gone = [said[name] for name in ("candidates", "rows") if said[name] not in book.sheetnames]
            if gone:
                raise InvalidGridsError([Mistake(source, wrong.gone(gone))])
            return said
    raise InvalidGridsError([Mistake(source, wrong.NOT_A_GRID)])


def _rows(book: "Workbook", title: str, source: str) -> Iterator[Row]:
    """Give the rows below the headings that hold anything; a row without ids has an empty key."""
    place = f"{source} · {title}"
    columns = _Columns({})
    for line in lines(book, title, (MOST_ROWS, MOST_COLUMNS)):
        if line.number == NAMES_ROW:
            columns = _Columns({str(line.cell(index).value): index for index in line.cells})
        elif line.number >= FIRST_ROW and columns.keys:
            row = columns.row(line, place)
            if row.key.count("") < len(row.key) or not line.empty:
                yield row
    if not columns.keys:
        raise InvalidGridsError([Mistake(place, wrong.NOT_A_GRID)])


class _Columns:
    """Which columns hold the ids, and which are read back under which name."""

    def __init__(self, names: Mapping[str, int]) -> None:
        self.keys = [names[name] for name in KEYS if name in names] if KEYS[0] in names else []
        read_back = {name: index for name, index in names.items() if name in FIELDS or name.startswith(NEED)}
        self.fields = [(name, index, _letter(index)) for name, index in read_back.items()]

    def row(self, line: Line, place: str) -> Row:
        """Return what one row holds."""
        key = tuple(str(line.cell(index).value or "") for index in self.keys)
        fields = {name: Field(f"{place}!{letter}{line.number}", *line.cell(index)) for name, index, letter in self.fields}
        return Row(f"{place}!A{line.number}", key, fields)


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else _letter(index // 26 - 1) + _letter(index % 26)  # noqa: PLR2004 - the alphabet
