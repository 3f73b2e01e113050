import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from ami_cli import tables
from ami_cli.models.table import Column, Table
from ami_cli.tables.workbook import sheet_name

SMALL = Table(
    title="Liste",
    columns=(Column(title="Candidat"), Column(title="Note", align="right", width=8)),
    rows=(("Amina | Diallo", Decimal("12.5")), ("<b>Luc</b>\n[x](y)", 3), (None, -1)),
    notes=("à l’unanimité",),
)


def test_csv_has_the_mark_and_the_delimiter() -> None:
    assert (
        tables.write(SMALL, "csv", delimiter=";")
        == ("\ufeffCandidat;Note\r\nAmina | Diallo;12.5\r\n<b>Luc</b> [x](y);3\r\n;-1\r\n").encode()
    )


def test_markdown_shows_text_as_it_is() -> None:
    assert tables.write(SMALL, "md").decode() == (
        "# Liste\n\n"
        "| Candidat | Note |\n"
        "| :--- | ---: |\n"
        "| Amina \\| Diallo | 12,5 |\n"
        "| &lt;b&gt;Luc&lt;/b&gt;<br>\\[x\\](y) | 3 |\n"
        "|  | -1 |\n"
        "\n"
        "- à l’unanimité\n"
    )


def test_workbook_keeps_numbers_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(tables.write(SMALL, "xlsx"))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet["A1:B4"]] == [
        ["Candidat", "Note"],
        ["Amina | Diallo", 12.5],
        ["<b>Luc</b>\n[x](y)", 3],
        [None, -1],
    ]
    assert [sheet[place].number_format for place in ("B2", "B3")] == ["0.0", "General"]
    assert sheet["A6"].value == "à l’unanimité"
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Liste", "A2", "A1:B4")


@pytest.mark.parametrize("form", tables.FORMATS)
def test_the_same_table_gives_the_same_bytes(form: tables.Format) -> None:
    assert tables.write(SMALL, form) == tables.write(SMALL, form)


@pytest.mark.parametrize("form", tables.FORMATS)
def test_a_table_without_rows_is_written(form: tables.Format) -> None:
    empty = SMALL.model_copy(update={"rows": (), "notes": ()})
    assert len(tables.write(empty, form)) > 0


@pytest.mark.parametrize(
    ("title", "name"), [("a/b:c*d?[e]\\f", "a b c d e f"), ("x" * 40, "x" * 31), ("''", "ami"), ("", "ami"), ("'Liste'", "Liste")]
)
def test_a_sheet_has_a_name_that_workbooks_accept(title: str, name: str) -> None:
    assert sheet_name(title) == name
