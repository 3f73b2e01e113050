"""A deadline falls on a weekend or on a public holiday."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.milestones import Dated, dated
from ami_cli.models.text import Words

PAGE = page(
    "deadline-on-day-off",
    title=Words(fr="Date limite un jour chômé", en="Deadline on a day off"),
    checks=Words(
        fr="Aucune date limite ne tombe un jour de week-end ou un jour férié du pays de l’organisation.",
        en="No deadline falls on a weekend or a public holiday in the country of the organisation.",
    ),
    why=Words(
        fr="Ce jour-là, personne ne répond aux questions ni ne répare une boîte aux lettres en panne ; les candidats de "
        "dernière heure s’en plaignent à juste titre.",
        en="On that day nobody answers questions or mends a mailbox that is down; late applicants complain of it, and rightly.",
    ),
    example=Words(fr="at: 2025-08-31T12:00, un dimanche.", en="at: 2025-08-31T12:00, a Sunday."),
    remedy=Words(fr="reportez la date au prochain jour ouvré", en="move the date to the next working day"),
)

_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each deadline on a day off."""
    for milestone in dated(loaded):
        if milestone.kind in {"deadline", "questions"}:
            yield from _day_off(milestone, loaded.organisation.country)


def _day_off(milestone: Dated, country: str) -> Iterator[Doubt]:
    day = milestone.day
    holiday = _holiday(country, day)
    if holiday is not None:
        fr = f"« {milestone.name} » tombe un jour férié : {holiday.fr} ({day:%d/%m/%Y})"
        yield Doubt(milestone.path, Words(fr=fr, en=f"“{milestone.name}” falls on a public holiday: {holiday.en} ({day})"))
    elif day.weekday() in _weekend(country, day):
        fr = f"« {milestone.name} » tombe un {_FR[day.weekday()]} ({day:%d/%m/%Y})"
        yield Doubt(milestone.path, Words(fr=fr, en=f"“{milestone.name}” falls on a {_EN[day.weekday()]} ({day})"))


def _holiday(country: str, day: date) -> Words | None:
    french, english = (_calendar(country, day.year, language) for language in ("fr", "en_US"))
    if french is None or english is None or day not in french:
        return None
    return Words(fr=str(french[day]), en=str(english[day]))


def _weekend(country: str, day: date) -> set[int]:
    known = _calendar(country, day.year, "fr")
    return {5, 6} if known is None else set(known.weekend)


def _calendar(country: str, year: int, language: str) -> Any:
    """Return the holidays of a country in a year, or None where the library does not know the country."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=year)
        spoken = [one for one in (language, "en_US") if one in known.supported_languages]
        return holidays.country_holidays(country, years=year, language=spoken[0]) if spoken else known
    except NotImplementedError:
        return None


WARNING = CallWarning(PAGE, check)
