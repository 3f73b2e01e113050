"""The pages of `docs/`: in both languages alike, and every command in them can be typed."""

import re
from pathlib import Path

import pytest

from ami_cli.app.group import load
from ami_cli.commands import COMMANDS

DOCS = Path(__file__).parents[1] / "docs"
ENGLISH = sorted(path for path in DOCS.glob("*.md") if not path.name.endswith(".fr.md"))
COMMAND = re.compile(r"(?:^\$ |`)ami ([a-z][^\n#&`]*)", re.MULTILINE)


def french(page: Path) -> Path:
    return page.with_suffix(".fr.md")


def commands(page: Path) -> list[tuple[str, list[str]]]:
    """Return the commands of a page, each with its options."""
    lines = map(str.split, COMMAND.findall(page.read_text("utf-8")))
    return [(words[0], [word for word in words if word.startswith("--")]) for words in lines]


def outline(page: Path) -> list[str]:
    text = re.sub(r"```.*?```", "```", page.read_text("utf-8"), flags=re.DOTALL)
    return re.findall(r"^(?:#+ |```|\| )", text, re.MULTILINE)


def test_every_page_is_there_in_both_languages() -> None:
    assert ENGLISH
    assert {french(page) for page in ENGLISH} == set(DOCS.glob("*.fr.md"))


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_both_languages_have_the_same_shape_and_the_same_commands(page: Path) -> None:
    assert outline(page) == outline(french(page))
    assert sorted(commands(page)) == sorted(commands(french(page)))


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_command_can_be_typed(page: Path) -> None:
    for name, options in commands(page):
        known = {flag for param in load(COMMANDS[name]).params for flag in param.opts}
        assert set(options) - known == set(), (name, options)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
