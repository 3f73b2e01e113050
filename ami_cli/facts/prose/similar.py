"""Experience of missions like the one the call describes: weighed sentence by sentence, and lists of such missions."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import similar_words as words
from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.phrases import Marked
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_SURE = 3.0
_TRACE = 1.0
_COUNTED = 0.75
"""What it weighs that such work of one's own is counted, whatever the verb: `fifteen years of evaluation`."""
_DENIED = 1.0
"""How much more a sentence must weigh where the text says elsewhere that there is no such experience."""
_LISTED = 2.0
_BREAK = "\n"
_LINES = 2
"""So many lines that each name such a mission are a list of them."""
_QUOTED = re.compile(r'"[^"]{3,120}"')
"""Words between quotation marks are those of the call, or a title."""


def read_similar_missions(pages: Sequence[FoldedPage], references: Sequence[Stated]) -> Iterator[Stated]:
    """Give every passage that tells of similar missions; a reference tells of one too."""
    for reference in references:
        yield reference.model_copy(update={"what": "similar-mission"})
    units = [(page, unit) for page in pages for unit in page.units if not is_dateline(unit)]
    more = _DENIED if any(unit.denies for _, unit in units) else 0.0
    listed = [(page, unit, sum(_line(unit, line) >= _LISTED for line in _lines(page, unit))) for page, unit in units]
    some = sum(number for _, _, number in listed) >= _LINES
    for page, unit, number in listed:
        if not some or not number:
            continue
        yield stated(page, unit, "similar-mission")
    for page, unit in units:
        weight = _weigh(unit)
        if weight >= _TRACE or _might_be(unit):
            yield stated(page, unit, "similar-mission", sure=weight >= _SURE + more)


def _lines(page: FoldedPage, unit: Unit) -> list[Marked]:
    """Return the unit, or its lines where it has several and might be a list."""
    several = _BREAK in page.folded.cased[unit.start : unit.end] and (
        words.OPENS.search(unit.lower) or words.OPENS_WEAK.search(unit.lower)
    )
    return [Marked(line.strip()) for line in page.folded.lower[unit.start : unit.end].split(_BREAK)] if several else [unit.lower]


def _line(unit: Unit, text: str) -> float:
    """Return how much a line looks like one mission of a list: `2022  Étude de base, cliniques mobiles, Sud`."""
    lead = unit.lead
    weight = 0.0
    if words.OPENS.search(text):
        weight = 1.0
    elif words.OPENS_WEAK.search(text) or words.WEAK.search(text):
        weight = 0.5
    if words.LEAD.search(lead):
        weight += 1.5
    elif words.FRAME.search(lead):
        weight += 1.0 if weight else 0.0
    if weight and times.YEAR.search(text):
        weight += 1.0
    return weight - _not_a_line(unit, text) if weight >= _LISTED else 0.0


def _not_a_line(unit: Unit, text: str) -> float:
    weight = 0.0
    if words.OTHER_LEAD.search(unit.lead) or words.PLANNED.search(unit.lead):
        weight += 2.0
    if words.SCHOOL.search(text) or unit.denies:
        weight += 3.0
    if words.PLANNED.search(text) or unit.form == "heading" or vocabulary.TO_THE_CALL.search(text):
        weight += 1.5
    return weight + (1.0 if words.COMMERCE.search(text) else 0.0)


def _might_be(unit: Unit) -> bool:
    """Return whether such work is named at all: nobody may be told that theirs is missing because of how they put it."""
    text = unit.lower
    if not words.STRONG.search(text) or unit.form == "heading" or unit.denies:
        return False
    return not (words.ASKED.search(text) or words.PLANNED.search(text) or vocabulary.TO_THE_CALL.search(text))


def _weigh(unit: Unit) -> float:
    """Return how much a sentence says that such work was done."""
    if unit.denies:
        return _TRACE if _goes_on(unit.lower) else 0.0
    text = Marked(_QUOTED.sub(" ", unit.lower)) if '"' in unit.lower else unit.lower
    done = _done(text)
    weight = done + (0.5 if words.OWN.search(text) or unit.form in {"item", "row"} else 0.0)
    weight += 0.5 if words.STRONG.search(text) else 0.0
    weight += 1.0 if words.SEVERAL.search(text) else 0.0
    weight += 0.5 if times.YEAR.search(text) or times.LAST_YEAR.search(text) else 0.0
    weight += 1.0 if done and text.rstrip().endswith(":") else 0.0
    alike = _alike(text)
    if not alike and done < _COUNTED:
        return min(weight, _TRACE)
    weight += 1.5 if alike else 0.0
    weight += 0.5 if words.SOCIAL.search(text) else 0.0
    return weight - _doubt(unit, text, done)


def _done(text: str) -> float:
    """Return how much the verbs say so: `we evaluated` more than `we trained`, `I led a study` more than `I led`."""
    strong, weak = words.STRONG.search(text), words.WEAK.search(text)
    if (
        words.SPECIFIC.search(text)
        or words.HABIT.search(text)
        or (strong and words.EXPERIENCED.search(text))
        or words.POSSESSED.search(text)
    ):
        return 1.5
    if words.ENTRUSTED.search(text):
        return 1.5 if strong or weak else 1.0
    if words.GENERIC.search(text) or words.ALSO.search(text):
        return 1.5 if strong else 1.0 if weak or words.ALIKE.search(text) else 0.5
    if words.TAUGHT.search(text) or words.EXPERIENCED.search(text):
        return 1.0
    return _COUNTED if strong and words.SEVERAL.search(text) and words.OWN.search(text) else 0.0


def _doubt(unit: Unit, text: str, done: float) -> float:
    weight = 0.0
    if words.ASKED.search(text) or unit.form == "heading":
        weight += 2.0
    if words.PLANNED.search(text):
        weight += 0.5 if done >= 1.0 else 2.0
    if words.NOT_ONES_OWN.search(text):
        weight += 2.0
    if words.COMMERCE.search(text):
        weight += 1.5
    return weight + (0.5 if words.SCHOOL.search(text) else 0.0)


def _goes_on(text: str) -> bool:
    """Return whether a denial is followed by what was done all the same: `I have never …, but I have led three reviews`."""
    however = words.HOWEVER.search(text)
    rest = text[however.end() :] if however else ""
    return bool(vocabulary.DONE.search(rest)) and not vocabulary.DENIAL.search(rest)


def _alike(text: str) -> bool:
    return bool(words.ALIKE.search(text) and words.SAID.search(text))
