"""Spreadsheets: the names of the sheets and their cells, as text."""

import io
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.package import Package
from ami_cli.facts.readers.opendocument import refuse_locked
from ami_cli.facts.readers.workbook import sheets_of
from ami_cli.facts.xml import walk
from ami_cli.models.facts import Page, Sheet

_COLUMNS = 200
_CURRENCY = re.compile(r"(?<=\[\$)[A-Z€£$]{1,4}|(?<!\[)[€$£]|\b(?:EUR|USD|GBP|CHF|XOF|XAF|CAD)\b")
"""The currency in a number format: `#,##0.00 "€"`, `[$€-40C]`, `[$CHF]`."""
_THREE_DECIMALS = re.compile(r"\.\d{3}$")
_SHEETS = 50


class _Cell(Protocol):
    @property
    def value(self) -> object: ...


def as_content(sheets: tuple[Sheet, ...], bounds: Bounds, *, cut: bool) -> Content:
    """Return sheets as a content: each a page of its own, its name first, a line a row.

    Raises:
        UnreadableError: no cell holds anything.
    """
    pages, left = [], bounds.characters
    for number, sheet in enumerate(sheets, start=1):
        text = "\n".join(filter(None, (sheet.name, *("\t".join(row).strip() for row in sheet.rows))))
        pages.append(Page(number=number, text=text[: max(left, 0)]))
        left -= len(text)
    if not any(cell for sheet in sheets for row in sheet.rows for cell in row):
        raise UnreadableError("no-text", "no cell holds anything")
    return Content(texts=tuple(pages), paged=False, sheets=sheets, truncated=cut or left < 0)


def read_xlsx(data: bytes, bounds: Bounds) -> Content:
    """Return the sheets of an Excel workbook, with the values that Excel computed.

    Raises:
        UnreadableError: damaged, too large to unpack, or empty.
    """
    _refuse_entities(Package(data, bounds))
    try:
        return _by_library(data, bounds)
    except _REFUSED:
        return _as_written(Package(data, bounds), bounds)


_REFUSED = (ValueError, TypeError, KeyError, IndexError, AttributeError, SyntaxError, OverflowError)
"""What the library raises for a style, a filter or a date that it does not know, of which many programs write some."""


def _as_written(package: Package, bounds: Bounds) -> Content:
    read = [*itertools.islice(sheets_of(package, bounds, _COLUMNS), _SHEETS)]
    cut = any(len(rows) > bounds.rows for _name, rows in read)
    sheets = tuple(Sheet(name=name, rows=_trimmed(rows[: bounds.rows])) for name, rows in read)
    return as_content(sheets, bounds, cut=cut)


def _by_library(data: bytes, bounds: Bounds) -> Content:
    from openpyxl import load_workbook

    sheets, cut = [], False
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets[:_SHEETS]:
            rows = sheet.iter_rows(max_row=bounds.rows + 1, max_col=_COLUMNS)
            cells = [tuple(_shown(cell) for cell in row) for row in rows]
            cut = cut or len(cells) > bounds.rows
            sheets.append(Sheet(name=clean(sheet.title), rows=_trimmed(cells[: bounds.rows])))
    finally:
        book.close()
    return as_content(tuple(sheets), bounds, cut=cut)


def _shown(cell: "_Cell") -> str:
    """Return a cell as text; a number has the currency or the per cent that its format shows."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else clean(str(value))
    look = str(getattr(cell, "number_format", ""))
    if "%" in look:
        return f"{round(value * 100, 6):g} %"
    digits, unit = str(value), _CURRENCY.search(look)
    plain = f"{digits}0" if _THREE_DECIMALS.search(digits) else digits  # 12.345 could be read as twelve thousand
    return f"{plain} {unit[0]}" if unit else plain


def _refuse_entities(package: Package) -> None:
    """The library that reads workbooks would unfold entities; no program that writes workbooks uses any."""
    for name in package.names:
        if name.endswith((".xml", ".rels")) and b"<!" in (start := package.part(name)[:4096]) and b"<!DOCTYPE" in start:
            raise UnreadableError("too-large", "it defines XML entities of its own, which swell when unpacked")


def read_ods(data: bytes, bounds: Bounds) -> Content:
    """Return the sheets of an OpenDocument spreadsheet.

    Raises:
        UnreadableError: encrypted, damaged, too large to unpack, or empty.
    """
    package = Package(data, bounds)
    refuse_locked(package)
    cells = _Cells(bounds)
    walk(package.part("content.xml"), cells, bounds)
    return as_content(tuple(Sheet(name=name, rows=_trimmed(rows)) for name, rows in cells.sheets), bounds, cut=cells.cut)


def _trimmed(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Rows without the empty cells at their end, and without the empty rows at the end of the sheet."""
    kept = []
    for row in rows:
        width = max((place for place, cell in enumerate(row, start=1) if cell), default=0)
        kept.append(row[:width])
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


class _Cells:
    """Follows the content of an OpenDocument spreadsheet; repeated cells are repeated within bounds."""

    def __init__(self, bounds: Bounds) -> None:
        self.sheets: list[tuple[str, list[tuple[str, ...]]]] = []
        self.cut = False
        self._rows = bounds.rows
        self._row: list[str] = []
        self._cell: list[str] = []
        self._repeated = 1
        self._text = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if name == "table" and len(self.sheets) < _SHEETS:
            self.sheets.append((clean(attributes.get("name", "")), []))
        elif name == "table-row":
            self._row = []
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell = []
            repeated = attributes.get("number-columns-repeated", "1")
            self._repeated = min(int(repeated), _COLUMNS) if repeated.isdecimal() else 1
        elif name in {"p", "h"}:
            self._text += 1

    def end(self, name: str) -> None:
        """Leave it."""
        if name in {"p", "h"}:
            self._text -= 1
            self._cell.append(" ")
        elif name in {"table-cell", "covered-table-cell"}:
            self._row.extend([clean("".join(self._cell))] * min(self._repeated, _COLUMNS - len(self._row)))
        elif name == "table-row" and self.sheets:
            self.cut = self.cut or len(self.sheets[-1][1]) >= self._rows
            if not self.cut:
                self.sheets[-1][1].append(tuple(self._row))

    def text(self, text: str) -> None:
        """Meet text."""
        if self._text:
            self._cell.append(text)
