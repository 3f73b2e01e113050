import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ami_cli.pipeline.demonstrating import next_steps
from tests.running import run

CALL = "capitalisation-mna-nantes"


def tree(root: Path) -> dict[str, bytes]:
    """Everything but what may be deleted at any time."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in {".sqlite3", ".lock"})
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_example_is_the_same_bytes_every_time(example: Path, tmp_path: Path) -> None:
    again = run("demo", tmp_path / "w", "--now", "2025-09-01", "--lang", "en")
    assert again.code == 0
    assert tree(tmp_path / "w") == tree(example)


def test_the_example_is_made_again_only_when_asked_and_nothing_else_is_touched(tmp_path: Path) -> None:
    root = tmp_path / "w"
    root.mkdir()
    (root / "letter.txt").write_text("mine")
    assert run("demo", root, "--force").code == 2
    assert tree(root) == {"letter.txt": b"mine"}
    (root / "letter.txt").unlink()
    assert run("demo", root).code == 0
    before = tree(root)
    (root / "submissions" / CALL / "01-atelier-du-recit" / "application.yaml").write_text("applicant: changed\n")
    (root / "mine.txt").write_text("kept")
    assert run("demo", root).code == 2
    assert run("demo", root, "--force").code == 0
    after = tree(root)
    assert after.pop("mine.txt") == b"kept"
    assert {name for name in before if after[name] != before[name]} <= {f"records/{CALL}/journal.jsonl"}


def test_the_example_leaves_a_line_in_the_journal(example: Path) -> None:
    (line,) = (example / "records" / CALL / "journal.jsonl").read_text().splitlines()
    entry = json.loads(line)
    assert (entry["at"], entry["command"], entry["counts"]) == ("2025-09-01T00:00:00Z", "demo", {"applications": 15, "files": 36})


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_commands_it_names_at_the_end_all_work(example: Path, tmp_path: Path, language: str) -> None:
    root = tmp_path / "w"
    shutil.copytree(example, root)
    lines = next_steps(root).of(language).splitlines()
    commands = [line.split()[1:] for line in lines if line.startswith("  ami ")]
    codes = {words[0]: run(*words, "--now", "2025-08-01", where=root).code for words in commands}
    assert codes == {"check": 1, "settle": 0, "explain": 0, "show": 0, "render": 0, "shortlist": 1}


def test_the_example_through_the_real_program(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "ami_cli", "demo", "exemple", "--lang", "fr"]
    ended = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603  # our own
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False)
    assert "15 candidatures : 5 complètes, 4 incomplètes, 6 à vérifier." in ended.stderr
    assert "Liste restreinte (6 places)" in ended.stdout
