"""A workspace in which five complete applications are all that was received, and the call announces scoring."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.running import run

CALL = "capitalisation-mna-nantes"
SCORED = """\
selection:
  shortlist_max: 3
  mode: scored
  tie: extend
  threshold_percent: 40
  criteria:
    - {id: experience, label: {fr: Expérience, en: Experience}, weight: 60, look_for: [references]}
    - {id: method, label: {fr: Méthode, en: Method}, weight: 40, look_for: [Nantes]}
"""
MARKS = {
    "01-atelier-du-recit": 5,
    "02-cabinet-passerelles": 4,
    "03-sante-et-territoires": 3,
    "04-helene-marchais": 2.5,
    "05-bluefield-learning": 1,
}

Fill = Callable[..., None]


@pytest.fixture
def scored(example: Path, tmp_path: Path) -> Path:
    root = tmp_path / "w"
    shutil.copytree(example, root)
    for folder in (root / "submissions" / CALL).iterdir():
        if folder.name[:2] > "05":
            shutil.rmtree(folder)
    file = root / "calls" / f"{CALL}.yaml"
    text = file.read_text("utf-8")
    assert text.count("selection: {shortlist_max: 6, mode: reasoned, tie: extend}") == 1
    file.write_text(text.replace("selection: {shortlist_max: 6, mode: reasoned, tie: extend}\n", SCORED), "utf-8")
    (root / "evaluations" / CALL / "grounds.yaml").unlink()
    return root


def grid(root: Path, name: str) -> Path:
    return root / "evaluations" / CALL / "grids" / f"{name}.xlsx"


def fill(path: Path, marks: dict[str, float], comment: str = "clair") -> None:
    """Fill in a grid as an evaluator does: a mark and a comment on every row."""
    book = load_workbook(path)
    for row in range(4, book["Grille"].max_row + 1):
        application = book["Grille"].cell(row, 2).value
        if application:
            book["Grille"].cell(row, 8).value = marks[str(application)]
            book["Grille"].cell(row, 9).value = comment
    book.save(path)


@pytest.fixture
def judged(scored: Path) -> Path:
    """The same, with the grids of two evaluators filled in."""
    assert run("grids", "--evaluator", "Ana Ruiz", "--evaluator", "Bo Lind", where=scored).code == 0
    fill(grid(scored, "ana-ruiz"), MARKS)
    fill(grid(scored, "bo-lind"), MARKS, " =1+1")
    return scored
