import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.running import run

CALL = "capitalisation-mna-nantes"


@pytest.fixture
def decided(example: Path, tmp_path: Path) -> Path:
    """A workspace in which five complete applications are all that was received."""
    root = tmp_path / "w"
    shutil.copytree(example, root)
    for folder in (root / "submissions" / CALL).iterdir():
        if folder.name[:2] > "05":
            shutil.rmtree(folder)
    grounds = root / "evaluations" / CALL / "grounds.yaml"
    grounds.write_text(grounds.read_text().split("  - application: 09-")[0])
    return root


def decisions(root: Path, *words: str) -> dict[str, str]:
    found = json.loads(run("shortlist", "--format", "json", *words, where=root).out)
    return {candidate["application"]: candidate["decision"] for candidate in found["candidates"]}


def test_the_grounds_decide_and_what_is_to_verify_stays_undecided(example: Path) -> None:
    found = run("shortlist", "--max", "6", "--format", "json", where=example)
    listed = json.loads(found.out)
    chosen = {one["application"]: (one["decision"], one["rank"]) for one in listed["candidates"]}
    assert found.code == 1
    assert {key: listed[key] for key in ("call", "max", "mode", "tie_at_cut", "complete")} == {
        "call": CALL,
        "max": 6,
        "mode": "reasoned",
        "tie_at_cut": False,
        "complete": False,
    }
    assert chosen["01-atelier-du-recit"][0] == "shortlisted"
    assert chosen["05-bluefield-learning"] == ("reserve", 1)
    assert chosen["06-collectif-traverse"][0] == "excluded"
    assert chosen["09-reseau-ancrage"][0] == "undecided"


def test_every_candidate_decided_is_0(decided: Path) -> None:
    assert run("shortlist", where=decided).code == 0


def test_without_grounds_and_with_too_few_places_nobody_is_put_in_an_order(decided: Path) -> None:
    (decided / "evaluations" / CALL / "grounds.yaml").unlink()
    found = run("shortlist", "--max", "4", "--lang", "en", where=decided)
    assert found.code == 1
    assert set(decisions(decided, "--max", "4").values()) == {"undecided"}


def test_grounds_that_retain_more_than_there_are_places_are_refused(decided: Path) -> None:
    assert run("shortlist", "--max", "3", where=decided).code == 4


def test_a_cell_that_would_be_a_formula_is_neutralised_in_every_format(decided: Path, tmp_path: Path) -> None:
    file = decided / "submissions" / CALL / "04-helene-marchais" / "application.yaml"
    file.write_text(file.read_text().replace("applicant: Hélène Marchais", 'applicant: "=1+1"'))
    for form in ("csv", "xlsx"):
        assert run("shortlist", "--format", form, "--out", tmp_path / f"s.{form}", where=decided).code == 0
    workbook = load_workbook(io.BytesIO((tmp_path / "s.xlsx").read_bytes()))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert "\n=" not in (tmp_path / "s.csv").read_text()
    assert ",=" not in (tmp_path / "s.csv").read_text()


def test_the_table_names_decisions_in_words(decided: Path) -> None:
    shown = run("shortlist", "--lang", "en", where=decided).out
    assert shown.splitlines()[0] == "Shortlist (6 places)"
    assert [word in shown for word in ("shortlisted", "reserve 1")] == [True, True]
