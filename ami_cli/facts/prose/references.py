"""References to past contracts: each passage that names one contract, counted once however often it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_SURE = 3
_TRACE = 2
_OFFERED = re.compile(
    r"\b(?:sur (?:simple )?demande|on request|upon request|can be supplied|peuvent etre (?:fournies|communiquees)"
    r"|will be (?:supplied|provided|happy)|seront (?:fournies|communiquees)|available from)\b"
)
_ABOUT_REFERENCES = re.compile(r"\breferences?\b")
_TO_THE_CALL = re.compile(
    r"\b(?:en reference a|with reference to|reference number|ref(?:erence)? ?[:.n]|votre reference"
    r"|our reference|your reference|notre reference|faisant reference|termes? de reference|terms of reference"
    r"|cadre de reference|reference (?:population|document|person)|personnes? de reference|referenc(?:e|ed|er|ing))\b"
)
_RANGE = re.compile(r"^[\s\-/,()a-z]{0,40}$")
_NEW_CLIENT = re.compile(r";|\bpuis\b|\bthen\b|\bet\b.*\b(?:pour|a|l'|la|le)\b|\band\b")
_ORGANISED = re.compile(
    r"\b(?:(?:pour|for|avec|with|aupres d[eu]?|on behalf of|par|by|chez|client ?:|commanditaire ?:?|l'|la|le|du|de|des"
    r"|the|to|at|a) ?\"?'?)$"
)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of a unit around one date."""

    page: FoldedPage
    unit: Unit
    start: int
    end: int
    score: int
    names: frozenset[str]
    years: frozenset[str]


def read_references(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give one statement for each past contract named; those that may be one are not sure."""
    denied = any(vocabulary.DENIAL.search(unit.lower) for page in pages for unit in page.units)
    counted: list[_Passage] = []
    for passage in _passages(pages):
        if passage.score >= _SURE and any(_same(passage, other) for other in counted):
            continue
        sure = passage.score >= _SURE + (2 if denied else 0)
        if sure:
            counted.append(passage)
        yield stated(
            passage.page,
            passage.unit,
            "reference",
            (passage.start, passage.end),
            value=", ".join(sorted(passage.years)) or None,
            sure=sure,
        )


def _passages(pages: Sequence[FoldedPage]) -> Iterator[_Passage]:
    for page in pages:
        for unit in page.units:
            if unit.form == "heading":
                continue
            yield from _of_unit(page, unit)


def _of_unit(page: FoldedPage, unit: Unit) -> Iterator[_Passage]:
    anchors = _anchors(unit)
    if not anchors:
        score = _undated_score(unit)
        if score >= _TRACE:
            yield _Passage(page, unit, 0, len(unit.lower), score, _names(unit.cased), frozenset())
        return
    for start, end, years in anchors:
        score = _score(unit, start, end)
        if score >= _TRACE:
            yield _Passage(page, unit, start, end, score, _names(unit.cased[start:end]), years)


def _anchors(unit: Unit) -> list[tuple[int, int, frozenset[str]]]:
    """Return the stretches of the unit that each hold one year, or one span of years, with what is said around it."""
    dates = sorted((*times.YEAR.finditer(unit.lower), *times.LAST_YEAR.finditer(unit.lower)), key=lambda match: match.start())
    groups: list[list[re.Match[str]]] = []
    for date in dates:
        if groups and _one_contract(unit, groups[-1][-1].end(), date.start()):
            groups[-1].append(date)
        else:
            groups.append([date])
    stretches = []
    start = 0
    for place, group in enumerate(groups):
        end = len(unit.lower) if place + 1 == len(groups) else _cut(unit.lower, group[-1].end(), groups[place + 1][0].start())
        stretches.append((start, end, frozenset(date.group() for date in group)))
        start = end
    return stretches


def _cut(text: str, start: int, end: int) -> int:
    """Return where one contract ends and the next begins, between two dates."""
    between = text[start:end]
    for mark in (";", " puis ", " then ", "), ", ". ", ", ", " et ", " and "):
        place = between.find(mark)
        if place >= 0:
            return start + place + len(mark)
    return end


def _one_contract(unit: Unit, start: int, end: int) -> bool:
    """Return whether nothing between two dates names another client: `2023-2024`, `from April 2019 to May 2020`."""
    between = unit.cased[start:end]
    if _RANGE.match(between.lower()) and ";" not in between:
        return not any(True for _ in proper_names(between))
    return ";" not in between and not any(True for _ in proper_names(between))


def _names(cased: str) -> frozenset[str]:
    return frozenset(word for _, _, words in proper_names(cased) for word in words)


def _score(unit: Unit, start: int, end: int) -> int:
    text = unit.lower[start:end]
    score = 0
    named = _client_named(unit, start, end)
    activity = bool(vocabulary.ACTIVITY.search(text))
    done = bool(vocabulary.DONE.search(text))
    section = bool(vocabulary.SECTION.search(unit.lead)) and not _TO_THE_CALL.search(unit.lead)
    listed = unit.form in {"item", "row"}
    score += 1 if named else 0
    score += 1 if vocabulary.CLIENT.search(text) and named else 0
    score += 1 if activity else 0
    score += 1 if done else 0
    score += 1 if section else 0
    score += 1 if listed and named else 0
    score += 1 if vocabulary.CONTACT.search(text) else 0
    if vocabulary.ROLE_NOT_CONTRACT.search(text):
        score -= 2
    if times.DATE.search(text) or vocabulary.PLANNED.search(text):
        score -= 2
    if _TO_THE_CALL.search(text):
        score -= 2
    if not named:
        score = min(score, _TRACE)
    return score


def _undated_score(unit: Unit) -> int:
    text = unit.lower
    if _TO_THE_CALL.search(text):
        return 0
    if _ABOUT_REFERENCES.search(text) or _OFFERED.search(text):
        return _TRACE
    section = bool(
        re.search(
            r"\breferences?|contrats? analogues|similar (?:contracts|work|assignments)|missions (?:semblables|similaires)",
            unit.lead,
        )
    )
    named = _client_named(unit, 0, len(text))
    activity = bool(vocabulary.ACTIVITY.search(text))
    if (
        section
        and named
        and activity
        and vocabulary.CLIENT.search(text)
        and (unit.form in {"item", "row"} or vocabulary.DONE.search(text))
    ):
        return _SURE
    if activity and vocabulary.DONE.search(text) and (named or vocabulary.CLIENT.search(text)):
        return _TRACE
    return _TRACE if section and (named or activity) else 0


def _client_named(unit: Unit, start: int, end: int) -> bool:
    """Return whether an organisation is named: two capitalised words together, or one that is not the first word."""
    cased = unit.cased[start:end]
    return any(len(words) > 1 or place > 0 for place, _, words in proper_names(cased))


def _same(one: _Passage, other: _Passage) -> bool:
    """Return whether two passages tell of one contract: they share what is distinctive and their dates do not disagree."""
    common = one.names & other.names
    smaller = min(len(one.names), len(other.names))
    if not smaller or len(common) < max(1, (smaller + 1) // 2):
        return False
    return one.unit is not other.unit and (not one.years or not other.years or bool(one.years & other.years))
