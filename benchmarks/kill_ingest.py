"""Kill `ami ingest` at random moments, run it again, and compare with one quiet run, byte for byte.

    python benchmarks/kill_ingest.py [TIMES] [SEED]       # 200 and 1 by default

Every run is a process of its own, forked from one that has only loaded the program, so that a kill falls into the work and not
into the start of Python. Each round kills one workspace several times over, then lets one run end and compares. A SIGKILL loses
nothing that was written, synced or not: `TMPDIR=/dev/shm` asks the same of it, faster. Only kills of a run still at work count.
"""

import mailbox
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

from ami_cli.app import main
from ami_cli.commands import ingest as _loaded  # noqa: F401  # so that every run forks with the program loaded
from ami_cli.pipeline import ingesting as _work  # noqa: F401

CALL = "capitalisation-mna-nantes"
SUBJECT = "Capitalisation / MNA Nantes / France"
AT = "2025-09-01T09:00:00+02:00"
AT_MOST = 8
"""Kills of one workspace before a run is let end."""


def message(number: int) -> bytes:
    """One of a hundred: applications of seventy people, some in several deliveries, questions and noise."""
    person = number % 70
    found = EmailMessage()
    found["Received"] = f"from a by mx.example.org; Sat, {1 + number % 30:02} Aug 2025 {number % 24:02}:12:00 +0200"
    found["From"] = f"Person{person} Name{person} <p{person}@firm{person}.example>"
    found["To"] = "doi.applications@medecinsdumonde.net"
    found["Subject"] = SUBJECT if number % 9 else "Newsletter"
    found["Message-ID"] = f"<{number}@firm.example>"
    found.set_content("Bonjour, voici ma candidature.\n")
    for name in ("cv.pdf", "lettre.pdf") if number % 9 else ():
        found.add_attachment(f"%PDF {name} {number}".encode() * 2000, maintype="application", subtype="pdf", filename=name)
    return found.as_bytes()


def workspace(root: Path) -> Path:
    here = Path(__file__).parent.parent
    (root / "calls" / "organisations").mkdir(parents=True)
    shutil.copy(here / "calls" / f"{CALL}.yaml", root / "calls")
    for organisation in (here / "calls" / "organisations").glob("*.yaml"):
        shutil.copy(organisation, root / "calls" / "organisations")
    return root


def start(root: Path, box: Path) -> int:
    """Begin a run in a session of its own; return the number of its process."""
    process = os.fork()
    if process:
        return process
    os.setsid()
    os.chdir(root)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    code = 70
    try:
        code = main(["ingest", str(box), "--call", CALL, "--now", AT])
    finally:
        os._exit(code)


def end(process: int) -> int:
    """Wait for a run; return its exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def tree(root: Path) -> dict[str, bytes]:
    """Every file, but the cache and the locks."""
    files = (path for path in root.rglob("*") if path.is_file() and ".ami" not in path.parts and not path.name.endswith(".lock"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def half_written(root: Path) -> list[str]:
    """Application folders that a reader would find without their application.yaml."""
    folder = root / "submissions" / CALL
    found = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")] if folder.is_dir() else []
    return [path.name for path in found if not (path / "application.yaml").is_file()]


def kill(process: int) -> bool:
    """Kill the whole group, workers included; tell whether it was still at work."""
    with suppress(ProcessLookupError):  # it has not made its session yet, or has ended
        os.killpg(process, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return end(process) == -signal.SIGKILL


def kills(root: Path, box: Path, draw: random.Random, length: float) -> tuple[int, int]:
    """Kill runs over one workspace until one ends or eight were killed; return how many, and how often something was half there."""
    killed = wrong = 0
    within = length * draw.choice((0.2, 0.5, 1))  # short ones fall again and again into what the killed run before left
    while killed < AT_MOST:
        process = start(root, box)
        time.sleep(draw.uniform(0, within))
        if not kill(process):
            break
        killed += 1
        wrong += len(half_written(root))
    return killed, wrong


def measure(times: int, seed: int) -> int:
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        box = base / "box.mbox"
        found = mailbox.mbox(box)
        for number in range(100):
            found.add(message(number))
        found.close()
        quiet = workspace(base / "quiet")
        if end(start(quiet, box)) != 0:
            return 1
        expected = tree(quiet)
        length = timed(workspace(base / "again"), box, quiet)
        killed = wrong = round_number = 0
        while killed < times:
            round_number += 1
            root = workspace(base / f"round{round_number}")
            shutil.copytree(quiet / ".ami", root / ".ami")  # facts are read already: the killing is about the writing
            more, half = kills(root, box, draw, length)
            killed, wrong = killed + more, wrong + half + (end(start(root, box)) != 0)
            if tree(root) != expected:
                wrong += 1
                different = sorted(set(tree(root).items()) ^ set(expected.items()))
                print(f"round {round_number}: differs:", sorted({name for name, _ in different})[:10])
            shutil.rmtree(root)
            print(f"round {round_number}: killed {killed} times so far, {wrong} differences", flush=True)
    print(f"quiet run {length:.2f} s, {len(expected)} files; killed {killed} times in {round_number} rounds; {wrong} differences")
    return 1 if wrong else 0


def timed(root: Path, box: Path, quiet: Path) -> float:
    """Return how long a quiet run takes once the facts are read."""
    shutil.copytree(quiet / ".ami", root / ".ami")
    begin = time.perf_counter()
    end(start(root, box))
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(measure(*(int(word) for word in (sys.argv[1:] + ["200", "1"][len(sys.argv) - 1 :]))))
