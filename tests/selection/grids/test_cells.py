"""The cells of a sheet are what openpyxl says they are, whichever program wrote them."""

import io
import zipfile
from datetime import UTC, datetime, time, timedelta

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from ami_cli.selection.grids.cells import DamagedSheetError, lines

NOON = datetime(2025, 8, 31, 12, tzinfo=UTC).replace(tzinfo=None)
VALUES = [
    *(None, "", " ", "x", "=1+1", "_x000D_ & <b>", "3,5", "é’ «»", 0, 3, -1, 3.5, 1e300, True, False),
    *("#N/A", NOON, time(9, 30), timedelta(hours=30), CellRichText("a", TextBlock(InlineFont(b=True), "b"))),
]

Read = list[tuple[int, list[tuple[object, bool]]]]


def ours(content: bytes, title: str = "Sheet", most: tuple[int, int] = (1000, 30)) -> Read:
    """Every cell that holds anything, row by row."""
    book = load_workbook(io.BytesIO(content), read_only=True)
    read = [(line.number, [tuple(line.cell(column)) for column in range(most[1])]) for line in lines(book, title, most)]
    return [(number, cells) for number, cells in read if any(value not in {None, ""} for value, _ in cells)]  # type: ignore[misc]


def theirs(content: bytes, title: str = "Sheet") -> Read:
    """The same as openpyxl gives it."""
    sheet = load_workbook(io.BytesIO(content), read_only=True)[title]
    sheet.reset_dimensions()
    rows: list[list[tuple[object, bool]]] = [
        [(cell.value, getattr(cell, "data_type", "n") == "f") for cell in row] for row in sheet.iter_rows(max_col=30)
    ]
    return [(number, row) for number, row in enumerate(rows, start=1) if any(value not in {None, ""} for value, _ in row)]


def by_openpyxl(table: list[list[object]]) -> bytes:
    book = Workbook()
    for row in table:
        book.active.append(row)  # type: ignore[union-attr]
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_xlsxwriter(table: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"default_date_format": "dd/mm/yy hh:mm"})
    sheet = book.add_worksheet("Sheet")
    for row, values in enumerate(table):
        sheet.write_row(row * 2, 1, [None if isinstance(value, CellRichText) else value for value in values])
    sheet.write_rich_string(40, 1, "a", book.add_format({"bold": True}), "b")
    sheet.write_array_formula(41, 1, 41, 1, "{=SUM(B1:B2)}")
    book.close()
    return buffer.getvalue()


@pytest.mark.parametrize("write", [by_openpyxl, by_xlsxwriter])
def test_every_kind_of_value_is_read_as_openpyxl_reads_it(write: object) -> None:
    content = write([[value, "x"] for value in VALUES])  # type: ignore[operator]
    plain, found = theirs(content), ours(content)
    assert len(found) > 10
    assert [(number, [(str(value), formula) for value, formula in row if not formula]) for number, row in found] == [
        (number, [(str(value), formula) for value, formula in row if not formula]) for number, row in plain
    ]
    assert [sum(formula for _, formula in row) for _, row in found] == [sum(formula for _, formula in row) for _, row in plain]


ANY = st.one_of(st.none(), st.integers(-9, 99), st.booleans(), st.text("aé=, '", max_size=5))


@given(table=st.lists(st.lists(ANY, max_size=6)))
def test_any_table_is_read_as_openpyxl_reads_it(table: list[list[object]]) -> None:
    content = by_openpyxl(table)
    assert ours(content) == theirs(content)


def sheet_of(xml: str) -> bytes:
    """A workbook whose sheet says just this."""
    source, buffer = zipfile.ZipFile(io.BytesIO(by_openpyxl([["x"]]))), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in source.namelist():
            made.writestr(name, xml if name.endswith("sheet1.xml") else source.read(name))
    return buffer.getvalue()


OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        '<row r="2"><c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>o</t></rPh></is></c></row>',
        '<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row><row><c r="A4"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><v></v></c><c r="ZZ1"><v>7</v></c></row>',
        '<row r="1" spans="1:16384"><c r="A1" t="d"><v>2025-08-31</v></c><c r="B1" t="e"><v>#REF!</v></c></row>',
    ],
)
def test_what_other_programs_write_is_read_as_openpyxl_reads_it(rows: str) -> None:
    content = sheet_of(f"{OPENING}<sheetData>{rows}</sheetData></worksheet>")
    assert [(number, [cell for cell in row if cell[0] is not None]) for number, row in ours(content)] == [
        (number, [cell for cell in row if cell[0] is not None]) for number, row in theirs(content)
    ]


def test_a_sheet_is_read_no_further_than_asked() -> None:
    rows = "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, 30))
    content = sheet_of(f'{OPENING}<dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>')
    assert len(ours(content, most=(10, 5))) == 10
    far = sheet_of(f'{OPENING}<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>')
    assert ours(far) == []


def test_a_text_that_would_grow_without_end_is_damage() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    content = sheet_of(f'<!DOCTYPE x [{bomb}]>{OPENING}<sheetData><row><c t="str"><v>&e11;</v></c></row></sheetData></worksheet>')
    with pytest.raises(SyntaxError):
        ours(content)


def test_a_chart_is_no_sheet_of_cells() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet("Sheet")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Sheet!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    with pytest.raises(DamagedSheetError):
        ours(buffer.getvalue(), "Chart")
