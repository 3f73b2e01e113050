"""Those who read files get ready only where they are surely needed."""

from pathlib import Path

import pytest

from ami_cli.pipeline import ahead


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr("ami_cli.workers.get_ready", lambda: found.append("ready"))
    return found


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    (tmp_path / "calls").mkdir()
    (tmp_path / "submissions").mkdir()
    return tmp_path / "submissions"


def test_where_nothing_was_kept_they_get_ready_at_once(submissions: Path, called: list[str]) -> None:
    ahead.get_ready(submissions, cache=True)
    assert called == ["ready"]


def test_where_something_was_kept_they_wait_until_a_file_is_new(submissions: Path, called: list[str]) -> None:
    kept = submissions.parent / ".ami" / "cache.sqlite3"
    kept.parent.mkdir()
    kept.touch()
    ahead.get_ready(submissions, cache=True)
    assert called == []
    ahead.get_ready(submissions, cache=False)
    assert called == ["ready"]


def test_outside_a_workspace_nothing_is_begun(tmp_path: Path, called: list[str]) -> None:
    ahead.get_ready(tmp_path, cache=False)
    assert called == []
