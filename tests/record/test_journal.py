import hashlib
import json
import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ami_cli import record
from ami_cli.errors import SourceError
from ami_cli.models.journal import Entry

AT = datetime(2025, 9, 1, 8, tzinfo=UTC)
WRITERS, LINES = 4, 25


def entry(number: int = 0, note: str | None = None) -> Entry:
    return Entry(at=AT, command="check", version="0.1.0", call="c", counts={"applications": number}, note=note)


def write_many(journal: Path, writer: int) -> None:
    for number in range(LINES):
        record.append(journal, entry(writer * LINES + number, note="x" * 5000))


def test_a_line_says_when_by_which_command_and_version_from_what_to_what(tmp_path: Path) -> None:
    record.append(tmp_path / "c" / "journal.jsonl", entry(3))
    record.append(tmp_path / "c" / "journal.jsonl", entry(4))
    lines = (tmp_path / "c" / "journal.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        {"at": "2025-09-01T08:00:00Z", "command": "check", "version": "0.1.0", "call": "c", "counts": {"applications": number}}
        for number in (3, 4)
    ]


def test_writers_at_once_lose_no_line_and_break_none(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_many, args=(journal, number)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    found = [json.loads(line)["counts"].get("applications") for line in journal.read_text().splitlines()]
    assert sorted(found) == list(range(WRITERS * LINES))


def test_a_line_that_was_cut_short_does_not_swallow_the_next(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    journal.write_text('{"at": "2025')
    record.append(journal, entry(1))
    assert json.loads(journal.read_text().splitlines()[1])["counts"] == {"applications": 1}


def test_a_journal_that_cannot_be_written_stops_the_command(tmp_path: Path) -> None:
    (tmp_path / "records").write_text("")
    with pytest.raises(SourceError):
        record.append(tmp_path / "records" / "journal.jsonl", entry())


def test_a_line_cut_short_is_passed_over_when_the_journal_is_read(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    record.append(journal, entry(1))
    with journal.open("ab") as stream:
        stream.write(b'{"at":"2025-09-01T08:0')
    assert record.entries(journal) == (entry(1),)
    record.append(journal, entry(2))
    assert record.entries(journal) == (entry(1), entry(2))


def test_a_line_that_is_whole_and_no_entry_is_told_with_its_number(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    record.append(journal, entry(1))
    with journal.open("ab") as stream:
        stream.write(b'{"at":"yesterday"}\n')
    with pytest.raises(SourceError) as caught:
        record.entries(journal)
    assert caught.value.en == f"{journal}:2: this line of the journal cannot be read"


def test_a_digest_of_the_beginning_outlives_what_is_added(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    for command in ("check", "minutes"):
        record.append(journal, entry().model_copy(update={"command": command}))
    draft = record.until(journal, "decide", but="minutes")
    for command in ("minutes", "decide", "letters"):
        record.append(journal, entry().model_copy(update={"command": command}))
    beginning = b"".join(journal.read_bytes().splitlines(keepends=True)[:4])
    assert (draft[0], record.until(journal, "decide", but="minutes")) == (1, (4, hashlib.sha256(beginning).hexdigest()))
