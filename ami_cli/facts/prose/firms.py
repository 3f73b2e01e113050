"""The firm that a person or team belongs to, or the statement that they work on their own.

Two witnesses: what was learnt from thousands of sentences, and the words that stand around a name; the second is believed only
where the first does not deny it.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ami_cli.facts.prose import firm_words as words
from ami_cli.facts.prose import letterheads, times, vocabulary
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import likeliest, stated
from ami_cli.facts.prose.names import named_words, proper_names
from ami_cli.facts.prose.persons import head_name, signer_of_letter
from ami_cli.facts.prose.posts import held
from ami_cli.facts.prose.referees import TRACE, Referee
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.facts.prose.weights import Read
from ami_cli.models.facts import Stated
from ami_cli.models.names import name_words

_SURE = 1.0
"""How much both witnesses must weigh together to be believed."""
_SAID = 1.5
"""How much what was learnt must say alone to be believed, where the words around names show nothing."""
_LIKELY = -1.0
"""The same for a unit that a person should look at though it names nobody but whose document it is."""
_HEARD = -6.0
"""The same for a unit that a person should look at."""
_FAR = -7.0
"""Up to here nobody looks at a unit, nor at the words around its names."""
_PLAIN = 2.0
"""How much plain words weigh: those of a firm of one's own, or of working alone."""
_HINTED = 1.0
_MOST = 3.0
_HEAD = 4
_FOOT = 6
_BEFORE = 70
_AFTER = 90
_SHORTEST = 3
_SHORT = 60
_ONE_LINE = 140
_BREAK = "\n"
_COLUMN = "   "


def read_firms(read: Sequence[Read], pages: Sequence[FoldedPage], referees: Sequence[Referee]) -> Iterator[Stated]:
    """Give each firm named as the applicant's own, and each statement of working independently."""
    known = _document(pages, referees)
    learnt = _by_unit(read)
    yield from _letterhead(pages, known)
    told = list(_told(pages, known, learnt))
    found, weights = [one for one, _ in told], [math.inf if one.sure else said for one, said in told]
    yield from likeliest(found, [one.page or 0 for one in found], weights, math.inf)


def _told(
    pages: Sequence[FoldedPage], known: "_Document", learnt: Mapping[tuple[int, int], float]
) -> Iterator[tuple[Stated, float]]:
    """Give everything that either witness sees, and how much is said of its unit."""
    letter = letterheads.is_letter(pages)
    for number, page in enumerate(pages):
        plain = words.ON_ONES_OWN.may(page.folded.lower)
        for place, unit in enumerate(page.units):
            said = learnt.get((unit.page, unit.start), _FAR)
            headed = letter and letterheads.at_edge(pages, number, place)
            if is_dateline(unit):
                continue
            if plain and said <= _FAR and (own := words.ON_ONES_OWN.search(unit.lower)):
                yield stated(page, unit, "independent", own.span(), sure=False), said
            if said <= _FAR and not headed:
                continue
            edge = (number == 0 and place < _HEAD) or place >= len(page.units) - _FOOT
            previous = page.units[place - 1].lower if place else ""
            seen = _seen(page, unit, known, _Around(previous, edge, headed))
            if said <= _FAR:
                seen = [one for one in seen if one.weight >= letterheads.CERTAIN]
            found = _seen_and_said(page, unit, said, seen) if seen or said <= _FAR else _only_said(page, unit, said, known)
            yield from ((one, said) for one in found)


def _by_unit(read: Sequence[Read]) -> dict[tuple[int, int], float]:
    """Return, by page and place, how surely what was learnt takes a unit for one that states it."""
    said: dict[tuple[int, int], float] = {}
    for piece, weighed in read:
        where = (piece.unit.page, piece.unit.start)
        said[where] = max(said.get(where, _FAR), weighed.firm)
    return said


class _Seen(NamedTuple):
    """What the words around a name say: how surely, where, and which name, none where one works alone."""

    weight: float
    place: tuple[int, int]
    name: str | None


class _Around(NamedTuple):
    """Where a unit stands: behind which, whether near the head or the foot of its page, and whether at that of a letter."""

    previous: str
    edge: bool
    headed: bool


def _seen(page: FoldedPage, unit: Unit, known: "_Document", around: _Around) -> list[_Seen]:
    if words.SUBJECT.search(unit.lower):
        return []
    return [*_independent(unit), *_named(page, unit, known, around)]


def _seen_and_said(page: FoldedPage, unit: Unit, said: float, seen: Sequence[_Seen]) -> Iterator[Stated]:
    best = max(seen, key=lambda one: one.weight, default=None)
    for one in seen:
        sure = _together(said, one.weight) >= _SURE and (one is best or one.weight >= _PLAIN)
        yield stated(page, unit, "firm" if one.name else "independent", one.place, value=one.name, sure=sure)


def _together(said: float, seen: float) -> float:
    """Return what both witnesses weigh: at 0 as likely as not; fitted to units of documents weighed by what others wrote."""
    if seen >= letterheads.CERTAIN:
        return seen
    return said + min(_MOST, seen) - 1.25


def _only_said(page: FoldedPage, unit: Unit, said: float, known: "_Document") -> Iterator[Stated]:
    """Give a unit in which the words around names show nothing; the longest name is taken, but never that of the person."""
    names = [(end - start, (start, end)) for start, end, keys in proper_names(unit.cased) if not known.person.issuperset(keys)]
    if said >= _LIKELY or (said >= _HEARD and (names or (unit.form == "sentence" and not proper_names(unit.cased)))):
        place = max(names)[1] if names else None
        sure = said >= _SAID and not (words.ENDED.search(unit.lower) or words.SUBJECT.search(unit.lower))
        yield stated(page, unit, "firm", place, value=_value(page, unit, place) if place else None, sure=sure)


def _value(page: FoldedPage, unit: Unit, place: tuple[int, int]) -> str:
    """Return the name, without the full stop that ends its sentence."""
    name = " ".join(page.folded.quote(unit.start + place[0], unit.start + place[1]).split())
    return name if words.ABBREVIATED.search(name) else name.removesuffix(".")


def _document(pages: Sequence[FoldedPage], referees: Sequence[Referee]) -> "_Document":
    often = Counter(word for page in pages for unit in page.units for word in named_words(unit.cased))
    others = tuple(sorted((one.page.page.number, one.start, one.end) for one in referees if one.weight >= TRACE))
    domains = frozenset(domain for page in pages for domain in _domains(page, others))
    persons = (head_name(pages[0]) if pages else None, signer_of_letter(pages))
    own = frozenset(
        word for person in persons if person and not words.FIRM_WORD.search(person.lower()) for word in name_words(person)
    )
    return _Document(often, domains, own, others)


@dataclass(frozen=True, slots=True)
class _Document:
    """What the whole text tells of a name: how often its words occur, and the domains of the addresses."""

    often: Counter[str]
    domains: frozenset[str]
    person: frozenset[str]
    """The words of the name of whoever's document it is."""
    others: tuple[tuple[int, int, int], ...]
    """Where, by page, somebody else is named with an address."""

    def supports(self, keys: tuple[str, ...]) -> float:
        """Return the weight that a name has from elsewhere in the text."""
        glued = "".join(key for key in keys if key.isalnum())
        own_domain = any(domain in glued or (len(glued) > _SHORTEST + 1 and glued in domain) for domain in self.domains)
        return (0.5 if self.repeats(keys) else 0.0) + (1.5 if own_domain else 0.0)

    def repeats(self, keys: tuple[str, ...]) -> bool:
        """Return whether the text says a name more than once."""
        return min(self.often[key] for key in keys) > 1


def _letterhead(pages: Sequence[FoldedPage], known: _Document) -> Iterator[Stated]:
    """Give the first line of a letter where the text goes on to say what it is: `slow data studio`, `Slow Data Studio is …`."""
    if not pages or not pages[0].units:
        return
    page, unit = pages[0], pages[0].units[0]
    head = unit.lower.strip(" .*\"'")
    if not words.HEAD_OF_FIRM.fullmatch(head) or known.person.intersection(head.split()):
        return
    says = re.compile(
        rf"(?<!\w){re.escape(head)},? (?:is|est|was|has been|a ete|compte|consists|runs|works|brings|reunit|regroupe)\b"
    )
    if any(says.search(other.folded.lower, unit.end if other is page else 0) for other in pages):
        yield stated(page, unit, "firm", value=page.folded.quote(unit.start, unit.end), exact=True)


def _is_in(others: Sequence[tuple[int, int, int]], page: FoldedPage, place: int) -> bool:
    """Return whether a place is in one of the stretches, which are in order and do not overlap."""
    before = bisect_right(others, (page.page.number, place, math.inf)) - 1
    if before < 0:
        return False
    number, _, end = others[before]
    return number == page.page.number and place < end


def _domains(page: FoldedPage, others: Sequence[tuple[int, int, int]]) -> Iterator[str]:
    """Give the domains of the applicant's own addresses, not those of a mail provider: `a@vents-ouest.example` → ventsouest."""
    for found in words.ADDRESS.finditer(page.folded.lower):
        if _is_in(others, page, found.start()):
            continue
        label = found["label"].replace("-", "")
        if len(label) > _SHORTEST and not words.PROVIDER.match(label):
            yield label


def _independent(unit: Unit) -> Iterator[_Seen]:
    found = words.INDEPENDENT.search(unit.lower) or words.IN_ONES_OWN_NAME.search(unit.lower)
    if found and not words.SOMETHING_INDEPENDENT.search(unit.lower):
        denied = words.NOT_SO.search(unit.lower, 0, found.start())
        yield _Seen(_HINTED - _MOST if denied else _PLAIN, found.span(), None)
    elif words.TOUCHES.search(unit.lower):
        yield _Seen(_HINTED, (0, len(unit.lower)), None)


def _named(page: FoldedPage, unit: Unit, document: _Document, around: _Around) -> Iterator[_Seen]:
    for start, end, keys in proper_names(unit.cased):
        if unit.lower.startswith(":", end) and " " not in unit.lower[start:end]:
            continue
        if end - start < _SHORTEST or words.NOT_A_FIRM.match(unit.lower, start) or document.person.issuperset(keys):
            continue
        doubt = _doubt(page, unit, document, start, around.previous)
        shown = letterheads.named(unit, start, end, repeated=document.repeats(keys)) if around.headed else 0.0
        weight = max(_weigh(unit, (start, end), edge=around.edge) + document.supports(keys), held(unit, start, end))
        weight = shown if shown >= letterheads.CERTAIN and not doubt else min(_MOST, max(weight, shown)) - doubt
        if weight >= _HINTED or (around.edge and weight > 0):
            yield _Seen(weight, (start, end), _value(page, unit, (start, end)))


def _doubt(page: FoldedPage, unit: Unit, document: _Document, start: int, previous: str) -> float:
    """Return how much speaks against the name at a place: that of somebody who can be asked, of kin, or of what has ended."""
    doubt = 3.0 if _is_in(document.others, page, unit.start + start) else 0.0
    other = words.SOMEBODY.search(unit.lower[max(0, start - _BEFORE) : start])
    if other and document.person.isdisjoint(name_words(other.group())):
        doubt += 2.5
    if words.CLOSED_SPAN.search(line := _line(page, unit.start + start)) and not words.NOW.search(line):
        doubt += 2.0
    if len(previous) < _SHORT and words.ENDED.search(previous):
        doubt += 2.0
    return doubt


def _weigh(unit: Unit, place: tuple[int, int], *, edge: bool) -> float:
    start, end = place
    text = unit.lower
    before, name, after = text.part(max(0, start - _BEFORE), start), text.part(start, end), text.part(end, end + _AFTER)
    said = [value for pattern, value in words.BEFORE if pattern.search(before)]
    said += [value for pattern, value in words.AFTER if pattern.match(after)]
    weight = sum(said)
    if words.LEGAL_FORM.search(unit.cased[start : end + 12]):
        weight += 2.0
    elif words.KIND_FIRST.match(name):
        weight += 1.0
    if not weight and not edge:
        return 0.0
    if words.FIRM_WORD.search(name):
        weight += 1.0
    if weight and words.NOW.search(text) and unit.form != "heading":
        weight += 0.5
    if edge:
        weight += 0.5
        weight += 0.5 if words.FIRM_WORD.search(name) and len(name) >= len(_cell(text, start)) else 0.0
    return weight - _against(unit, before, name, after, own=max(said, default=0.0) >= _PLAIN)


def _line(page: FoldedPage, place: int) -> str:
    """Return the words of the line that a place of the page is in, where it is a short one."""
    text = page.folded.lower
    line = text[text.rfind(_BREAK, 0, place) + 1 : place] + text[place : place + _SHORT].partition(_BREAK)[0]
    return line if len(line) <= _ONE_LINE else ""


def _cell(text: str, place: int) -> str:
    """Return the column that a place of a line is in."""
    return (text[:place].rpartition(_COLUMN)[2] + text[place:].partition(_COLUMN)[0]).strip(" .,")


def _against(unit: Unit, before: str, name: str, after: str, *, own: bool) -> float:
    weight = 0.0
    if words.CLIENT_BEFORE.search(before):
        weight += 1.5
    elif words.EVALUATED.search(before):
        weight += 1.0
    if not own and (words.ORGANISATION.search(name) or words.ORGANISATION.search(before[-20:])):
        weight += 1.5
    if (
        times.YEAR.search(unit.lower)
        and not words.NOW.search(unit.lower)
        and (vocabulary.DONE.search(unit.lower) or vocabulary.ACTIVITY.search(before))
    ):
        weight += 1.0
    if words.PAST_WORK.search(unit.heading) or (words.PAST_WORK.search(unit.lead) and unit.form in {"item", "row"}):
        weight += 1.5 if not words.NOW.search(unit.lower) else 0.0
    if words.ONCE.search(before) and not words.NOW.search(unit.lower):
        weight += 1.5
    if words.ENDED.search(unit.lower) or words.ENDED_AFTER.match(after):
        weight += 2.0
    return weight + (2.0 if words.MEDICAL.match(after) or words.PERSON_BEFORE.search(before) else 0.0)
