"""Dates as prose writes them, French and English, with the weekday and the hour beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

_MONTHS = (
    ("janvier", "january", "jan"), ("février", "fevrier", "february", "feb"), ("mars", "march", "mar"),
    ("avril", "april", "apr"), ("mai", "may"), ("juin", "june", "jun"), ("juillet", "july", "jul"),
    ("août", "aout", "august", "aug"), ("septembre", "september", "sept", "sep"), ("octobre", "october", "oct"),
    ("novembre", "november", "nov"), ("décembre", "decembre", "december", "dec"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = (
    ("lundi", "monday"), ("mardi", "tuesday"), ("mercredi", "wednesday"), ("jeudi", "thursday"),
    ("vendredi", "friday"), ("samedi", "saturday"), ("dimanche", "sunday"),
)  # fmt: skip
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))

_DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAY)}),?\s+(?:the\s+)?)?"
    rf"(?:\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|\b(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y>\d{{4}}|\d\d)\b"
    rf"|\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_NAMES})\.?,?\s+(?P<y2>\d{{4}})\b"
    rf"|\b(?P<m3>{_NAMES})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})\b)"
    rf"(?:[\s,]*(?:à|at|-|–|avant|before|by)?\s*(?P<hour>\d{{1,2}})\s*(?:h|:|heures)\s*(?P<minute>\d\d)?\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Written:
    """A date found in prose. `days` has two readings where 03/04 could be either."""

    text: str
    start: int
    days: tuple[date, ...]
    weekday: int | None = None
    hour: time | None = None


def dates_in(text: str) -> Iterator[Written]:
    """Give the full dates of a text, in order; what is no day of the calendar is left out."""
    for match in _DATE.finditer(text):
        days = tuple(dict.fromkeys(day for parts in _readings(match) if (day := _day(*parts))))
        if days:
            weekday = match["weekday"]
            yield Written(match.group().strip(), match.start(), days, _WEEKDAY[weekday.lower()] if weekday else None, _hour(match))


def _readings(match: re.Match[str]) -> list[tuple[int, int, int]]:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return [(year, month, day)]
    if match["a"]:
        year = int(match["y"]) + (2000 if len(match["y"]) == len("25") else 0)
        return [(year, int(match["b"]), int(match["a"])), (year, int(match["a"]), int(match["b"]))]
    if match["m"]:
        return [(int(match["y2"]), _MONTH[match["m"].lower()], int(match["d"]))]
    return [(int(match["y3"]), _MONTH[match["m3"].lower()], int(match["d3"]))]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(match: re.Match[str]) -> time | None:
    if match["hour"] is None:
        return None
    try:
        return time(int(match["hour"]), int(match["minute"] or 0))
    except ValueError:
        return None
