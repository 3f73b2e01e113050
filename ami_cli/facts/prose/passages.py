"""The passages of a page that may each tell of one contract: what is said around one year, or a piece without a year.

Only what was learnt to sound like a reference is looked at: most of a text does not.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.hearing import Heard
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.phrases import Marked
from ami_cli.facts.prose.units import FoldedPage, Unit, unit_at

_LEADS = re.compile(
    r"(?:^|[:;.])[ \"'(*\[-]*(?:puis |then |and |et |enfin,? |d'abord |first,? |later,? |also )?"
    r"(?:(?:en|in|de|from|entre|between|au|by|during|early|late|mid|debut|fin|annee|year) ?)?(?:(?:\d{1,2}(?:er)?"
    r" )?[a-z]{3,9}\.? )?$"
)
_CLOSED = re.compile(r"[\s)\]\"'.,;:-]*")
_NEXT = re.compile(r";|[.!?] |\)[,;]? |\bpuis\b|\bthen\b|, (?:et |and )?(?=en |in |pour |for )|,? (?:et|and) |, ")
_NEW_CLAUSE = re.compile(r"[,;]? ?(?:and|et|puis|then|enfin|while),? (?:enfin |then |later )?(?:en|in|from|de)\b")
_CENTURY = re.compile(r"19|20")
_A_WORD = re.compile(r"[a-z]{3}")
_MARK = re.compile(r"[\[(]\d{1,2}[\])]")
_SHORT = 14
_NOTHING = Marked("")
_AROUND = 3
_HEARD = -4.75
"""How much a piece without a year must say that it is a reference."""
_LIKE_A_MISSION = -6.0
"""The same, that it is a similar mission."""
_HEARD_BESIDE_A_YEAR = -5.0
"""The same for a unit with a year, or the short ones beside it."""
_COMPLETED = 4.0
"""How much more a passage may be heard to say for what stands beside it: that completes a reference, it does not make one."""
_LABELLED = -0.5
"""What a record is heard to say at least: each of its lines (`Client: …`, `Year: …`) says too little by itself."""


@dataclass(frozen=True)
class Passage:
    """A stretch of a unit, with the short lines around it that complete it (`Client: …` / `Year: …`)."""

    unit: Unit
    span: tuple[int, int]
    heard: float
    """How much it says that it is a reference, by what was learnt."""
    years: frozenset[str] = frozenset()
    around: Marked = _NOTHING
    around_cased: str = ""
    head: Marked = _NOTHING
    """What the unit says before a colon that announces several passages."""
    similar: float = -math.inf
    """How much it says that it is a similar mission, where it has no year."""

    @cached_property
    def lower(self) -> Marked:
        """Return the stretch itself."""
        return self.unit.lower.stretch(*self.span)

    @cached_property
    def cased(self) -> str:
        """Return the stretch itself, with its capitals."""
        return self.unit.cased[self.span[0] : self.span[1]]


def passages_of(page: FoldedPage, heard: Heard) -> list[Passage]:
    """Return every passage worth looking at, in the order of the page."""
    units = page.units
    dated = _all_dates(page)
    marked = _marked(units) if "[" in page.folded.lower or "(" in page.folded.lower else {}
    labelled = {unit_at(page, label.start()).start for label in vocabulary.LABEL.finditer(page.folded.lower)}
    found: list[Passage] = []
    beside: set[int] = set()
    for place, dates in enumerate(dated):
        near = [*_around(units, dated, place), *_told_above(units[place], marked)] if dates else []
        together = (units[place], *near)
        least = _LABELLED if not labelled.isdisjoint(unit.start for unit in together) else -math.inf
        if dates and (max(least, heard.most(together)) >= _HEARD_BESIDE_A_YEAR or heard.like(units[place]) >= _LIKE_A_MISSION):
            found += _around_years(units[place], dates, near, heard, least)
            beside.update(other.start for other in near)
    for unit, dates in zip(units, dated, strict=True):
        if not dates and unit.start not in beside:
            found += _undated(unit, heard)
    return sorted(found, key=lambda passage: (passage.unit.start, passage.span))


def _undated(unit: Unit, heard: Heard) -> Iterator[Passage]:
    """Give the pieces of a unit without a year that sound like a reference, or like a mission."""
    for piece in heard.pieces(unit):
        worth = piece.reference >= _HEARD or piece.similar >= _LIKE_A_MISSION
        if worth and _A_WORD.search(unit.lower, piece.start, piece.end):
            yield Passage(unit, (piece.start, piece.end), piece.reference, similar=piece.similar)


def _around_years(
    unit: Unit, dates: Sequence[re.Match[str]], near: Sequence[Unit], heard: Heard, least: float
) -> Iterator[Passage]:
    lower = Marked(" | ".join(other.lower for other in near)) if near else _NOTHING
    cased = " | ".join(other.cased for other in near)
    beside = heard.most(near)
    for start, end, years in _stretches(unit, dates):
        colon = unit.lower.rfind(":", 0, start + 1) if start else unit.lower.find(": ")
        head = unit.lower.part(max(0, colon - 200), colon + 1) if colon >= 0 else _NOTHING
        own = heard.within(unit, start, end)
        said = max(least, own, min(beside, own + _COMPLETED))
        yield Passage(unit, (start, end), said, years, lower, cased, head)


def _marked(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return the sentences that carry the mark of a note, by mark."""
    return {mark.group(): unit for unit in units for mark in _MARK.finditer(unit.lower) if mark.start() > 0}


def _told_above(unit: Unit, marked: dict[str, Unit]) -> Iterator[Unit]:
    """Give the sentence that a note at the end of the text completes."""
    mark = _MARK.match(unit.lower)
    if mark and mark.group() in marked and marked[mark.group()] is not unit:
        yield marked[mark.group()]


def _all_dates(page: FoldedPage) -> list[list[re.Match[str]]]:
    """Return the years that each unit of a page names."""
    in_words = times.LAST_YEAR.may(page.folded.lower)
    return [_dates(unit, in_words=in_words) for unit in page.units]


def _dates(unit: Unit, *, in_words: bool) -> list[re.Match[str]]:
    places = (century.start() for century in _CENTURY.finditer(unit.lower))
    found = [year for place in places if (year := times.YEAR.match(unit.lower, place))]
    found += times.LAST_YEAR.finditer(unit.lower) if in_words else ()
    found.sort(key=lambda match: match.start())
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
        if groups and _one_contract(unit, groups[-1][-1], date):
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


def _one_contract(unit: Unit, one: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether nothing between two dates names another client: `2023-2024`, `from April 2019 to May 2020`.

    A year told in words and then in figures is one: `Last year … (Hull, 2023)`.
    """
    start, end = one.end(), other.start()
    between = unit.cased[start:end]
    if ";" in between:
        return False
    if not one.group()[-1].isdigit() and "(" in between:
        return True
    if any(True for _ in proper_names(between)):
        return False
    clause = _NEW_CLAUSE.search(between.lower())
    return not (clause and any(place > 0 for place, _, _ in proper_names(unit.cased[end : end + 90])))
