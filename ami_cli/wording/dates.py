"""Dates, hours, zones, amounts and lists in the form of each language, from Unicode's CLDR through Babel."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from ami_cli.models.calendar import Calendar, LocalTime, Milestone
from ami_cli.wording.typography import NARROW, NO_BREAK

_LOCALES = {"en": "en_GB"}
"""A date without a country is ambiguous in English: this is the English of a European organisation."""

_DAY_PATTERNS = {"fr": "EEEE d MMMM y", "en": "EEEE d MMMM y"}
_JOINED = {"fr": "{day} à {hour}", "en": "{day} at {hour}"}
_TIME_OF = {"fr": "heure {of}{city}", "en": "{city} time"}
_END_OF_DAY = {"fr": "{day} à minuit, en fin de journée", "en": "{day} at midnight, at the end of the day"}
_START_OF_DAY = {"fr": "{day} à 0 h 00, en début de journée", "en": "{day} at 00:00, at the start of the day"}
_SPAN = {"fr": "du {first} au {last}", "en": "{first} to {last}"}


def locale(language: str) -> str:
    """Return the name of Babel's locale for a language."""
    return _LOCALES.get(language, language)


def day(value: date, language: str) -> str:
    """Return a day with its weekday: « dimanche 31 août 2025 », “Sunday 31 August 2025”."""
    from babel.dates import format_date

    written = format_date(value, _DAY_PATTERNS.get(language, "full"), locale=locale(language))
    return written.replace(" 1 ", " 1er ", 1) if language == "fr" and value.day == 1 else written


def hour(value: time, language: str) -> str:
    """Return an hour of the day: « 12 h 00 », “12:00”."""
    from babel.dates import format_time

    return f"{value:%H} h {value:%M}" if language == "fr" else format_time(value, "short", locale=locale(language))


def offset(moment: datetime) -> str:
    """Return how far a moment's zone is from UTC: `UTC+2`, `UTC+5:30`, `UTC`."""
    delta = moment.utcoffset() or timedelta(0)
    sign = "-" if delta < timedelta(0) else "+"
    hours, minutes = divmod(abs(delta) // timedelta(minutes=1), 60)
    return "UTC" if not delta else f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def zone(moment: datetime, language: str) -> str:
    """Return the zone in words: « heure de Paris, UTC+2 », “Paris time, UTC+2”."""
    from babel.dates import get_timezone_location

    if moment.tzname() == "UTC":
        return "UTC"
    city = get_timezone_location(moment.tzinfo, locale=locale(language), return_city=True)
    of = "d’" if city[:1] in "AEÉÎIOUH" else "de "
    return f"{_TIME_OF.get(language, '{city}').format(city=city, of=of)}, {offset(moment)}"


def milestone(value: Milestone, calendar: Calendar, language: str) -> str | None:
    """Return when a milestone is, in words, with its zone where it has an hour; None while it is `to-be-set`."""
    start = _when(value.at, value, calendar, language)
    if start is None or value.until is None:
        return start
    end = _when(value.until, value, calendar, language)
    return None if end is None else _SPAN.get(language, "{first} – {last}").format(first=start, last=end)


def former(value: LocalTime, of: Milestone, calendar: Calendar, language: str) -> str | None:
    """Return what a milestone was before it was changed, in words."""
    return _when(value, of, calendar, language)


def _when(at: LocalTime, of: Milestone, calendar: Calendar, language: str) -> str | None:
    if isinstance(at, str):
        return None
    if isinstance(at, datetime):
        return _moment(at.replace(tzinfo=calendar.zone(of)), language)
    written = day(at, language)
    if of.hour == "close-of-business" and calendar.close_of_business:
        closing = datetime.combine(at, time.fromisoformat(calendar.close_of_business), calendar.zone(of))
        return _moment(closing, language)
    if of.hour == "end-of-day":
        midnight = datetime.combine(at, time(23, 59, 59), calendar.zone(of))
        return f"{_END_OF_DAY.get(language, '{day}').format(day=written)} ({zone(midnight, language)})"
    return written


def _moment(moment: datetime, language: str) -> str:
    forms = _JOINED if moment.time() != time(0) else _START_OF_DAY
    joined = forms.get(language, "{day}, {hour}").format(day=day(moment, language), hour=hour(moment.time(), language))
    return f"{joined} ({zone(moment, language)})"


def moment_in(moment: datetime, timezone: str, language: str) -> str:
    """Return any aware moment in a zone, in words."""
    return _moment(moment.astimezone(ZoneInfo(timezone)), language)


def stamp(moment: datetime, timezone: str) -> str:
    """Return any aware moment to the second, with its offset from UTC: `2025-08-31T12:00:01+02:00`."""
    return moment.astimezone(ZoneInfo(timezone)).isoformat(timespec="seconds")


def money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount with its currency: « 15 000 € », “€15,000”; cents only where there are some."""
    from babel import Locale
    from babel.numbers import format_currency, get_currency_symbol

    where = Locale.parse(locale(language))
    pattern = str(where.currency_formats["standard"].pattern)
    if amount == amount.to_integral_value():
        pattern = pattern.replace(".00", "")
    if pattern.startswith("¤#") and get_currency_symbol(currency, where).isalpha():
        pattern = pattern.replace("¤", "¤¤ ")
    written = format_currency(amount, currency, pattern, locale=where, currency_digits=False)
    return written.replace(NARROW, NO_BREAK)


def number(value: Decimal | int, language: str) -> str:
    """Return a plain number in the form of the language."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale(language)).replace(NARROW, NO_BREAK)


def percent(value: Decimal, language: str) -> str:
    """Return a share, given in hundredths: « 5 % », “5%”."""
    return number(value, language) + (f"{NO_BREAK}%" if language == "fr" else "%")


def listed(words: Sequence[str], language: str, *, either: bool = False) -> str:
    """Return words as one list: « a, b et c », or « a, b ou c » where one of them will do."""
    from babel.lists import format_list

    return format_list(list(words), "or" if either else "standard", locale=locale(language))


def language_name(code: str, language: str) -> str:
    """Return the name of a language: « français », “French”; its code where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_display_name(locale(language)) or code
    except (UnknownLocaleError, ValueError):
        return code


def country_name(code: str, language: str) -> str:
    """Return the name of a country; its code where it has none."""
    from babel import Locale

    return str(Locale.parse(locale(language)).territories.get(code, code))
