"""The contracts counted so far: each once, however often it is told."""

from collections import defaultdict
from dataclasses import dataclass

from ami_cli.facts.prose.names import named_words
from ami_cli.facts.prose.passages import Passage
from ami_cli.facts.prose.units import Unit

_TELLS_NOTHING = 40
"""Contracts after which a word that all of them name tells none of them apart: a long list is not compared with itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Contract:
    """What tells one contract from another."""

    names: frozenset[str]
    years: frozenset[str]
    block: tuple[int, int]
    unit: Unit


def contract_of(passage: Passage) -> Contract:
    """Return the contract that a passage tells of."""
    unit = passage.unit
    return Contract(named_words(passage.cased), passage.years, (unit.page, unit.block), unit)


class Contracts:
    """The contracts, in the order in which they were told, found again by their block or by the words of their names."""

    def __init__(self) -> None:
        self._each: list[Contract] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_block: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._spoken_for: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._each)

    @property
    def last(self) -> Contract | None:
        """Return the contract counted last."""
        return self._each[-1] if self._each else None

    def count(self, contract: Contract) -> None:
        """Count a contract."""
        number = len(self._each)
        self._each.append(contract)
        self._by_block[contract.block].append(number)
        for word in contract.names:
            if len(self._by_word[word]) < _TELLS_NOTHING:
                self._by_word[word].append(number)

    def has(self, contract: Contract) -> bool:
        """Return whether the contract was counted before."""
        return any(_same(contract, self._each[number]) for number in self._sharing(contract.names))

    def speaks_for(self, block: tuple[int, int], names: frozenset[str]) -> bool:
        """Return whether somebody named in a block, or of an organisation, speaks for a contract for which nobody did yet."""
        theirs = {*self._by_block.get(block, ()), *self._sharing(names)} - self._spoken_for
        if theirs:
            self._spoken_for.add(min(theirs))
        return bool(theirs)

    def _sharing(self, names: frozenset[str]) -> set[int]:
        return {number for word in names for number in self._by_word.get(word, ())}


def _same(one: Contract, other: Contract) -> bool:
    """Return whether two passages tell of one contract: they share what is distinctive and their dates do not disagree.

    In one block, where a list may name the same client twice, only what says nothing new is told again.
    """
    smaller = min(len(one.names), len(other.names))
    shared = len(one.names & other.names)
    if one.block == other.block:
        return shared == smaller > 1 and one.years == other.years and one.unit is not other.unit and bool(one.years)
    if shared < max(1, (smaller + 1) // 2):
        return False
    return not one.years or not other.years or bool(one.years & other.years)
