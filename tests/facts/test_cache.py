import sqlite3
from pathlib import Path

import pytest

from ami_cli.facts.cache import Cache
from ami_cli.facts.versions import version_of
from ami_cli.models.facts import DocumentFacts

ONE = DocumentFacts(sha256="1" * 64, bytes=3, media_type="text/plain", readable=True, language="fr")
TWO = ONE.model_copy(update={"sha256": "2" * 64})


def kept(path: Path, *facts: DocumentFacts, largest: int = 1 << 20) -> None:
    cache = Cache(path, largest=largest)
    for one in facts:
        cache.keep(one, "", one.model_dump_json().encode())
    cache.close()


def found(path: Path, facts: DocumentFacts, suffix: str = "") -> DocumentFacts | None:
    cache = Cache(path)
    try:
        return cache.find(facts.sha256, suffix)
    finally:
        cache.close()


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cache.sqlite3"
    kept(path, ONE)
    assert found(path, ONE) == ONE
    assert found(path, TWO) is None
    assert found(path, ONE, ".csv") is None


def test_without_a_path_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.keep(ONE, "", b"{}")
    assert cache.find(ONE.sha256, "") is None
    cache.close()


def test_a_reader_that_changed_reads_its_own_files_again_and_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cache.sqlite3"
    page = TWO.model_copy(update={"media_type": "application/pdf"})
    kept(path, ONE, page)
    changed = {"application/pdf": "changed"}
    monkeypatch.setattr(
        "ami_cli.facts.cache.version_of", lambda facts, tools: changed.get(facts.media_type) or version_of(facts, tools)
    )
    assert found(path, page) is None
    assert found(path, ONE) == ONE


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\x00" + bytes(5000)])
def test_a_spoilt_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.sqlite3"
    path.write_bytes(content)
    kept(path, ONE)
    assert found(path, ONE) == ONE


def test_a_spoilt_row_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite3"
    kept(path, ONE)
    with sqlite3.connect(path) as rows:
        rows.execute("UPDATE kept SET content = 'x'")
    rows.close()
    assert found(path, ONE) is None


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "cache.sqlite3"
    kept(path, ONE)
    assert found(path, ONE) is None


def test_two_runs_may_write_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite3"
    first, second = Cache(path), Cache(path)
    first.keep(ONE, "", ONE.model_dump_json().encode())
    second.keep(TWO, "", TWO.model_dump_json().encode())
    first.close()
    second.close()
    assert (found(path, ONE), found(path, TWO)) == (ONE, TWO)


def test_beyond_its_bound_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite3"
    size = len(ONE.model_dump_json())
    kept(path, ONE, TWO)
    assert found(path, ONE) == ONE  # used again
    kept(path, ONE.model_copy(update={"sha256": "3" * 64}), largest=2 * size)
    assert (found(path, ONE), found(path, TWO)) == (ONE, None)
