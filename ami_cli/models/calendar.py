"""When things happen: milestones in local time, and the zone that makes them moments."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Strict, StringConstraints

from ami_cli.models.base import Model
from ami_cli.models.text import TO_BE_SET, Text, ToBeSet

Stage = Literal["interest", "proposal", "interview", "contract"]
"""The stages of a call: first letter and CVs, then the full offer, an oral stage, the contract."""

MilestoneKind = Literal["publication", "opening", "questions", "deadline", "interview", "decision", "wish", "event"]
"""`deadline` binds applicants; `wish` is what the organisation hopes for; `event` is anything else."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        message = f"unknown time zone: {name}"
        raise ValueError(message) from error
    return name


Zone = Annotated[str, AfterValidator(_known_zone)]
"""An IANA name such as `Europe/Paris`."""


def _local(value: object) -> object:
    """Read `2025-08-31T12:00`, `2025-08-31` or `to-be-set`; anything else is refused, and so is an offset."""
    if not isinstance(value, str) or value == TO_BE_SET:
        return value
    try:
        if "T" not in value:
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        message = "not a date: write 2025-08-31 or 2025-08-31T12:00"
        raise ValueError(message) from error
    if moment.tzinfo is not None:
        message = "write the local time without an offset: the zone is calendar.timezone"
        raise ValueError(message)
    return moment


_Moment = Annotated[datetime, Strict()]  # strict: a day must never become its midnight
_Day = Annotated[date, Strict()]

LocalTime = Annotated[_Moment | _Day | ToBeSet, BeforeValidator(_local)]
"""A local moment, a day, or `to-be-set`."""

LocalDay = Annotated[_Day | ToBeSet, BeforeValidator(_local)]
"""A day, or `to-be-set`."""

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""An hour of the day, `17:00`."""


class FormerDate(Model):
    """What a milestone was before an extension or a correction."""

    at: LocalTime
    changed_on: LocalDay
    reason: Text | None = None


class Milestone(Model):
    """One line of the calendar."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: MilestoneKind
    at: LocalTime
    until: LocalTime | None = None
    """The end, where the milestone is a window."""
    label: Text | None = None
    stage: Stage | None = None
    """The stage that a deadline closes; without it the id says it (`interest`, `proposal`)."""
    hour: Literal["end-of-day", "close-of-business"] | None = None
    """What a day alone means as a deadline: the last second of the day, or `calendar.close_of_business`."""
    timezone: Zone | None = None
    """The zone of this milestone where it is not the calendar's."""
    printed: str | None = None
    """The wording of the original notice, kept so that a wrong zone label can be found."""
    previously: tuple[FormerDate, ...] = ()


class Calendar(Model):
    """The milestones, and the zone they are in."""

    timezone: Zone
    indicative: bool = False
    close_of_business: Clock | None = None
    milestones: tuple[Milestone, ...] = ()

    def zone(self, milestone: Milestone) -> ZoneInfo:
        """Return the zone in which the milestone is written."""
        return ZoneInfo(milestone.timezone or self.timezone)

    def moment(self, milestone: Milestone) -> datetime | None:
        """Return the milestone as an aware moment, to the second.

        None where it is `to-be-set`, or a day for which no hour is declared.
        """
        at = milestone.at
        if isinstance(at, str):
            return None
        if isinstance(at, datetime):
            return at.replace(tzinfo=self.zone(milestone))
        hour = self._hour(milestone)
        return None if hour is None else datetime.combine(at, hour, tzinfo=self.zone(milestone))

    def _hour(self, milestone: Milestone) -> time | None:
        if milestone.hour == "end-of-day":
            return time(23, 59, 59)
        if milestone.hour == "close-of-business" and self.close_of_business:
            return time.fromisoformat(self.close_of_business)
        return None

    def deadline(self, stage: Stage) -> Milestone | None:
        """Return the milestone that closes `stage`, or None."""
        return next((m for m in self.milestones if m.kind == "deadline" and (m.stage or m.id) == stage), None)


def in_utc(moment: datetime) -> datetime:
    """Return the same instant in UTC. Compare moments in UTC: within one zone Python compares wall clocks."""
    return moment.astimezone(UTC)


def days_between(earlier: datetime, later: datetime) -> float:
    """Return the days, with their fraction, from one moment to another."""
    return (in_utc(later) - in_utc(earlier)) / timedelta(days=1)
