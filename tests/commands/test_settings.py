from datetime import UTC, datetime

import pytest

from ami_cli.commands.settings import Settings, freeze, now, use


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ("2025-09-01", datetime(2025, 9, 1, tzinfo=UTC)),
        ("2025-09-01T09:00", datetime(2025, 9, 1, 9, tzinfo=UTC)),
        ("2025-09-01T09:00+02:00", datetime(2025, 9, 1, 7, tzinfo=UTC)),
    ],
)
def test_now_is_what_was_asked_in_utc_where_no_offset_is_given(asked: str, moment: datetime) -> None:
    with use(Settings()):
        freeze(asked)
        assert now() == moment


def test_the_clock_is_read_in_utc_to_the_second() -> None:
    with use(Settings()):
        assert (now().tzinfo, now().microsecond) == (UTC, 0)
