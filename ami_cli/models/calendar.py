"""When things happen: milestones in local time, and the zone that makes them moments."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Strict, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ami_cli.models.base import Model
from ami_cli.models.text import TO_BE_SET, Text, ToBeSet
from ami_cli.models.values import Switch, Unique
from ami_cli.models.wrong import quoted, wrong

Stage = Literal["interest", "proposal", "interview", "contract"]
"""The stages of a call: first letter and CVs, then the full offer, an oral stage, the contract."""

MilestoneKind = Literal["publication", "opening", "questions", "deadline", "interview", "decision", "wish", "event"]
"""`deadline` binds applicants; `wish` is what the organisation hopes for; `event` is anything else."""


_ZONE = re.compile(r"UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)+")


def _known_zone(name: str) -> str:
    # `CET` or `EST` would be found too, but they hide whether summer time is meant.
    try:
        known = _ZONE.fullmatch(name) is not None and ZoneInfo(name) is not None
    except (ValueError, OSError, KeyError):
        known = False
    if not known:
        raise wrong(
            "zone",
            fr=f"fuseau horaire inconnu : « {quoted(name)} »",
            en=f"unknown time zone: “{quoted(name)}”",
            remedy_fr="écrivez un continent et une ville, par exemple Europe/Paris ou Africa/Kinshasa",
            remedy_en="write a continent and a city, for example Europe/Paris or Africa/Kinshasa",
        )
    return name


Zone = Annotated[str, AfterValidator(_known_zone)]
"""An IANA name such as `Europe/Paris`."""


_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", re.ASCII)


def _local(value: object) -> object:
    """Read `2025-08-31T12:00`, `2025-08-31` or `to-be-set`; anything else is refused, and so is an offset."""
    if isinstance(value, date) or value == TO_BE_SET:
        return _without_offset(value)
    if isinstance(value, str) and _WRITTEN.fullmatch(value):
        try:
            return date.fromisoformat(value) if "T" not in value else datetime.fromisoformat(value)
        except ValueError as error:
            raise wrong(
                "no-such-day",
                fr=f"« {value} » n’existe pas dans le calendrier",
                en=f"“{value}” is not in the calendar",
                remedy_fr="vérifiez le jour, le mois et l’heure",
                remedy_en="check the day, the month and the hour",
            ) from error
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$", value):
        raise _offset_given()
    raise wrong(
        "local-time",
        fr=f"« {quoted(value)} » n’est pas une date que ami comprend",
        en=f"“{quoted(value)}” is not a date that ami understands",
        remedy_fr="écrivez 2025-08-31T12:00, ou 2025-08-31 pour un jour, ou to-be-set si la date n’est pas connue",
        remedy_en="write 2025-08-31T12:00, or 2025-08-31 for a day, or to-be-set where the date is not known",
    )


def _without_offset(value: object) -> object:
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise _offset_given()
    return value


def _offset_given() -> PydanticCustomError:
    return wrong(
        "offset",
        fr="l’heure est écrite avec un décalage",
        en="the time is written with an offset",
        remedy_fr="écrivez l’heure locale seule : le fuseau est celui de calendar.timezone",
        remedy_en="write the local time alone: the zone is that of calendar.timezone",
    )


def _day(value: object) -> object:
    local = _local(value)
    if isinstance(local, datetime):
        raise wrong(
            "day-only",
            fr="un jour est attendu, sans heure",
            en="a day is expected, without an hour",
            remedy_fr="écrivez par exemple 2025-08-31",
            remedy_en="write for example 2025-08-31",
        )
    return local


_Moment = Annotated[datetime, Strict()]  # strict: a day must never become its midnight
_Day = Annotated[date, Strict()]

LocalTime = Annotated[
    _Moment | _Day | ToBeSet,
    BeforeValidator(_local),
    WithJsonSchema({"type": "string", "pattern": r"^(to-be-set|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)$"}),
]
"""A local moment, a day, or `to-be-set`."""

LocalDay = Annotated[
    _Day | ToBeSet, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^(to-be-set|\d{4}-\d\d-\d\d)$"})
]
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
    indicative: Switch = False
    close_of_business: Clock | None = None
    milestones: Annotated[tuple[Milestone, ...], Unique] = ()

    @model_validator(mode="after")
    def _business_closes(self) -> "Calendar":
        for index, milestone in enumerate(self.milestones):
            if milestone.hour == "close-of-business" and self.close_of_business is None:
                raise wrong(
                    "close-of-business",
                    fr="« close-of-business » est employé, mais l’heure de fermeture n’est pas donnée",
                    en="“close-of-business” is used, but the hour of closing is not given",
                    remedy_fr='ajoutez calendar.close_of_business, par exemple "17:00"',
                    remedy_en='add calendar.close_of_business, for example "17:00"',
                    at=f"milestones.{index}.hour",
                )
        return self

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
