"""A deadline is a day without an hour."""

from collections.abc import Iterator
from datetime import datetime

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.text import Words

PAGE = page(
    "deadline-without-hour",
    title=Words(fr="Date limite sans heure", en="Deadline without an hour"),
    checks=Words(
        fr="Chaque date limite a une heure, ou dit ce que le jour signifie (hour: end-of-day, close-of-business).",
        en="Each deadline has an hour, or says what the day means (hour: end-of-day, close-of-business).",
    ),
    why=Words(
        fr="Sans heure, personne ne sait si un pli arrivé le soir est à temps : ami laisse alors chaque arrivée de ce jour à "
        "vérifier par une personne.",
        en="Without an hour nobody knows whether what arrives in the evening is on time: ami then leaves each arrival to a person.",
    ),
    example=Words(fr="at: 2025-09-16, sans plus.", en="at: 2025-09-16, and no more."),
    remedy=Words(
        fr="écrivez l’heure (2025-09-16T12:00), ou ajoutez hour: end-of-day",
        en="write the hour (2025-09-16T12:00), or add hour: end-of-day",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each deadline whose hour nobody can know."""
    for index, milestone in enumerate(loaded.call.calendar.milestones):
        vague = not isinstance(milestone.at, str | datetime) and milestone.hour is None
        if milestone.kind == "deadline" and vague:
            message = Words(fr=f"« {milestone.id} » est un jour sans heure", en=f"“{milestone.id}” is a day without an hour")
            yield Doubt(f"calendar.milestones.{index}.at", message)


WARNING = CallWarning(PAGE, check)
