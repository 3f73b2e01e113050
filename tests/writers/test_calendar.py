from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from ami_cli import notice
from tests.notice.rich import rich


def events(setting: notice.Setting, brand: notice.Brand) -> list[Any]:
    content = notice.write(notice.compose(setting, "fr"), "ics", brand)
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_each_deadline_is_an_event_in_its_zone_with_an_alarm(nantes: notice.Setting, brand: notice.Brand) -> None:
    found = events(nantes, brand)
    assert [(str(event["uid"]), event["dtstart"].dt.isoformat()) for event in found] == [
        ("capitalisation-mna-nantes.interest@ami.invalid", "2025-08-31T12:00:00+02:00"),
        ("capitalisation-mna-nantes.proposal@ami.invalid", "2025-09-28T18:00:00+02:00"),
    ]
    assert [alarm["trigger"].dt for event in found for alarm in event.walk("VALARM")] == [timedelta(days=-1)] * 2
    assert "Capitalisation / MNA Nantes / France" in found[0]["description"]


def test_the_rules_of_the_zone_are_in_the_file(nantes: notice.Setting, brand: notice.Brand) -> None:
    content = notice.write(notice.compose(nantes, "fr"), "ics", brand)
    zones: list[Any] = list(icalendar.Calendar.from_ical(content).walk("VTIMEZONE"))
    (zone,) = zones
    assert str(zone["tzid"]) == "Europe/Paris"
    offsets = {part["tzoffsetto"].td for part in zone.subcomponents}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}
    onsets = {str(part.name): [date.dt.isoformat() for date in part["rdate"].dts] for part in zone.subcomponents if "rdate" in part}
    assert onsets["DAYLIGHT"] == ["2025-03-30T02:00:00", "2026-03-29T02:00:00"]
    assert onsets["STANDARD"] == ["2025-10-26T03:00:00", "2026-10-25T03:00:00"]


def test_the_lines_are_those_of_the_standard(nantes: notice.Setting, brand: notice.Brand) -> None:
    content = notice.write(notice.compose(nantes, "fr"), "ics", brand)
    assert content.count(b"\r\n") == content.count(b"\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_questions_and_other_zones_are_deadlines_too(brand: notice.Brand) -> None:
    found = [(str(event["uid"]), event["dtstart"].dt) for event in events(rich(), brand)]
    assert [uid for uid, _at in found] == ["rich.questions-until@ami.invalid", "rich.proposal@ami.invalid"]
    assert {at.tzinfo.key for _uid, at in found if isinstance(at.tzinfo, ZoneInfo)} == {"Africa/Kinshasa"}


def test_what_is_to_be_set_is_no_event_and_a_draft_is_tentative(trafficking: notice.Setting, brand: notice.Brand) -> None:
    (event,) = events(trafficking, brand)
    assert str(event["status"]) == "TENTATIVE"
    assert str(event["summary"]).startswith("BROUILLON (DRAFT)")


def test_each_event_says_where_to_write_and_only_the_closing_one_tells_the_whole(brand: notice.Brand) -> None:
    asked, closing = (str(event["description"]) for event in events(rich(), brand))
    assert asked == "À envoyer à q@example.org, objet : Question : lot"
    assert closing.startswith("À envoyer à a@example.org, objet : Offre n° 1 : « Nord »\n\n")


def test_a_deadline_that_is_only_a_day_is_an_event_of_the_whole_day(nantes: notice.Setting, brand: notice.Brand) -> None:
    first, *others = nantes.call.calendar.milestones
    day = first.model_copy(update={"at": date(2025, 8, 29)})
    calendar = nantes.call.calendar.model_copy(update={"milestones": (day, *others)})
    found = events(replace(nantes, call=nantes.call.model_copy(update={"calendar": calendar})), brand)
    assert [event["dtstart"].dt.isoformat()[:10] for event in found] == ["2025-08-29", "2025-09-28"]
