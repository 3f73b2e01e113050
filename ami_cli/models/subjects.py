"""Whether the subject of a message is one that the call asks for, however people and mail programs rewrite it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

Likeness = Literal["same", "within", "near", "other"]
"""The same once folded · the asked one with words around it · a few letters away · something else."""

NEAR = 0.8
"""From this share of letters in common, a subject is `near` the asked one: a slip of the hand."""

_REPLY = re.compile(
    r"^(?:(?:re|ref|fw|fwd|tr|rv|wg|aw|rep|tf|transfert|transmis|objet|subject)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*|\[[^\]]{1,40}\]\s*:?\s+)"
)
_BLANK = re.compile(r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}|_{2,}|\.{3,}|\bx{3,}\b")


class Match(NamedTuple):
    """The asked subject that comes closest."""

    asked: str
    likeness: Likeness
    distance: int
    """Letters to change from one to the other, once folded; 0 where nothing differs but what is around it."""


def fold_subject(subject: str) -> str:
    """Return the words of a subject: no case, accents, dashes, quotes, punctuation, nor leading Re:, Fwd:, TR:, Réf:, [EXT]."""
    plain = _plain(subject)
    while (bare := _REPLY.sub("", plain, count=1).strip()) != plain and bare:
        plain = bare
    return _words(plain)


def closest(subject: str, asked: Iterable[str]) -> Match | None:
    """Return the asked subject that comes closest to `subject`; None where none is asked."""
    matches = [_compare(subject, wanted) for wanted in asked]
    ranks = ("same", "within", "near", "other")
    return min(matches, key=lambda match: (ranks.index(match.likeness), match.distance), default=None)


def _compare(subject: str, asked: str) -> Match:
    found, wanted = fold_subject(subject), fold_subject(asked)
    if found == wanted:
        return Match(asked, "same", 0)
    if _contains(found, asked):
        return Match(asked, "within", 0)
    return Match(asked, *_distance(found, wanted))


def _contains(found: str, asked: str) -> bool:
    """Return whether the fixed parts of an asked subject, which may have blanks to fill in, stand in order in `found`."""
    fixed = [part for part in (_words(_plain(piece)) for piece in _BLANK.split(asked)) if part]
    return bool(fixed) and re.search(".*".join(rf"\b{re.escape(part)}\b" for part in fixed), found) is not None


def _distance(found: str, wanted: str) -> tuple[Likeness, int]:
    from rapidfuzz.distance import Levenshtein

    bounded = found[: 4 * len(wanted) + 200]  # a subject of 200 kB is data like any other
    distance = int(Levenshtein.distance(bounded, wanted))
    near = distance <= (1 - NEAR) * max(len(bounded), len(wanted))
    return ("near" if near else "other"), distance


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) != "Cf").strip()


def _words(plain: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
