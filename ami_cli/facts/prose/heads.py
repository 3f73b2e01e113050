"""Where a pattern can begin, read off the pattern itself: at which words, at the start of a line, or anywhere.

A head is written in a few letters: `libre` is a word that begins so, `libre!` that word alone, `#` a number, `*` any word,
`^libre` the start of the line of such a word, `^` the start of any line, `=(` that sign wherever it stands, and nothing is any
place at all. A word is a run of letters or a run of digits. Heads may promise too much, never too little.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_letters, digits, printable, whitespace
from typing import Literal, NamedTuple

_At = Literal["", "word", "start", "line", "numbered"]
"""Where a pattern stands before its head: anywhere, at the start of a word, right behind `^`, or further on that line, perhaps
behind a number."""
_LETTERS, _DIGITS = frozenset(ascii_letters), frozenset(digits)
_SPACES = frozenset(whitespace)
_WORDS = _LETTERS | _DIGITS | {"_"}
_BEYOND = "жé٣"
"""Letters and a digit that stand for all characters of words beyond ASCII."""
_FEW = 3
_ITEM = re.compile(r"(?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)", re.DOTALL)
_TELLING = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""What tells where an alternative ends, and what would only seem to: escaped, or in a class."""
_ONCE_EACH = re.compile(r"[A-Za-z]+(?![?*+{])")
_QUANTIFIER = re.compile(r"[?*+]|\{(\d*)(,?)(\d*)\}")


_ON_LINE = frozenset({"start", "line", "numbered"})


class _Item(NamedTuple):
    """One step of a pattern, the rest of it, and whether it must be there."""

    text: str
    rest: str
    needed: bool
    once: bool


def heads(pattern: str) -> Iterator[str]:
    """Give the heads of a pattern."""
    for alternative in _alternatives(pattern):
        yield from _heads(alternative, "", "")


def _heads(rest: str, letters: str, at: _At) -> Iterator[str]:
    """Give the heads of one alternative, `letters` being those already read."""
    while rest:
        if rest.startswith("(?") and rest[2] in "=!<":
            rest = rest[_closing(rest) :]
        elif rest.startswith("("):
            yield from _group_heads(rest, letters, at)
            return
        elif rest[0] == "^" or rest.startswith("\\b"):
            if letters:
                yield _head(letters, at, whole=True)
                return
            at = "start" if rest[0] == "^" else at or "word"
            rest = rest[1:] if rest[0] == "^" else rest[2:]
        elif (letters.isalpha() or not letters) and (run := _ONCE_EACH.match(rest)):
            letters, rest = letters + run.group(), rest[run.end() :]
        else:
            item = _item(rest)
            if letters or item.text in ascii_letters + digits:
                if not _goes_on(item, letters):
                    yield from _ended(item, letters, at)
                    return
                letters += item.text
            elif (passed := _passed(item, at)) is None:
                yield from _of_class(item, at)
                return
            else:
                at = passed
            rest = item.rest
    yield _head(letters, at, whole=False)


def _group_heads(rest: str, letters: str, at: _At) -> Iterator[str]:
    end = _closing(rest)
    inner = re.sub(r"^\?(?::|P<\w+>)", "", rest[1 : end - 1])
    after = _item("." + rest[end:])
    if inner.startswith("?"):
        yield ""
        return
    if not after.needed:
        yield from _heads(after.rest, letters, "line" if at == "start" else at)
        if at in _ON_LINE and re.fullmatch(r"\[\w+\](?:\{\d,\d\})?\[[.)]+\] ", inner):
            return  # the number of a heading, with a space behind it: its line is that of the words that follow
    for alternative in _alternatives(inner):
        yield from _heads(alternative + after.rest if after.once or not alternative else alternative, letters, at)


def _goes_on(item: _Item, letters: str) -> bool:
    """Return whether the item is the next letter, or digit, of one word."""
    return item.once and item.text in _WORDS and item.text.isalpha() == (letters or item.text).isalpha()


def _ended(item: _Item, letters: str, at: _At) -> Iterator[str]:
    """Give the head that ends before an item that is no further letter for sure."""
    if not letters:
        yield _head(item.text, at, whole=False)
        if not item.needed:
            yield from _heads(item.rest, "", at)
        return
    more = _LETTERS if letters.isalpha() else _DIGITS
    yield _head(letters, at, whole=item.needed and not _class(item.text) & more)


def _passed(item: _Item, at: _At) -> _At | None:
    """Return where one stands behind an item that is no word of its line; None where that cannot be said."""
    found = _class(item.text)
    if at not in _ON_LINE or found & (_LETTERS | {"\n"}):
        return None
    return "numbered" if found & _DIGITS or at == "numbered" else "line"


def _of_class(item: _Item, at: _At) -> Iterator[str]:
    """Give the heads of a pattern that begins with one of several characters."""
    found = _class(item.text)
    signs = found - (_LETTERS | _DIGITS | _SPACES)
    if at in {"", "word"} and found == signs and len(found) <= _FEW and item.needed:
        yield from (f"={sign}" for sign in sorted(signs))
        return
    if at != "word" or not found <= _WORDS | {_BEYOND}:
        yield _head("", at, whole=False)
        return
    if item.once and found <= _LETTERS and len(found) <= _FEW:
        for letter in sorted(found):
            yield from _heads(letter + item.rest, "", at)
        return
    yield "#" if found <= _DIGITS | {_BEYOND} else "*"
    if not item.needed:
        yield from _heads(item.rest, "", at)


def _head(letters: str, at: _At, *, whole: bool) -> str:
    if at in _ON_LINE and (not letters or (at == "numbered" and letters.isdigit())):
        return "^"
    if not letters or not at:
        return ""
    return f"{'' if at in {'word', 'start'} else '^'}{letters}{'!' if whole else ''}"


def _item(rest: str) -> _Item:
    """Return the first step of a pattern."""
    first = _ITEM.match(rest)
    text = first.group() if first else ""
    behind = rest[len(text) :]
    counted = _QUANTIFIER.match(behind)
    if counted is None:
        return _Item(text, behind, needed=text != "$", once=True)
    behind = behind[counted.end() :].removeprefix("?").removeprefix("+")
    needed = counted.group() == "+" or (counted.group()[0] == "{" and counted.group(1) not in {"", "0"})
    return _Item(text, behind, needed=needed, once=False)


@cache
def _class(item: str) -> frozenset[str]:
    """Return the characters that an item can be; those of words beyond ASCII are as one."""
    if item in {"$", "\\B", "\\Z", "\\A"} or (item[0] == "\\" and item[1:].isdigit()):
        return frozenset(printable) | {_BEYOND}
    one = re.compile(item)
    beyond = {character for character in item if not character.isascii()}
    found = {character for character in {*printable, *beyond, *_BEYOND} if one.fullmatch(character)}
    return frozenset(c if c.isascii() or not c.isalnum() else _BEYOND for c in found)


def _alternatives(pattern: str) -> Iterable[str]:
    """Return what stands between the bars of the outermost level."""
    found, depth, start = [], 0, 0
    for sign in _TELLING.finditer(pattern):
        text = sign.group()
        if text in {"(", ")"}:
            depth += 1 if text == "(" else -1
        elif text == "|" and not depth:
            found.append(pattern[start : sign.start()])
            start = sign.end()
    return [*found, pattern[start:]]


def _closing(rest: str) -> int:
    """Return the place after the bracket that closes the first one."""
    depth = 0
    for sign in _TELLING.finditer(rest):
        if sign.group() in {"(", ")"}:
            depth += 1 if sign.group() == "(" else -1
            if not depth:
                return sign.end()
    return len(rest)
