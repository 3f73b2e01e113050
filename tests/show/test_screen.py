import io
import sys
from pathlib import Path

import pytest

from ami_cli import show
from ami_cli.errors import SourceError
from ami_cli.models.text import Words
from ami_cli.show.screen import clean, marked


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("CV [/final].pdf", "CV [/final].pdf"),
        ("a\x1b[31mred", "a�[31mred"),
        ("fdp.\u202egnp", "fdp.�gnp"),
        ("one\ttab\nline", "one\ttab\nline"),
        ("bell\x07\x00\x9b", "bell���"),
        ("l’été « à » Nantes", "l’été « à » Nantes"),
    ],
)
def test_words_from_outside_never_steer_the_terminal(outside: str, shown: str) -> None:
    assert clean(outside) == shown


def test_a_message_names_files_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "w").mkdir()
    monkeypatch.chdir(tmp_path / "w")
    here = Path.cwd()
    show.talk(f"{here}/a/b.pdf:3 · « {here}/c » · {here} · {here}/ · {here}-2/d · /x{here}/e · {here.parent}/f")
    monkeypatch.chdir(here.anchor)
    show.talk(f"{here}/a")
    said = f"a/b.pdf:3 · « c » · {here} · {here}/ · {here}-2/d · /x{here}/e · {here.parent}/f"
    assert capsys.readouterr().err == f"{said}\n{here}/a\n"


def test_data_is_written_as_it_is_and_talk_goes_to_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    show.data("[bold]é")
    show.talk("[/x]")
    assert capsys.readouterr() == ("[bold]é\n", "[/x]\n")


def test_an_error_says_what_is_wrong_then_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    show.use("en")
    show.error("no such file: [x]", "look elsewhere")
    show.use("fr")
    show.error("absent")
    assert capsys.readouterr().err == "Error: no such file: [x]\nTo do: look elsewhere\nErreur : absent\n"


def test_a_result_goes_to_stdout_or_to_the_file_that_was_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show.give("one", None)
    show.give("deux é", tmp_path / "new" / "r.txt")
    assert capsys.readouterr() == ("one\n", f"→ {tmp_path / 'new' / 'r.txt'}\n")
    assert (tmp_path / "new" / "r.txt").read_text("utf-8") == "deux é"


def test_a_file_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        show.give("one", tmp_path)
    assert "--out" in raised.value.remedy("en")


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal, pipe = Terminal(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    assert marked("non", show.Mark.BAD, terminal) == "\x1b[31mnon\x1b[0m"
    assert marked("non", show.Mark.BAD, pipe) == "non"
    monkeypatch.setenv("NO_COLOR", "1")
    assert marked("non", show.Mark.BAD, terminal) == "non"


def test_what_is_said_on_a_terminal_is_folded_below_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "40")
    show.talk("  word word word word word word word word word")
    assert terminal.buffer.getvalue().decode() == "  word word word word word word word\n  word word\n"  # type: ignore[attr-defined]  # a BytesIO


def test_a_bar_is_drawn_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with show.progress(Words(fr="Lecture", en="Reading"), 2) as advance:
        advance()
    assert capsys.readouterr() == ("", "")
    terminal = Terminal(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    show.use("fr")
    with show.progress(Words(fr="Lecture", en="Reading"), 2) as advance:
        advance()
        advance()
    assert "Lecture" in terminal.buffer.getvalue().decode()  # type: ignore[attr-defined]  # a BytesIO
