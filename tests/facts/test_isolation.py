"""What a worker may not do, each tried in a process of its own: confinement is for good."""

import ctypes
import multiprocessing
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ami_cli.facts import landlock
from ami_cli.facts.bounds import DEFAULT
from ami_cli.facts.isolation import confine
from ami_cli.facts.tools import NONE, Tools

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child of a fork runs one function and ends
needs_kernel = pytest.mark.skipif(not landlock.edition(), reason="this kernel has no Landlock")
Attempt = Callable[[Path], object]


def attempted(attempt: Attempt, folder: Path, target: Path, tools: Tools = NONE) -> str:
    """Try something in a confined process; return `done` or the name of the error."""
    receive, send = multiprocessing.Pipe(duplex=False)

    def confined() -> None:
        confine(folder, DEFAULT, tools)
        try:
            attempt(target)
        except Exception as error:  # noqa: BLE001  # whatever stops it is the result
            send.send(type(error).__name__)
        else:
            send.send("done")

    process = multiprocessing.get_context("fork").Process(target=confined)
    process.start()
    process.join(20)
    return str(receive.recv()) if receive.poll() else f"status {process.exitcode}"


def by_native_code(target: Path) -> None:
    """Write as a library in C would: Python's hook sees nothing of it."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.open(os.fsencode(target), os.O_WRONLY | os.O_CREAT, 0o600)
    if descriptor < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    libc.write(descriptor, b"x", 1)


def by_sqlite(target: Path) -> None:
    sqlite3.connect(target).execute("create table x (y)")


def to_a_server(_target: Path) -> None:
    """Connect without Python's hook, which knows of the call."""
    libc = ctypes.CDLL(None, use_errno=True)
    address = (2).to_bytes(2, sys.byteorder) + (9).to_bytes(2) + bytes([127, 0, 0, 1]) + bytes(8)
    descriptor = libc.socket(2, 1, 0)
    if libc.connect(descriptor, address, len(address)):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


BY_PYTHON: dict[str, Attempt] = {
    "write": lambda target: target.write_text("x"),
    "write by descriptor": lambda target: os.open(target, os.O_WRONLY | os.O_CREAT),
    "make a folder": lambda target: target.mkdir(),
    "link": lambda target: target.symlink_to("/etc/passwd"),
    "remove": lambda target: (target.parent / "kept").unlink(),
    "move": lambda target: (target.parent / "kept").rename(target),
    "change rights": lambda target: (target.parent / "kept").chmod(0o777),
    "start a program": lambda _target: subprocess.run(["/bin/true"], check=True),
    "start a shell": lambda _target: os.system("true"),  # noqa: S605, S607  # refused is what is shown
    "connect": lambda _target: socket.create_connection(("127.0.0.1", 9), 1),
    "ask for a name": lambda _target: socket.getaddrinfo("localhost", 80),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder beside that of the worker, with a file in it."""
    (tmp_path / "work").mkdir()
    (tmp_path / "kept").write_text("as it was")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.parametrize("what", BY_PYTHON)
def test_python_code_is_stopped_by_the_hook(what: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "edition", lambda: 0)
    assert attempted(BY_PYTHON[what], place / "work", place / "new") == "PermissionError"
    assert {path.name for path in place.iterdir()} == {"kept", "work"}
    assert (place / "kept").read_text() == "as it was"


@needs_kernel
@pytest.mark.parametrize(("by", "error"), [(by_native_code, "PermissionError"), (by_sqlite, "OperationalError")])
def test_native_code_is_stopped_by_the_kernel(by: Attempt, error: str, place: Path) -> None:
    assert attempted(by, place / "work", place / "new") == error
    assert not (place / "new").exists()
    assert attempted(lambda _target: by(Path("own")), place / "work", place) == "done"  # its own folder is where it stands


@needs_kernel
def test_what_native_code_could_do_without_the_kernel(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "edition", lambda: 0)
    assert attempted(by_native_code, place / "work", place / "new") == "done"


@pytest.mark.skipif(landlock.edition() < 4, reason="this kernel does not refuse connections")
def test_connections_of_native_code_are_stopped_by_the_kernel(place: Path) -> None:
    assert attempted(to_a_server, place / "work", place) == "PermissionError"


@needs_kernel
def test_programs_that_a_worker_starts_are_confined_too(place: Path) -> None:
    shell = Tools(tesseract="/bin/sh")

    def by_program(target: Path) -> None:
        subprocess.run(["/bin/sh", "-c", f"echo x > '{target}'"], check=True, stderr=subprocess.DEVNULL)  # noqa: S603  # our own line

    assert attempted(by_program, place / "work", place / "new", shell) == "CalledProcessError"
    assert not (place / "new").exists()
    assert attempted(lambda _target: by_program(Path("own")), place / "work", place, shell) == "done"


@needs_kernel
def test_reading_is_free(place: Path) -> None:
    assert attempted(lambda target: (target / "kept").read_text(), place / "work", place) == "done"


def test_a_kernel_without_it_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "edition", lambda: 0)
    assert landlock.restrict(tmp_path) is False
