"""A text folded once for matching: no accents, plain apostrophes, hyphens and spaces, words cut at a line's end made whole."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.facts.prose.phrases import Marked

_SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-", "…": ".", "\u00ad": "", "\ufeff": "",
    "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE",
    "ß": "ss", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "•": "*", "·": "*", "▪": "*", "●": "*", "◦": "*", "‣": "*", "■": "*",
    "\uf0b7": "*", "\uf0a7": "*", "➢": "*", "➤": "*", "►": "*", "▶": "*", "✓": "*", "✔": "*", "→": "*", "❖": "*", "○": "*",
    "›": "*", "▸": "*", "◆": "*", "◇": "*", "➜": "*", "⇒": "*", "★": "*", "✦": "*", "◾": "*", "▫": "*",
    "\t": "\t", "\n": "\n", "\r": " ", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "₂": "2",
}  # fmt: skip
_CUT_WORD = re.compile(r"(?<=[a-z])(?<!\bmi)(?<!\bmid)(?<!\bnon)(?<!\bself)(?<!\bsous)-[ \t]?\n[ \t]*(?=[a-z])")


class _Table(dict[int, str]):
    """What each character becomes, found the first time it is met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = _SPECIAL.get(character)
        if plain is None:
            plain = _plain(character)
        self[code] = plain
        return plain


def _plain(character: str) -> str:
    if character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}:
        return " "
    kept = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return kept if len(kept.lower()) == len(kept) else kept.lower()


_TABLE = _Table()
_ODD = re.compile(r"[^\t\n !-_a-~]")
"""All but what stays as it is in any case: printable ASCII without the grave accent."""
_FEW = 100


def _folded(text: str) -> str:
    """Return the text translated: each odd character of it replaced everywhere, which is faster than a look at every character."""
    odd = {character: _TABLE[ord(character)] for character in set(_ODD.findall(text))}
    if len(odd) > _FEW or any(map(_ODD.search, odd.values())):
        return text.translate(_TABLE)
    for character, plain in odd.items():
        text = text.replace(character, plain)
    return text


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, with its case (`cased`) and without (`lower`), of the same length, and the way back to the source."""

    source: str
    cased: str
    lower: Marked
    offsets: tuple[int, ...] | None

    def quote(self, start: int, end: int) -> str:
        """Return the words of the source between two places of the folded text."""
        if self.offsets is None:
            return self.source[start:end]
        return self.source[self.offsets[start] : self.offsets[end]]


def fold(text: str) -> Folded:
    """Return `text` folded."""
    cased = _folded(text)
    offsets = None
    if len(cased) != len(text) or (_cut_at_line_end(cased) and _CUT_WORD.search(cased)):
        cased, offsets = _with_offsets(text)
    return Folded(text, cased, Marked(_lower(cased)), offsets)


def _cut_at_line_end(cased: str) -> bool:
    """Return whether a line ends with a hyphen: only then the dearer pattern need be tried."""
    return any(end in cased for end in ("-\n", "- \n", "-\t\n"))


def _lower(cased: str) -> str:
    lower = cased.lower()
    return lower if len(lower) == len(cased) else "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)


def _with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    pairs = [(plain, place) for place, character in enumerate(text) for plain in _TABLE[ord(character)]]
    cased = "".join(plain for plain, _ in pairs)
    kept: list[int] = []
    pieces: list[str] = []
    for start, end in _whole_words(cased):
        pieces.append(cased[start:end])
        kept.extend(place for _, place in pairs[start:end])
    return "".join(pieces), (*kept, len(text))


def _whole_words(cased: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT_WORD.finditer(cased):
        yield start, cut.start()
        start = cut.end()
    yield start, len(cased)
