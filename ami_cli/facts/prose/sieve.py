"""Every pattern at once over a text: which of them could match at all, in one pass of an automaton.

The automaton (RE2) knows no assertions, so it is given each pattern without its own: it then lets more through, never less. Where
it is not installed, or a text holds letters for which its idea of a word differs, the first words of patterns decide (`phrases`).
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re2

_TOGETHER = 24
"""Patterns to one automaton: more are quicker once warm, and far slower on each text of a new kind."""
_MEMORY = 32 << 20
"""Bytes that an automaton may take; its states are made as texts need them."""
_OTHER = re.compile(r"(?![\x00-\x7f])[\w\s]")
"""A letter, digit or space beyond ASCII."""
_UP_TO = re.compile(r"(?<!\\)\{\d+,\d+\}\??")
"""Up to so many of something: to the automaton, any number, for counting would make it grow beyond its memory."""
_ASSERTION = re.compile(r"\(\?<?[=!]")


class Sieve:
    """The patterns of this room, each with a bit."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Put the patterns together, in their order; the bit of the first is 1."""
        self._always = 0
        self._sets: list[tuple[re2.Set, list[int]]] = []
        try:
            self._make(patterns)
        except ImportError:
            self._sets = []

    def mark(self, lower: str) -> int | None:
        """Return one bit for each pattern that could match in a text; None where it cannot tell."""
        if not self._sets or _OTHER.search(lower):
            return None
        text, mark = lower.encode(), self._always
        for automaton, bits in self._sets:
            found = automaton.Match(text)
            if 0 not in found:  # the first pattern matches everything: without it the automaton gave up
                return None
            for number in found:
                mark |= bits[number]
        return mark

    def _make(self, patterns: Sequence[str]) -> None:
        """Make automata of a few patterns each: one of all would have a state for every mixture of theirs that a text brings."""
        import re2  # noqa: PLC0415  # only where prose is read, and only where it is installed

        options = re2.Options()
        options.log_errors, options.never_capture, options.max_mem = False, True, _MEMORY
        for start in range(0, len(patterns), _TOGETHER):
            automaton, bits = re2.Set.SearchSet(options), [0]
            automaton.Add(b"")
            for number, pattern in enumerate(patterns[start : start + _TOGETHER], start):
                try:
                    automaton.Add(f"(?m){unasserted(pattern)}".encode())
                    bits.append(1 << number)
                except re2.error:
                    self._always |= 1 << number
            automaton.Compile()
            self._sets.append((automaton, bits))


def unasserted(pattern: str) -> str:
    """Return a pattern without what only looks ahead or behind: it matches wherever the whole one does."""
    kept, place = [], 0
    while place < len(pattern):
        end = _after(pattern, place)
        if not _ASSERTION.match(pattern, place):
            end = end if pattern[place] in "\\[" else place + 1
            kept.append(pattern[place:end])
        else:
            kept.append("(?:)")
        place = end
    return _UP_TO.sub("*", "".join(kept))


def _after(pattern: str, place: int) -> int:
    """Return where the escape, class, group or character that begins at `place` ends."""
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] == "[":
        place += 2 if pattern[place + 1] == "^" else 1
        place += 1 if pattern[place] == "]" else 0
        while pattern[place] != "]":
            place = _after(pattern, place) if pattern[place] == "\\" else place + 1
        return place + 1
    if pattern[place] == "(":
        place += 1
        while pattern[place] != ")":
            place = _after(pattern, place)
    return place + 1
