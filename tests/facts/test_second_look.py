"""Office files laid out by LibreOffice, scans read by Tesseract, where these are installed."""

import io
import shutil
from pathlib import Path

import docx as word
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from PIL import Image, ImageDraw, ImageFont

from ami_cli import facts
from ami_cli.facts import open_questions, tools
from ami_cli.facts.cache import Cache
from ami_cli.facts.reading import facts_of
from ami_cli.facts.tools import Tools
from ami_cli.models.facts import DocumentFacts
from tests.facts.making import docx, joined, paragraph, pdf, zipped

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
HEIC = (Path(__file__).parent / "page.heic").read_bytes()
"""A page with three lines of text, as a telephone takes it; nothing that is installed here could write one."""
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
THREE_PAGES = docx(
    paragraph("Lettre de candidature") + PAGE_BREAK + paragraph("Deuxième page") + PAGE_BREAK + paragraph("Troisième"), whole=True
)
RTF = rb"{\rtf1\ansi Une lettre en une page\par}"


def read(path: Path) -> DocumentFacts:
    ((_path, found),) = facts.read([path], jobs=1)
    return found


@pytest.fixture
def with_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMI_SOFFICE")


@pytest.fixture
def with_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMI_TESSERACT")


@needs_office
@pytest.mark.usefixtures("with_office")
def test_word_files_are_laid_out_in_archives_too_and_what_cannot_be_keeps_its_facts(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(THREE_PAGES)
    (tmp_path / "b.zip").write_bytes(zipped({"lettre.rtf": RTF, "note.txt": "Bonjour"}))
    (tmp_path / "c.docx").write_bytes(docx(paragraph("Bonjour")))  # no content types: LibreOffice does not open it as Word
    (tmp_path / "d.txt").write_bytes(b"Bonjour")
    laid, archive, odd, plain = (found for _path, found in facts.read(sorted(tmp_path.iterdir()), jobs=1))
    assert (laid.pages, laid.pages_basis, laid.text_layer) == (3, "converted", True)
    assert [page.text for page in laid.texts] == ["Lettre de candidature", "Deuxième page", "Troisième"]
    assert [(member.facts.pages, member.facts.pages_basis) for member in archive.members] == [(1, "converted"), (None, None)]
    assert odd.readable
    assert plain == facts_of(b"Bonjour", ".txt")


@needs_office
@pytest.mark.usefixtures("with_office")
def test_nothing_that_a_file_points_to_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CONFIDENTIEL")
    field = rf'{{\rtf1\ansi Avant {{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt rien}}}} apr\'e8s\par}}'
    (tmp_path / "a.rtf").write_bytes(field.encode("cp1252"))
    found = read(tmp_path / "a.rtf")
    assert found.pages == 1
    assert "CONFIDENTIEL" not in found.model_dump_json()


def scan(text: str, form: str) -> bytes:
    picture = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(picture).multiline_text((120, 160), text, fill=0, font=ImageFont.load_default(40), spacing=24)
    held = io.BytesIO()
    picture.save(held, form, **({"resolution": 150} if form == "PDF" else {}))
    return held.getvalue()


@needs_tesseract
@pytest.mark.usefixtures("with_tesseract")
@pytest.mark.parametrize("form", ["PDF", "PNG", "HEIC"])
def test_a_scan_is_recognised_and_says_so(form: str, tmp_path: Path) -> None:
    path = tmp_path / "scan"
    path.write_bytes(HEIC if form == "HEIC" else scan("Lettre de candidature\nNous sommes disponibles en octobre", form))
    found = read(path)
    assert (found.readable, found.recognised, found.text_layer, found.pages) == (True, True, False, 1)
    assert "candidature" in found.texts[0].text
    assert all(page.ocr for page in found.texts)


LETTER = "Lettre de candidature\nNous sommes disponibles en octobre 2025 pour cette mission"


@needs_tesseract
@pytest.mark.usefixtures("with_tesseract")
def test_scanned_pages_among_text_are_recognised_and_named(tmp_path: Path) -> None:
    path = tmp_path / "dossier"
    path.write_bytes(joined(pdf("Un CV dont le texte est là"), scan(LETTER, "PDF"), scan("", "PDF")))
    found = read(path)
    assert (found.readable, found.problem, found.recognised, found.text_layer) == (True, None, False, True)
    assert (found.pages, found.recognised_pages, found.unread) == (3, (2,), (3,))
    assert [(page.number, page.ocr) for page in found.texts] == [(1, False), (2, True), (3, False)]
    assert "disponibles en octobre" in found.texts[1].text
    assert [(one.page, one.sure) for one in found.stated if one.what == "availability"] == [(2, False)]


@needs_office
@needs_tesseract
@pytest.mark.usefixtures("with_office", "with_tesseract")
def test_a_scan_pasted_into_a_word_file_is_recognised_once_laid_out(tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(scan(LETTER, "PNG"))
    for name, paragraphs in {"only.docx": (), "mixed.docx": ("Un CV dont le texte est là",)}.items():
        made = word.Document()
        for text in paragraphs:
            made.add_paragraph(text).add_run().add_break(WD_BREAK.PAGE)
        made.add_picture(str(tmp_path / "scan.png"), height=Mm(230))
        made.save(str(tmp_path / name))
    only, mixed = read(tmp_path / "only.docx"), read(tmp_path / "mixed.docx")
    assert (only.pages, only.pages_basis, only.recognised, only.recognised_pages) == (1, "converted", True, (1,))
    assert (mixed.pages, mixed.pages_basis, mixed.recognised, mixed.recognised_pages) == (2, "converted", False, (2,))
    assert "disponibles en octobre" in only.texts[0].text
    assert "disponibles en octobre" in mixed.texts[1].text


@needs_tesseract
@pytest.mark.usefixtures("with_tesseract")
def test_an_empty_scan_stays_without_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan("", "PDF"))
    assert (read(path).readable, read(path).problem) == (False, "no-text")


def test_installing_a_program_reads_again_only_what_it_helps_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache.sqlite3"
    (tmp_path / "a.txt").write_bytes(b"Bonjour")
    (tmp_path / "b.rtf").write_bytes(RTF)
    paths = [tmp_path / "a.txt", tmp_path / "b.rtf"]
    before = facts.read_all(paths, jobs=1, cache=cache)
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("AMI_SOFFICE", str(program))
    kept = Cache(cache, tools.found())
    assert [kept.find(digest, suffix) is None for digest, suffix in zip(before, (".txt", ""), strict=True)] == [False, True]
    kept.close()


def test_which_files_are_open_questions_with_which_programs() -> None:
    word, picture = facts_of(RTF, ".rtf"), facts_of(scan("", "PNG"), ".png")
    mixed = facts_of(joined(pdf("Une lettre, avec son texte"), scan("", "PDF")), ".pdf")
    assert open_questions.wanted(mixed, Tools(tesseract="y")) == (0, 1)
    both = facts_of(zipped({"a.rtf": RTF, "b.png": scan("", "PNG")}), ".zip")
    assert open_questions.wanted(word, Tools(office="x", tesseract="y")) == (1, 0)
    assert open_questions.wanted(picture, Tools(office="x", tesseract="y")) == (0, 1)
    assert open_questions.wanted(both, Tools(office="x", tesseract="y")) == (1, 1)
    assert open_questions.wanted(both, Tools()) == (0, 0)
    assert [open_questions.pages_to_recognise(mixed, Tools(tesseract=y)) for y in ("y", None)] == [1, 0]
    assert open_questions.pages_to_recognise(both, Tools(office="x", tesseract="y")) == 31
