"""A date in prose, or the wording of the printed notice, that contradicts the calendar."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.dates import Written, dates_in
from ami_cli.call.prose.passages import passages
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "prose-date",
    title=Words(fr="Date contredite par la prose", en="Date contradicted by the prose"),
    checks=Words(
        fr="Une date limite citée dans la prose est au calendrier, à la même heure ; le jour de la semaine est juste ; ce que "
        "dit « printed » est la date du champ.",
        en="A deadline quoted in the prose is in the calendar, at the same hour; the weekday is right; what “printed” says is the "
        "date of the field.",
    ),
    why=Words(
        fr="Deux dates pour une même échéance : le candidat choisit la plus tardive, et il a raison.",
        en="Two dates for one deadline: the applicant picks the later one, and is right to.",
    ),
    example=Words(
        fr="« au plus tard le 5 septembre 2025 » quand le calendrier dit le 31 août.",
        en="“no later than 5 September 2025” where the calendar says 31 August.",
    ),
    remedy=Words(
        fr="corrigez l’une des deux, ou retirez la date de la prose : le calendrier la porte",
        en="correct one of the two, or take the date out of the prose: the calendar holds it",
    ),
)

_DEADLINE = re.compile(
    r"date limite|date butoir|au plus tard|avant le|jusqu.au|délai|échéance|deadline|no later than|not later than|closing date"
    r"|before the|submitted by|received by|until",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"candidat|manifest|int[ée]r[êe]t|interest|propos|offre|offer|appli|dossier|questions?|pli\b|submi", re.IGNORECASE
)
_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give what `printed` says otherwise, then wrong weekdays, then deadlines that the calendar does not have."""
    calendar = loaded.call.calendar
    for index, milestone in enumerate(calendar.milestones):
        if milestone.printed and isinstance(milestone.at, date):
            for written in dates_in(milestone.printed):
                message = _weekday(written) or _unknown(written, [milestone.at])
                if message is not None:
                    yield Doubt(f"calendar.milestones.{index}.printed", message)
    known = _known(loaded)
    for passage in passages(loaded):
        for sentence in passage.sentences():
            binding = bool(_DEADLINE.search(sentence.text) and _TASK.search(sentence.text))
            for written in dates_in(sentence.text):
                message = _weekday(written) or (_unknown(written, known) if binding else None)
                if message is not None:
                    line = passage.line(sentence.start + written.start)
                    yield Doubt(passage.path, message, line=line, source=passage.source)


def _known(loaded: Loaded) -> list[date]:
    calendar = loaded.call.calendar
    values = [value for one in calendar.milestones for value in (one.at, one.until, *(former.at for former in one.previously))]
    questions = loaded.call.application.questions
    values.append(questions.until if questions else None)
    return [value for value in values if isinstance(value, date)]


def _weekday(written: Written) -> Words | None:
    if written.weekday is None or any(day.weekday() == written.weekday for day in written.days):
        return None
    true = written.days[0].weekday()
    return Words(
        fr=f"« {quoted(written.text)} » : ce jour est un {_FR[true]}", en=f"“{quoted(written.text)}”: that day is a {_EN[true]}"
    )


def _unknown(written: Written, known: list[date]) -> Words | None:
    """Say which moment the calendar does not have, or nothing where it has one of the readings."""
    same_day = [value for value in known if _day(value) in written.days]
    hours = [value.time() for value in same_day if isinstance(value, datetime)]
    shown = quoted(written.text)
    if not same_day:
        return Words(fr=f"« {shown} » n’est pas au calendrier", en=f"“{shown}” is not in the calendar")
    if written.hour is not None and hours and not any(_same(hour, written.hour) for hour in hours):
        said = ", ".join(f"{hour:%H:%M}" for hour in hours)
        return Words(fr=f"« {shown} » : le calendrier dit {said}", en=f"“{shown}”: the calendar says {said}")
    return None


def _same(field: time, written: time) -> bool:
    """Return whether both are the same minute; `5:00` may be five in the afternoon."""
    return (field.hour, field.minute) == (written.hour, written.minute) or (
        field.minute == written.minute and field.hour == written.hour + 12
    )


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


WARNING = CallWarning(PAGE, check)
