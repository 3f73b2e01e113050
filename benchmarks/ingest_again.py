"""A second run over an unchanged mailbox, beside iterating it with Python's `mailbox` and hashing each message.

`python benchmarks/ingest_again.py [MESSAGES]` (10,000 by default). Prints both times, the ratio, and the peak memory.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kill_ingest import AT, CALL, message, workspace

ITERATE = """
import hashlib, mailbox, sys
for message in mailbox.mbox(sys.argv[1]):
    hashlib.sha256(message.as_bytes()).hexdigest()
"""
RAW = """
import hashlib, mailbox, sys
box = mailbox.mbox(sys.argv[1])
for key in box.iterkeys():
    hashlib.sha256(box.get_bytes(key)).hexdigest()
"""


def write(box: Path, many: int) -> None:
    """One application in a hundred: the rest is what else a mailbox holds."""
    with box.open("wb") as stream:
        for number in range(many):
            content = message(number if number % 100 == 1 else 9 * (number + 1))
            stream.write(b"From x@y.example Sat Aug 30 16:12:00 2025\n" + content + b"\n")


def ingest(root: Path, box: Path) -> tuple[float, float]:
    """Return seconds and the peak memory, in MB, of one run."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "ami_cli", "ingest", str(box), "--call", CALL, "--now", AT]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"ami ingest ended with {status}")
    return time.perf_counter() - begin, usage.ru_maxrss / (1 if sys.platform == "darwin" else 1024)


def iterate(box: Path, program: str) -> float:
    """Return the seconds that Python's own mailbox needs, in a process of its own."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, str(box)], check=True)
    return time.perf_counter() - begin


def main(many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder) / "box.mbox"
        write(box, many)
        root = workspace(Path(folder) / "ws")
        first, first_memory = ingest(root, box)
        seconds, memory = min(ingest(root, box) for _ in range(3))
        plain, raw = (min(iterate(box, program) for _ in range(3)) for program in (ITERATE, RAW))
        print(f"{many} messages, {box.stat().st_size / 1e6:.0f} MB")
        print(f"first run {first:.1f} s, {first_memory:.0f} MB; second run {seconds:.2f} s, {memory:.0f} MB")
        print(f"mailbox, each message hashed: {plain:.2f} s, ratio {seconds / plain:.2f}")
        print(f"mailbox, each message's raw bytes hashed: {raw:.2f} s, ratio {seconds / raw:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
