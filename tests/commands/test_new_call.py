"""new-call as a person runs it: with options, from another call, and answering on a terminal."""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.running import run

ROOT = Path(__file__).parents[2]
NANTES = "capitalisation-mna-nantes"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "calls", tmp_path / "calls")
    return tmp_path


def test_a_new_call_is_valid_and_in_the_journal(workspace: Path) -> None:
    done = run("new-call", "etude", "--title", "Étude", "--title", "en=Study", "--now", "2026-01-01", where=workspace)
    assert (done.code, done.out) == (0, "calls/etude.yaml\n")
    checked = json.loads(run("validate", "etude", "--format", "json", where=workspace).out)
    assert checked["summary"]["errors"] == 0
    assert {remark["name"] for remark in checked["remarks"] if "etude" in remark["file"]} == {"placeholder"}
    entry = json.loads((workspace / "records" / "etude" / "journal.jsonl").read_text())
    assert (entry["command"], entry["at"], list(entry["outputs"])) == ("new-call", "2026-01-01T00:00:00Z", ["calls/etude.yaml"])


def test_a_new_call_never_overwrites(workspace: Path) -> None:
    before = (workspace / "calls" / f"{NANTES}.yaml").read_bytes()
    done = run("new-call", NANTES, where=workspace)
    assert done.code == 2
    assert "existe déjà" in done.err
    assert (workspace / "calls" / f"{NANTES}.yaml").read_bytes() == before


def test_a_call_from_another_keeps_its_prose(workspace: Path) -> None:
    done = run("new-call", "nantes-2027", "--from", NANTES, "--title", "en=Again", "--email", "a@b.org", where=workspace)
    assert done.code == 0
    text = (workspace / "calls" / "nantes-2027.yaml").read_text("utf-8")
    assert "MdM-F est présente à Nantes depuis 2016" in text
    assert "31/08/2025" not in text
    shown = json.loads(run("show", "nantes-2027", "--format", "json", where=workspace).out)
    assert (shown["title"]["en"], shown["channels"][0]["address"]) == ("Again", "a@b.org")
    assert shown["deadlines"][0]["at"] is None


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Étude",),
        ("etude", "--interest", "31 août"),
        ("etude", "--organisation", "autre"),
        ("etude", "--from", NANTES, "--cv-pages", "3"),
        ("etude", "--from", "rien"),
    ],
)
def test_wrong_words_write_nothing(workspace: Path, words: tuple[str, ...]) -> None:
    before = sorted(workspace.rglob("*"))
    assert run("new-call", *words, where=workspace).code == 2
    assert sorted(workspace.rglob("*")) == before


pty = pytest.importorskip("pty", reason="terminals of this kind exist on POSIX alone")


def on_a_terminal(folder: Path, *answers: str) -> tuple[int, str]:
    """Run new-call on a terminal, type the answers as the questions come, and return the code and what was shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update({"LC_ALL": "fr_FR.UTF-8", "TERM": "dumb", "PYTHONPATH": str(ROOT)})
        os.execv(sys.executable, [sys.executable, "-m", "ami_cli", "new-call"])  # noqa: S606  # our own program, in the child
    shown, waiting = "", list(answers)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:  # the terminal is gone: the program has ended
            break
        if waiting and shown.endswith(" > "):
            os.write(terminal, waiting.pop(0).encode())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


ANSWERS = [
    "etude\n", "\n", "\n", "Étude : qui ?\n", "Study\n", "\n", "study\n", "\n", "31/02/2027\n", "12/01/2027 12h00\n", "\n", "\n",
    "15 000\n", "a@example.org\n", "\n", "\n",
]  # fmt: skip


def test_a_person_is_asked_and_a_wrong_answer_is_asked_again(workspace: Path) -> None:
    code, shown = on_a_terminal(workspace, *ANSWERS)
    assert code == 0, shown
    assert "« 2027-02-31 » n’existe pas" in shown
    facts = json.loads(run("show", "etude", "--format", "json", where=workspace).out)
    assert facts["title"] == {"fr": "Étude : qui ?", "en": "Study"}
    assert facts["deadlines"][0]["at"] == "2027-01-12T12:00:00+01:00"
    assert facts["budget"]["ceiling"] == 15000


@pytest.mark.parametrize("interruption", ["\x03", "\x04"])
def test_ctrl_c_and_the_end_of_input_leave_nothing_behind(workspace: Path, interruption: str) -> None:
    before = sorted(workspace.rglob("*"))
    code, shown = on_a_terminal(workspace, "etude\n", "\n", "fr\n", interruption)
    assert code == 130, shown
    assert sorted(workspace.rglob("*")) == before
