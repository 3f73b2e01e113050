"""How long `ami --help` and `ami --version` take beside an empty typer app and bare Python, as ratios of wall time.

Run it with the interpreter of the environment: `.venv/bin/python benchmarks/startup.py`.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """\
import typer

app = typer.Typer()


@app.callback(invoke_without_command=True)
def main() -> None:
    pass


if __name__ == "__main__":
    app()
"""
ROUNDS = 15


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        commands = {
            "bare python": [sys.executable, "-c", "pass"],
            "empty typer app": [sys.executable, str(empty)],
            "empty typer app --help": [sys.executable, str(empty), "--help"],
            "ami --version": [sys.executable, "-m", "ami_cli", "--version"],
            "ami --help": [sys.executable, "-m", "ami_cli", "--help"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):  # in turn, so that what else the machine does falls on all alike
            for name, command in commands.items():
                times[name].append(seconds(command))
    median = {name: statistics.median(found) for name, found in times.items()}
    for name, found in median.items():
        print(f"{name:24} {found * 1000:7.0f} ms   {found / median['empty typer app']:5.2f} x empty typer app")


if __name__ == "__main__":
    main()
