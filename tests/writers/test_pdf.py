import io
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from ami_cli import notice, starter
from ami_cli.errors import TemplateError


def written(setting: notice.Setting, brand: notice.Brand, language: str = "fr") -> bytes:
    return notice.write(notice.compose(setting, language), "pdf", brand)


def test_it_declares_its_standards_its_title_and_its_language(nantes: notice.Setting, brand: notice.Brand) -> None:
    reader = pypdf.PdfReader(io.BytesIO(written(nantes, brand)))
    root: Any = reader.root_object
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert reader.metadata is not None
    assert reader.metadata.title == notice.compose(nantes, "fr").title


def test_every_font_is_inside(nantes: notice.Setting, brand: notice.Brand) -> None:
    pages: list[Any] = list(pypdf.PdfReader(io.BytesIO(written(nantes, brand))).pages)
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert len(fonts) > 5
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_checklist_is_the_last_page(nantes: notice.Setting, brand: notice.Brand) -> None:
    last = pypdf.PdfReader(io.BytesIO(written(nantes, brand, "en"))).pages[-1].extract_text()
    assert "Before you send: your checklist" in last.replace("\n", " ")


def test_a_draft_says_so_on_every_page(trafficking: notice.Setting, brand: notice.Brand) -> None:
    pages = pypdf.PdfReader(io.BytesIO(written(trafficking, brand))).pages
    assert len(pages) > 2
    assert all("DRAFT" in page.extract_text() for page in pages)


def test_the_bytes_depend_on_the_document_only(nantes: notice.Setting, brand: notice.Brand) -> None:
    assert written(nantes, brand) == written(nantes, brand)


def test_a_logo_is_in_the_header_of_each_page(nantes: notice.Setting, brand: notice.Brand, tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "red").save(tmp_path / "logo.png")
    branded = brand.model_copy(update={"logo": tmp_path / "logo.png", "alternative": "Ours"})
    pages = pypdf.PdfReader(io.BytesIO(written(nantes, branded))).pages
    assert [len(page.images) for page in pages] == [1] * len(pages)


def test_a_font_that_is_not_there_is_named(nantes: notice.Setting, tmp_path: Path) -> None:
    source = (starter.folder("templates") / "brand.typ").read_text(encoding="utf-8")
    (tmp_path / "brand.typ").write_text(
        source.replace('("Libertinus Serif",', '("Our Own Sans", "Libertinus Serif",'), encoding="utf-8"
    )
    with pytest.raises(TemplateError) as raised:
        written(nantes, notice.Brand(folders=(tmp_path,)))
    assert raised.value.of("fr") == f"{tmp_path / 'brand.typ'} : cette police n’est pas là : « our own sans »"


def test_a_mistake_in_the_brand_is_told_with_its_line(nantes: notice.Setting, tmp_path: Path) -> None:
    source = (starter.folder("templates") / "brand.typ").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(source) if text.startswith("#set par("))
    source[line] = "#set par(no-such-option: 1)"
    (tmp_path / "brand.typ").write_text("\n".join(source), encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        written(nantes, notice.Brand(folders=(tmp_path,)))
    assert raised.value.of("en").startswith(f"{tmp_path / 'brand.typ'}:{line + 1}")
