import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.reading import facts_of
from ami_cli.models.facts import DocumentFacts, Page, Sheet
from tests.facts.making import docx, paragraph, zipped


def of(data: bytes, bounds: Bounds = DEFAULT) -> DocumentFacts:
    return facts_of(data, ".docx", bounds)


def text_of(body: str, **parts: str) -> str:
    facts = of(docx(body, parts=parts))
    assert [page.number for page in facts.texts] == [1]
    return facts.texts[0].text


def test_headers_body_notes_and_footers_are_read_in_the_order_of_the_page() -> None:
    assert (
        text_of(
            paragraph("Corps"),
            footer1=paragraph("Pied"),
            footnotes=f"<w:footnote>{paragraph('Note')}</w:footnote>",
            header1=paragraph("En-tête"),
        )
        == "En-tête\nCorps\nNote\nPied"
    )


def test_a_table_with_figures_is_kept_row_by_row_with_its_merged_cells() -> None:
    def cell(text: str, span: int = 1) -> str:
        wide = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
        return f"<w:tc>{wide}{paragraph(text)}</w:tc>"

    rows = ("Poste", "Jours", "Montant"), ("Honoraires", "20", "9 000 €")
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + f"<w:tr>{cell('Total', 2)}{cell('9 000 €')}</w:tr>"
    words = f"<w:tbl><w:tr>{cell('Nom')}{cell('Rôle')}</w:tr></w:tbl>"
    assert of(docx(f"{words}<w:tbl>{body}</w:tbl>")).sheets == (Sheet(name="", rows=(*rows, ("Total", "", "9 000 €"))),)


def test_a_row_of_a_table_is_a_line_and_long_cells_are_read_one_by_one() -> None:
    def cell(*lines: str) -> str:
        return f"<w:tc>{''.join(map(paragraph, lines))}</w:tc>"

    rows = f"<w:tr>{cell('Client')}{cell('Année')}</w:tr><w:tr>{cell('ONG A', 'Nantes')}{cell('2023')}</w:tr>"
    assert text_of(f"<w:tbl>{rows}</w:tbl>{paragraph('Fin')}") == "Client\tAnnée\nONG A\nNantes\n2023\nFin"


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    box = f"<w:drawing><w:txbxContent>{paragraph('Encadré')}</w:txbxContent></w:drawing>"
    twice = f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"
    assert text_of(f"<w:p><w:r><w:t>Avant</w:t>{twice}<w:t> et après</w:t></w:r></w:p>") == "Avant et après\nEncadré"


def test_line_breaks_tabs_and_tracked_deletions() -> None:
    kept = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"
    assert text_of(f"<w:p>{kept}<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>") == "a\nb\tc"


@pytest.mark.parametrize(
    ("pages", "words", "declared"),
    [(2, 10, 2), (1, 0, None), (7, 4000, None), (None, None, None), (0, 10, None)],
    ids=["word wrote it", "template untouched", "another text", "nothing said", "no page"],
)
def test_declared_pages_are_believed_only_where_the_count_of_words_fits(
    pages: int | None, words: int | None, declared: int | None
) -> None:
    facts = of(docx(paragraph("un deux trois quatre cinq six sept huit neuf dix"), pages=pages, words=words))
    assert (facts.pages, facts.pages_basis) == (declared, "declared" if declared else None)


def test_a_word_file_without_text_is_named_so() -> None:
    assert of(docx("<w:p/>")).problem == "no-text"


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"[Content_Types].xml": "", "word/other.xml": ""}, "damaged"),
        ({"[Content_Types].xml": "", "word/document.xml": "<w:document"}, "damaged"),
        ({"[Content_Types].xml": "", "word/document.xml": "<a>" * 500}, "too-large"),
        (
            {"[Content_Types].xml": "", "word/document.xml": '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'},
            "too-large",
        ),
    ],
    ids=["no document", "broken off", "nested too deep", "entities"],
)
def test_what_is_wrong_with_its_xml_is_named(parts: dict[str, str], problem: str) -> None:
    assert of(zipped(parts)).problem == problem


def test_a_package_that_swells_is_given_up() -> None:
    assert of(docx(paragraph("a" * 3_000_000)), Bounds(unpacked=1 << 20)).problem == "too-large"


def test_text_beyond_the_bound_is_left_out_and_said() -> None:
    facts = of(docx(paragraph("abcdefgh")), Bounds(characters=3))
    assert (facts.texts, facts.truncated) == ((Page(number=1, text="abc"),), True)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=12))
def test_whatever_is_overwritten_facts_come_out(place: int, noise: bytes) -> None:
    data = bytearray(docx(paragraph("Lettre"), pages=1, words=1))
    data[place : place + len(noise)] = noise
    assert of(bytes(data)).sha256


@pytest.mark.parametrize(
    ("inside", "truncated"),
    [
        ('<w:drawing><wp:inline xmlns:wp="urn:w"><wp:extent cx="6480000" cy="9000000"/></wp:inline></w:drawing>', True),
        ('<w:drawing><wp:inline xmlns:wp="urn:w"><wp:extent cx="1260000" cy="1620000"/></wp:inline></w:drawing>', False),
        ('<w:altChunk xmlns:r="urn:r" r:id="rId9"/>', True),
    ],
)
def test_what_may_hold_more_text_leaves_a_doubt(inside: str, *, truncated: bool) -> None:
    facts = facts_of(docx(paragraph("Lettre de candidature") + f"<w:p><w:r>{inside}</w:r></w:p>"), ".docx")
    assert (facts.readable, facts.truncated) == (True, truncated)
