"""Formats beside PDF and Word, each made in code."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.reading import facts_of
from ami_cli.models.facts import DocumentFacts, Page, Sheet
from tests.facts.making import FLAT, opendocument, pptx, zipped

HEIC = (Path(__file__).parent / "page.heic").read_bytes()
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"
CELL = "<table:table-cell><text:p>1</text:p></table:table-cell>"
MADE = {
    ".odt": opendocument(ODT, "<text:p>Lettre</text:p>"),
    ".fodt": FLAT,
    ".odp": opendocument(ODP, "<draw:page><text:p>Lettre</text:p></draw:page>"),
    ".ods": opendocument(ODS, f"<table:table table:name='a'><table:table-row>{CELL}</table:table-row></table:table>"),
    ".rtf": rb"{\rtf1\ansi Lettre\par}",
    ".html": b"<!DOCTYPE html><p>Lettre",
    ".csv": b"a;b\n1;2\n",
    ".pptx": pptx("Lettre"),
    ".zip": zipped({"a.txt": "Lettre"}),
}


def text(facts: DocumentFacts) -> str:
    assert [page.number for page in facts.texts] == [1]
    assert facts.pages is None or facts.pages_basis is not None
    return facts.texts[0].text


def test_an_opendocument_text_with_tables_notes_and_boxes() -> None:
    body = (
        "<text:h>Titre</text:h><text:p>Un<text:s text:c='2'/>deux<text:tab/>trois<text:note>"
        "<text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Avant<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame></text:p>"
        "<office:annotation><text:p>Remarque</text:p></office:annotation>"
    )
    assert text(facts_of(opendocument(ODT, body), ".odt")) == "Titre\nUn  deux\ttrois\nNote\na\tb\nAvant\nEncadré"


def test_an_opendocument_text_declares_its_pages() -> None:
    facts = facts_of(opendocument(ODT, "<text:p>un deux trois</text:p>", pages=3, words=3), ".odt")
    assert (facts.pages, facts.pages_basis) == (3, "declared")
    assert facts_of(opendocument(ODT, "<text:p>un deux trois</text:p>", pages=3, words=900), ".odt").pages is None


def test_an_opendocument_text_in_one_piece() -> None:
    facts = facts_of(FLAT, ".xml")
    assert (text(facts), facts.pages, facts.pages_basis) == ("Lettre\nde\tmoi", 2, "declared")
    assert facts_of(FLAT[:-40], ".fodt").problem == "damaged"
    assert facts_of(FLAT.replace(b"<office:document", b"<!DOCTYPE a [<!ENTITY b 'c'>]><office:document"), "").problem == "too-large"


def test_an_opendocument_with_a_password_is_named_so() -> None:
    parts = {"mimetype": ODT, "META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "garbage"}
    facts = facts_of(zipped(parts), ".odt")
    assert (facts.problem, facts.encrypted) == ("encrypted", "user")


def test_an_opendocument_presentation_gives_its_slides() -> None:
    notes = "<presentation:notes xmlns:presentation='urn:p'><text:p>à dire</text:p></presentation:notes>"
    body = (
        f"<draw:page><draw:frame><draw:text-box><text:p>Proposition</text:p></draw:text-box></draw:frame>{notes}</draw:page>"
        "<draw:page><draw:frame><draw:image/></draw:frame></draw:page><draw:page/>"
        "<draw:page><draw:custom-shape><text:p>Calendrier</text:p></draw:custom-shape></draw:page>"
    )
    facts = facts_of(opendocument(ODP, body), ".odp")
    assert [(page.number, page.text) for page in facts.texts] == [(1, "Proposition"), (2, ""), (3, ""), (4, "Calendrier")]
    assert (facts.pages, facts.pages_basis, facts.unread) == (4, "counted", (2,))
    assert facts_of(opendocument(ODP, body), ".odp", Bounds(pages=2)).truncated
    assert facts_of(opendocument(ODP, "<draw:page/>"), ".odp").problem == "no-text"
    assert facts_of(opendocument(ODP, ""), ".odp").problem == "damaged"
    nested = "<draw:page><draw:text-box><draw:page><text:p>a</text:p></draw:page></draw:text-box><text:p>b</text:p></draw:page>"
    assert [page.text for page in facts_of(opendocument(ODP, nested), ".odp").texts] == ["a\nb"]


def test_an_opendocument_sheet_repeats_cells_within_bounds() -> None:
    body = (
        "<table:table table:name='Coûts'><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>x</text:p>"
        "</table:table-cell><table:table-cell><text:p>15 000</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='9999999'/></table:table-row></table:table>"
    )
    facts = facts_of(opendocument(ODS, body), ".ods")
    assert facts.sheets == (Sheet(name="Coûts", rows=(("x", "x", "15 000"),)),)
    assert text(facts) == "Coûts\nx\tx\t15 000"


def test_a_workbook_gives_its_sheets_and_cells() -> None:
    book, held = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    for row in (["Poste", "Montant"], ["Honoraires", 12500], [None, None]):
        sheet.append(row)
    book.create_sheet("Notes").append(["TTC"])
    book.save(held)
    facts = facts_of(held.getvalue(), ".xlsx")
    assert facts.sheets == (
        Sheet(name="Budget", rows=(("Poste", "Montant"), ("Honoraires", "12500"))),
        Sheet(name="Notes", rows=(("TTC",),)),
    )
    assert [page.text for page in facts.texts] == ["Budget\nPoste\tMontant\nHonoraires\t12500", "Notes\nTTC"]
    assert (facts.pages, facts.truncated) == (None, False)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", b"</fills>", b"<fill/><fill><pattern/></fill></fills>"),
        ("xl/styles.xml", b"</styleSheet>", b"<strange/></styleSheet>"),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b'</sheetData><autoFilter ref="A1:B2" strange="1"/>'),
        ("xl/worksheets/sheet1.xml", b"<v>12500</v>", b'<v>12500</v></c><c r="C2" t="d"><v>2025-13-45</v>'),
        ("docProps/core.xml", b"<dcterms:created", b"<dcterms:strange/><dcterms:created"),
    ],
)
def test_a_workbook_whose_trimmings_the_library_refuses_gives_its_cells(part: str, old: bytes, new: bytes) -> None:
    book, held = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Coûts"
    for row in (["Poste", "Montant"], ["Honoraires", 12500], [None, "à côté"]):
        sheet.append(row)
    book.save(held)
    with zipfile.ZipFile(held) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[part]
    facts = facts_of(zipped({**parts, part: parts[part].replace(old, new)}), ".xlsx")
    (read,) = facts.sheets
    assert (read.name, read.rows[0], read.rows[1][:2], read.rows[2]) == (
        "Coûts",
        ("Poste", "Montant"),
        ("Honoraires", "12500"),
        ("", "à côté"),
    )


@pytest.mark.parametrize(
    ("look", "value", "shown"),
    [
        ('#,##0.00 "€"', 1500, "1500 €"),
        ("[$€-40C] #,##0", 1500, "1500 €"),
        ("[$$-409]#,##0.00", 1500, "1500 $"),
        ("#,##0.00 [$CHF]", 1500.5, "1500.5 CHF"),
        ("[Red]-#,##0", 1500, "1500"),
        ("0.0%", 0.055, "5.5 %"),
        ("General", 12.345, "12.3450"),
    ],
)
def test_a_number_of_a_workbook_has_the_unit_of_its_format(look: str, value: float, shown: str) -> None:
    book, held = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Total", value])
    sheet["B1"].number_format = look
    book.save(held)
    assert facts_of(held.getvalue(), ".xlsx").sheets[0].rows == (("Total", shown),)


def test_rows_beyond_the_bound_are_left_out_and_said() -> None:
    facts = facts_of(b"a;b\n" * 30, ".csv", Bounds(rows=10))
    assert (len(facts.sheets[0].rows), facts.truncated) == (10, True)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Été à Nantes".encode(), "Été à Nantes"),
        ("Été à Nantes".encode("cp1252"), "Été à Nantes"),
        ("Été à Nantes".encode("utf-16"), "Été à Nantes"),
        (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc"),
    ],
)
def test_plain_text_whatever_wrote_it(content: bytes, expected: str) -> None:
    facts = facts_of(content, ".txt")
    assert (facts.media_type, text(facts), facts.pages) == ("text/plain", expected, None)


def test_html_gives_what_it_shows() -> None:
    page = (
        b"<html><head><title>x</title><style>p{}</style></head><body><script>evil()</script><p>Bonjour &eacute;t&eacute;<br>ici</p>"
    )
    facts = facts_of(page, ".html")
    assert (facts.media_type, text(facts)) == ("text/html", "Bonjour été\nici")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p hidden>Never</p><p>Seen</p>", "Seen"),
        ("<p hidden>Never<p>Seen", "Seen"),
        ("<div style='color: red; DISPLAY : None !important'>Never <p>nor this</p></div>Seen", "Seen"),
        ("<div style='visibility:hidden'>Never <b style='visibility:visible'>Seen</b></div>", "Seen"),
        ("<div hidden style='display:block'>Seen</div>", "Seen"),
        ("<div hidden><br><img src=x><input>Never</div>Seen", "Seen"),
        ("<template><p>Never</p></template><noscript>Never</noscript>Seen", "Seen"),
        ("<head><meta charset=utf-8><title>Never</title><p>Seen", "Seen"),
        ("<title>Never</title><p>Seen", "Seen"),
        ("<head>Seen", "Seen"),
        ("</div></td><p>Seen", "Seen"),
        ("<table><tr hidden><td>Never<td>Never<tr><td>Seen<td hidden>Never<td>too</table>", "Seen\ttoo"),
    ],
)
def test_html_leaves_out_what_a_reader_does_not_see(body: str, expected: str) -> None:
    assert text(facts_of(f"<!DOCTYPE html>{body}".encode(), ".html")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<tr><th>Year</th><th>Client</th></tr>\n<tr><td><p>2023</p></td>\n<td><b>Oak</b> Trust</td></tr>",
            "Year\tClient\n2023\tOak Trust",
        ),
        ("<thead><tr><th>Year<th>Client<tbody><tr><td>2023<td>Oak\tTrust", "Year\tClient\n2023\tOak Trust"),
        ("<tr><td>a</td><td></td><td>c</td></tr><tr><td></td></tr>", "a\t\tc"),
        ("<tr><td>2023</td><td>Oak Trust<br>a study</td></tr>", "2023\nOak Trust\na study"),
        ("<tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>", "a\tb"),
    ],
)
def test_html_gives_the_cells_of_a_row_as_word_files_do(body: str, expected: str) -> None:
    page = f"<!DOCTYPE html><p>Before</p><table>{body}</table>After"
    assert text(facts_of(page.encode(), ".html")) == f"Before\n{expected}\nAfter"


def test_html_tables_in_tables_without_end_are_read() -> None:
    page = "<!DOCTYPE html>" + "<table><tr><td>" * 5000 + "Lettre"
    assert text(facts_of(page.encode(), ".html")) == "Lettre"


def test_rtf_with_a_number_left_out_gives_its_text() -> None:
    assert text(facts_of(rb"{\rtf1\uc\u233?t\u233? \uc Lettre\par}", ".rtf")) == "été Lettre"


def test_rtf_with_a_number_beyond_all_letters_is_damaged() -> None:
    assert facts_of(rb"{\rtf1 \u99999999999 ? Lettre\par}", ".rtf").problem == "damaged"


def test_rtf_gives_its_text() -> None:
    facts = facts_of(rb"{\rtf1\ansi\ansicpg1252 Lettre d\'e9t\'e9\par Cordialement\par}", ".doc")
    assert (facts.media_type, text(facts)) == (
        "application/rtf",
        "Lettre d’été".replace("’", " ").replace("d été", "dété") + "\nCordialement",
    )


def test_slides_are_pages_in_the_order_in_which_they_are_shown() -> None:
    facts = facts_of(pptx("Premier écrit", "Second écrit", order=(2, 1)), ".pptx")
    assert facts.texts == (Page(number=1, text="Second écrit"), Page(number=2, text="Premier écrit"))
    assert (facts.pages, facts.pages_basis) == (2, "counted")


def picture(form: str, size: tuple[int, int] = (20, 20), pages: int = 1) -> bytes:
    held = io.BytesIO()
    first, *rest = [Image.new("L", size, 200 + number) for number in range(pages)]
    first.save(held, form, **({"save_all": True, "append_images": rest} if rest else {}))
    return held.getvalue()


@pytest.mark.parametrize(("form", "pages"), [("JPEG", 1), ("PNG", 1), ("TIFF", 1), ("TIFF", 3)])
def test_a_picture_has_pages_and_no_text(form: str, pages: int) -> None:
    facts = facts_of(picture(form, pages=pages), ".pdf")
    assert (facts.media_type, facts.readable, facts.problem, facts.pages) == (f"image/{form.lower()}", False, "no-text", pages)


@pytest.mark.parametrize(("width", "problem"), [(900, "no-text"), (60_000, "too-large"), (2**31 - 1, "too-large"), (0, "damaged")])
def test_a_picture_of_a_telephone_is_told_by_its_head(width: int, problem: str) -> None:
    size = HEIC.index(b"ispe") + 8
    facts = facts_of(HEIC[:size] + width.to_bytes(4) * 2 + HEIC[size + 8 :], ".heic")
    assert (facts.media_type, facts.problem) == ("image/heic", problem)


def test_a_picture_that_moves_is_one_page() -> None:
    facts = facts_of(picture("GIF", pages=3), ".gif")
    assert (facts.problem, facts.pages) == ("no-text", 1)


def test_a_picture_that_swells_is_refused_from_its_head() -> None:
    assert facts_of(picture("PNG", (3000, 3000)), ".png", Bounds(pixels=1_000_000)).problem == "too-large"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 nothing", b"II*\x00\xff\xff\xff\xff", HEIC[:100]])
def test_a_damaged_picture_is_named_so(data: bytes) -> None:
    assert facts_of(data, ".png").problem == "damaged"


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(HEIC)), st.binary(min_size=1, max_size=12))
def test_whatever_is_overwritten_in_a_picture_of_a_telephone_facts_come_out(place: int, noise: bytes) -> None:
    data = HEIC[:place] + noise + HEIC[place + len(noise) :]
    assert facts_of(data, ".heic").sha256


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf"])
def test_plain_text_under_the_name_of_an_office_file_is_a_damaged_file(suffix: str) -> None:
    assert facts_of(b"This is no package at all", suffix).problem == "damaged"


@pytest.mark.parametrize("suffix", list(MADE))
@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 700), noise=st.binary(min_size=1, max_size=12))
def test_whatever_is_overwritten_facts_come_out(suffix: str, place: int, noise: bytes) -> None:
    data = bytearray(MADE[suffix])
    data[place : place + len(noise)] = noise
    assert facts_of(bytes(data), suffix).sha256


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".csv", ".html", ".rtf", ".md", ""]))
def test_any_bytes_are_facts(data: bytes, suffix: str) -> None:
    facts = facts_of(data, suffix, DEFAULT)
    assert facts.readable == (facts.problem is None)


def test_html_that_breaks_off_is_read_so_far_and_leaves_a_doubt() -> None:
    facts = facts_of(b"<!DOCTYPE html><p>Bonjour \xc3\xa0 tous<p><![x", ".html")
    assert (facts.readable, facts.texts[0].text.startswith("Bonjour à tous")) == (True, True)
