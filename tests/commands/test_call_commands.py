"""validate, show, schema and explain, as a person runs them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from ami_cli import call, rules
from tests.running import run

ROOT = Path(__file__).parents[2]
NANTES = "capitalisation-mna-nantes"
ORGANISATION = (ROOT / "calls" / "organisations" / "mdm-france.yaml").read_text("utf-8")
TEXT = (ROOT / "calls" / f"{NANTES}.yaml").read_text("utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the Nantes call alone."""
    (tmp_path / "calls" / "organisations").mkdir(parents=True)
    (tmp_path / "calls" / "organisations" / "mdm-france.yaml").write_text(ORGANISATION, "utf-8")
    (tmp_path / "calls" / f"{NANTES}.yaml").write_text(TEXT, "utf-8")
    return tmp_path


def names(done: Any) -> set[str]:
    return {remark["name"] for remark in json.loads(done.out)["remarks"]}


def test_the_real_calls_raise_what_a_careful_reader_finds() -> None:
    nantes, trafficking = (
        run("validate", ROOT / "calls" / f"{name}.yaml", "--format", "json") for name in (NANTES, "positionnement-traite")
    )
    assert (nantes.code, trafficking.code) == (0, 0)
    assert names(nantes) == {
        "acronym-mismatch",
        "preference-not-published",
        "deadline-on-day-off",
        "wrong-zone-label",
        "too-little-time",
        "data-notice-incomplete",
    }
    assert names(trafficking) == {"placeholder", "limit-without-scope", "data-notice-incomplete"}


def test_warnings_exit_0_or_1_when_strict_and_mistakes_exit_3(workspace: Path) -> None:
    assert run("validate", where=workspace).code == 0
    assert run("validate", "--strict", where=workspace).code == 1
    (workspace / "calls" / "autre.yaml").write_text("version: 1\ntitel: x\n", "utf-8")
    wrong = run("validate", where=workspace)
    assert wrong.code == 3
    assert "calls/autre.yaml:2: titel: clé inconnue : « titel » [erreur] → vouliez-vous dire « title » ?\n" in wrong.out
    assert "calls/capitalisation-mna-nantes.yaml" in wrong.out


def test_calls_are_meant_by_id_path_folder_or_not_at_all(workspace: Path) -> None:
    told = [run("validate", *meant, where=workspace).out for meant in ((), (NANTES,), ("calls",), (f"calls/{NANTES}.yaml",))]
    assert told[0].startswith(f"calls/{NANTES}.yaml:")
    assert told[1:] == told[:1] * 3


def test_a_call_file_is_validated_outside_of_any_workspace(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert run("validate", workspace / "calls" / f"{NANTES}.yaml", where=elsewhere).code == 0


def test_an_organisation_file_is_validated_on_its_own(workspace: Path) -> None:
    path = workspace / "calls" / "organisations" / "mdm-france.yaml"
    assert (run("validate", path).code, run("validate", path).out) == (0, "")
    path.write_text(ORGANISATION.replace("country: FR", "pays: FR"), "utf-8")
    done = run("validate", path, "--lang", "en")
    assert done.code == 3
    assert "pays: unknown key: “pays” [error]" in done.out


def test_every_format_tells_the_same_remarks(workspace: Path) -> None:
    told = {form: run("validate", "--format", form, where=workspace) for form in ("table", "json", "github", "csv", "md")}
    assert {done.code for done in told.values()} == {0}
    count = len(json.loads(told["json"].out)["remarks"])
    assert count > 5
    assert len(told["table"].out.splitlines()) == count
    assert len(told["github"].out.splitlines()) == count
    assert len(list(csv.reader(io.StringIO(told["csv"].out)))) == count + 1
    assert json.loads(told["json"].out)["summary"] == {"errors": 0, "warnings": count}


def test_words_from_a_call_stay_words_in_the_workflow_commands_of_github(workspace: Path) -> None:
    bad = "kind: a\\n::error::b,c%"
    (workspace / "calls" / "x.yaml").write_text(f'version: 1\nmission: {{"{bad}": 1}}\n', "utf-8")
    lines = run("validate", "x", "--format", "github", where=workspace).out.splitlines()
    assert lines
    assert all(line.startswith("::error file=calls/x.yaml,line=") for line in lines)


def test_a_format_that_is_none_is_wrong_usage_with_the_nearest(workspace: Path) -> None:
    done = run("validate", "--format", "jsn", where=workspace)
    assert done.code == 2
    assert "vouliez-vous dire « json »" in done.err


def test_an_unknown_call_is_wrong_usage_and_named(workspace: Path) -> None:
    done = run("show", "capitalisation", "--lang", "en", where=workspace)
    assert (done.code, done.out) == (2, "")
    assert "no call is named “capitalisation”" in done.err
    assert NANTES in done.err


def test_show_gives_the_facts_as_json(workspace: Path) -> None:
    shown = json.loads(run("show", NANTES, "--format", "json", where=workspace).out)
    assert {key: shown[key] for key in ("id", "procedure", "languages", "organisation", "shortlist_max")} == {
        "id": NANTES,
        "procedure": "expression-of-interest",
        "languages": ["fr", "en"],
        "organisation": "mdm-france",
        "shortlist_max": 6,
    }
    assert {key: shown["budget"][key] for key in ("ceiling", "currency", "taxes", "contingency_max_percent")} == {
        "ceiling": 15000,
        "currency": "EUR",
        "taxes": "included",
        "contingency_max_percent": 5,
    }
    assert [(one["id"], one["at"], one["at_utc"], one["zone"], one["printed"]) for one in shown["deadlines"]] == [
        ("interest", "2025-08-31T12:00:00+02:00", "2025-08-31T10:00:00Z", "Europe/Paris", "31/08/2025 à 12h00 (hdP/CET)"),
        ("proposal", "2025-09-28T18:00:00+02:00", "2025-09-28T16:00:00Z", "Europe/Paris", "28/09/2025 à 18h00 (hdP/CET)"),
    ]
    assert [(one["id"], one["at"]) for one in shown["milestones"]][2:] == [
        ("start", "2025-10-13"),
        ("field-work", "2025-10-17"),
        ("final-report", "2025-12-12"),
    ]
    assert [(one["id"], one["kind"], one["stage"], one["per"], one["max_pages"], one["must_state"]) for one in shown["documents"]][
        :2
    ] == [
        ("cv", "cv", "interest", "member", 3, ["firm-if-any"]),
        ("letter", "letter", "interest", "application", 3, ["similar-missions", {"references": 2}, "availability"]),
    ]
    assert [(one["kind"], one["address"], one["subjects"]) for one in shown["channels"]] == [
        ("email", "doi.applications@medecinsdumonde.net", ["Capitalisation / MNA Nantes / France"])
    ]
    assert (len(shown["profile"]), len(shown["deliverables"]), shown["to_be_set"]) == (10, 5, [])


def test_what_is_to_be_set_is_null_in_json_and_said_to_people() -> None:
    path = ROOT / "calls" / "positionnement-traite.yaml"
    shown = json.loads(run("show", path, "--format", "json").out)
    assert shown["deadlines"][1]["at"] is None
    assert "calendar.milestones.1.at" in shown["to_be_set"]
    assert "à fixer" in run("show", path).out


@pytest.mark.parametrize(
    ("now", "left"),
    [("2025-08-19T10:00Z", "12 j"), ("2025-08-31T09:15Z", "0 h 45"), ("2025-09-02T10:00Z", "il y a 2 j")],
)
def test_show_says_how_far_each_deadline_is(workspace: Path, now: str, left: str) -> None:
    out = run("show", "--now", now, where=workspace).out
    (line,) = [line for line in out.splitlines() if "2025-08-31 10:00" in line]
    assert line.endswith(f"2025-08-31 10:00   {left}")


def test_show_fits_eighty_columns_in_both_languages(workspace: Path) -> None:
    for language in ("fr", "en"):
        out = run("show", "--lang", language, where=workspace).out
        wide = [line for line in out.splitlines() if len(line) > 80]
        # Only the lines of words that people copy stay whole: the title and the address.
        assert len(wide) <= 3
        assert out


def test_the_schema_is_written_to_standard_output() -> None:
    assert json.loads(run("schema").out) == call.schema()
    assert json.loads(run("schema", "--organisation").out) == call.organisation_schema()


def test_explain_lists_every_rule_and_every_warning() -> None:
    out = run("explain").out
    assert {page.name for page in (*call.pages(), *rules.PAGES)} - set(out.split()) == set()


@pytest.mark.parametrize("page", [*call.pages(), *rules.PAGES], ids=lambda page: page.name)
def test_explain_tells_each_page_in_both_languages(page: Any) -> None:
    for language in ("fr", "en"):
        done = run("explain", page.name, "--lang", language)
        assert done.code == 0
        assert done.out.startswith(f"{page.name} · {page.title.of(language)}\n")
        assert " ".join(page.remedy.of(language).split()) in " ".join(done.out.split())


def test_explain_of_nothing_known_gives_the_nearest() -> None:
    done = run("explain", "wrong-zone")
    assert done.code == 2
    assert "wrong-zone-label" in done.err
