"""Whether two ways of writing a name mean the same person."""

import re
import unicodedata
from functools import lru_cache

_TITLES = (
    "m mr mrs ms miss mx mme mlle dr dre prof pr me maitre ing sir dame rev soeur frere sr sra srta don dona phd md msc ma mba"
    " docteur docteure professeur professeure madame monsieur mademoiselle doctor professor"
)
_PARTICLES = "de du des d la le les l van von der den ten ter el al ould ben ibn bin bint di da do dos del della y e et and"
_LEFT_OUT = frozenset(f"{_TITLES} {_PARTICLES}".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?")
_SHORTENED = 2
"""Up to this many letters, a word of a name can stand for a longer one ("J.", "Ch.")."""


def same_person(one: str, other: str) -> bool:
    """Return whether both names can be those of one person.

    Accents, case, order (`NOM Prénom`), titles, particles, hyphens and initials make no difference; each word of the
    shorter name has its match in the longer one, and one whole word at least is the same in both.
    """
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter == longer
    return _all_found(shorter, list(longer)) or _all_found(_glued(one), list(_glued(other)))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without titles and particles: `Mme Ada DE LA TOUR-Roy` → ada, tour, roy."""
    words = (_fold(word) for word in _WORD.findall(name.replace("-", " ").replace("‑", " ")))
    return tuple(word for word in words if word and word not in _LEFT_OUT)


_words = lru_cache(maxsize=256)(name_words)
"""The same few names are compared with one another, time and again."""


def _glued(name: str) -> tuple[str, ...]:
    """Return the words of a name without hyphens and apostrophes: `N'Diaye` is then `Ndiaye`, `Jean-Luc` `Jeanluc`."""
    return name_words(re.sub(r"[-‑'’]", "", name))


def _fold(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalpha())
    return plain.replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")


def _all_found(shorter: tuple[str, ...], longer: list[str]) -> bool:
    whole = False
    for word in sorted(shorter, key=len, reverse=True):
        match = next((other for other in longer if other == word), None)
        match = match or next((other for other in longer if _stands_for(word, other)), None)
        if match is None:
            return False
        whole = whole or (match == word and len(word) > _SHORTENED)
        longer.remove(match)
    return whole


def _stands_for(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) <= _SHORTENED and longer.startswith(shorter)
