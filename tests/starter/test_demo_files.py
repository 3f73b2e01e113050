import io
import re
from pathlib import Path

import docx
import pypdf
import pytest

from ami_cli.starter.demo import pdf, sources, word
from ami_cli.starter.demo.sources import Block, Source

TEXT = """\
---
file: CV.pdf | Lettre.pdf
as: docx
size: 12.5
pages: 2
---
> one
> two

# Title

A paragraph.

- first
- second

| a | b |
| c | d |
"""
BLOCKS = (Block("title", ("Léa « #set [x] $1 »",)), Block("paragraph", ("L’été à Nantes — \\n * _",)))


def test_a_text_says_which_files_it_becomes_and_what_stands_on_the_page() -> None:
    table = Block("table", ("a | b |", "c | d |"))
    assert sources.parse(TEXT) == Source(
        names=("CV.pdf", "Lettre.pdf"),
        made="docx",
        size=12.5,
        pages=2,
        blocks=(
            Block("address", ("one", "two")),
            Block("title", ("Title",)),
            Block("paragraph", ("A paragraph.",)),
            Block("list", ("first", "second")),
            table,
        ),
    )
    assert table.rows == (("a", "b"), ("c", "d"))


def test_words_are_typeset_as_they_are_never_as_markup_and_each_text_begins_a_page() -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf.typeset([BLOCKS, BLOCKS], 11))).pages
    assert len(pages) == 2
    assert "Léa « #set [x] $1 »" in pages[0].extract_text()
    assert "L’été à Nantes — \\n * _" in pages[1].extract_text()


def test_a_scan_has_the_pages_and_no_text() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf.pictured(pdf.typeset([BLOCKS], 11)))).pages
    assert (page.extract_text(), len(page.images)) == ("", 1)


def test_a_locked_file_opens_with_its_password_alone() -> None:
    locked = pdf.locked(pdf.typeset([BLOCKS], 11), "secret")
    reader = pypdf.PdfReader(io.BytesIO(locked))
    assert reader.is_encrypted
    assert reader.decrypt("wrong") == pypdf.PasswordType.NOT_DECRYPTED
    assert reader.decrypt("secret") != pypdf.PasswordType.NOT_DECRYPTED
    assert "Léa" in reader.pages[0].extract_text()


def test_a_word_file_holds_the_words() -> None:
    document = docx.Document(io.BytesIO(word.written([BLOCKS], 2)))
    assert [paragraph.text for paragraph in document.paragraphs] == [line for block in BLOCKS for line in block.lines]


@pytest.mark.parametrize("folder", sources.folders(), ids=lambda folder: folder.name)
def test_nobody_in_the_example_can_be_reached(folder: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in folder.iterdir())
    addresses = set(re.findall(r"[\w.+-]+@[\w.-]+\w|https?://[^\s/]+", text)) - {"doi.applications@medecinsdumonde.net"}
    assert [address for address in addresses if not address.endswith(".example")] == []
    phones = re.findall(r"\b0\d(?: \d\d){4}", text)
    assert [phone for phone in phones if not phone.startswith(("02 61 91", "06 39 98"))] == []  # kept by the regulator for fiction


def test_there_are_fifteen_applications() -> None:
    assert [folder.name[:2] for folder in sources.folders()] == [f"{number:02}" for number in range(1, 16)]
