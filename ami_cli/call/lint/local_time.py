"""A local time that the change of the clocks skips or gives twice."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.milestones import dated
from ami_cli.models.text import Words

PAGE = page(
    "impossible-local-time",
    title=Words(fr="Heure inexistante ou double", en="Time that does not exist, or exists twice"),
    checks=Words(
        fr="Chaque heure du calendrier existe, et une seule fois, dans son fuseau.",
        en="Each hour of the calendar exists, and only once, in its zone.",
    ),
    why=Words(
        fr="La nuit du changement d’heure, une heure n’existe pas et une autre a lieu deux fois : un candidat peut être dit en "
        "retard ou à l’heure selon la lecture.",
        en="On the night when clocks change, one hour does not exist and another happens twice: an applicant is late or on time "
        "according to the reading.",
    ),
    example=Words(fr="at: 2025-10-26T02:30 à Paris.", en="at: 2025-10-26T02:30 in Paris."),
    remedy=Words(fr="choisissez une heure de bureau", en="choose an hour of the working day"),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each hour that is skipped or doubled."""
    for milestone in dated(loaded):
        if isinstance(milestone.at, datetime):
            local = milestone.at.replace(tzinfo=milestone.zone)
            shown = f"{milestone.at:%Y-%m-%d %H:%M}"
            if local.astimezone(UTC).astimezone(milestone.zone).replace(tzinfo=None) != milestone.at:
                fr = f"{shown} n’existe pas à {milestone.zone} : les horloges sautent cette heure"
                yield Doubt(milestone.path, Words(fr=fr, en=f"{shown} does not exist in {milestone.zone}: clocks skip that hour"))
            elif local.utcoffset() != local.replace(fold=1).utcoffset():
                fr = f"{shown} existe deux fois à {milestone.zone} : les horloges reculent cette nuit-là"
                yield Doubt(milestone.path, Words(fr=fr, en=f"{shown} exists twice in {milestone.zone}: clocks go back that night"))


WARNING = CallWarning(PAGE, check)
