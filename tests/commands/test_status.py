"""`ami status`, as a person runs it in the morning."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ami_cli.models.decision import DecisionEntry
from ami_cli.selection.decisions import record
from tests.running import run

CALL = "capitalisation-mna-nantes"


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "w"))


def told(workspace: Path, now: str) -> dict[str, Any]:
    done = run("status", "--format", "json", "--now", now, where=workspace)
    assert done.code == 0, done.err
    (one,) = json.loads(done.out)["calls"]
    return dict(one)


def test_before_the_deadline_it_counts_the_days_and_what_came(workspace: Path) -> None:
    one = told(workspace, "2025-08-29T10:00:00Z")
    assert (one["call"], one["phase"], one["stage"]) == (CALL, "open", "interest")
    assert one["deadline"] == {"id": "interest", "at": "2025-08-31T12:00:00+02:00", "days": 2.0}
    assert one["received"]["total"] == 15
    assert sum(one["received"][verdict] for verdict in ("complete", "incomplete", "to_verify")) == 15


def test_after_the_deadline_the_next_one_counts_and_the_examination_comes_next(workspace: Path) -> None:
    one = told(workspace, "2025-09-01T10:00:00Z")
    assert (one["phase"], one["deadline"]["id"], one["decided"]) == ("examining", "proposal", None)
    assert "ami check" in one["next"]["fr"]


def test_drafts_are_counted(workspace: Path) -> None:
    assert run("letters", "receipt", "--now", "2025-09-03T10:00", where=workspace).code == 0
    assert told(workspace, "2025-09-03T11:00")["letters"] == {"drafted": 15, "sent": 0, "unknown": 0, "refused": 0, "outdated": 0}


def test_while_applications_are_completed_it_says_until_when(workspace: Path) -> None:
    opened = ("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00")
    assert run(*opened, where=workspace).code == 0
    one, later = told(workspace, "2025-09-04"), told(workspace, "2025-09-11")
    assert [one["phase"], later["phase"]] == ["completing", "completing"]
    assert ("ami letters cure" in one["next"]["fr"], "ami cure close" in later["next"]["fr"]) == (True, True)


@pytest.mark.parametrize(("language", "said"), [("fr", "15 candidatures :"), ("en", "15 applications:")])
def test_the_table_fits_a_screen(workspace: Path, language: str, said: str) -> None:
    done = run("status", "--lang", language, "--now", "2025-08-29T10:00:00Z", where=workspace)
    assert (done.code, said in done.out, max(map(len, done.out.splitlines())) <= 80) == (0, True, True), done.out


def test_a_call_that_is_wrong_is_told_and_stops_no_other(workspace: Path) -> None:
    (workspace / "calls" / "a-wrong-one.yaml").write_text("version: 1\n", "utf-8")
    done = run("status", "--format", "json", "--now", "2025-08-29", where=workspace)
    phases = {one["call"]: one["phase"] for one in json.loads(done.out)["calls"]}
    assert (done.code, phases) == (0, {"a-wrong-one": "unusable", CALL: "open"})


def test_an_empty_workspace_is_told_what_to_do(tmp_path: Path) -> None:
    run("init", tmp_path / "w", where=tmp_path)
    shutil.rmtree(tmp_path / "w" / "calls")
    (tmp_path / "w" / "calls").mkdir()
    done = run("status", where=tmp_path / "w")
    assert (done.code, done.out, "ami new-call" in done.err) == (0, "", True)


def step(workspace: Path, now: str) -> tuple[str, str]:
    one = told(workspace, now)
    return one["phase"], one["next"]["en"]


def test_a_cure_period_is_led_from_its_letters_to_the_choice(workspace: Path) -> None:
    opened = ("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00")
    assert run(*opened, where=workspace).code == 0
    assert "ami letters cure;" in step(workspace, "2025-09-04")[1]
    run("letters", "cure", "--now", "2025-09-03T10:00", where=workspace)
    assert "ami letters send --really" in step(workspace, "2025-09-04")[1]
    assert "ami cure close" in step(workspace, "2025-09-11")[1]
    assert run("cure", "close", "--now", "2025-09-11", where=workspace).code == 0
    phase, said = step(workspace, "2025-09-11")
    assert (phase, "ami settle" in said, "cure" in said) == ("examining", True, False)
    assert told(workspace, "2025-09-11")["letters"]["outdated"] == 5


def test_requests_to_complete_do_not_leave_once_the_delay_is_over(workspace: Path) -> None:
    run("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00", where=workspace)
    run("letters", "cure", "--now", "2025-09-03T10:00", where=workspace)
    late = run("letters", "send", "--lang", "en", "--now", "2025-09-10T12:00:01", where=workspace)
    assert (late.code, "not sent 5" in late.err, "ready" in late.err) == (1, True, False), late.err


def test_after_the_decision_everybody_is_written_to_before_anything_else(workspace: Path) -> None:
    entry = DecisionEntry(
        when=datetime(2025, 9, 12, tzinfo=UTC),
        who="Comité",
        stage="interest",
        shortlisted=("01-atelier-du-recit",),
        reserve=("05-bluefield-learning",),
        excluded=("06-collectif-traverse", "07-cabinet-melusine"),
        shortlist="0" * 64,
    )
    assert record(workspace / "evaluations" / CALL / "decisions.yaml", entry)
    phase, said = step(workspace, "2025-09-12T12:00")
    assert (phase, [kind for kind in ("invitation", "reserve", "regret") if f"ami letters {kind}" in said]) == (
        "writing",
        ["invitation", "reserve", "regret"],
    )
    for kind in ("invitation", "reserve", "regret"):
        assert run("letters", kind, "--now", "2025-09-12", where=workspace).code == 0
    assert "ami letters send --really" in step(workspace, "2025-09-12T12:00")[1]
