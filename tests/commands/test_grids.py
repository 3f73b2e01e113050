import json
from pathlib import Path

import yaml
from openpyxl import load_workbook

from tests.commands.conftest import CALL, MARKS, fill, grid
from tests.running import run


def test_grids_hold_the_complete_applications_and_what_there_is_to_read(scored: Path) -> None:
    made = run("grids", "--evaluator", "Ana Ruiz", "--to", "xlsx,yaml", where=scored)
    assert made.code == 0
    assert made.out.splitlines() == [str(grid(scored, "ana-ruiz")), str(grid(scored, "ana-ruiz").with_suffix(".yaml"))]
    sheet = load_workbook(grid(scored, "ana-ruiz"))["Grille"]
    rows = {(row[1].value, row[2].value): row[9].value for row in sheet.iter_rows(min_row=4)}
    assert {name for name, _criterion in rows} == set(MARKS)
    assert "Lettre d'intérêt - Atelier du Récit.pdf, p. 1 : « " in str(rows["01-atelier-du-recit", "experience"])
    assert "Nantes" in str(rows["01-atelier-du-recit", "method"])


def test_the_journal_counts_and_names_nobody(scored: Path) -> None:
    run("grids", "--evaluator", "Ana Ruiz", "--now", "2025-09-02", where=scored)
    line = (scored / "records" / CALL / "journal.jsonl").read_text("utf-8").splitlines()[-1]
    entry = json.loads(line)
    assert (entry["command"], entry["counts"]) == ("grids", {"grids": 1, "candidates": 5})
    assert "ruiz" not in line.lower()


def test_a_filled_grid_is_kept_and_that_is_said(scored: Path) -> None:
    words = ("grids", "--evaluator", "Ana Ruiz", "--lang", "fr")
    run(*words, where=scored)
    fill(grid(scored, "ana-ruiz"), MARKS)
    before = grid(scored, "ana-ruiz").read_bytes()
    again = run(*words, where=scored)
    assert (again.code, "déjà remplie" in again.out, grid(scored, "ana-ruiz").read_bytes() == before) == (0, True, True)


def test_evaluators_come_from_their_file_and_links_are_asked_about(scored: Path) -> None:
    (scored / "evaluations" / CALL / "evaluators.yaml").write_text(
        "evaluators:\n  - {name: Cy Moss, employer: Atelier du Récit}\n", "utf-8"
    )
    made = run("grids", "--lang", "en", where=scored)
    assert made.out.splitlines() == [str(grid(scored, "cy-moss"))]
    assert "Cy Moss and L’Atelier du Récit have the same employer" in made.err


def test_nobody_to_make_a_grid_for_is_said(scored: Path) -> None:
    assert run("grids", where=scored).code == 2
    assert run("grids", "--evaluator", "Ana", "--to", "ods", where=scored).code == 2


def test_two_runs_give_the_same_bytes(scored: Path) -> None:
    run("grids", "--evaluator", "Ana Ruiz", where=scored)
    before = grid(scored, "ana-ruiz").read_bytes()
    run("grids", "--evaluator", "Ana Ruiz", where=scored)
    assert grid(scored, "ana-ruiz").read_bytes() == before


def test_where_nobody_is_named_the_form_of_the_file_is_shown(scored: Path) -> None:
    from ami_cli.models.evaluation import Committee
    from ami_cli.pipeline.evaluating import COMMITTEE

    ended = run("grids", "--lang", "en", where=scored)
    assert (ended.code, COMMITTEE.en in ended.err) == (2, True)
    for shown in (COMMITTEE.fr, COMMITTEE.en):
        assert len(Committee.model_validate(yaml.safe_load(shown)).evaluators) == 2
