import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
import typer

from ami_cli import __version__, app
from ami_cli.errors import AmiError, CallError, SourceError, TemplateError, UsageError
from tests.running import run

WORDS = {"fr": "c’est faux", "en": "it is wrong", "remedy_fr": "corrigez", "remedy_en": "mend it"}


def raising(error: BaseException) -> Callable[[object], int]:
    def command(arguments: object) -> int:
        del arguments
        raise error

    return command


@pytest.mark.parametrize(("kind", "code"), [(UsageError, 2), (CallError, 3), (SourceError, 4), (TemplateError, 5), (AmiError, 70)])
def test_an_error_that_can_be_put_right_becomes_its_code_its_words_and_its_remedy(kind: type[AmiError], code: int) -> None:
    with patch.object(app, "_run", raising(kind(**WORDS))):
        assert run() == (code, "", "Erreur : c’est faux\nÀ faire : corrigez\n")
        assert run("--lang", "en") == (code, "", "Error: it is wrong\nTo do: mend it\n")


@pytest.mark.parametrize(
    "error", [RuntimeError("secret value"), MemoryError(), RecursionError(), UnicodeEncodeError("a", "b", 0, 1, "c")]
)
def test_a_fault_is_70_with_a_report_and_no_traceback(error: Exception, tmp_path: Path) -> None:
    with patch.object(app, "_run", raising(error)), patch("tempfile.tempdir", str(tmp_path)):
        found = run("--lang", "en")
    (saved,) = tmp_path.iterdir()
    assert found.code == 70
    assert found.err.splitlines()[0] == "Error: ami went wrong: this is a fault of the program, not of your files."
    assert str(saved) in found.err
    assert "Traceback" not in found.err
    assert "Traceback" in saved.read_text()


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied", "calls/a.yaml"), OSError(28, "No space left on device")]
)
def test_what_the_system_refuses_is_an_unusable_source_and_no_fault(error: OSError) -> None:
    with patch.object(app, "_run", raising(error)):
        found = run("--lang", "en")
    assert found.code == 4
    assert found.err.startswith("Error: the system refused: ")
    assert str(error.strerror) in found.err


def test_a_fault_shows_its_traceback_when_asked() -> None:
    with patch.object(app, "_run", raising(RuntimeError("why"))):
        found = run(environment={"AMI_DEBUG": "1"})
    assert found.code == 70
    assert "Traceback" in found.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), typer.Abort()])
def test_ctrl_c_is_130(error: BaseException) -> None:
    with patch.object(app, "_run", raising(error)):
        assert run() == (130, "", "Interrompu.\n")


def test_ctrl_c_inside_a_command_is_130(tmp_path: Path) -> None:
    with patch("ami_cli.pipeline.starting.init", side_effect=KeyboardInterrupt):
        assert run("init", tmp_path, "--lang", "en") == (130, "", "Interrupted.\n")


@pytest.mark.parametrize("words", [["--help"], ["init", "--help"], []])
def test_a_reader_that_goes_away_is_no_fault(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "ami_cli", *words]
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(program, stdout=nobody, stderr=subprocess.PIPE, check=False, timeout=60)  # noqa: S603  # our own
    assert ended.returncode == (0 if words else 2)
    assert b"Traceback" not in ended.stderr
    assert b"BrokenPipe" not in ended.stderr


def test_the_real_program_says_its_version_and_refuses_an_unknown_command() -> None:
    def ami(*words: str) -> tuple[int, str, str]:
        program = [sys.executable, "-m", "ami_cli", *words]
        ended = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  # our own
        return ended.returncode, ended.stdout, ended.stderr

    assert ami("--version") == (0, f"ami {__version__}\n", "")
    assert ami("--lang", "en", "inot") == (
        2,
        "",
        "Error: no such command: “inot” (did you mean “init”?)\nTo do: ami --help lists the commands\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full, on Linux only")
def test_a_full_disk_is_said_and_not_taken_for_a_fault(example: Path) -> None:
    program = [sys.executable, "-m", "ami_cli", "show", "--lang", "en"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(program, cwd=example, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)  # noqa: S603  # our own
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (
        4,
        "Error: the result could not be written: No space left on device",
    )


def test_a_reader_that_goes_away_does_not_change_the_verdict(example: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "ami_cli", "check"]
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(program, cwd=example, stdout=nobody, stderr=subprocess.PIPE, check=False, timeout=60)  # noqa: S603  # our own
    assert (ended.returncode, b"Traceback" in ended.stderr) == (1, False)


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_accents_come_through_whatever_the_locale(example: Path, variables: dict[str, str]) -> None:
    program = [sys.executable, "-m", "ami_cli", "check", "--lang", "fr", "--format", "jsonl"]
    environment = {**os.environ, "LC_ALL": "C", **variables}
    ended = subprocess.run(program, cwd=example, capture_output=True, env=environment, check=False, timeout=60)  # noqa: S603  # our own
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "Hélène Marchais" in ended.stdout.decode("utf-8")
