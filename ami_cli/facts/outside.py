"""Starting a program from a worker: bounded in time and memory, without network where the system allows it."""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_MEMORY = 4 << 30
"""Address space of a program, in bytes: LibreOffice maps far more than it uses."""


def run(command: Sequence[str], *, seconds: float, folder: Path) -> bool:
    """Run a program to its end and return whether it ended well in time; all its processes are ended otherwise."""
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PATH": os.environ.get("PATH", ""),
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
        "SAL_USE_VCLPLUGIN": "svp",
        **{name: os.environ[name] for name in ("SYSTEMROOT", "TESSDATA_PREFIX") if name in os.environ},
    }
    process = subprocess.Popen(  # noqa: S603 (a program found by `tools`, with arguments made here)
        [*without_network(), *command],
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_room if sys.platform == "linux" else None,  # noqa: PLW1509 (a worker has one thread that runs Python)
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with all that it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _room() -> None:
    import resource  # noqa: PLC0415 (not on Windows)

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


@functools.cache
def without_network() -> tuple[str, ...]:
    """Return the command that takes the network away from what follows it; empty where the system has none."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    if unshare is None:
        return ()
    alone = (unshare, "--net"), (unshare, "--map-root-user", "--net")
    return next(filter(_runs, alone if os.geteuid() == 0 else alone[1:]), ())


def _runs(command: tuple[str, ...]) -> bool:
    tried = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)  # noqa: S603 (`unshare`, found on the path)
    return tried.returncode == 0
