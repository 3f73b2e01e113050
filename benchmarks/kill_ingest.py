"""Kill `ami ingest` at random moments, run it again, and compare with one quiet run, byte for byte.

`python benchmarks/kill_ingest.py [TIMES] [SEED]` (200 and 1 by default). Prints how often it was killed and where it was.
"""

import mailbox
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

CALL = "capitalisation-mna-nantes"
SUBJECT = "Capitalisation / MNA Nantes / France"
AT = "2025-09-01T09:00:00+02:00"


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


def start(root: Path, box: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ami_cli", "ingest", str(box), "--call", CALL, "--now", AT]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def tree(root: Path) -> dict[str, bytes]:
    """Every file, but the cache and the locks."""
    files = (path for path in root.rglob("*") if path.is_file() and ".ami" not in path.parts and not path.name.endswith(".lock"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def half_written(root: Path) -> list[str]:
    """Application folders that a reader would find without their application.yaml."""
    folder = root / "submissions" / CALL
    found = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")] if folder.is_dir() else []
    return [path.name for path in found if not (path / "application.yaml").is_file()]


def kill(process: subprocess.Popen[bytes]) -> bool:
    """Kill the whole group, workers included; tell whether it was still at work."""
    alive = process.poll() is None
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        alive = False
    process.wait()
    return alive


def main(times: int, seed: int) -> int:
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        box = base / "box.mbox"
        found = mailbox.mbox(box)
        for number in range(100):
            found.add(message(number))
        found.close()
        quiet = workspace(base / "quiet")
        begin = time.perf_counter()
        if start(quiet, box).wait() != 0:
            return 1
        length = time.perf_counter() - begin
        expected = tree(quiet)
        killed = wrong = round_number = 0
        while killed < times:
            round_number += 1
            root = workspace(base / f"round{round_number}")
            shutil.copytree(quiet / ".ami", root / ".ami")  # facts are read already: the killing is about the writing
            for _ in range(draw.randint(4, 16)):
                process = start(root, box)
                time.sleep(draw.uniform(0.1, 0.9) * length)
                killed += kill(process)
                wrong += len(half_written(root))
            start(root, box).wait()
            if tree(root) != expected:
                wrong += 1
                different = sorted(set(tree(root).items()) ^ set(expected.items()))
                print(f"round {round_number}: differs:", sorted({name for name, _ in different})[:10])
            shutil.rmtree(root)
            print(f"round {round_number}: killed {killed} times so far, {wrong} differences", flush=True)
    print(f"quiet run {length:.2f} s, {len(expected)} files; killed {killed} times in {round_number} rounds; {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in (sys.argv[1:] + ["200", "1"][len(sys.argv) - 1 :]))))
