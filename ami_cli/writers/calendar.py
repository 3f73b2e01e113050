"""The deadlines as a calendar file, each in its zone with the zone's own rules, and with an alarm."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from ami_cli.models.content import Deadline, Notice
from ami_cli.writers import text

_MOMENT = timedelta(seconds=1)
_DAY_BEFORE = timedelta(days=-1)
_SEND = {"fr": ("À envoyer à {}", "objet : {}"), "en": ("Send to {}", "subject: {}")}
_UNFOLDED = 100_000
_DRAFT = {"fr": "BROUILLON (DRAFT) – ", "en": "DRAFT – "}


def write(notice: Notice) -> bytes:
    """Return an iCalendar file (RFC 5545): one event for each deadline, with an alarm the day before."""
    calendar = Calendar()
    calendar.add("prodid", "-//ami//notice//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", notice.title)
    zones: dict[str, datetime] = {}
    for deadline in notice.summary.deadlines:
        zones.setdefault(str(deadline.at.tzinfo), deadline.at)
    for name in zones:
        if name != "UTC":
            calendar.add_component(_zone(name, notice))
    for deadline in notice.summary.deadlines:
        calendar.add_component(_event(deadline, notice, whole=deadline == notice.summary.closing))
    return bytes(calendar.to_ical())


def _zone(name: str, notice: Notice) -> Timezone:
    """Return the rules of a zone around the dates of the notice."""
    years = [deadline.at.year for deadline in notice.summary.deadlines]
    first = datetime(min(years) - 1, 1, 1, tzinfo=UTC).date()
    last = datetime(max(years) + 2, 1, 1, tzinfo=UTC).date()
    zone = Timezone.from_tzid(name, first_date=first, last_date=last)
    for part in zone.subcomponents:
        _begun_in_time(part, ZoneInfo(name))
    return zone


def _begun_in_time(part: Any, zone: ZoneInfo) -> None:
    """Write when an offset begins in the time that held before it, as the standard wants; icalendar writes the time after."""
    before, after = part["tzoffsetfrom"].td, part["tzoffsetto"].td
    first = part["dtstart"].dt
    at = (first - before).replace(tzinfo=UTC)
    if after <= before or (at - _MOMENT).astimezone(zone).utcoffset() == before:
        return
    step = after - before
    part["dtstart"].dt = first - step
    for dates in part.get("rdate", ()) if isinstance(part.get("rdate"), list) else filter(None, [part.get("rdate")]):
        for date in dates.dts:
            date.dt -= step


def _event(deadline: Deadline, notice: Notice, *, whole: bool) -> Event:
    """Return the event of a deadline; the one that the notice is about carries the whole of it."""
    event = Event()
    draft = _DRAFT.get(notice.language, _DRAFT["en"]) if notice.draft else ""
    event.add("uid", f"{notice.summary.id}.{deadline.id}@ami.invalid")
    event.add("dtstamp", notice.written.astimezone(UTC))
    event.add("dtstart", deadline.at.date() if deadline.whole_day else deadline.at)
    event.add("summary", f"{draft}{deadline.label} – {notice.title}")
    said = zip(_SEND.get(notice.language, _SEND["en"]), (deadline.address, deadline.subject), strict=True)
    essentials = ", ".join(words.format(value) for words, value in said if value)
    whole_notice = text.lines(notice, _UNFOLDED) if whole else ""
    event.add("description", "\n\n".join(part for part in (essentials, whole_notice) if part))
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if notice.draft else "CONFIRMED")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.label)
    alarm.add("trigger", _DAY_BEFORE)
    event.add_component(alarm)
    return event
