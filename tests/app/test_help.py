import re

import pytest

from ami_cli.app.group import load
from ami_cli.commands import COMMANDS
from tests.running import run

ENGLISH = re.compile(r"\b(Usage:|Options:|Arguments:|default|required|Show|the|The|Error|COMMAND)\b")
FRENCH = re.compile(r"\b(défaut|obligatoire|Affiche|le|la|les|Erreur|COMMANDE)\b")


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_is_whole_in_each_language_and_fits_80_columns(name: str) -> None:
    words = [name] if name else []
    fr, en = run(*words, "--help", "--lang", "fr"), run(*words, "--lang", "en", "--help")
    assert (fr.code, en.code, fr.err, en.err) == (0, 0, "", "")
    assert ENGLISH.findall(fr.out) == []
    assert FRENCH.findall(en.out) == []
    assert "\x1f" not in fr.out + en.out
    assert max(len(line) for line in (fr.out + en.out).splitlines()) <= 80


def test_the_help_lists_every_command_and_what_it_does() -> None:
    listed = run("--help").out
    assert [name for name in COMMANDS if f"\n  {name} " not in listed] == []


def test_no_command_at_all_shows_the_help_and_is_wrong_usage() -> None:
    assert run() == (2, "", run("--help").out)


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_a_command_takes_is_explained_in_both_languages(name: str) -> None:
    unexplained = [param.name for param in load(COMMANDS[name]).params if (param.help or "").count("\x1f") != 1]
    assert unexplained == []
