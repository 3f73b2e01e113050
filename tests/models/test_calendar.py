from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from ami_cli.models.calendar import Calendar, in_utc


def calendar(**milestone: str) -> Calendar:
    return Calendar.model_validate(
        {"timezone": "Europe/Paris", "milestones": [{"id": "interest", "kind": "deadline", **milestone}]}
    )


@pytest.mark.parametrize(
    ("local", "utc"),
    [("2025-08-31T12:00", datetime(2025, 8, 31, 10, tzinfo=UTC)), ("2024-01-19T12:00", datetime(2024, 1, 19, 11, tzinfo=UTC))],
)
def test_a_local_deadline_is_a_moment_in_summer_and_in_winter(local: str, utc: datetime) -> None:
    found = calendar(at=local)
    moment = found.moment(found.milestones[0])
    assert moment is not None
    assert in_utc(moment) == utc


def test_a_day_is_no_deadline_until_its_hour_is_said() -> None:
    vague, clear = calendar(at="2025-08-31"), calendar(at="2025-08-31", hour="end-of-day")
    assert vague.moment(vague.milestones[0]) is None
    assert str(clear.moment(clear.milestones[0])) == "2025-08-31 23:59:59+02:00"


@pytest.mark.parametrize("wrong", ["31/08/2025", "2025-08-31T12:00+02:00", "12:00", "2025-02-30"])
def test_what_is_no_local_time_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        calendar(at=wrong)
