"""A second check works out only what changed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ami_cli import call, rules
from ami_cli.models.assessment import Assessment, Case
from ami_cli.pipeline import checking, remembered
from tests.running import run


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "w"))


def lines(workspace: Path, *more: str) -> list[str]:
    ended = run("check", "submissions", "--format", "jsonl", "--jobs", 1, *more, where=workspace)
    assert ended.code == 1, ended.err
    return ended.out.splitlines()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the applications that the rules look at from now on."""
    seen: list[str] = []
    assess = rules.assess

    def noted(case: Case) -> Assessment:
        seen.append(case.application.id)
        return assess(case)

    monkeypatch.setattr("ami_cli.rules.assess", noted)
    return seen


def test_nothing_is_worked_out_again_where_nothing_changed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lines(workspace)
    seen = counted(monkeypatch)
    assert lines(workspace) == first
    assert seen == []
    assert lines(workspace, "--no-cache") == first
    assert len(seen) == len(first)


def test_an_application_that_changed_is_worked_out_again_and_no_other(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lines(workspace)
    folder = Path(json.loads(first[0])["path"])
    changed = (workspace / folder if not folder.is_absolute() else folder) / "ajout.txt"
    changed.write_text("Une pièce de plus.")
    seen = counted(monkeypatch)
    again = lines(workspace)
    assert seen == [json.loads(first[0])["id"]]
    assert (again[0] != first[0], again[1:]) == (True, first[1:])


def test_other_rules_or_another_call_make_everything_new(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lines(workspace)
    seen = counted(monkeypatch)
    monkeypatch.setattr(remembered, "_code", lambda: "other code")
    assert lines(workspace) == first
    assert len(seen) == len(first)


def test_what_is_taken_back_is_what_was_kept(workspace: Path) -> None:
    (waiting,) = checking.waiting(workspace / "submissions", None)
    worked_out = tuple(checking.check((waiting,), checking.How(jobs=1, cache=False)))
    memory = remembered.Memory(waiting.scope.workspace, call.load(waiting.scope.call_file), "interest")
    for one in worked_out:
        memory.keep(memory.key(one.application), one)
    memory.close()
    memory = remembered.Memory(waiting.scope.workspace, call.load(waiting.scope.call_file), "interest")
    assert tuple(memory.find(memory.key(one.application)) for one in worked_out) == worked_out
    memory.close()


def test_a_second_check_loads_no_rule_no_reader_and_no_lock(workspace: Path) -> None:
    lines(workspace)
    heavy = ("ami_cli.rules", "ami_cli.facts.crew", "ami_cli.facts.stream", "filelock", "multiprocessing", "pypdf", "xml.etree")
    script = f"import sys; from ami_cli.app import main; main(); print([m for m in sys.modules if m.startswith({heavy!r})])"
    words = [sys.executable, "-c", script, "check", "submissions", "--format", "jsonl"]
    done = subprocess.run(words, cwd=workspace, capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert done.stdout.splitlines()[-1] == "[]"
