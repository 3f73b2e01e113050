"""The passages of a page that may each tell of one contract: what is said around one year, or one item of a list without a year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ami_cli.facts.prose import times
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.phrases import Marked
from ami_cli.facts.prose.units import Unit

_LEADS = re.compile(
    r"(?:^|[:;.])[ \"'(*\[-]*(?:puis |then |and |et |enfin,? |d'abord |first,? |later,? |also )?"
    r"(?:(?:en|in|de|from|entre|between|au|by|during|early|late|mid|debut|fin|annee|year) ?)?(?:(?:\d{1,2}(?:er)?"
    r" )?[a-z]{3,9}\.? )?$"
)
_CLOSED = re.compile(r"[\s)\]\"'.,;:-]*")
_NEXT = re.compile(r";|[.!?] |\)[,;]? |\bpuis\b|\bthen\b|, (?:et |and )?(?=en |in |pour |for )|,? (?:et|and) |, ")
_NEW_CLAUSE = re.compile(r"[,;]? ?(?:and|et|puis|then|enfin|while),? (?:enfin |then |later )?(?:en|in|from|de)\b")
_MARK = re.compile(r"[\[(]\d{1,2}[\])]")
_SHORT = 14
_NOTHING = Marked("")
_AROUND = 3


@dataclass(frozen=True)
class Passage:
    """A stretch of a unit, with the short lines around it that complete it (`Client: …` / `Year: …`)."""

    unit: Unit
    span: tuple[int, int]
    years: frozenset[str]
    around: Marked
    around_cased: str
    head: Marked = _NOTHING
    """What the unit says before a colon that announces several passages."""
    alone: bool = False
    """Whether the unit has no year and no unit beside it has one."""

    @cached_property
    def before(self) -> Marked:
        """Return what the unit says before the stretch."""
        return self.unit.lower.part(0, self.span[0])

    @cached_property
    def lower(self) -> Marked:
        """Return the stretch itself."""
        return self.unit.lower.part(*self.span)

    @cached_property
    def cased(self) -> str:
        """Return the stretch itself, with its capitals."""
        return self.unit.cased[self.span[0] : self.span[1]]


def passages_of(units: Sequence[Unit]) -> Iterator[Passage]:
    """Give every passage, in the order of the page."""
    dated = [_dates(unit) for unit in units]
    marked = _marked(units)
    for place, unit in enumerate(units):
        if unit.form == "heading" and not dated[place]:
            continue
        if not dated[place]:
            alone = not any(dated[other] for other in (place - 1, place + 1) if 0 <= other < len(units))
            yield Passage(unit, (0, len(unit.lower)), frozenset(), _NOTHING, "", alone=alone)
            continue
        near = [*_around(units, dated, place), *_told_above(unit, marked)]
        lower, cased = Marked(" | ".join(other.lower for other in near)), " | ".join(other.cased for other in near)
        for start, end, years in _stretches(unit, dated[place]):
            colon = unit.lower.rfind(":", 0, start + 1) if start else unit.lower.find(": ")
            head = unit.lower.part(max(0, colon - 200), colon + 1) if colon >= 0 else _NOTHING
            yield Passage(unit, (start, end), years, lower, cased, head)


def _marked(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return the sentences that carry the mark of a note, by mark."""
    return {mark.group(): unit for unit in units for mark in _MARK.finditer(unit.lower) if mark.start() > 0}


def _told_above(unit: Unit, marked: dict[str, Unit]) -> Iterator[Unit]:
    """Give the sentence that a note at the end of the text completes."""
    mark = _MARK.match(unit.lower)
    if mark and mark.group() in marked and marked[mark.group()] is not unit:
        yield marked[mark.group()]


def _dates(unit: Unit) -> list[re.Match[str]]:
    found = sorted((*times.YEAR.finditer(unit.lower), *times.LAST_YEAR.finditer(unit.lower)), key=lambda match: match.start())
    return [date for place, date in enumerate(found) if not place or date.start() >= found[place - 1].end()]


def _around(units: Sequence[Unit], dated: Sequence[list[re.Match[str]]], place: int) -> list[Unit]:
    """Return the short undated units beside one, up to the next date on each side."""
    before: list[Unit] = []
    for other in range(place - 1, max(-1, place - 1 - _AROUND), -1):
        if dated[other] or not _completes(units[other]):
            break
        if units[other].form == "heading":
            if not units[other].cased.isupper():
                before.insert(0, units[other])
            break
        before.insert(0, units[other])
    after: list[Unit] = []
    for other in range(place + 1, min(len(units), place + 1 + _AROUND)):
        if (
            dated[other]
            or not _completes(units[other])
            or units[other].form == "heading"
            or _starts_record(units[other], units[place])
        ):
            break
        after.append(units[other])
    return [*before, *after]


def _completes(unit: Unit) -> bool:
    return len(unit.lower.split()) <= _SHORT


def _starts_record(unit: Unit, current: Unit) -> bool:
    """Return whether a following line opens the next record rather than completing this one."""
    return unit.form == "item" and current.form != "item"


def _stretches(unit: Unit, dates: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Give the stretches of the unit that each hold one year, or one span of years, with what is said around it."""
    groups: list[list[re.Match[str]]] = []
    for date in dates:
        if groups and _one_contract(unit, groups[-1][-1].end(), date.start()):
            groups[-1].append(date)
        else:
            groups.append([date])
    leads = bool(groups) and bool(_LEADS.search(unit.lower, 0, groups[0][0].start()))
    start = 0
    for place, group in enumerate(groups):
        end = len(unit.lower)
        if place + 1 < len(groups):
            end = _cut(unit.lower, group[-1].end(), groups[place + 1][0].start(), leads=leads)
        yield start, end, frozenset(date.group() for date in group)
        start = end


def _cut(text: str, start: int, end: int, *, leads: bool) -> int:
    """Return where one contract ends and the next begins, between two dates."""
    if not leads:
        closed = _CLOSED.match(text, start, end)
        after = closed.end() if closed else start
        further = _NEXT.search(text, after, end) if not text[start:after].strip() else None
        return further.end() if further else after
    semicolon = text.rfind(";", start, end)
    return semicolon + 1 if semicolon >= 0 else max((mark.end() for mark in _NEXT.finditer(text, start, end)), default=end)


def _one_contract(unit: Unit, start: int, end: int) -> bool:
    """Return whether nothing between two dates names another client: `2023-2024`, `from April 2019 to May 2020`."""
    between = unit.cased[start:end]
    if ";" in between or any(True for _ in proper_names(between)):
        return False
    clause = _NEW_CLAUSE.search(between.lower())
    return not (clause and any(place > 0 for place, _, _ in proper_names(unit.cased[end : end + 90])))
