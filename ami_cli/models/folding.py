"""Text compared as a person would: case, accents, dashes, quotes and spaces do not matter."""

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TABLE = _DASHES | _QUOTES | _GONE


def folded(text: str) -> str:
    """Return the text without case, accents, ligatures, kinds of dash, quote and space; words and their order stay."""
    flat = unicodedata.normalize("NFKD", text.translate(_TABLE)).casefold()
    bare = "".join(character for character in flat if not unicodedata.combining(character))
    return re.sub(r"\s+", " ", bare).strip()
