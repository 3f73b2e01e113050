"""Patterns that are only tried where a word of the text can begin them: most of a text then costs next to nothing.

Searching a sentence for one of two hundred phrases means trying each of them at each letter. Where each pattern can begin is
read off it once (`heads`); a text is cut into words once; then a pattern is matched at those words alone, and finds what a
search of the whole text would.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import Any, ClassVar, Self

from ami_cli.facts.prose.heads import heads

_RUN = re.compile(r"[a-z]+|[0-9]+|[^\Wa-z0-9]+")
"""A word. Letters and digits that follow one another, as in `20ans`, are two."""
_NO_WORD = re.compile(r"\W")
_SPACES = {code: " " for code in range(128) if _NO_WORD.match(chr(code))}
_FOUND_LATER = frozenset(("words", "mark", "first", "_at"))
_ROMAN = "ivx"
_LONGEST_NUMBER = 8
_MOST_KNOWN = 50_000
"""Words after which all are forgotten, so that hostile texts do not fill the memory."""


class Marked(str):
    """A folded text in lower case that knows its words, and where they stand."""

    __slots__ = ("_at", "_lines", "first", "mark", "words")
    words: set[str]
    mark: int
    """One bit for each pattern that may be in the text."""
    first: dict[int, int]
    """Where each pattern that was looked for stands first, -1 where it does not: many ask for the same ones."""
    _at: dict[str, list[int]]
    _lines: list[int] | None

    def __new__(cls, text: str) -> Self:
        """Make one; its words are found when they are first asked for."""
        marked = super().__new__(cls, text)
        marked._lines = None
        return marked

    def __getattr__(self, name: str) -> Any:
        """Find the words: many a text is never searched."""
        if name not in _FOUND_LATER:
            raise AttributeError(name)
        self.words = set(self.bare().split())
        self.mark, self.first, self._at = Phrases.mark(self.words), {}, {}
        for several in self.words & Phrases.several:
            self.words.remove(several)
            self.words.update(_RUN.findall(several))
        return getattr(self, name)

    def bare(self) -> str:
        """Return the text with a space for all that is no part of a word: cutting it there is faster than looking for words."""
        return self.translate(_SPACES) if self.isascii() else _NO_WORD.sub(" ", self)

    def places(self, word: str) -> list[int]:
        """Return where a word of the text stands."""
        if not self._at:
            self._at = self._all_places()
        return self._at[word]

    def count_of(self, words: Iterable[str]) -> int:
        """Return how often words stand in the text."""
        return sum(len(self.places(word)) for word in words if word in self.words)

    def _all_places(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        place = 0
        for word in self.bare().split(" "):
            found[word].append(place)
            place += len(word) + 1
        inside = [(run, found[several]) for several in found.keys() - self.words for run in _RUN.finditer(several)]
        for run, starts in inside:
            found[run[0]] += [start + run.start() for start in starts]
        for word in {run[0] for run, _ in inside}:
            found[word].sort()
        return found

    @property
    def lines(self) -> list[int]:
        """Return where the lines begin."""
        if self._lines is None:
            self._lines = [0, *accumulate(len(line) + 1 for line in self.split("\n")[:-1])]
        return self._lines

    def part(self, start: int, end: int) -> "Marked":
        """Return a stretch of the text."""
        return self if start == 0 and end >= len(self) else Marked(self[start:end])

    def stretch(self, start: int, end: int) -> "Marked":
        """Return a stretch that cuts no word: what may be in it is what may be in the whole, and is not found anew."""
        if start == 0 and end >= len(self):
            return self
        return self._with_these_words(self[start:end], {})

    def on_one_line(self) -> "Marked":
        """Return the text with spaces for its line ends: each place stays what it was."""
        return self._with_these_words(self.replace("\n", " "), self._at)

    def _with_these_words(self, text: str, at: dict[str, list[int]]) -> "Marked":
        found = Marked(text)
        found.words, found.mark, found.first, found._at = self.words, self.mark, {}, at
        return found


class Phrases:
    """A pattern, and the words that it can begin with.

    `needs`, where given, are words without one of which it never matches; `begins` are its heads where it does not show them
    (both written as in `heads`; among `needs`, `~libre` is a word in which that stands right behind i, v or x, as of a number).
    `within` is how many characters, at most, stand on a line before the word that it begins with.
    """

    _made: ClassVar[int] = 0
    """How many there are so far: each has a bit of its own."""
    _always: ClassVar[int] = 0
    """The bits of those that any text may hold, whatever its words."""
    _by_head: ClassVar[dict[str, list[tuple[int, set[str]]]]] = {}
    _longest: ClassVar[int] = 0
    """By head, what a word that has it tells: a bit, and a set of words to which it belongs."""
    _known: ClassVar[dict[str, int]] = {}
    """The bits of the words met so far; these words stand in the sets to which they belong."""
    several: ClassVar[set[str]] = set()
    """Those met so far that are several words, letters and digits without a space."""

    def __init__(self, pattern: str, needs: str = "", begins: str = "", within: int = sys.maxsize) -> None:
        self.regex = re.compile(pattern, re.MULTILINE)
        self._number, self._within = Phrases._made, within
        self._bit = 1 << self._number
        Phrases._made += 1
        found = set(begins.split() or heads(pattern))
        self._anywhere, self._any_line = "" in found, "^" in found
        self._begins: set[str] = set()
        self._begins_line: set[str] = set()
        self._signs = tuple(sorted(head[1] for head in found if head[:1] == "="))
        for head in () if self._anywhere else (head for head in found if head != "^" and head[0] != "="):
            self._await(head.removeprefix("^"), self._begins_line if head[0] == "^" else self._begins, 0 if needs else self._bit)
        for word in needs.split():
            self._await(word, set(), self._bit)
        self._beyond_words = bool(self._signs) or any(head[:1] == "^" for head in found)
        if not needs and (self._anywhere or self._any_line or self._signs):
            Phrases._always |= self._bit

    def may(self, text: str) -> bool:
        """Return whether the pattern can match at all."""
        return not isinstance(text, Marked) or bool(text.mark & self._bit)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match; where a text is cut short, its end may be one that the whole does not have."""
        if type(text) is not Marked or end != sys.maxsize:
            return self.regex.search(text, start, end)
        if not text.mark & self._bit:
            return None
        if start:
            return self._search(text, start)
        place = text.first.get(self._number)
        if place is not None:  # the place is kept and not the match, which would hold the text that holds it
            return self.regex.match(text, place) if place >= 0 else None
        found = self._search(text, 0)
        text.first[self._number] = found.start() if found else -1
        return found

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.regex.match(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the matches."""
        if not isinstance(text, Marked):
            return self.regex.finditer(text)
        if not text.mark & self._bit:
            return iter(())
        return self.regex.finditer(text) if self._anywhere else self._found(text)

    def count(self, text: Marked, most: int) -> int:
        """Return how many matches there are, up to `most`."""
        if self._anywhere or not text.mark & self._bit:
            return sum(1 for _ in islice(self.finditer(text), most))
        end, number, match = 0, 0, self.regex.match
        for place in self._places(text):
            if place >= end and (found := match(text, place)):
                end, number = found.end(), number + 1
                if number == most:
                    break
        return number

    def sub(self, by: str, text: str) -> str:
        """Return the text with every match replaced."""
        if type(text) is not Marked:
            return self.regex.sub(by, text)
        return Marked(self.regex.sub(by, text)) if self.search(text) else text

    def _search(self, text: Marked, start: int) -> re.Match[str] | None:
        if self._anywhere:
            return self.regex.search(text, start)
        match = self.regex.match
        for place in self._places(text):
            if place >= start and (found := match(text, place)):
                return found
        return None

    def _found(self, text: Marked) -> Iterator[re.Match[str]]:
        end, match = 0, self.regex.match
        for place in self._places(text):
            if place >= end and (found := match(text, place)):
                yield found
                end = found.end()

    def _places(self, text: Marked) -> list[int]:
        """Return where the pattern could begin, in order."""
        begins = self._begins & text.words
        if len(begins) == 1 and not self._beyond_words:
            return text.places(begins.pop())
        places: list[int] = []
        for word in begins:
            places += text.places(word)
        if self._beyond_words:
            places += self._places_beyond_words(text)
        places.sort()
        return places

    def _places_beyond_words(self, text: Marked) -> Iterator[int]:
        """Give the places that are no beginning of a word: those of signs, and of lines."""
        for sign in self._signs:
            place = text.find(sign)
            while place >= 0:
                yield place
                place = text.find(sign, place + 1)
        if self._any_line:
            yield from text.lines
        behind = [place for word in self._begins_line & text.words for place in text.places(word)]
        yield from {text.rfind("\n", max(0, place - self._within - 1), place) + 1 for place in behind}

    def _await(self, head: str, words: set[str], bit: int) -> None:
        """Have each word with this head added to a set of words, and its bit set."""
        Phrases._by_head.setdefault(head, []).append((bit, words))
        Phrases._longest = max(Phrases._longest, len(head))
        if Phrases._known:
            Phrases._forget()

    @classmethod
    def mark(cls, words: Iterable[str]) -> int:
        """Return one bit for each pattern that a text of these words may hold."""
        mark, known = cls._always, cls._known
        for word in words:
            bits = known.get(word)
            mark |= cls._learn(word) if bits is None else bits
        return mark

    @classmethod
    def _learn(cls, word: str) -> int:
        """Take up a word not met before, so that each pattern knows whether it begins with it."""
        runs, bits = _RUN.findall(word), 0
        if len(runs) > 1:
            cls.several.add(word)
            cls._known[word] = bits = cls.mark(runs)
            return bits
        for head in _heads_of(word, cls._longest):
            for bit, words in cls._by_head.get(head, ()):
                bits |= bit
                words.add(word)
        cls._known[word] = bits
        return bits

    @classmethod
    def forget_many(cls) -> None:
        """Forget all words where they have become too many; only between texts, for a marked text relies on them."""
        if len(cls._known) > _MOST_KNOWN:
            cls._forget()

    @classmethod
    def _forget(cls) -> None:
        for every in cls._by_head.values():
            for _, words in every:
                words.clear()
        cls._known.clear()
        cls.several.clear()


def _heads_of(word: str, longest: int) -> Iterator[str]:
    """Give every head that a word has, up to the `longest` that a pattern has: a word may be a whole hostile text."""
    yield from (f"{word}!", "*")
    yield from (word[:end] for end in range(1, min(len(word), longest) + 1))
    if word[0].isdigit() or not word.isascii():
        yield "#"
    for start in range(1, 1 + min(_LONGEST_NUMBER, len(word) - len(word.lstrip(_ROMAN)))):
        yield from (f"~{word[start:end]}" for end in range(start + 1, min(len(word), start + longest) + 1))
