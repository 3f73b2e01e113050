"""Every fact that `ami show --format json` gives is in every format and every form of language, and its loss is noticed."""

import functools
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from ami_cli import notice, starter
from ami_cli.call.facts import as_json
from ami_cli.writers.formats import SIDE_BY_SIDE
from tests.conftest import setting
from tests.notice import reading
from tests.notice.rich import rich
from tests.notice.test_facts import loose

DAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
MONTHS = {
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SETTINGS = {"nantes": setting("capitalisation-mna-nantes"), "rich": rich()}
BRAND = notice.Brand(folders=(starter.folder("templates"),))
LIMITS = ("max_pages", "max_slides", "max_words", "max_megabytes", "max_files", "max_megabytes_per_message")


def day(written: str, language: str) -> str:
    when = date.fromisoformat(written[:10])
    number = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return f"{DAYS[language][when.weekday()]} {number} {MONTHS[language][when.month - 1]} {when.year}"


def moment(written: str, language: str) -> Iterator[str]:
    """Give the day, the hour and the distance from UTC of a moment, as its reader looks for them."""
    yield day(written, language)
    if "T" in written and not written[11:].startswith("23:59:59"):
        at = datetime.fromisoformat(written)
        yield f"{at:%H} h {at:%M}" if language == "fr" else f"{at:%H:%M}"
        if at.utcoffset():
            yield f"UTC+{at.utcoffset().seconds // 3600}"  # type: ignore[union-attr]  # asked in the line above


def expected(shown: Any, language: str) -> Iterator[str]:
    """Give what the JSON says, in words and figures written here."""
    yield shown["title"][language]
    yield from shown["references"]
    for deadline in shown["deadlines"]:
        yield from moment(deadline["at"], language)
    for milestone in shown["milestones"]:
        yield from moment(milestone["at"], language)
        yield from moment(milestone["until"], language) if milestone["until"] else ()
        yield from [milestone["label"][language]] if milestone["label"] else ()
    for name in ("ceiling", "floor", "exact"):
        amount = shown["budget"][name]
        yield from [f"{amount:,}".replace(",", " " if language == "fr" else ",")] if amount else ()
    share = shown["budget"]["contingency_max_percent"]
    yield f"{share} %" if language == "fr" else f"{share}%"
    for limits in (shown["limits"], *shown["documents"]):
        yield from (f"{limits[name]}" for name in LIMITS if limits.get(name))
    for document in shown["documents"]:
        yield from [document["label"][language]] if document["label"] else ()
    for channel in shown["channels"]:
        yield from channel["subjects"]
        if channel["kind"] != "paper" or language == "fr":  # a postal address is shown in the first language
            yield channel["address"]
    yield f"({shown['shortlist_max']})"
    yield from (deliverable[language] for deliverable in shown["deliverables"])
    yield from (need[language] for one in shown["profile"] for need in (one["need"], *(d["need"] for d in one.get("details", ()))))


@functools.cache
def trees(name: str, form: str) -> notice.Notice:
    base = SETTINGS[name]
    return notice.in_two(base, notice.Document()) if form == "both" else notice.in_one(base, notice.Document(), form)


def lost(name: str, tree: notice.Notice, form: str) -> list[str]:
    text = loose(reading.words(notice.write(tree, form, BRAND), form))
    shown = json.loads(as_json(SETTINGS[name].call))
    wanted = [fact for language in tree.languages for fact in expected(shown, language)]
    assert len(wanted) > 30
    return [fact for fact in wanted if loose(reading.plain(fact)) not in text]


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize(
    ("form", "language"),
    [
        (form, language)
        for form in notice.FORMATS
        for language in ("fr", "en", "both")
        if language != "both" or form in SIDE_BY_SIDE
    ],
)
def test_every_fact_that_is_shown_is_published(name: str, form: str, language: str) -> None:
    assert lost(name, trees(name, language), form) == []


@pytest.mark.parametrize(
    ("template", "printed", "fact"),
    [
        ("part-mission", "{{ deliverable }}", "Note de cadrage"),
        ("part-mission", "{{ need.need }}", "Qualités de rédaction et de synthèse"),
        ("part-mission", "{{ detail.need }}", "Connaissance particulière des MNA"),
        ("part-calendar", "{{ p.milestone(line) }}", "Remise souhaitée du rapport final"),
        ("part-calendar", "{{ when(line) }}", "vendredi 12 décembre 2025"),
        ("part-mission", "percent(call.budget.contingency_max_percent)", "5 %"),
        ("notice", "{{ call.selection.shortlist_max | in_full | capital }}", "(6)"),
        ("notice", "# {{ call.title }}", SETTINGS["nantes"].call.title.of("fr")),
    ],
)
def test_a_fact_that_a_template_leaves_out_is_noticed(tmp_path: Path, template: str, printed: str, fact: str) -> None:
    source = (starter.folder("templates") / f"{template}.fr.md.j2").read_text(encoding="utf-8")
    assert printed in source
    (tmp_path / f"{template}.fr.md.j2").write_text(source.replace(printed, "'x'" if "{" not in printed else "x"), encoding="utf-8")
    tree = notice.in_one(setting("capitalisation-mna-nantes", templates=(tmp_path,)), notice.Document(), "fr")
    assert fact in lost("nantes", tree, "md")
