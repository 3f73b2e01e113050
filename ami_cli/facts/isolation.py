"""What a worker process may do: read its file, write below its own temporary folder, use bounded memory, reach nobody."""

import faulthandler
import os
import sys
import tempfile
from pathlib import Path
from typing import IO

from ami_cli.facts import landlock
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.tools import NONE, Tools

_WRITTEN = 512 << 20
"""Largest file, in bytes, that a worker or a program it starts may write."""
_OPEN_FILES = 256
_SOCKETS = Path("/tmp")  # noqa: S108 (not ours)
"""Where LibreOffice makes its socket and removes it, whatever it is told."""
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(
    {"os.remove", "os.rmdir", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime"}
)
_REACHES = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "os.system", "os.exec"})
_STARTS = frozenset({"subprocess.Popen", "os.posix_spawn"})


class Watch:
    """An alarm that ends the process from outside the interpreter, so that even a library that never returns is stopped."""

    OUT_OF_TIME = 1
    """Status with which the alarm ends the process."""
    OUT_OF_MEMORY = 2
    """Status with which the process ends itself when it runs out of memory."""

    def __init__(self, silence: IO[str]) -> None:
        """`silence` takes the trace that goes with the end."""
        self._silence = silence

    def set(self, seconds: float) -> None:
        """End this process in so many seconds."""
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._silence)

    def off(self) -> None:
        """Let the process live."""
        faulthandler.cancel_dump_traceback_later()


def confine(folder: Path, bounds: Bounds, tools: Tools = NONE) -> tuple[Watch, Path]:
    """Confine this process for good: to a new folder in `folder` for writing, to the programs of `tools` for starting any.

    Returns its alarm and that folder. Python's own hook stops what Python does, and says why; where the system is a Linux with
    Landlock, the kernel stops what libraries and programs do as well.
    """
    silence = Path(os.devnull).open("w")  # noqa: SIM115 (open as long as the process lives)
    home = Path(tempfile.mkdtemp(prefix="worker-", dir=folder))
    os.chdir(home)
    tempfile.tempdir = str(home)
    sys.dont_write_bytecode = True
    os.environ["HOME"] = os.environ["TMPDIR"] = str(home)
    _limit(bounds)
    _confine_by_kernel(home, tools)
    sys.addaudithook(_Guard(home.resolve(), frozenset(tools.programs)))
    return Watch(silence), home.resolve()


def _confine_by_kernel(home: Path, tools: Tools) -> None:
    written = [Path(os.devnull)]
    if tools.programs and sys.platform == "linux" and os.geteuid() != 0:
        written.append(Path("/proc"))  # to leave the network, a program first writes there who it is; its own processes only
    landlock.restrict(home, written, (_SOCKETS,) if tools.office else ())


class _Guard:
    """Refuses, as an audit hook, what a reader has no business to do."""

    def __init__(self, home: Path, programs: frozenset[str]) -> None:
        self._home = str(home) + os.sep
        self._programs = programs

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, str | bytes) and (_writes(mode) or (isinstance(flags, int) and flags & _WRITE_FLAGS)):
                self._below_home(path)
        elif event in _CHANGES:
            for path in arguments[:2]:
                if isinstance(path, str | bytes | os.PathLike):
                    self._below_home(path)
        elif event in _REACHES or (event in _STARTS and str(arguments[0]) not in self._programs):
            raise PermissionError(event)

    def _below_home(self, path: str | bytes | os.PathLike[str]) -> None:
        where = os.path.realpath(os.fsdecode(path))
        if not f"{where}{os.sep}".startswith(self._home) and where != os.devnull:
            raise PermissionError(where)


def _writes(mode: object) -> bool:
    return isinstance(mode, str) and any(letter in mode for letter in "wax+")


def _limit(bounds: Bounds) -> None:
    """Bound memory, size of files, open files and core dumps where the system can."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, _WRITTEN)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + bounds.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _lower(which: int, value: int) -> None:
    import resource  # noqa: PLC0415 (not on Windows)

    hard = resource.getrlimit(which)[1]
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _address_space() -> int:
    """Bytes of address space this process has now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")
