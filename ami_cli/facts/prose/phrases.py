"""Patterns that are only tried where a word of the text can begin them: most sentences then cost next to nothing.

A pattern made of words to choose from can only match where one of the first words stands. Those first words are read off the
pattern itself; every distinct word of a text is looked up once, in a table that is kept.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import ClassVar, Self

_WORD = re.compile(r"[a-z]+|[0-9]+")
_MOST_KEPT = 50_000


class Marked(str):
    """A folded text in lower case that knows which patterns its words can begin."""

    __slots__ = ("_mark",)
    _mark: int | None

    def __new__(cls, text: str) -> Self:
        """Make one."""
        marked = super().__new__(cls, text)
        marked._mark = None
        return marked

    @property
    def mark(self) -> int:
        """Return one bit for each pattern that a word of the text can begin."""
        if self._mark is None:
            self._mark = Phrases.mark(self)
        return self._mark

    def part(self, start: int, end: int) -> "Marked":
        """Return a stretch of the text."""
        return Marked(self[start:end])


class Phrases:
    """A pattern, and the first words that it can begin with.

    `needs`, where given, are beginnings of words (whole words with a `!`) without one of which it never matches.
    """

    _made: ClassVar[int] = 0
    """How many there are so far: each has a bit of its own."""
    _anywhere: ClassVar[int] = 0
    """The patterns that can begin with any word."""
    _whole: ClassVar[dict[str, int]] = {}
    _begun: ClassVar[dict[str, int]] = {}
    _known: ClassVar[dict[str, int]] = {}

    def __init__(self, pattern: str, needs: str = "") -> None:
        self.regex = re.compile(pattern, re.MULTILINE)
        self._bit = 1 << Phrases._made
        Phrases._made += 1
        Phrases._known.clear()
        heads = {(word.rstrip("!"), word.endswith("!")) for word in needs.split()} or set(first_words(pattern))
        Phrases._anywhere |= self._bit if any(not head for head, _ in heads) else 0
        for head, whole in heads:
            table = Phrases._whole if whole else Phrases._begun
            table[head] = table.get(head, 0) | self._bit

    def may(self, text: str) -> bool:
        """Return whether the pattern can match at all."""
        return not isinstance(text, Marked) or bool(text.mark & self._bit)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match; where a text is cut short, its end may be one that the whole does not have."""
        return self.regex.search(text, start, end) if end != sys.maxsize or self.may(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.regex.match(text, start) if self.may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the matches."""
        return self.regex.finditer(text) if self.may(text) else iter(())

    def sub(self, by: str, text: str) -> str:
        """Return the text with every match replaced."""
        return self.regex.sub(by, text) if self.may(text) else text

    @classmethod
    def mark(cls, lower: str) -> int:
        """Return one bit for each pattern that the words of a folded text can begin."""
        known = cls._known
        mark = cls._anywhere
        for word in set(_WORD.findall(lower)):
            bits = known.get(word)
            mark |= cls._look_up(word) if bits is None else bits
        return mark

    @classmethod
    def _look_up(cls, word: str) -> int:
        bits = cls._whole.get(word, 0)
        for end in range(1, len(word) + 1):
            bits |= cls._begun.get(word[:end], 0)
        if len(cls._known) < _MOST_KEPT:
            cls._known[word] = bits
        return bits


def first_words(pattern: str) -> Iterator[tuple[str, bool]]:
    """Give the letters that a match can begin with, and whether they are a whole word; no letters where it may begin anywhere."""
    for alternative in _alternatives(pattern):
        yield from _heads(alternative, at_word=False)


def _alternatives(pattern: str) -> Iterable[str]:
    """Return what stands between the bars of the outermost level."""
    found, depth, start, place, inside = [], 0, 0, 0, False
    while place < len(pattern):
        character = pattern[place]
        if character == "\\":
            place += 1
        elif inside:
            inside = character != "]"
        elif character == "[":
            inside = True
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and not depth:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


def _heads(rest: str, *, at_word: bool, letters: str = "") -> Iterator[tuple[str, bool]]:
    """Give the first words of one alternative, `letters` being those already read."""
    while rest:
        if rest.startswith(("\\b", "^")):
            if letters:
                yield letters, True
                return
            at_word = True
            rest = rest[2:] if rest[0] == "\\" else rest[1:]
        elif rest.startswith("(?") and rest[2] in "=!<":
            rest = rest[_closing(rest) :]
        elif rest.startswith("("):
            yield from _group_heads(rest, at_word=at_word, letters=letters)
            return
        elif rest[0] == "[" and not letters and (skipped := re.match(r"\[(?:\\.|[^\]\\])*\]\{0,\d+\}", rest)):
            rest = rest[skipped.end() :]
        elif rest[0].isalnum() and rest[0].isascii() and (not letters or letters[0].isalpha() == rest[0].isalpha()):
            if rest[1:2] in {"?", "*"} or rest[1:3] == "{0":
                yield letters if at_word else "", False
                return
            letters, rest = letters + rest[0], rest[1:]
        else:
            ends_word = rest[0] in " '-,:;()" and rest[1:2] not in {"?", "*", "{"}
            yield letters if at_word else "", ends_word and bool(letters) and at_word
            return
    yield letters if at_word else "", False


def _group_heads(rest: str, *, at_word: bool, letters: str) -> Iterator[tuple[str, bool]]:
    end = _closing(rest)
    inner = rest[3 : end - 1] if rest.startswith("(?:") else rest[1 : end - 1]
    inner = re.sub(r"^\?P<\w+>", "", inner)
    after = rest[end:]
    optional = after[:1] in {"?", "*"} or after.startswith("{0")
    if optional:
        yield from _heads(re.sub(r"^(?:[?*]|\{0,\d*\})", "", after), at_word=at_word, letters=letters)
    for alternative in _alternatives(inner):
        if alternative or not letters:
            yield from (
                _heads(alternative, at_word=at_word, letters=letters)
                if alternative
                else _heads(after, at_word=at_word, letters=letters)
            )
        else:
            yield letters if at_word else "", False


def _closing(rest: str) -> int:
    """Return the place after the bracket that closes the first one."""
    depth, place, inside = 0, 0, False
    while place < len(rest):
        character = rest[place]
        if character == "\\":
            place += 1
        elif inside:
            inside = character != "]"
        elif character == "[":
            inside = True
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if not depth:
                return place + 1
        place += 1
    return len(rest)
