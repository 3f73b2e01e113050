"""Each warning is raised by what it is about, and by nothing in a good call."""

import importlib
import pkgutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ami_cli import call
from ami_cli.call.lint.warning import CallWarning

Writing = Callable[..., Path]
Changes = tuple[tuple[str, str], ...]
Shown = tuple[str, str, str]
"""Name, path and message in English of a remark."""

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
INTEREST = "at: 2025-09-16T12:00"
OBJECTIVE = "Décrire les parcours de soins."


def cases(kind: str) -> Iterator[Any]:
    """Give the name, the changes of the call, those of the organisation, and the remarks expected, of every case."""
    for where, named in CASES.items():
        for name, both in named.items():
            for number, case in enumerate(both[kind]):
                changes = tuple(map(tuple, case["changes"]))
                expected = [tuple(remark) for remark in case.get("remarks", [])]
                both_changes = (changes, ()) if where == "call" else ((), changes)
                yield pytest.param(name, *both_changes, expected, id=f"{where}-{name}-{number}")


def shown(path: Path) -> list[Shown]:
    return [(remark.name, remark.path, remark.message.en) for remark in call.remarks(call.load(path))]


def test_a_good_call_raises_nothing(write_call: Writing) -> None:
    assert shown(write_call()) == []


@pytest.mark.parametrize(("name", "changes", "of_organisation", "expected"), [*cases("raised")])
def test_it_is_raised_by_what_it_is_about(
    write_call: Writing, name: str, changes: Changes, of_organisation: Changes, expected: list[Shown]
) -> None:
    assert shown(write_call(*changes, organisation=of_organisation)) == expected
    assert {found for found, _, _ in expected} == {name}


@pytest.mark.parametrize(("name", "changes", "of_organisation", "expected"), [*cases("silent")])
def test_it_is_not_raised_by_what_is_right(
    write_call: Writing, name: str, changes: Changes, of_organisation: Changes, expected: list[Shown]
) -> None:
    assert [remark for remark in shown(write_call(*changes, organisation=of_organisation)) if remark[0] == name] == expected


def test_the_name_of_the_file_is_compared_with_the_id(write_call: Writing) -> None:
    assert shown(write_call(name="autre")) == [("file-name-differs", "id", "the id is “essai”, the file is called “autre”")]


def test_text_in_both_languages_is_told_only_where_it_is_long(write_call: Writing) -> None:
    same = ("en: Describe the care pathways.", f"en: {OBJECTIVE[:-1]} des personnes.")
    both = ("fr: Décrire les parcours de soins.,", f"fr: {OBJECTIVE[:-1]} des personnes.,")
    assert shown(write_call(same, both)) == [
        ("unequal-translation", "mission.objective.fr", "the text is the same in “fr” and in “en”")
    ]


def test_remarks_have_the_very_line_of_the_words(write_call: Writing) -> None:
    path = write_call(("Elle veut comprendre leurs parcours.", "Elle veut comprendre XXX."))
    (remark,) = call.remarks(call.load(path))
    assert remark.of("fr") == f"{path}:12: mission.context.fr: « XXX » reste à remplir"


def test_the_holidays_and_weekends_are_those_of_the_country(write_call: Writing) -> None:
    path = write_call((INTEREST, "at: 2025-09-12T12:00"), organisation=(("country: FR", "country: IQ"),))
    assert shown(path) == [("deadline-on-day-off", "calendar.milestones.0.at", "“interest” falls on a Friday (2025-09-12)")]


def modules() -> list[CallWarning]:
    package = importlib.import_module("ami_cli.call.lint")
    found = [importlib.import_module(f"{package.__name__}.{module.name}") for module in pkgutil.iter_modules(package.__path__)]
    return [module.WARNING for module in found if hasattr(module, "WARNING")]


def test_no_warning_is_forgotten() -> None:
    names = [page.name for page in call.pages()]
    assert len(modules()) >= 20
    assert sorted(warning.page.name for warning in modules()) == sorted(names)
    assert len(set(names)) == len(names)


def test_every_warning_has_a_case_that_shows_it_and_one_that_does_not() -> None:
    for kind in ("raised", "silent"):
        named = {name for where in CASES.values() for name, both in where.items() if both[kind]}
        assert {page.name for page in call.pages()} - named == set()


def test_every_page_is_about_calls_and_in_both_languages() -> None:
    for page in call.pages():
        assert page.about == "call"
        for words in (page.title, page.checks, page.why, page.remedy):
            assert words.fr != words.en


@pytest.mark.parametrize("unit", ["XXX ", "1", "a", "12/", "deux (", "< ", "A B ", "budget total 1 000 ", "é’", "lundi ", "[à "])
def test_long_hostile_prose_is_read_quickly(write_call: Writing, unit: str) -> None:
    text = (unit * 50_000)[:50_000].rstrip()
    started = time.monotonic()
    call.remarks(call.load(write_call(("Décrire les parcours de soins.", f'"{text}"'))))
    assert time.monotonic() - started < 20
