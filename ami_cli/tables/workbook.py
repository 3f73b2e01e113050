"""Table → Excel workbook: styled, filterable, the same bytes every time, and never a formula from a cell's text."""

import io
import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ami_cli.models.table import Cell, Table, lines
from ami_cli.tables.neutral import cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date that every workbook bears: the same inputs give the same bytes."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_000
"""Characters a cell of a workbook can hold, nearly."""
_LINE = 15.0
"""Points of a line."""
_HIGHEST = 400.0
"""Points of the highest row; programs refuse 410."""


def write(tables: Sequence[Table]) -> bytes:
    """Return the tables as a workbook, a sheet each; the notes stand below the rows."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"title": tables[0].title, "author": "ami", "created": _EPOCH})
        names: set[str] = set()
        for table in tables:
            names.add(name := _new_name(table.title, names))
            _sheet(book, table, name)
    return content.getvalue()


def _sheet(book: "Workbook", table: Table, name: str) -> None:
    sheet = book.add_worksheet(name)
    heading = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"}
    headings = {align: book.add_format({**heading, "align": align}) for align in sorted({column.align for column in table.columns})}
    looks: dict[tuple[str, str], Format] = {}
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, _text(column.title), headings[column.align])
    sheet.set_row(0, _height(table, [column.title for column in table.columns]))
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, _height(table, row))
        for index, value in enumerate(row):
            look = (table.columns[index].align, _number_format(value))
            held, style = cell(value), looks.get(look) or looks.setdefault(look, _look(book, *look))
            if isinstance(held, str):
                sheet.write_string(number, index, held[:_LONGEST], style)
            elif held is None:
                sheet.write_blank(number, index, None, style)
            else:
                sheet.write_number(number, index, held, style)
    for number, note in enumerate(table.notes, start=len(table.rows) + 2):
        sheet.write_string(number, 0, _text(note))
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 1 if table.one_page else 0)
    sheet.repeat_rows(0)


def _look(book: "Workbook", align: str, number_format: str) -> "Format":
    edges = {"bottom": 1, "right": 1, "border_color": "#C8D2D9"}
    return book.add_format({"text_wrap": True, "valign": "top", "align": align, "num_format": number_format, **edges})


def _number_format(value: Cell) -> str:
    """Return a format with as many decimals as the number was given with: 84.00 stays so below 88.67."""
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) and value.is_finite() else 0
    return f"0.{'0' * places}" if places > 0 else "General"


def _height(table: Table, row: Sequence[Cell]) -> float:
    """Return points enough for the longest text of the row."""
    most = max(
        (lines(value, column.width) for column, value in zip(table.columns, row, strict=True) if isinstance(value, str)), default=1
    )
    return min(max(most, 1) * _LINE, _HIGHEST)


def _text(text: str) -> str:
    return str(cell(text))[:_LONGEST]


def _new_name(title: str, taken: Collection[str]) -> str:
    """Return a name for a sheet that no other has, whatever its case."""
    name, folded = sheet_name(title), {one.casefold() for one in taken}
    number = 1
    while name.casefold() in folded:
        number += 1
        name = f"{sheet_name(title)[:26]} ({number})"
    return name


def sheet_name(title: str) -> str:
    """Return a name that a sheet may have: no reserved characters, at most 31."""
    bare = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title)
    return " ".join(bare.split()).strip("'")[:31].strip("' ") or "ami"
