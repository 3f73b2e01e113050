"""Whatever changes in a call is told in its corrigendum: old and new, in words, in each language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import RootModel

from ami_cli import notice
from ami_cli.models.base import Model
from ami_cli.models.content import Heading, Notice, Table, plain
from ami_cli.models.text import TO_BE_SET, Text
from ami_cli.notice.kinds import Document, in_one
from tests.notice.rich import rich
from tests.notice.test_changes import changed

SILENT = re.compile(
    r"version|id|organisation|languages(\.\d+)?|mission\.kind|(selection|award)\.(minimum|published|partial_scores)"
    r"|calendar\.milestones\.1\.kind|application\.documents\.[01]\.kind"  # these have names of their own
    r"|.*\.(id|printed|look_for|changed_on|reason|previously.*)|application\.documents\.0\.must_state\.(0\.at_least|2\.(what|at_least))"
)
RAW = re.compile(
    r"\b\w+_\w+\b|\b(only|any|all|scored|reasoned|extend|reserve|received-first|all-costs|fees|required|desired|eliminatory|included"
    r"|excluded|interest|proposal|interview|contract|organisation|provider|record|never|member|firm|each|total|other|start|none)\b"
)
OTHER_WORDS = {"USD": "EUR", "17:00": "18:00"}
LISTS_OF_WORDS = {"languages", "countries", "formats"}
PASSAGE = 3
"""The level of the headings under which rewritten passages stand."""
BASE = rich()


def leaves(value: Any, path: str = "", annotation: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Give the path of every value below a model, the value, and another one that could stand there."""
    if isinstance(value, Text):
        yield path, value, Text({language: f"{words.rstrip()} Modifié." for language, words in value.root.items()})
    elif (
        isinstance(value, RootModel) or value is None or (value == () and not path.endswith(("languages", "countries", "formats")))
    ):
        return
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from leaves(getattr(value, name), f"{path}.{name}".lstrip("."), field.annotation)
    elif isinstance(value, tuple) and value and isinstance(value[0], (Model, Text)):
        yield path, value, value[:-1]
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}.{index}")
    else:
        yield path, value, other(value, annotation)


def other(value: Any, annotation: Any) -> Any:
    allowed = [choice for choice in choices(annotation) if choice not in {value, TO_BE_SET}]
    if allowed:
        return allowed[0]
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, Decimal)):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=3)
    if isinstance(value, tuple):
        return (value[0], value[1] + 1) if value and isinstance(value[0], int) else value[:-1] or ("es",)
    return "Europe/Madrid" if "/" in value and ":" not in value else OTHER_WORDS.get(value, f"{value}x")


def choices(annotation: Any) -> list[str]:
    found = get_args(annotation)
    return [choice for choice in found if isinstance(choice, str)] or [word for part in found for word in choices(part)]


CHANGES = [(path, new) for path, _old, new in leaves(BASE.call) if not SILENT.fullmatch(path)]


def corrigendum(path: str, new: Any, language: str) -> Notice:
    call = changed(path, new, BASE.call)
    earlier = notice.as_published(BASE.call, BASE.organisation)
    return in_one(replace(BASE, call=call), Document("corrigendum", earlier), language)


def rows(tree: Notice) -> list[tuple[str, str, str]]:
    found = [tuple(plain(cell) for cell in row) for block in tree.blocks if isinstance(block, Table) for row in block.rows]
    return [(point, before, now) for point, before, now in found]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_that_a_reader_sees_is_told_when_it_changes(language: str) -> None:
    assert len(CHANGES) > 120
    untold, same, raw = [], [], []
    for path, new in CHANGES:
        tree = corrigendum(path, new, language)
        told = rows(tree)
        passages = [plain(block.runs) for block in tree.blocks if isinstance(block, Heading) and block.level == PASSAGE]
        if not told and not passages:
            untold.append(path)
        same += [(path, row) for row in told if row[1] == row[2]]
        if language == "fr":
            raw += [(path, words) for words in (*passages, *(row[0] for row in told)) if RAW.search(words)]
            raw += [(path, cell) for row in told for cell in row[1:] if re.search(r"\w_\w", cell) and "form_1" not in cell]
    assert (untold, same, raw) == ([], [], [])


def test_the_former_subject_and_the_former_currency_stay_as_they_were() -> None:
    earlier = changed("application.channels.accepted.0.subjects", ("Avant : « a »!",), changed("budget.currency", "EUR", BASE.call))
    tree = in_one(BASE, Document("corrigendum", earlier), "fr")
    before = {point: was for point, was, _now in rows(tree)}
    assert before["Voie d’envoi"].endswith("Avant : « a »!")
    assert "€" in before["Budget"]


def test_what_the_organisation_says_for_all_its_calls_is_compared_too() -> None:
    retention = Text({"fr": "Trois ans.", "en": "Three years."})
    data = BASE.organisation.data_protection.model_copy(update={"retention": retention})
    general = BASE.organisation.model_copy(update={"data_protection": data})
    call = changed("data_protection", None, BASE.call)
    earlier = notice.as_published(call, BASE.organisation)
    tree = in_one(replace(BASE, call=call, organisation=general), Document("corrigendum", earlier), "fr")
    headings = [plain(block.runs) for block in tree.blocks if isinstance(block, Heading) and block.level == PASSAGE]
    assert headings == ["Données personnelles – durée de conservation"]
