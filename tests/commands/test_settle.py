"""Points that a machine leaves open, settled by a person, through the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.running import Run, run

CALL = "capitalisation-mna-nantes"
SEEN = ("--reason", "lettre, page 2 : Ville de Nantes et ARS", "--who", "J. Roux", "--now", "2025-09-02")


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "w"))


def verdict(workspace: Path, name: str) -> dict[str, Any]:
    done = run("check", workspace / "submissions" / CALL / name, "--format", "json", where=workspace)
    (one,) = json.loads(done.out)["applications"]
    return dict(one)


def settle(workspace: Path, *words: str) -> Run:
    return run("settle", *words, where=workspace)


def test_every_point_that_waits_for_a_person_is_listed_with_the_passages_to_read(workspace: Path) -> None:
    done = settle(workspace)
    waiting = {one["id"] for one in json.loads(run("check", "--format", "json", where=workspace).out)["applications"]}
    assert done.code == 0
    for name in ("08-studio-mosaique", "09-reseau-ancrage", "10-cabinet-de-lorme", "15-plume-et-terrain"):
        assert name in waiting
        assert name in done.out
    assert "01-atelier-du-recit" not in done.out
    assert "06-collectif-traverse" not in done.out  # late: nothing there waits for a person


def test_what_a_person_saw_holds_for_the_check_and_stays_visible(workspace: Path) -> None:
    before = verdict(workspace, "08-studio-mosaique")
    settle(workspace, "08", "similar-missions-not-stated", "--met", *SEEN)
    done = settle(workspace, "08", "too-few-references", "--met", *SEEN)
    after = verdict(workspace, "08-studio-mosaique")
    assert (before["verdict"], done.code, after["verdict"]) == ("to_verify", 0, "complete"), done.err
    (point,) = [one for one in after["outcomes"] if one["rule"] == "too-few-references"]
    assert point["status"] == "met"
    assert point["verified_by"] == {
        "who": "J. Roux",
        "when": "2025-09-02T00:00:00Z",
        "reason": "lettre, page 2 : Ville de Nantes et ARS",
        "before": "to_verify",
    }
    shown = run("check", workspace / "submissions" / CALL / "08-studio-mosaique", where=workspace).out
    assert "tranché par J. Roux" in shown
    assert "08-studio-mosaique" not in settle(workspace).out
    journal = (workspace / "records" / CALL / "journal.jsonl").read_text("utf-8")
    assert json.loads(journal.splitlines()[-1])["counts"] == {"met": 1}


def test_what_a_person_found_missing_can_be_asked_for(workspace: Path) -> None:
    settle(workspace, "08", "too-few-references", "--not-met", *SEEN)
    assert verdict(workspace, "08-studio-mosaique")["verdict"] == "incomplete"
    run("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00", "--who", "Comité", where=workspace)
    assert "08-studio-mosaique" in (workspace / "evaluations" / CALL / "cures.yaml").read_text("utf-8")


def test_a_waiver_given_to_one_is_compared_with_all(workspace: Path) -> None:
    done = settle(workspace, "07", "too-many-pages", "--waive", *SEEN)
    assert (done.code, verdict(workspace, "07-cabinet-melusine")["verdict"]) == (0, "complete"), done.err


def test_a_waiver_can_be_taken_back(workspace: Path) -> None:
    settle(workspace, "07", "too-many-pages", "--waive", *SEEN)
    done = settle(workspace, "07", "too-many-pages", "--not-met", "--requirement", "cv", *SEEN)
    assert (done.code, verdict(workspace, "07-cabinet-melusine")["verdict"]) == (0, "incomplete"), done.err


def test_a_later_word_is_added_and_the_first_stays(workspace: Path) -> None:
    settle(workspace, "08", "too-few-references", "--met", *SEEN)
    path = workspace / "evaluations" / CALL / "settled.yaml"
    first = path.read_text("utf-8")
    done = settle(workspace, "08", "too-few-references", "--not-met", *SEEN)
    assert (done.code, path.read_text("utf-8").startswith(first)) == (0, True), done.err
    assert verdict(workspace, "08-studio-mosaique")["verdict"] == "incomplete"


def test_once_another_file_came_somebody_has_to_look_again(workspace: Path) -> None:
    settle(workspace, "08", "too-few-references", "--met", *SEEN)
    (workspace / "submissions" / CALL / "08-studio-mosaique" / "files" / "annexe.txt").write_text("Annexe.", "utf-8")
    after = verdict(workspace, "08-studio-mosaique")
    assert after["verdict"] == "to_verify"
    assert any("J. Roux" in remark["fr"] for remark in after["remarks"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("08", "too-few-references", "--met"), "dites qui a regardé"),
        (("08", "too-few-references", "--met", "--who", "J. Roux"), "dites ce qui a été vu, et où"),
        (("08", "too-few-references"), "un point et une réponse vont ensemble"),
        (("08", "--met"), "un point et une réponse vont ensemble"),
        (("08", "too-few-references", "--met", "--waive", *SEEN), "une seule réponse à la fois"),
        (("08", "too-few-reference", "--met", *SEEN), "vouliez-vous dire « too-few-references » ?"),
        (("08", "received-late", "--met", *SEEN), "received-late n’est pas un point ouvert"),
        (("08", "too-many-pages", "--not-met", *SEEN), "--requirement : cv, letter"),
        (("08", "too-few-references", "--met", "--requirement", "cvs", *SEEN), "n’examine rien qui s’appelle « cvs »"),
        (("8", "too-few-references", "--met", *SEEN), "aucune candidature ne s’appelle « 8 »"),
        (("../../etc/passwd", "too-few-references", "--met", *SEEN), "aucune candidature ne s’appelle « passwd »"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_what_to_do(workspace: Path, words: tuple[str, ...], told: str) -> None:
    done = settle(workspace, *words)
    assert (done.code, told in " ".join(done.err.split())) == (2, True), done.err
    assert not (workspace / "evaluations" / CALL / "settled.yaml").exists()


def test_a_mistake_in_the_file_is_told_with_its_line(workspace: Path) -> None:
    path = workspace / "evaluations" / CALL / "settled.yaml"
    path.write_text(
        "settled:\n  - {when: 2025-09-02T10:00Z, who: A, application: x, stage: interest, rule: r, result: yes}\n", "utf-8"
    )
    done = run("check", where=workspace)
    assert (done.code, "settled.yaml:2" in done.err) == (4, True), done.err
