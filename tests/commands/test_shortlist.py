import csv
import html
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
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


TABLES = ("shortlist", "comparison", "long-list", "candidates")
FORMS = ("csv", "md", "xlsx", "html", "docx", "json")
HOSTILE = '=HYPERLINK("http://x.example";"<b>y</b>")'


def hostile(root: Path) -> Path:
    """An applicant whose name is a formula, and markup."""
    file = root / "submissions" / CALL / "04-helene-marchais" / "application.yaml"
    text = file.read_text("utf-8")
    assert "applicant: Hélène Marchais" in text
    file.write_text(text.replace("applicant: Hélène Marchais", f"applicant: {json.dumps(HOSTILE)}"), "utf-8")
    return root


def cells(path: Path) -> list[str]:
    """Every cell of a table, as a program that opens the file would hold it."""
    form = path.suffix[1:]
    if form == "csv":
        return [cell for row in csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";") for cell in row]
    if form == "xlsx":
        book = load_workbook(path)
        assert [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    if form == "docx":
        return [cell.text for grid in Document(str(path)).tables for row in grid.rows for cell in row.cells]
    text = path.read_text("utf-8")
    if form == "html":
        return [html.unescape(found) for found in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", text, re.DOTALL)]
    return [cell.strip() for line in text.splitlines() if line.startswith("|") for cell in re.split(r"(?<!\\)\|", line)]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", [form for form in FORMS if form != "json"])
def test_no_table_in_any_format_holds_a_formula(table: str, form: str, judged: Path) -> None:
    out = judged / f"t.{form}"
    made = run("shortlist", "--table", table, "--format", form, "--delimiter", ";", "--out", out, where=hostile(judged))
    assert made.code == 0, made.err
    held = cells(out)
    assert [cell for cell in held if cell.lstrip().startswith(("=", "+", "@", "-1"))] == []
    hidden = "=1+1" if table == "candidates" else "HYPERLINK"
    assert any(hidden in cell.replace("\\", "") for cell in held)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", FORMS)
def test_anonymous_tables_name_nobody_and_the_key_is_kept_apart(table: str, form: str, judged: Path) -> None:
    out = judged / f"t.{form}"
    made = run("shortlist", "--table", table, "--format", form, "--anonymous", "--out", out, "--lang", "fr", where=judged)
    assert made.code == 0, made.err
    raw = out.read_bytes()
    if form in {"xlsx", "docx"}:
        with zipfile.ZipFile(out) as archive:
            raw = b"".join(archive.read(name) for name in archive.namelist())
    text = raw.decode("utf-8", "replace")
    names = ("Passerelles", "Marchais", "Bluefield", "Ruiz", "Bo Lind", "04-helene")
    assert [name for name in names if name in text] == []
    assert ("Candidate 1" if form == "json" and table == "shortlist" else "Candidat 1") in text
    key = (judged / "evaluations" / CALL / "anonymous-key.csv").read_text("utf-8-sig")
    assert [name in key for name in ("Hélène Marchais", "Ana Ruiz", "04-helene-marchais")] == [True] * 3


def test_grids_rank_and_the_comparison_has_candidates_in_columns(judged: Path) -> None:
    found = json.loads(run("shortlist", "--format", "json", where=judged).out)
    assert [(one["application"], one["decision"], one["rank"], one["score"]) for one in found["candidates"]] == [
        ("01-atelier-du-recit", "shortlisted", 1, 100.0),
        ("02-cabinet-passerelles", "shortlisted", 2, 80.0),
        ("03-sante-et-territoires", "shortlisted", 3, 60.0),
        ("04-helene-marchais", "reserve", 4, 50.0),
        ("05-bluefield-learning", "not_retained", None, 20.0),
    ]
    (compared,) = json.loads(run("shortlist", "--table", "comparison", "--format", "json", "--lang", "en", where=judged).out)
    assert compared["columns"][1] == "L’Atelier du Récit"
    assert compared["rows"][0][:3] == ["Experience (60.00 %)", "100.00", "80.00"]


def test_a_grid_that_is_not_finished_stops_the_list_and_names_the_cell(judged: Path) -> None:
    path = judged / "evaluations" / CALL / "grids" / "ana-ruiz.xlsx"
    book = load_workbook(path)
    book["Grille"]["H5"] = None
    book.save(path)
    refused = run("shortlist", "--lang", "en", where=judged)
    assert (refused.code, "ana-ruiz.xlsx · Grille!H5: mark missing" in refused.err) == (4, True)


def test_two_runs_give_the_same_bytes(judged: Path) -> None:
    def once(form: str) -> bytes:
        run("shortlist", "--table", "candidates", "--format", form, "--out", judged / f"t.{form}", where=judged)
        return (judged / f"t.{form}").read_bytes()

    assert [once(form) for form in FORMS] == [once(form) for form in FORMS]


def test_a_delimiter_that_is_none_is_refused(judged: Path) -> None:
    assert run("shortlist", "--delimiter", "x", where=judged).code == 2
