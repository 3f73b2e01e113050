import re
from pathlib import Path

import pytest
import yaml

from ami_cli.app.group import load
from ami_cli.commands import COMMANDS
from ami_cli.errors import ExitCode
from tests.documents import CODES, READMES, written

LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


@LANGUAGES
def test_what_the_readme_shows_is_what_the_program_shows(example: Path, language: str) -> None:
    assert READMES[language].read_text("utf-8") == written(language, example), "run: make readme"


def test_every_exit_code_is_explained() -> None:
    assert set(CODES) == set(ExitCode)


@LANGUAGES
def test_every_command_line_in_the_readme_can_be_typed(language: str) -> None:
    text = READMES[language].read_text("utf-8")
    lines = re.findall(r"^(?:\$ | *- (?:run: )?)(?:[^\n#]*[ /])?ami ([a-z][^\n#&]*)", text, re.MULTILINE)
    assert len(lines) > 10
    for words in map(str.split, lines):
        options = {flag for param in load(COMMANDS[words[0]]).params for flag in param.opts}
        assert {word for word in words if word.startswith("--")} - options == set(), words


@LANGUAGES
def test_the_files_in_the_readme_are_well_formed(language: str) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", READMES[language].read_text("utf-8"), re.DOTALL)
    assert len([yaml.safe_load(block) for block in blocks]) == 4


def test_both_readmes_have_the_same_shape() -> None:
    def outline(language: str) -> list[str]:
        text = re.sub(r"```.*?```", "```", READMES[language].read_text("utf-8"), flags=re.DOTALL)
        return re.findall(r"^(?:#+ |```|<!-- \S+ \w+ -->|\| `[\w -]+`)", text, re.MULTILINE)

    assert outline("fr") == outline("en")
