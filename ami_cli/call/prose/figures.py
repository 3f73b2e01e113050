"""Numbers as prose writes them: in figures and in words, French and English."""

import re

_FRENCH = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
]  # fmt: skip
_ENGLISH = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_TENS = {
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "une": 1,
}  # fmt: skip

WORDS: dict[str, int] = (
    {word: number for number, word in enumerate(_FRENCH)} | {word: number for number, word in enumerate(_ENGLISH)} | _TENS
)
"""The number words that notices use for limits. “six” is the same in both languages."""

_IN_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))

NUMBER = rf"(?:\b(?:{_IN_WORDS})\b(?:\s*\(\s*\d+\s*\))?|\b\d+\b(?:\s*\(\s*(?:{_IN_WORDS}|\d+)\s*\))?)"
"""A pattern for a number: `3`, `trois`, `trois (3)`, `3 (trois)`."""

TWICE = re.compile(
    rf"\b(?P<word>{_IN_WORDS})\s*\(\s*(?P<figure>\d+)\s*\)|\b(?P<figure2>\d+)\s*\(\s*(?P<word2>{_IN_WORDS})\s*\)", re.IGNORECASE
)
"""A number written in words beside its figure."""


def value_of(written: str) -> int:
    """Return the number that `NUMBER` found; of a number written twice, the first."""
    first = re.split(r"[\s(]", written.strip().lower(), maxsplit=1)[0]
    return int(first) if first.isdecimal() else WORDS[first]
