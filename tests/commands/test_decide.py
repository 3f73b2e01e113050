from pathlib import Path

from tests.commands.conftest import CALL, MARKS, fill, grid
from tests.running import run


def decisions(root: Path) -> str:
    path = root / "evaluations" / CALL / "decisions.yaml"
    return path.read_text("utf-8") if path.exists() else ""


def journal(root: Path) -> list[str]:
    return (root / "records" / CALL / "journal.jsonl").read_text("utf-8").splitlines()


def test_a_decision_is_recorded_once_and_changed_only_with_a_reason(judged: Path) -> None:
    first = ("decide", "--who", "Comité du 3 septembre", "--now", "2025-09-03", "--lang", "en")
    assert run(*first, where=judged).code == 0
    once, lines = decisions(judged), len(journal(judged))
    assert '  - when: "2025-09-03T00:00:00Z"\n    who: "Comité du 3 septembre"\n' in once
    again = run(*first, where=judged)
    assert (again.code, decisions(judged), len(journal(judged))) == (0, once, lines)
    fill(grid(judged, "ana-ruiz"), MARKS | {"05-bluefield-learning": 5, "01-atelier-du-recit": 0})
    fill(grid(judged, "bo-lind"), MARKS | {"05-bluefield-learning": 5, "01-atelier-du-recit": 0})
    refused = run(*first, where=judged)
    assert (refused.code, decisions(judged)) == (4, once)
    assert run(*first, "--reason", "Grilles corrigées.", where=judged).code == 0
    assert decisions(judged).startswith(once)
    assert decisions(judged).count("- when:") == 2


def test_nothing_is_decided_while_somebody_is_undecided(scored: Path) -> None:
    refused = run("decide", "--who", "Comité", where=scored)
    assert (refused.code, decisions(scored)) == (4, "")


def test_who_decides_is_asked_for(judged: Path) -> None:
    assert run("decide", where=judged).code == 2
    assert run("decide", "--who", "  ", where=judged).code == 2


def test_a_file_that_was_laid_out_otherwise_is_not_made_worse(judged: Path) -> None:
    assert run("decide", "--who", "Comité", where=judged).code == 0
    path = judged / "evaluations" / CALL / "decisions.yaml"
    moved = path.read_text("utf-8").replace("  - when", "- when").replace("\n    ", "\n  ")
    path.write_text(moved, "utf-8")
    fill(grid(judged, "ana-ruiz"), MARKS | {"05-bluefield-learning": 5, "01-atelier-du-recit": 0})
    refused = run("decide", "--who", "Comité", "--reason", "Autre.", "--max", "1", where=judged)
    assert (refused.code, path.read_text("utf-8")) == (4, moved)
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []
