"""How long `ami render` takes for every format in three language forms, beside pandoc making Word and a web page.

Pandoc starts from the Markdown that `ami` wrote. Run it with the interpreter of the environment:
`.venv/bin/python benchmarks/render.py`. It needs pandoc (apt-get install pandoc).
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CALL = "capitalisation-mna-nantes"
ROUNDS = 7
AIM = 1.5


def seconds(*commands: list[str]) -> float:
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    return time.perf_counter() - start


def main() -> None:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        sys.exit("pandoc is not there: apt-get install pandoc")
    with tempfile.TemporaryDirectory() as folder:
        render = [sys.executable, "-m", "ami_cli", "render", CALL, "--now", "2026-01-01", "--out", folder]
        whole = [*render, "--to", "all", "--lang", "fr,en,both"]
        seconds(whole)
        source = f"{folder}/{CALL}-notice.fr.md"
        commands = {
            "ami: 6 formats, fr + en + both (15 files)": [whole],
            "ami: docx and html, fr (2 files)": [[*render, "--to", "docx,html", "--lang", "fr"]],
            "pandoc: docx and html, fr (2 files)": [
                [pandoc, "-f", "gfm", source, "-s", "-o", f"{folder}/pandoc.{form}", "--metadata", "title=x"]
                for form in ("docx", "html")
            ],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):  # in turn, so that what else the machine does falls on all alike
            for name, steps in commands.items():
                times[name].append(seconds(*steps))
    median = {name: statistics.median(found) for name, found in times.items()}
    beside = median["pandoc: docx and html, fr (2 files)"]
    for name, found in median.items():
        print(f"{name:42} {found * 1000:6.0f} ms   {found / beside:5.2f} x pandoc")
    first = next(iter(median.values()))
    print(f"aim: all formats and languages below {AIM} s: {'met' if first < AIM else 'not met'} ({first:.2f} s)")


if __name__ == "__main__":
    main()
