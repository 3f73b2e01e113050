"""When the applicant is free for the mission: weighed sentence by sentence from its words, its dates and who it speaks of."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import availability_words as words
from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.persons import FULL_NAME, is_person
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated
from ami_cli.models.names import name_words

_SURE = 2.75
_WORD = re.compile(r"[a-z]+")
_LABEL = 40
_SOMETHING = 0.75
_VAGUE = frozenset(("now", "aujourd'hui", "from now on"))


def read_availability(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give every passage that says when the applicant is free, not sure where it only touches on it."""
    people = frozenset(word for page in pages for word in _people(page))
    for page in pages:
        for unit in page.units:
            if is_dateline(unit):
                continue
            weight = _weigh(unit, people)
            if weight is not None:
                found = times.period(unit.lower)
                place, value = (found.span(), found.group()) if found else (None, None)
                yield stated(page, unit, "availability", place, value=value, sure=weight >= _SURE)


def _people(page: FoldedPage) -> Iterator[str]:
    """Give the first name of everyone named."""
    for found in FULL_NAME.finditer(page.folded.cased):
        if is_person(found["name"]):
            yield name_words(found["name"])[0]


def _weigh(unit: Unit, people: frozenset[str]) -> float | None:
    """Return how much a sentence says when one is free, or None where it does not speak of time at all."""
    text = unit.lower
    heading = _heading(unit)
    time = _time(text)
    free = words.FREE.search(text) or words.OPEN_DIARY.search(text)
    if not (time or heading or free):
        return 0.0 if words.TOUCHES.search(text) else None
    if not time and not heading:
        return 0.0
    said = _said(text, free=bool(free))
    weight = time + heading + said + _who(unit, people, heading) - _against(unit, said) - _otherwise(text, free=bool(free))
    return weight if said >= _SOMETHING or heading >= 1.0 else min(weight, 1.0)


def _time(text: str) -> float:
    """Return how surely a time is named: a date, a delay, a number of days, the dates of the call."""
    weight = 0.5 if times.DURATION.search(text) else 0.0
    if times.moment(text) or any(words_of_time.search(text) for words_of_time in (words.WEEKDAY, words.DELAY, words.YOUR_DATES)):
        weight += 1.0
    elif soon := times.SOON.search(text):
        weight += 0.5 if soon.group() in _VAGUE else 1.0
    return weight + (1.0 if words.RATE.search(text) else 0.0)


def _heading(unit: Unit) -> float:
    """Return how much what stands above, or before a colon, announces availability."""
    if words.NOT_HEADING.search(unit.lead):
        return 0.0
    if words.HEADING.search(unit.lead):
        return 1.5
    if words.WEAK_HEADING.search(unit.lead):
        return 0.5 if times.YEAR.search(unit.lower) else 1.25
    return 0.75 if words.STEP.search(_label(unit.lower)) and times.moment(unit.lower) else 0.0


def _label(text: str) -> str:
    """Return the words before a colon, where it comes soon."""
    return text[: max(0, text.find(":", 0, _LABEL))]


def _said(text: str, *, free: bool) -> float:
    """Return how much the words say so: that one is free, that time is kept, that one starts, that the dates suit."""
    able = words.ABLE.search(text)
    weight = 1.5 if free else 1.0 if words.KEPT.search(text) else 0.0
    if words.RATE.search(text):
        weight = max(weight, 0.75)
    if (words.AGREES.search(text) and words.YOURS.search(text)) or (words.AGREES.search(text) and times.moment(text)):
        weight = max(weight, 1.0)
    if words.OFFERS.search(text) and (times.DURATION.search(text) or words.DELAY.search(text)):
        weight = max(weight, 1.0)
    if words.STARTS.search(text):
        weight = max(weight + 0.5, 1.0 if able or (not words.VERB.search(text) and not words.WHO.search(text)) else 0.75)
    elif words.STEP.search(text):
        weight = max(weight + 0.25, 1.0 if able or not words.VERB.search(text) else 0.5)
    return weight + (0.25 if able and weight else 0.0)


def _who(unit: Unit, people: frozenset[str], heading: float) -> float:
    """Return what it adds that the applicants are spoken of, and takes that something else is."""
    text = unit.lower
    if words.WHO.search(text) or not people.isdisjoint(_WORD.findall(text)):
        return 0.75
    if heading or unit.form in {"item", "row"} or words.NAMED.search(unit.cased):
        return 0.5
    if not words.VERB.search(text):
        return 0.5
    return 0.25 if words.ABLE.search(text) and words.STEP.search(text) else -1.0


def _against(unit: Unit, said: float) -> float:
    text = unit.lower
    weight = 0.0
    for pattern in (words.PAST, words.CAREER, words.OF_SOMETHING, words.REFUSED, words.OTHER_PURPOSE):
        weight += 2.0 if pattern.search(text) else 0.0
    if words.OF_THE_CALL.search(text) and not (said >= 1.0 and words.WHO.search(text)):
        weight += 1.0
    if times.YEAR.search(text) and (vocabulary.DONE.search(text) or vocabulary.ACTIVITY.search(text)):
        weight += 1.0
    return weight


def _otherwise(text: str, *, free: bool) -> float:
    """Return how much it tells of the past, of something else, or ends a letter politely."""
    weight = 1.5 if words.TOLD.search(text) else 0.0
    if words.POLITE.search(text) and not times.moment(text):
        weight += 2.0
    return weight + (2.0 if words.AWAY.search(text) and not free else 0.0)
