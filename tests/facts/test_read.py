"""Reading many files with real worker processes."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ami_cli import facts
from ami_cli.facts import duties, worker
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.crew import Crew, Lost
from ami_cli.facts.orders import Order
from ami_cli.models.facts import DocumentFacts
from tests.facts.making import docx, paragraph, pdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cv.pdf").write_bytes(pdf("Curriculum vitae"))
    (tmp_path / "lettre.docx").write_bytes(docx(paragraph("Madame, Monsieur,")))
    (tmp_path / "same.pdf").write_bytes(pdf("Curriculum vitae"))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "directory.pdf").mkdir()
    return tmp_path


def test_every_path_has_its_facts_in_order_and_a_bad_file_is_facts_too(folder: Path) -> None:
    paths = [
        folder / name for name in ("cv.pdf", "broken.pdf", "missing.pdf", "lettre.docx", "empty.pdf", "same.pdf", "directory.pdf")
    ]
    seen: list[Path] = []
    read = list(facts.read(paths, jobs=2, on_file=lambda path, _facts: seen.append(path)))
    assert [path for path, _facts in read] == paths == seen
    assert [one.problem for _path, one in read] == [None, "damaged", "damaged", None, "empty", None, "unsupported"]
    assert read[0][1] == read[5][1]


def test_the_second_reading_needs_no_worker(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / ".ami" / "cache.sqlite3"
    paths = [folder / "cv.pdf", folder / "lettre.docx", folder / "broken.pdf"]
    first = facts.read_all(paths, jobs=1, cache=cache)
    monkeypatch.setattr(Crew, "_workers", None)
    assert facts.read_all(paths, jobs=1, cache=cache) == first
    assert len(first) == 3


def test_groups_are_taken_lazily_and_come_back_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ami_cli.facts.stream.WINDOW", 2)
    taken: list[int] = []

    def groups() -> Iterator[tuple[int, list[Path]]]:
        for number in range(20):
            taken.append(number)
            yield number, [folder / "cv.pdf", folder / "lettre.docx"] if number % 3 else []

    read = facts.read_groups(groups(), jobs=1)
    assert next(read) == (0, {})
    assert len(taken) < 8
    rest = list(read)
    assert [number for number, _facts in rest] == list(range(1, 20))
    assert [len(found) for _number, found in rest] == [2 if number % 3 else 0 for number in range(1, 20)]


def test_groups_with_nothing_to_read_are_given_back_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ami_cli.facts.stream.WINDOW", 4)
    taken: list[int] = []

    def groups() -> Iterator[tuple[int, list[Path]]]:
        for number in range(50):
            taken.append(number)
            yield number, []

    read = facts.read_groups(groups(), jobs=1)
    assert next(read) == (0, {})
    assert len(taken) <= 8
    assert [number for number, _facts in read] == list(range(1, 50))


def read_one(path: Path, bounds: Bounds) -> DocumentFacts:
    ((_path, found),) = facts.read([path], jobs=1, bounds=bounds)
    return found


def test_a_file_that_eats_memory_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "fat.docx").write_bytes(docx(paragraph("a" * 150_000_000)))
    (tmp_path / "quick.pdf").write_bytes(pdf("Bonjour"))
    read = facts.read_all(
        [tmp_path / "fat.docx", tmp_path / "quick.pdf"], jobs=1, bounds=Bounds(memory=450 << 20, unpacked=1 << 30)
    )
    assert [one.problem for one in read.values()] == ["too-large", None]


def test_a_file_larger_than_may_be_opened_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "large.pdf").write_bytes(pdf("Bonjour"))
    assert read_one(tmp_path / "large.pdf", Bounds(file_size=100)).problem == "too-large"


def test_a_crash_of_a_reader_costs_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [Order(name, ".pdf") for name in ("a", "bad", "c", "d")]
    monkeypatch.setattr(duties, "read_chunk", crash_at_bad)
    with Crew(1, Bounds()) as crew:
        read = [result for task in crew.send(orders) for result in crew.fetch(task)]
    assert read == [b"a", Lost("damaged", "its reader crashed (status -11)"), b"c", b"d"]


def crash_at_bad(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Stands in for the readers, in the worker: a real crash of the process at one file."""
    written = []
    for index, order in enumerate(orders):
        with worker.post().at(task, index, 20):
            if order.path == "bad":
                os.kill(os.getpid(), 11)
            written.append(order.path.encode())
    return written


def test_a_reader_that_never_returns_costs_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [Order(name, ".pdf") for name in ("a", "bad", "c", "d")]
    monkeypatch.setattr(duties, "read_chunk", hang_at_bad)
    with Crew(1, Bounds()) as crew:
        read = [result for task in crew.send(orders) for result in crew.fetch(task)]
    assert read == [b"a", Lost("too-slow", "its reader did not finish in time"), b"c", b"d"]


def hang_at_bad(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Stands in for the readers, in the worker: one call that holds the interpreter and never comes back."""
    written = []
    for index, order in enumerate(orders):
        with worker.post().at(task, index, 0.3 if order.path == "bad" else 20):
            if order.path == "bad":
                re.fullmatch("(a?){60}a{60}", "a" * 60)
            written.append(order.path.encode())
    return written
