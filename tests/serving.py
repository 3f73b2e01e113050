"""Real servers that tests start: a port of their own, and waiting until they answer on it."""

import socket
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], logs: Iterable[Path]) -> None:
    """Wait until the process answers, ten seconds at most; where it does not, a RuntimeError with what its logs say."""
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("\n".join(log.read_text() for log in logs if log.exists()) or "no log")
