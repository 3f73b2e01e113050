import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from ami_cli import notice, starter
from ami_cli.errors import TemplateError
from ami_cli.wording.compose import compose


def opened(setting: notice.Setting, brand: notice.Brand, language: str = "fr") -> docx.document.Document:
    return docx.Document(io.BytesIO(notice.write(compose(setting, language), "docx", brand)))


def test_headings_lists_and_copies_have_real_styles(nantes: notice.Setting, brand: notice.Brand) -> None:
    styles = [paragraph.style.name for paragraph in opened(nantes, brand).paragraphs if paragraph.style]
    wanted = {"Kicker", "Title", "Heading 1", "Heading 2", "Normal", "Box", "Copy", "List Bullet", "List Bullet 2", "List Number"}
    assert wanted | {"Checklist"} == set(styles)
    assert styles[:2] == ["Kicker", "Title"]


def test_each_numbered_list_starts_anew(nantes: notice.Setting, brand: notice.Brand) -> None:
    numbers = [
        number.get(qn("w:val"))
        for paragraph in opened(nantes, brand).paragraphs
        if paragraph.style is not None and paragraph.style.name == "List Number"
        for number in paragraph._p.iter(qn("w:numId"))
    ]
    assert len(numbers) == 7
    assert len(set(numbers)) == 2


def test_title_language_and_table_headers_are_declared(nantes: notice.Setting, brand: notice.Brand) -> None:
    word = opened(nantes, brand, "en")
    assert word.core_properties.language == "en"
    assert word.core_properties.title.startswith("Capitalisation mission")
    (default,) = word.styles.element.iter(qn("w:rPrDefault"))
    assert {found.get(qn("w:val")) for found in default.iter(qn("w:lang"))} == {"en-GB"}
    assert [list(table.rows[0]._tr.iter(qn("w:tblHeader"))) != [] for table in word.tables] == [True]


def test_header_and_footer_are_those_of_brand_docx_filled_in(nantes: notice.Setting, brand: notice.Brand) -> None:
    section = opened(nantes, brand).sections[0]
    assert section.header.paragraphs[0].text == "Médecins du Monde France\tAppel à manifestation d’intérêt"
    assert section.footer.paragraphs[0].text.startswith("Mission de capitalisation")


def test_a_logo_goes_into_the_header_with_its_words(nantes: notice.Setting, brand: notice.Brand, tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "red").save(tmp_path / "logo.png")
    branded = brand.model_copy(update={"logo": tmp_path / "logo.png", "alternative": "Ours"})
    header = opened(nantes, branded).sections[0].header
    assert [found.get("descr") for found in header._element.iter(qn("wp:docPr"))] == ["Ours"]


def test_a_logo_that_is_no_image_is_named(nantes: notice.Setting, brand: notice.Brand, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not an image")
    with pytest.raises(TemplateError) as raised:
        opened(nantes, brand.model_copy(update={"logo": tmp_path / "logo.png"}))
    assert "logo.png" in raised.value.of("fr")


def test_a_draft_carries_a_watermark(trafficking: notice.Setting, brand: notice.Brand) -> None:
    assert 'string="DRAFT"' in opened(trafficking, brand).sections[0].header._element.xml


def test_the_bytes_are_the_same_every_time(nantes: notice.Setting, brand: notice.Brand) -> None:
    assert notice.write(compose(nantes, "fr"), "docx", brand) == notice.write(compose(nantes, "fr"), "docx", brand)


def changed(tmp_path: Path, footer: str) -> notice.Brand:
    word = docx.Document(str(starter.folder("templates") / "brand.docx"))
    paragraph = word.sections[0].footer.paragraphs[0]
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    for piece in (footer[:4], footer[4:9], footer[9:]):
        paragraph.add_run(piece)
    word.save(str(tmp_path / "brand.docx"))
    return notice.Brand(folders=(tmp_path,))


def test_a_field_that_word_split_over_runs_is_filled_in(nantes: notice.Setting, tmp_path: Path) -> None:
    filled = opened(nantes, changed(tmp_path, "a {{ organisation }} b")).sections[0].footer
    assert filled.paragraphs[0].text == "a Médecins du Monde France b"


def test_an_unknown_field_and_a_missing_style_are_named(nantes: notice.Setting, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="organization"):
        opened(nantes, changed(tmp_path, "a {{ organization }} b"))
    docx.Document().save(str(tmp_path / "brand.docx"))
    with pytest.raises(TemplateError, match="Kicker"):
        opened(nantes, notice.Brand(folders=(tmp_path,)))
    (tmp_path / "brand.docx").write_text("no")
    with pytest.raises(TemplateError, match="not a readable Word document"):
        opened(nantes, notice.Brand(folders=(tmp_path,)))
