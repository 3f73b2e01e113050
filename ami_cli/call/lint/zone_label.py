"""The time zone printed beside a date is not the one in force on that day."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.dates import dates_in
from ami_cli.call.prose.passages import Passage, passages
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "wrong-zone-label",
    title=Words(fr="Fuseau horaire imprimé faux ce jour-là", en="Printed time zone wrong on that day"),
    checks=Words(
        fr="Le fuseau écrit à côté d’une date (CET, GMT+1, EST…) est celui qui est en vigueur ce jour-là.",
        en="The zone written beside a date (CET, GMT+1, EST…) is the one in force on that day.",
    ),
    why=Words(
        fr="« CET » en août se lit UTC+1 alors que Paris est à UTC+2 : l’heure limite a deux sens, à une heure d’écart.",
        en="“CET” in August reads as UTC+1 while Paris is at UTC+2: the deadline has two meanings, an hour apart.",
    ),
    example=Words(fr='printed: "31/08/2025 à 12h00 (hdP/CET)"', en='printed: "31/08/2025 à 12h00 (hdP/CET)"'),
    remedy=Words(
        fr="écrivez « heure de Paris » plutôt qu’un sigle, ou laissez ami écrire le fuseau",
        en="write “Paris time” rather than an abbreviation, or let ami write the zone",
    ),
)  # fmt: skip

_HOURS: dict[str, tuple[float, ...]] = {
    "CET": (1,), "CEST": (2,), "HNEC": (1,), "HAEC": (2,), "WET": (0,), "WEST": (1,), "EET": (2,), "EEST": (3,),
    "BST": (1, 6), "EST": (-5,), "EDT": (-4,), "CST": (-6, 8), "CDT": (-5,), "MST": (-7,), "MDT": (-6,), "PST": (-8,),
    "PDT": (-7,), "WAT": (1,), "CAT": (2,), "EAT": (3,), "SAST": (2,), "MSK": (3,), "TRT": (3,), "GMT": (0,), "UTC": (0,),
}  # fmt: skip
"""What the usual abbreviations mean, in hours from UTC; some have two meanings."""

_LABEL = re.compile(
    r"(?<![A-Za-z])(?:(?:GMT|UTC|TU)\s?(?P<sign>[+\-−])\s?(?P<h>\d{1,2})(?::?(?P<m>\d\d))?"
    rf"|(?P<name>{'|'.join(_HOURS)}))(?![A-Za-z])"
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each wrong label: those of `printed`, then those in prose beside a full date."""
    calendar = loaded.call.calendar
    for index, milestone in enumerate(calendar.milestones):
        moment = calendar.moment(milestone)
        if milestone.printed and moment is not None:
            for label, hours in _labels(milestone.printed):
                if moment.utcoffset() not in hours:
                    yield Doubt(f"calendar.milestones.{index}.printed", _message(label, moment))
    zone = ZoneInfo(calendar.timezone)
    for passage in passages(loaded):
        yield from _in_prose(passage, zone)


def _in_prose(passage: Passage, zone: ZoneInfo) -> Iterator[Doubt]:
    for sentence in passage.sentences():
        found = [written for written in dates_in(sentence.text) if written.hour is not None]
        if len(found) != 1:
            continue
        moments = [datetime.combine(day, found[0].hour or time(), tzinfo=zone) for day in found[0].days]
        for label, hours in _labels(sentence.text):
            if not any(moment.utcoffset() in hours for moment in moments):
                line = passage.line(sentence.start + found[0].start)
                yield Doubt(passage.path, _message(label, moments[0]), line=line, source=passage.source)


def _labels(text: str) -> Iterator[tuple[str, tuple[timedelta, ...]]]:
    for match in _LABEL.finditer(text):
        if match["name"]:
            yield match.group(), tuple(timedelta(hours=hours) for hours in _HOURS[match["name"]])
        else:
            offset = timedelta(hours=int(match["h"]), minutes=int(match["m"] or 0))
            yield match.group(), (offset if match["sign"] == "+" else -offset,)


def _message(label: str, moment: datetime) -> Words:
    offset = moment.strftime("%z")
    true = f"UTC{offset[:3]}" + (f":{offset[3:5]}" if offset[3:5] != "00" else "")
    zone = str(moment.tzinfo)
    return Words(
        fr=f"« {quoted(label)} » est faux le {moment:%d/%m/%Y} : {zone} est alors à {true.replace('+0', '+').replace('-0', '−')}",
        en=f"“{quoted(label)}” is wrong on {moment:%Y-%m-%d}: {zone} is then at {true.replace('+0', '+').replace('-0', '−')}",
    )


WARNING = CallWarning(PAGE, check)
