"""What several warnings ask of the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from ami_cli.call.loading import Loaded
from ami_cli.models.calendar import Milestone


@dataclass(frozen=True)
class Dated:
    """A milestone, or the deadline for questions, whose date is known."""

    path: str
    name: str
    kind: str
    stage: str | None
    at: date
    """A day, or a local moment."""
    zone: ZoneInfo

    @property
    def day(self) -> date:
        """Return the day, without the hour."""
        return self.at.date() if isinstance(self.at, datetime) else self.at

    @property
    def earliest(self) -> datetime:
        """Return the first moment it can mean, in UTC."""
        local = self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time.min)
        return local.replace(tzinfo=self.zone).astimezone(UTC)

    @property
    def latest(self) -> datetime:
        """Return the last moment it can mean, in UTC."""
        local = self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time.max)
        return local.replace(tzinfo=self.zone).astimezone(UTC)


def dated(loaded: Loaded) -> Iterator[Dated]:
    """Give every milestone with a date, in the order of the file, then the deadline for questions."""
    calendar = loaded.call.calendar
    for index, milestone in enumerate(calendar.milestones):
        if not isinstance(milestone.at, str):
            path = f"calendar.milestones.{index}.at"
            stage = stage_of(milestone)
            yield Dated(path, milestone.id, milestone.kind, stage, milestone.at, calendar.zone(milestone))
    questions = loaded.call.application.questions
    until = questions.until if questions is not None else None
    if isinstance(until, date):
        yield Dated("application.questions.until", "questions", "questions", None, until, ZoneInfo(calendar.timezone))


def stage_of(milestone: Milestone) -> str | None:
    """Return the stage that a deadline closes, or None for any other milestone."""
    return (milestone.stage or milestone.id) if milestone.kind == "deadline" else None
