"""The people who can be asked about the applicant: a person, whom they speak for, and how to reach them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ami_cli.facts.prose import referee_words as words
from ami_cli.facts.prose.hearing import Heard
from ami_cli.facts.prose.names import named_words
from ami_cli.facts.prose.persons import FULL_NAME, head_name, is_person, signers_of_letter
from ami_cli.facts.prose.units import FoldedPage, Unit, unit_at
from ami_cli.models.names import name_words

SURE = 0.6
TRACE = -1.5
_ANY, _SAID, _SEEN = 0.3, 0.37, 0.47
"""What anybody with a contact weighs, and how much each of two witnesses counts: what was learnt, and the words around the name.

Fitted to those named in documents weighed by what others wrote: at 0 as likely as not.
"""
_MOST = 4.0
_STRONG, _DOUBTED = 3.0, 0.0
"""What speaks so much against somebody leaves a doubt at most: they are of the team, of the school, or of those who call."""
_HEARD = -4.0
"""How much must be said near a contact for anybody to look for a name beside it."""
_FAR = 260
_NEAR = 110
_BESIDE = 60
_A_WORD = re.compile(r"[a-z]{4}")
_AFTER = 60
_LINE_END = "\n"
_SHORT = 3
_SEVERAL = 2
_LISTED = 0.5


@dataclass(frozen=True, slots=True)
class Referee:
    """One person to be asked, with where it stands on its page and how surely it is one."""

    page: FoldedPage
    unit: Unit
    start: int
    end: int
    weight: float
    organisation: frozenset[str]
    """The distinctive words of the names around the person's own."""


def read_referees(listened: Sequence[tuple[FoldedPage, Heard]]) -> tuple[Referee, ...]:
    """Return everyone named with a way to reach them, other than the applicants themselves."""
    own = own_words([page for page, _ in listened])
    found = tuple(_on_page(page, heard, own) for page, heard in listened)
    referees = tuple(referee for some in found for referee in some)
    if sum(1 for one in referees if one.organisation and one.weight >= TRACE) < _SEVERAL:
        return referees
    return tuple(replace(one, weight=one.weight + _LISTED) if one.organisation else one for one in referees)


def own_words(pages: Sequence[FoldedPage]) -> frozenset[str]:
    """Return the words of the names of the applicants themselves: whoever signs, or stands at the head."""
    persons = (*signers_of_letter(pages), *((head_name(pages[0]),) if pages else ()))
    return frozenset(word for person in persons if person for word in name_words(person))


def _on_page(page: FoldedPage, heard: Heard, own: frozenset[str]) -> Iterator[Referee]:
    start = 0
    for place, end in _contacts(page.folded.lower):
        first = max(start, place - _FAR)
        worth = heard.between(first, end + _AFTER) >= _HEARD
        found = _referee(page, heard, (first, place, end), own) if worth else None
        if found is not None:
            yield found
        start = end


def _contacts(lower: str) -> Iterator[tuple[int, int]]:
    """Give the addresses and telephone numbers, those of one person together."""
    spans: list[tuple[int, int]] = []
    for found in words.contacts(lower):
        if found.group()[0] in "+0" and words.REGISTERED.search(lower, max(0, found.start() - 30), found.start()):
            continue
        if spans and not _A_WORD.search(lower, spans[-1][1], found.start()):
            spans[-1] = (spans[-1][0], found.end())
        else:
            spans.append(found.span())
    return iter(spans)


def _referee(page: FoldedPage, heard: Heard, stretch: tuple[int, int, int], own: frozenset[str]) -> Referee | None:
    start, place, end = stretch
    named = _person(page, start, place) or _person(page, end, min(end + _AFTER, len(page.folded.lower)))
    if named is None or own & set(named.words):
        return None
    unit = unit_at(page, min(named.start, place))
    before = max(start, named.start - _NEAR)
    around = f"{page.folded.cased[before:place]} | {page.folded.cased[end : end + _AFTER].partition(_LINE_END)[0]}"
    organisation = named_words(around.replace("\n", " ")) - set(named.words)
    weight = named.weight + (0.5 if organisation else 0.0)
    at = min(named.start, place)
    against = _against(page, unit, (before, at, place, end), own)
    weight += _asked(page, unit, before, place, at) - against
    last = max(end, named.start)
    together = _ANY + _SAID * heard.between(at, last) + _SEEN * min(_MOST, weight)
    return Referee(page, unit, at, last, min(together, _DOUBTED) if against >= _STRONG else together, organisation)


def _asked(page: FoldedPage, unit: Unit, before: int, place: int, named: int) -> float:
    lower = page.folded.lower
    weight = 1.0 if words.FUNCTION.search(lower[max(before, named - _BESIDE) : place]) else 0.0
    if words.ASKED.search(lower[before:place]) or words.ASKED.search(unit.lower) or words.ASKED.search(unit.lead):
        weight += 1.0
    return weight + (1.0 if words.REFERENCES.search(unit.lead) or words.ASKED.search(unit.lead) else 0.0)


def _against(page: FoldedPage, unit: Unit, stretch: tuple[int, int, int, int], own: frozenset[str]) -> float:
    before, named, place, end = stretch
    lower = page.folded.lower
    said = lower[before:place]
    weight = 0.0
    if words.OWN.search(lower[max(before, place - _BESIDE) : place]) or any(
        len(word) > _SHORT and word in lower[place:end] for word in own
    ):
        weight += 3.0
    if words.OTHERS.search(said) or words.TEAM.search(unit.lead):
        weight += 3.0
    if words.SCHOOL.search(lower[named:place]):
        weight += 3.0
    return weight + (2.0 if words.LETTERHEAD.search(unit_at(page, place).lower) else 0.0)


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's name: how surely it is one, where it stands, and its words."""

    weight: float
    start: int
    words: tuple[str, ...]


def _person(page: FoldedPage, start: int, end: int) -> _Named | None:
    """Return the person named in a stretch, the last one where there are several."""
    cased, lower = page.folded.cased[start:end].replace("\n", " "), page.folded.lower[start:end]
    titled = [_Named(1.5, start + found.start(), name_words(found.group())) for found in words.TITLED.finditer(lower)]
    plain = [
        _Named(1.0, start + found.start("name"), name_words(found["name"]))
        for found in FULL_NAME.finditer(cased)
        if is_person(found["name"])
    ]
    return max([*titled, *plain], key=lambda one: (one.weight, one.start), default=None)
