"""A disk that is really full: said in words, nothing half there, and the next run ends where a quiet one would have."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.letters import letter
from tests.running import Run, run

CALL = "capitalisation-mna-nantes"
SUBJECT = "Capitalisation / MNA Nantes / France"
NOW = ("--call", CALL, "--now", "2025-09-01T09:00:00+02:00", "--lang", "en")
SIZE = 4 << 20


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of four megabytes of its own."""
    place = tmp_path_factory.mktemp("disk")
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount the small disk that this test fills")
    asked = [mount, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603  # the program found above
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run([shutil.which("umount") or "umount", "--lazy", str(place)], check=True)  # noqa: S603  # as above


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight messages of six people, one of them no application."""
    place = tmp_path_factory.mktemp("box")
    for number in range(8):
        files = {"cv.pdf": b"%PDF-1.4 " + bytes([number]) * 20_000, "lettre.pdf": b"%PDF-1.4 " + bytes([number + 100]) * 9000}
        sender = f"Person {number % 6} <p{number % 6}@firm{number % 6}.example>"
        subject, files = (SUBJECT, files) if number != 3 else ("Newsletter", {})
        (place / f"{number}.eml").write_bytes(letter(number=number, subject=subject, sender=sender, files=files))
    return place


def workspace(root: Path) -> Path:
    shutil.rmtree(root, ignore_errors=True)
    calls = Path(__file__).parents[2] / "calls"
    shutil.copytree(calls, root / "calls")
    return root


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and ".ami" not in path.parts and not path.name.endswith(".lock"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def drafts(root: Path) -> dict[str, bytes]:
    return {name: content for name, content in tree(root).items() if name.startswith("outbox/")}


def short_of_room(disk: Path, free: int, root: Path, *words: str) -> Run:
    """Run a command while only `free` bytes are free on the disk."""
    filler = disk / "filler"
    filler.unlink(missing_ok=True)
    left = shutil.disk_usage(disk).free - free
    with filler.open("wb") as stream:
        stream.write(bytes(left))
    try:
        return run(*words, where=root)
    finally:
        filler.unlink()


@pytest.fixture(scope="module")
def quiet(disk: Path, box: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A run with room enough, and how many bytes of the disk it took, read facts left out."""
    root = workspace(tmp_path_factory.mktemp("quiet"))
    assert run("ingest", str(box), *NOW, where=root).code == 0
    before = shutil.disk_usage(disk).used
    for folder in ("submissions", "outbox", "records"):
        shutil.copytree(root / folder, disk / "measured" / folder)
    taken = shutil.disk_usage(disk).used - before
    shutil.rmtree(disk / "measured")
    return root, taken


@pytest.mark.parametrize("short", [0.9, 0.5, 60_000, 45_000, 32_000, 24_000, 20_000, 16_000, 12_000, 8000])
def test_a_full_disk_is_told_and_the_next_run_ends_as_a_quiet_one(
    disk: Path, box: Path, quiet: tuple[Path, int], short: float
) -> None:
    reference, taken = quiet
    root = workspace(disk / "w")
    shutil.copytree(reference / ".ami", root / ".ami")
    missing = int(short * taken) if short < 1 else int(short)
    done = short_of_room(disk, taken - missing, root, "ingest", str(box), *NOW)
    assert (done.code, "the disk is full" in done.err, "make room" in done.err) == (4, True, True), done.err
    applications = [path for path in (root / "submissions" / CALL).iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert [path for path in applications if not (path / "application.yaml").is_file()] == []
    assert list((root / "submissions" / CALL / ".ingest").iterdir()) == []
    assert run("ingest", str(box), *NOW, where=root).code == 0
    assert tree(root) == tree(reference)


def test_with_a_full_disk_check_still_says_what_it_finds(disk: Path, quiet: tuple[Path, int]) -> None:
    root = workspace(disk / "w")
    shutil.copytree(quiet[0] / "submissions", root / "submissions")
    words = ("check", "--call", CALL, "--format", "json", "--lang", "en")
    done = short_of_room(disk, 0, root, *words)
    assert (done.code, done.out) == (1, run(*words, where=quiet[0]).out.replace(str(quiet[0]), str(root))), done.err


@pytest.mark.parametrize("free", [0, 8192, 16_384])
def test_letters_that_find_no_room_say_so_and_come_whole_later(disk: Path, quiet: tuple[Path, int], free: int) -> None:
    root = workspace(disk / "w")
    for name in ("submissions", ".ami"):
        shutil.copytree(quiet[0] / name, root / name)
    done = short_of_room(disk, free, root, "letters", "receipt", *NOW)
    assert (done.code, "space" in done.err or "disk is full" in done.err) == (4, True), done.err
    assert run("letters", "receipt", *NOW, where=root).code == 0
    assert drafts(root) == drafts(quiet[0])
