"""Grids that LibreOffice opened and saved, and the pages on which they print."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ami_cli.models.evaluation import Evaluator
from ami_cli.models.table import Column, table
from ami_cli.selection.grids import collect, frame, hand_out
from ami_cli.tables import write
from tests.selection.conftest import CRITERIA, a_call, an_assessment

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


Convert = Callable[[Path, str, Path], Path]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Saves a file as LibreOffice does, with a profile of its own."""
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def convert(path: Path, form: str, folder: Path) -> Path:
        words = [SOFFICE or "", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
        subprocess.run(words, check=True, capture_output=True, timeout=120)  # noqa: S603 - a program of this machine, fixed words
        return folder / f"{path.stem}.{form.partition(':')[0]}"

    return convert


def pages(pdf: Path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(pdf).pages)


def test_a_grid_saved_by_libreoffice_comes_back_as_it_was_filled_in(tmp_path: Path, converted: Convert) -> None:
    call, candidates = a_call(mode="scored", criteria=CRITERIA), [an_assessment(name) for name in ("01-ana", "02-bo")]
    asked = frame(call, "interest", candidates)
    (handed,) = hand_out(tmp_path / "out", asked, candidates, (Evaluator(name="Ana Ruiz"),), (("xlsx",), "fr"))
    book = load_workbook(handed.path)
    for row in range(4, 8):
        experience = book["Grille"].cell(row, 3).value == "experience"
        book["Grille"].cell(row, 8).value = "3 · bon" if experience else 4.5
        book["Grille"].cell(row, 9).value = "dit « =1+1 » & co"
    book["Candidats"]["F4"], book["Candidats"]["H4"] = "oui", "ancien collègue"
    book.save(handed.path)
    before = collect(handed.path.parent, asked, ())
    saved = converted(handed.path, "xlsx:Calc MS Excel 2007 XML", tmp_path / "saved")
    after = collect(saved.parent, asked, ())
    assert [grid.judgements for grid in after.grids] == [grid.judgements for grid in before.grids]
    assert (len(after.grids[0].judgements), after.awaited) == (2, ())


def test_an_untouched_grid_saved_by_libreoffice_is_still_untouched(tmp_path: Path, converted: Convert) -> None:
    call, candidates = a_call(mode="scored", criteria=CRITERIA), [an_assessment("01-ana")]
    asked = frame(call, "interest", candidates)
    (handed,) = hand_out(tmp_path / "out", asked, candidates, (Evaluator(name="Ana Ruiz"),), (("xlsx",), "en"))
    saved = converted(handed.path, "xlsx:Calc MS Excel 2007 XML", tmp_path / "saved")
    assert collect(saved.parent, asked, ()).awaited == ("Ana Ruiz",)


def test_a_grid_prints_one_page_wide_and_a_comparison_on_one_page(tmp_path: Path, converted: Convert) -> None:
    call, candidates = a_call(mode="scored", criteria=CRITERIA), [an_assessment(name) for name in ("01-ana", "02-bo")]
    asked = frame(call, "interest", candidates)
    (handed,) = hand_out(tmp_path, asked, candidates, (Evaluator(name="Ana Ruiz"),), (("xlsx",), "fr"))
    assert pages(converted(handed.path, "pdf", tmp_path)) == 3  # candidates, grid, instructions
    columns = [Column(title="Critère", width=30), *(Column(title=f"Candidat {n}", width=10) for n in range(12))]
    rows = [[f"Critère {n}", *("Un motif assez long pour tenir sur plusieurs lignes." for _ in range(12))] for n in range(20)]
    wide = table("Comparaison", columns, rows, "fr").model_copy(update={"one_page": True})
    (tmp_path / "c.xlsx").write_bytes(write(wide, "xlsx"))
    assert pages(converted(tmp_path / "c.xlsx", "pdf", tmp_path)) == 1
