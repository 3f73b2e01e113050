"""What the values of a call file refuse to guess."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ami_cli.models.calendar import Calendar
from ami_cli.models.call import Budget, Mission
from ami_cli.models.organisation import DataProtection
from ami_cli.models.requirement import ApplicationTerms, Channel, Team
from ami_cli.models.selection import Selection
from ami_cli.models.text import Text
from ami_cli.models.values import Number, Switch, Whole


def kinds(model: Any, value: object, languages: tuple[str, ...] = ("fr", "en")) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_python(value, context={"languages": languages})
    return [(error["type"], error.get("ctx", {}).get("at", "")) for error in caught.value.errors()]


@pytest.mark.parametrize("wrong", ["6", True, "010", 0, -1, "six"])
def test_a_whole_number_is_never_guessed_from_text_or_a_switch(wrong: object) -> None:
    assert kinds(Whole, wrong)[0][0] in {"int_type", "greater_than"}


@pytest.mark.parametrize("wrong", ["yes", "oui", 1, "true", "no"])
def test_a_switch_is_true_or_false_and_nothing_else(wrong: object) -> None:
    assert kinds(Switch, wrong) == [("bool_type", "")]


@pytest.mark.parametrize("wrong", ["15 000", "12,5", "1e3", "NaN", "1_000", True, "15000€", "٣"])
def test_a_number_has_digits_and_a_point_only(wrong: object) -> None:
    assert kinds(Number, wrong) == [("number", "")]


def test_a_number_may_be_written_whole_or_with_decimals() -> None:
    assert [TypeAdapter(Number).validate_python(value) for value in (15000, "12.5", "-1")] == [15000, Decimal("12.5"), -1]


@pytest.mark.parametrize("wrong", ["CET", "EST", "Paris", "Europe", "../../etc/passwd", "", "Europe/Pariss"])
def test_a_zone_is_a_place(wrong: str) -> None:
    assert kinds(Calendar, {"timezone": wrong}) == [("zone", "")]


@pytest.mark.parametrize(
    ("at", "kind"),
    [
        ("20250831", "local-time"),
        ("2025-W35-7", "local-time"),
        ("2025-08-31 12:00", "local-time"),
        (2025, "local-time"),
        (None, "local-time"),
        ("2025-02-29", "no-such-day"),
        ("2025-08-31T24:30", "no-such-day"),
        ("2025-08-31T12:00Z", "offset"),
        ("2025-08-31T12:00+02:00", "offset"),
    ],
)
def test_a_local_time_is_written_in_one_way(at: object, kind: str) -> None:
    milestone = {"id": "interest", "kind": "deadline", "at": at}
    assert kinds(Calendar, {"timezone": "Europe/Paris", "milestones": [milestone]}) == [(kind, "")]


def test_close_of_business_needs_its_hour() -> None:
    milestone = {"id": "interest", "kind": "deadline", "at": "2025-08-31", "hour": "close-of-business"}
    found = kinds(Calendar, {"timezone": "Europe/Paris", "milestones": [milestone]})
    assert found == [("close-of-business", "milestones.0.hour")]


def test_ids_are_unique_in_their_list() -> None:
    twice = [{"id": "cv", "kind": "cv", "stage": "interest"}] * 2
    terms = {"documents": twice, "channels": {"accepted": [{"email": "a@b.org"}]}}
    assert kinds(ApplicationTerms, terms) == [("twice", "1")]


def test_criteria_are_unique_down_to_the_last_level() -> None:
    label = {"fr": "Méthode", "en": "Method"}
    inner = {"id": "method", "label": label}
    assert kinds(Selection, {"criteria": [{"id": "method", "label": label, "criteria": [inner]}]}) == [
        ("twice", "criteria.0.criteria.0.id")
    ]


@pytest.mark.parametrize(
    ("budget", "kind"),
    [
        ({"exact": 5, "ceiling": 6}, "two-budgets"),
        ({"floor": 7, "ceiling": 6}, "range"),
        ({"contingency_of": "total"}, "no-percentage"),
    ],
)
def test_a_budget_is_said_once_and_in_order(budget: dict[str, int], kind: str) -> None:
    assert [found for found, _ in kinds(Budget, budget)] == [kind]


def test_ranges_start_with_the_least() -> None:
    words = {"fr": "x", "en": "x"}
    mission = {"kind": "study", "context": words, "objective": words, "deliverables": [words], "effort_days": [20, 10]}
    assert kinds(Mission, {**mission, "effort_days": (20, 10)}) == [("range", "effort_days")]
    assert kinds(Team, {"min_members": 3, "max_members": 2}) == [("range", "min_members")]


def test_a_channel_is_one_way_in() -> None:
    assert kinds(Channel, {}) == [("one-channel", "")]
    assert kinds(Channel, {"email": "a@b.org", "portal": "https://b.org"}) == [("one-channel", "")]


@pytest.mark.parametrize(
    ("value", "kind"), [("Titre", "words"), (["Titre"], "words"), ({"fr": "Titre"}, "missing-language"), (None, "words")]
)
def test_words_are_given_in_every_language_of_the_call(value: object, kind: str) -> None:
    assert kinds(Text, value) == [(kind, "")]


def test_words_may_be_plain_where_the_call_has_one_language_or_they_are_to_be_set() -> None:
    assert Text.model_validate("Titre", context={"languages": ("fr",)}).root == {"fr": "Titre"}
    assert Text.model_validate("to-be-set", context={"languages": ("fr", "en")}).root == {"fr": "to-be-set", "en": "to-be-set"}


def test_the_data_notice_of_a_call_is_completed_by_that_of_the_organisation() -> None:
    def words(text: str) -> Text:
        return Text({"fr": text, "en": text})

    general = DataProtection(purposes=words("general"), contact_email="dpo@example.org")
    own = DataProtection(purposes=words("own"))
    assert own.completed_by(general) == DataProtection(purposes=words("own"), contact_email="dpo@example.org")
