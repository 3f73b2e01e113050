"""The firm that a person or team belongs to, or the statement that they work on their own."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import firm_words as words
from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.names import named_words, proper_names
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_SURE = 2.0
_TRACE = 1.0
_HEAD = 4
_FOOT = 6
_BEFORE = 70
_AFTER = 90
_SHORTEST = 3
_SHORT = 60


def read_firms(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give each firm named as the applicant's own, and each statement of working independently."""
    often = Counter(word for page in pages for unit in page.units for word in named_words(unit.cased))
    for number, page in enumerate(pages):
        for place, unit in enumerate(page.units):
            edge = (number == 0 and place < _HEAD) or place >= len(page.units) - _FOOT
            yield from _independent(page, unit)
            previous = page.units[place - 1].lower if place else ""
            yield from _named(page, unit, often, previous, edge=edge)


def _independent(page: FoldedPage, unit: Unit) -> Iterator[Stated]:
    found = words.INDEPENDENT.search(unit.lower)
    if found and not words.SOMETHING_INDEPENDENT.search(unit.lower):
        yield stated(page, unit, "independent", found.span())
    elif words.TOUCHES.search(unit.lower):
        yield stated(page, unit, "independent", sure=False)


def _named(page: FoldedPage, unit: Unit, often: Counter[str], previous: str, *, edge: bool) -> Iterator[Stated]:
    for start, end, keys in proper_names(unit.cased):
        if end - start < _SHORTEST or words.NOT_A_FIRM.match(unit.lower, start):
            continue
        weight = _weigh(unit, (start, end), edge=edge) + (0.5 if min(often[key] for key in keys) > 1 else 0.0)
        if len(previous) < _SHORT and words.ENDED.search(previous):
            weight -= 2.0
        if weight >= _TRACE:
            value = " ".join(page.folded.quote(unit.start + start, unit.start + end).split())
            yield stated(page, unit, "firm", (start, end), value=value, sure=weight >= _SURE)


def _weigh(unit: Unit, place: tuple[int, int], *, edge: bool) -> float:
    start, end = place
    text = unit.lower
    before, name, after = text.part(max(0, start - _BEFORE), start), text.part(start, end), text.part(end, end + _AFTER)
    weight = sum(value for pattern, value in words.BEFORE if pattern.search(before))
    weight += sum(value for pattern, value in words.AFTER if pattern.match(after))
    if words.LEGAL_FORM.search(unit.cased[start : end + 12]):
        weight += 2.0
    elif words.KIND_FIRST.match(name):
        weight += 1.0
    if not weight and not edge:
        return 0.0
    if words.FIRM_WORD.search(name):
        weight += 1.0
    if edge:
        weight += 0.75
    return weight - _against(unit, before, name, after)


def _against(unit: Unit, before: str, name: str, after: str) -> float:
    weight = 0.0
    if words.CLIENT_BEFORE.search(before):
        weight += 1.5
    if words.ORGANISATION.search(name) or words.ORGANISATION.search(before[-20:]):
        weight += 1.5
    if times.YEAR.search(unit.lower) and vocabulary.DONE.search(unit.lower):
        weight += 1.0
    if words.PAST_WORK.search(unit.lead) and unit.form in {"item", "row"}:
        weight += 1.5
    if words.ENDED.search(unit.lower) or words.ENDED_AFTER.match(after):
        weight += 2.0
    return weight + (2.0 if words.MEDICAL.match(after) or words.PERSON_BEFORE.search(before) else 0.0)
