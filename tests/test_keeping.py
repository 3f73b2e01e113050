"""Results kept between runs: what is used goes on living, and a run that changes nothing writes nothing."""

import sqlite3
from pathlib import Path

from ami_cli.keeping import Keeper


def keep(path: Path, *keys: str, largest: int = 1 << 20) -> None:
    keeper = Keeper(path, largest)
    for key in keys:
        keeper.keep(key, "1", b"0123456789")
    keeper.close()


def find(path: Path, *keys: str) -> list[tuple[str, bytes] | None]:
    keeper = Keeper(path)
    found = [keeper.find(key) for key in keys]
    keeper.close()
    return found


def uses(path: Path) -> list[tuple[str, int]]:
    rows = sqlite3.connect(path)
    try:
        return rows.execute("SELECT key, run FROM uses ORDER BY key").fetchall()
    finally:
        rows.close()


def test_a_file_is_made_only_when_something_is_looked_for_or_kept(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    Keeper(path).close()
    assert not path.exists()
    assert find(path, "a") == [None]
    assert path.exists()


def test_a_run_that_uses_what_the_last_one_used_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    keep(path, "a", "b")
    before = path.read_bytes()
    assert find(path, "a", "b") == [("1", b"0123456789")] * 2
    assert path.read_bytes() == before


def test_a_run_that_uses_less_than_the_last_one_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    keep(path, "a", "b")
    find(path, "b")
    find(path, "b")
    assert uses(path) == [("a", 1), ("b", 2)]


def test_the_bound_holds_also_where_all_was_written_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    keep(path, *(f"{number:03}" for number in range(200)), largest=50)
    assert [key for key, _run in uses(path)] == ["195", "196", "197", "198", "199"]


def test_a_file_of_an_earlier_layout_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    rows = sqlite3.connect(path)
    rows.executescript("CREATE TABLE kept (key TEXT, used INTEGER); INSERT INTO kept VALUES ('a', 1); PRAGMA user_version = 2;")
    rows.close()
    assert find(path, "a") == [None]
    keep(path, "a")
    assert find(path, "a") == [("1", b"0123456789")]
