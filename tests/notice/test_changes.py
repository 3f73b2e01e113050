from datetime import datetime
from typing import Any

import pytest

from ami_cli.models.call import Call
from ami_cli.notice.changes import changes, extension
from ami_cli.wording.values import Prose
from tests.conftest import setting

CALL = setting("capitalisation-mna-nantes").call


def changed(path: str, value: Any, model: Any = CALL) -> Any:
    """Return the call with one field changed; a number in the path is a place in a tuple."""
    head, _, rest = path.partition(".")
    if isinstance(model, tuple):
        index = int(head)
        return (*model[:index], changed(rest, value, model[index]) if rest else value, *model[index + 1 :])
    inner = changed(rest, value, getattr(model, head)) if rest else value
    return model.model_copy(update={head: inner})


def summary(after: Call, before: Call = CALL) -> list[tuple[str, str, str]]:
    return [(change.kind, change.section, change.field) for change in changes(before, after, "fr")]


def test_the_same_call_has_not_changed() -> None:
    assert changes(CALL, CALL, "fr") == ()
    assert extension(CALL, CALL) == "same"


@pytest.mark.parametrize(
    ("at", "said"),
    [(datetime(2025, 9, 5, 12), "later"), (datetime(2025, 8, 20, 12), "sooner"), ("to-be-set", "unknown")],  # noqa: DTZ001  local times of the call
)
def test_a_moved_deadline_is_told_and_which_way(at: object, said: str) -> None:
    after = changed("calendar.milestones.0.at", at)
    assert extension(CALL, after) == said
    assert summary(after) == [("milestone", "calendar", "milestones")]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("budget.ceiling", 20000, ("amount", "budget", "")),
        ("application.documents.0.max_pages", 5, ("document", "application", "documents")),
        ("application.channels.accepted.0.email", "x@example.org", ("channel", "application", "accepted")),
        ("application.channels.rule", "any", ("word", "application", "rule")),
        ("selection.shortlist_max", 4, ("other", "selection", "shortlist_max")),
        ("profile.3.level", "asset", ("need", "profile", "")),
        ("countries", ("FR", "BE"), ("countries", "countries", "")),
    ],
)
def test_each_fact_that_changes_is_told_once(path: str, value: object, told: tuple[str, str, str]) -> None:
    assert summary(changed(path, value)) == [told]


def test_of_a_text_only_the_paragraphs_that_changed_are_shown() -> None:
    old = CALL.mission.context
    new = old.model_copy(update={"root": {**old.root, "fr": old.of("fr").replace("depuis 2016", "depuis 2017")}})
    after = changed("mission.context", new)
    (change,) = changes(CALL, after, "fr")
    assert isinstance(change.new, Prose)
    assert change.new.text.startswith("MdM-F est présente à Nantes depuis 2017")
    assert "\n\n" not in change.new.text
    (english,) = changes(CALL, after, "en")
    assert english.old == english.new


def test_a_deliverable_added_stands_against_nothing() -> None:
    after = changed("mission.deliverables", (*CALL.mission.deliverables, CALL.title))
    (change,) = changes(CALL, after, "fr")
    assert (change.kind, change.old, change.field) == ("text", None, "deliverables")


def test_what_is_not_for_readers_is_no_change() -> None:
    assert changes(CALL, changed("calendar.milestones.0.printed", None), "fr") == ()
