"""References to past contracts: each passage that names one contract, counted once however often it is told."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.counting import Contract, Contracts, contract_of
from ami_cli.facts.prose.found import LONGEST_QUOTE, likeliest, stated
from ami_cli.facts.prose.hearing import Heard
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.passages import Passage, passages_of
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.referees import SURE as SURE_REFEREE
from ami_cli.facts.prose.referees import TRACE as TRACE_OF_REFEREE
from ami_cli.facts.prose.referees import Referee, own_words
from ami_cli.facts.prose.units import FoldedPage, Unit, unit_at
from ami_cli.facts.prose.weighing import SURE, TRACE, names_client, weigh
from ami_cli.models.facts import Stated

_LISTED = 0.75
"""How much more each passage of a list weighs where two of them nearly do."""
_DENIED = 1
"""How much more a passage must weigh where the text says elsewhere that there is nothing to cite."""
_OFFERED = Phrases(
    r"\b(?:sur (?:simple )?demande|on request|upon request|can be supplied|peuvent etre (?:fournies|communiquees)"
    r"|will be (?:supplied|provided)"
    r"|seront (?:fournies|communiquees)|available from)\b"
)
_ABOUT = Phrases(r"\b(?:references?|contrats? (?:analogues?|similaires?|comparables?)|similar contracts?)\b")


def read_references(
    listened: Sequence[tuple[FoldedPage, Heard]], referees: Sequence[Referee]
) -> tuple[tuple[Stated, ...], tuple[Stated, ...]]:
    """Return one statement for each past contract named, and one for each person who can be asked about another.

    Those that may be one are not sure.
    """
    counted = Contracts()
    contracts = tuple(_contracts(listened, counted))
    return contracts, tuple(_referees(referees, counted))


def _referees(referees: Sequence[Referee], counted: Contracts) -> Iterator[Stated]:
    """Give those who can be asked; one who speaks for a contract already counted is no further reference."""
    for referee in referees:
        if referee.weight < TRACE_OF_REFEREE:
            continue
        if counted.speaks_for((referee.unit.page, referee.unit.block), referee.organisation):
            continue
        words = referee.page.folded.quote(referee.start, min(referee.end, referee.start + LONGEST_QUOTE)).strip()
        sure = referee.weight >= SURE_REFEREE and not referee.page.page.ocr and (bool(referee.organisation) or not counted)
        yield Stated(what="reference", page=referee.page.page.number, quote=words, value=None, sure=sure)


def _contracts(listened: Sequence[tuple[FoldedPage, Heard]], counted: Contracts) -> Iterator[Stated]:
    """Give the contracts told of, and count them."""
    denied = any(vocabulary.DENIAL.search(page.folded.lower.on_one_line()) for page, _ in listened)
    needed = SURE + (_DENIED if denied else 0)
    own = own_words([page for page, _ in listened])
    for page, heard in listened:
        told = list(_on_page(page, heard, counted, needed, own))
        weights = [math.inf if one.sure else weight for one, weight in told]
        yield from likeliest([one for one, _ in told], [page.page.number] * len(told), weights, math.inf)


def _on_page(
    page: FoldedPage, heard: Heard, counted: Contracts, needed: float, own: frozenset[str]
) -> Iterator[tuple[Stated, float]]:
    """Give what is told of references on a page, and how surely."""
    for passage, weight in _likely(passages_of(page, heard)):
        sure = weight >= needed and not _told_on(passage, counted)
        if sure:
            contract = contract_of(passage)
            if counted.has(contract) or _is_signature(passage, contract, own):
                continue
            counted.count(contract)
        yield stated(page, passage.unit, "reference", passage.span, value=_value(passage), sure=sure, exact=True), weight
        if sure and _names_more(passage):
            yield stated(page, passage.unit, "reference", sure=False), TRACE
    if _ABOUT.may(page.folded.lower):
        said = dict.fromkeys(unit_at(page, found.start()) for found in _ABOUT.finditer(page.folded.lower))
        yield from ((stated(page, unit, "reference", sure=False), TRACE) for unit in said if _only_mentions(unit))


def _is_signature(passage: Passage, contract: Contract, own: frozenset[str]) -> bool:
    """Return whether a passage names nobody but the applicants, who sign below a list of references."""
    return not passage.years and bool(contract.names) and contract.names <= own


def _likely(passages: Sequence[Passage]) -> Iterator[tuple[Passage, float]]:
    """Give the passages that may be a reference and how surely they are: those of one list speak for one another."""
    weighed = [(passage, weight) for passage in passages if (weight := weigh(passage)) >= TRACE]
    beside = Counter(_list_of(passage) for passage, weight in weighed if weight >= SURE - _LISTED)
    for passage, weight in weighed:
        yield passage, weight + (_LISTED if beside[_list_of(passage)] > 1 else 0.0)


def _list_of(passage: Passage) -> tuple[str, str, str]:
    unit = passage.unit
    return unit.form, unit.heading, unit.intro


def _only_mentions(unit: Unit) -> bool:
    """Return whether the unit speaks of references without naming one that could be counted."""
    text = unit.lower
    return bool(_ABOUT.search(text)) and not vocabulary.TO_THE_CALL.search(text) and not _OFFERED.search(text) and not unit.denies


def _told_on(passage: Passage, counted: Contracts) -> bool:
    """Return whether a sentence tells on of the contract counted just before it: it names no client of its own."""
    last = counted.last
    if last is None or passage.unit.form != "sentence" or last.unit is passage.unit:
        return False
    return last.block == (passage.unit.page, passage.unit.block) and not names_client(passage)


def _names_more(passage: Passage) -> bool:
    """Return whether the passage names other organisations too: it may tell of another contract."""
    return sum(1 for start, _, words in proper_names(passage.cased) if len(words) > 1 or start > 0) > 1


def _value(passage: Passage) -> str | None:
    """Return who commissioned it, as far as a name shows, and when."""
    names = [passage.cased[start:end] for start, end, words in proper_names(passage.cased) if len(words) > 1 or start > 0]
    longest = max(names, key=len, default="")
    return ", ".join(filter(None, (longest.strip(" .,'-"), *sorted(passage.years)))) or None
