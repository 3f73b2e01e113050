"""Text compared as a person would: case, accents, dashes, quotes and spaces do not matter."""

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TABLE = _DASHES | _QUOTES | _GONE


class _Marks(dict[int, int | None]):
    """Every character to itself, and combining marks to nothing; found out once for each character."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS = _Marks()


def folded(text: str) -> str:
    """Return the text without case, accents, ligatures, kinds of dash, quote and space; words and their order stay."""
    flat = unicodedata.normalize("NFKD", text.translate(_TABLE)).casefold()
    return " ".join(flat.translate(_MARKS).split())
