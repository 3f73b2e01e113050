from typing import Any

import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import arrival, assess, call, case, outcome, status

RULE = "received-late"


def received(*arrivals: tuple[str, str], **fields: Any) -> Case:
    return case(received_at=None, arrivals=[arrival(at, by) for at, by in arrivals], **fields)


MET = {
    "to the second": [("2025-08-31T12:00:00+02:00", "own-server")],
    "within the last second": [("2025-08-31T12:00:00.900+02:00", "own-server")],
    "in another offset": [("2025-08-31T10:00:00+00:00", "imap")],
    "the topmost Received line": [("2025-08-31T11:59:59+02:00", "received")],
    "a person's word against the servers": [("2025-08-31T13:00:00+02:00", "own-server"), ("2025-08-31T11:00:00+02:00", "person")],
    "a file copied later": [("2025-08-30T11:00:00+02:00", "own-server"), ("2026-01-01T00:00:00+01:00", "file")],
    "a mailbox moved later": [("2025-08-30T11:00:00+02:00", "own-server"), ("2025-10-01T00:00:00+02:00", "imap")],
    "with the sender's clock": [("2025-08-31T11:59:00+02:00", "received"), ("2025-08-31T11:58:00+02:00", "sender")],
}
NOT_MET = {
    "one second late": [("2025-08-31T12:00:01+02:00", "own-server")],
    "late by each clock": [("2025-08-31T12:05:00+02:00", "own-server"), ("2025-08-31T12:04:00+02:00", "sender")],
    "late by a person's word": [("2025-08-31T11:00:00+02:00", "received"), ("2025-09-01T09:00:00+02:00", "person")],
    "noon in London": [("2025-08-31T12:00:00+01:00", "received")],
}
TO_VERIFY = {
    "nothing is known": [],
    "only the sender says": [("2025-08-30T12:00:00+02:00", "sender")],
    "only the date of a file": [("2025-08-30T12:00:00+02:00", "file")],
    "two servers straddle the deadline": [("2025-08-31T11:59:00+02:00", "received"), ("2025-08-31T12:01:00+02:00", "imap")],
    "sent in time, arrived late": [("2025-08-31T12:00:10+02:00", "own-server"), ("2025-08-31T11:59:00+02:00", "sender")],
}


@pytest.mark.parametrize("arrivals", MET.values(), ids=MET)
def test_on_time(arrivals: list[tuple[str, str]]) -> None:
    examined = received(*arrivals)
    assert status(examined, RULE) == "met"
    assert assess(examined).on_time is True


@pytest.mark.parametrize("arrivals", NOT_MET.values(), ids=NOT_MET)
def test_late(arrivals: list[tuple[str, str]]) -> None:
    examined = received(*arrivals)
    assert status(examined, RULE) == "not_met"
    assert assess(examined).on_time is False


@pytest.mark.parametrize("arrivals", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_decides(arrivals: list[tuple[str, str]]) -> None:
    examined = received(*arrivals)
    assert status(examined, RULE) == "to_verify"
    assert assess(examined).on_time is None


def test_all_times_that_straddle_are_shown() -> None:
    found = outcome(received(*TO_VERIFY["two servers straddle the deadline"]), RULE)
    assert [evidence.quote for evidence in found.evidence] == [
        "2025-08-31T12:01:00+02:00 · imap",
        "2025-08-31T11:59:00+02:00 · received",
    ]
    assert "11:59:00" in found.message.fr
    assert "12:01:00" in found.message.fr


def test_a_time_written_by_hand_alone_is_a_person_s_word() -> None:
    assert status(case(received_at="2025-08-31T12:00:01+02:00", arrivals=[]), RULE) == "not_met"


def test_the_same_wall_clock_is_late_in_summer_and_on_time_in_winter() -> None:
    winter = call(
        calendar={"timezone": "Europe/Paris", "milestones": [{"id": "interest", "kind": "deadline", "at": "2024-01-19T12:00"}]}
    )
    assert status(received(("2024-01-19T11:00:00+00:00", "imap"), of=winter), RULE) == "met"
    assert status(received(("2025-08-31T11:00:00+00:00", "imap")), RULE) == "not_met"


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2025-08-30T23:59:59+02:00", "met"), ("2025-08-31T15:00:00+02:00", "to_verify"), ("2025-09-01T00:00:00+02:00", "not_met")],
)
def test_a_day_without_an_hour_leaves_the_day_itself_open(at: str, expected: str) -> None:
    vague = call(calendar={"timezone": "Europe/Paris", "milestones": [{"id": "interest", "kind": "deadline", "at": "2025-08-31"}]})
    assert status(received((at, "own-server"), of=vague), RULE) == expected


def test_no_deadline_nothing_to_compare() -> None:
    assert status(case(of=call(calendar={"timezone": "Europe/Paris"})), RULE) == "not_applicable"


def test_a_deadline_to_be_set_settles_nothing() -> None:
    unset = call(calendar={"timezone": "Europe/Paris", "milestones": [{"id": "interest", "kind": "deadline", "at": "to-be-set"}]})
    assert status(case(of=unset), RULE) == "to_verify"


def test_how_late_is_said_in_both_languages() -> None:
    found = outcome(received(*NOT_MET["one second late"]), RULE)
    assert (found.message.fr, found.message.en) == ("reçue 1 s après la date limite", "received 1 s after the deadline")
    assert found.clause is not None
    assert found.clause.fr == "date limite : 31 août 2025 à 12:00:00 (UTC+02:00)"
