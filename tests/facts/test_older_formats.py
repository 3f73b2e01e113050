"""Files that only LibreOffice reads, made by LibreOffice itself where it is installed."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.text import WD_BREAK

from ami_cli.facts import office, tools
from ami_cli.facts.bounds import DEFAULT
from ami_cli.facts.second_look import looked_again
from ami_cli.facts.tools import Bench, Tools
from ami_cli.models.facts import DocumentFacts
from tests.running import run

OFFICE = shutil.which("soffice")
PARTS = (tools.parts(OFFICE) if OFFICE else None) or frozenset[str]()
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
SLIDES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:presentation>{}</office:presentation>
</office:body></office:document>"""
SLIDE = (
    '<draw:page><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>{}</text:p>'
    "</draw:text-box></draw:frame></draw:page>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of today, to be written anew in older formats."""
    made = tmp_path_factory.mktemp("older")
    letter = docx.Document()
    letter.add_paragraph("Lettre de candidature").add_run().add_break(WD_BREAK.PAGE)
    letter.add_paragraph("Disponible dès octobre 2025")
    letter.save(str(made / "lettre.docx"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Coûts"
    for row in (["Poste", "Montant"], ["Honoraires", 12500], ["Total", "=B2"]):
        sheet.append(row)
    book.create_sheet("Notes").append(["TTC"])
    book.save(made / "budget.xlsx")
    (made / "offre.fodp").write_text(SLIDES.format(SLIDE.format("Proposition technique") + SLIDE.format("Calendrier été")))
    return made


def older(folder: Path, source: str, suffix: str) -> Path:
    """Have LibreOffice write a document in another format."""
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(folder), str(folder / source)], check=True, capture_output=True, timeout=120)  # noqa: S603  # LibreOffice
    return (folder / source).with_suffix(f".{suffix}")


def inspected(path: Path) -> dict[str, Any]:
    """What `ami inspect` says of one file."""
    done = run("inspect", path, "--format", "jsonl", "--no-cache", "--jobs", "1")
    assert done.code == 0, done.err
    said: dict[str, Any] = json.loads(done.out)
    return {name: said[name] for name in ("media_type", "readable", "pages", "pages_basis", "text_layer")}


def text_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> DocumentFacts:
    from ami_cli import facts

    monkeypatch.delenv("AMI_SOFFICE", raising=False)
    ((_path, found),) = facts.read([path], jobs=1)
    return found


def test_a_word_file_of_old_is_laid_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMI_SOFFICE")
    path = older(folder, "lettre.docx", "doc")
    assert inspected(path) == {
        "media_type": "application/msword",
        "readable": True,
        "pages": 2,
        "pages_basis": "converted",
        "text_layer": True,
    }
    assert [page.text for page in text_of(path, monkeypatch).texts] == ["Lettre de candidature", "Disponible dès octobre 2025"]


@pytest.mark.skipif("calc" not in PARTS, reason="LibreOffice Calc is not installed")
def test_a_workbook_of_old_gives_its_sheets_and_cells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMI_SOFFICE")
    path = older(folder, "budget.xlsx", "xls")
    assert inspected(path) == {
        "media_type": "application/vnd.ms-excel",
        "readable": True,
        "pages": None,
        "pages_basis": None,
        "text_layer": True,
    }
    assert [(sheet.name, sheet.rows) for sheet in text_of(path, monkeypatch).sheets] == [
        ("Coûts", (("Poste", "Montant"), ("Honoraires", "12500"), ("Total", "12500"))),
        ("Notes", (("TTC",),)),
    ]


@pytest.mark.skipif("impress" not in PARTS, reason="LibreOffice Impress is not installed")
@pytest.mark.parametrize(
    ("suffix", "media_type", "basis"),
    [
        ("ppt", "application/vnd.ms-powerpoint", "converted"),
        ("odp", "application/vnd.oasis.opendocument.presentation", "counted"),
        ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "counted"),
    ],
)
def test_presentations(folder: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, media_type: str, basis: str) -> None:
    monkeypatch.delenv("AMI_SOFFICE")
    path = older(folder, "offre.fodp", suffix)
    assert inspected(path) == {
        "media_type": media_type,
        "readable": True,
        "pages": 2,
        "pages_basis": basis,
        "text_layer": True,
    }
    assert [page.text.strip() for page in text_of(path, monkeypatch).texts] == ["Proposition technique", "Calendrier été"]


def test_what_the_part_that_is_not_installed_would_open_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "parts", lambda _program: frozenset({"main", "writer"}))
    read = DocumentFacts(
        sha256="1" * 64, bytes=9, media_type="application/vnd.ms-powerpoint", readable=False, problem="unsupported"
    )
    bench = Bench(Tools(office="soffice"), tmp_path, DEFAULT)
    assert looked_again(read, {}, {}, bench) == read
    assert looked_again(read.model_copy(update={"media_type": "application/msword"}), {}, {}, bench).problem == "damaged"
