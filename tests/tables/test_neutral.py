"""Hostile cells: no spreadsheet, in any locale, may take applicants' text for a formula."""

import csv
import html
import io
import re
import unicodedata

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ami_cli import tables
from ami_cli.models.table import Column, Table, table
from ami_cli.tables.neutral import SIGNS, neutral, neutral_anywhere

HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "\x00=1",
    "=cmd|' /C calc'!A0",
]
HARMLESS = ["", "Amina Diallo", "1 = 1", "a@b.org", "'=1", "CV - Amina", "«=»"]

spiky = st.text(st.sampled_from("=+-@＝＋－＠ \t\r\n;,|\"'\u200b\ufeff\u202e\x00aé1"), max_size=12)


def one_cell(text: str) -> Table:
    return table("Essai", [Column(title="a"), Column(title="b")], [[text, "fin"]], "fr")


def leads(text: str) -> str:
    """Return the first character that a spreadsheet would look at."""
    seen = [c for c in text if not c.isspace() and unicodedata.category(c) not in {"Cc", "Cf"}]
    return seen[0] if seen else ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


@given(st.text() | spiky)
def test_no_text_leads_with_a_sign(text: str) -> None:
    safe = neutral(text)
    assert leads(safe) not in set(SIGNS)
    assert safe[:1] not in {"\t", "\r", "\n"}
    assert neutral(safe) == safe
    assert safe.endswith(text)


@given(st.text() | spiky)
def test_no_part_leads_with_a_sign_at_any_separator(text: str) -> None:
    for part in re.split(r"[;,|\t\r\n]", neutral_anywhere(text)):
        assert leads(part) not in set(SIGNS)


@given(st.text() | spiky)
def test_csv_cells_are_harmless_and_read_back_on_one_line(text: str) -> None:
    content = tables.write(one_cell(text), "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == 2
    assert [len(row) for row in rows] == [2, 2]
    assert leads(rows[1][0]) not in set(SIGNS)


@given(st.text() | spiky)
def test_csv_is_harmless_to_a_program_that_cuts_elsewhere(text: str) -> None:
    content = tables.write(one_cell(text), "csv").decode("utf-8-sig")
    for part in re.split(r"[;\t|\n]", content):
        assert leads(part) not in set(SIGNS)


@pytest.mark.parametrize("text", HOSTILE)
def test_workbook_cells_are_text_and_never_formulas(text: str) -> None:
    sheet = load_workbook(io.BytesIO(tables.write(one_cell(text), "xlsx"))).active
    assert sheet is not None
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert leads(str(cell.value)) not in set(SIGNS)


@given(st.text(max_size=40) | spiky)
def test_markdown_has_one_line_per_row_and_no_stray_border(text: str) -> None:
    lines = tables.write(one_cell(text), "md").decode().splitlines()
    assert len(lines) == 5
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", lines[4])) == 3


@pytest.mark.parametrize("text", ["=1+1", "\t@x", "＝1"])
def test_headings_are_as_harmless_as_cells(text: str) -> None:
    made = table("Essai", [Column(title=text)], [["fin"]], "fr")
    page, word = tables.write(made, "html").decode(), Document(io.BytesIO(tables.write(made, "docx")))
    heading = re.findall(r"<th[^>]*>(.*?)</th>", page)[0]
    assert [leads(heading) in SIGNS, leads(word.tables[0].rows[0].cells[0].text) in SIGNS] == [False, False]


@given(st.text() | spiky)
def test_pages_and_word_files_hold_text_as_text(text: str) -> None:
    page, word = tables.write(one_cell(text), "html").decode(), Document(io.BytesIO(tables.write(one_cell(text), "docx")))
    assert len(re.findall("<td", page)) == 2
    assert leads(html.unescape(re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)[0])) not in set(SIGNS)
    assert leads(word.tables[0].rows[1].cells[0].text) not in set(SIGNS)


def test_several_tables_stand_in_one_file() -> None:
    several = [table(title, [Column(title="a")], [[title]], "en") for title in ("One", "one", "Two")]
    book = load_workbook(io.BytesIO(tables.write_all(several, "xlsx")))
    assert book.sheetnames == ["One", "one (2)", "Two"]
    assert tables.write_all(several, "csv").decode("utf-8-sig") == "Table,a\r\nOne,One\r\none,one\r\nTwo,Two\r\n"
    assert [line for line in tables.write_all(several, "md").decode().splitlines() if line.startswith("#")] == [
        "# One",
        "# one",
        "# Two",
    ]
    assert tables.write_all(several, "html").decode().count("<section>") == 3
    assert len(Document(io.BytesIO(tables.write_all(several, "docx"))).tables) == 3
