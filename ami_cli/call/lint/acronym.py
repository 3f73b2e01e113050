"""An acronym that does not match its expansion."""

import re
from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.passages import passages
from ami_cli.models.folding import folded
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "acronym-mismatch",
    title=Words(fr="Sigle qui ne correspond pas à son développé", en="Acronym that does not match its expansion"),
    checks=Words(
        fr="Un sigle entre parenthèses a les initiales des mots qui le précèdent.",
        en="An acronym between brackets has the initials of the words before it.",
    ),
    why=Words(
        fr="Un mot est tombé en route : « Mineurs Accompagnés (MNA) » dit le contraire de ce qu’il faut.",
        en="A word was lost on the way: “Accompanied Minors (UAM)” says the opposite of what is meant.",
    ),
    example=Words(fr="« Mineurs Accompagnés (MNA) ».", en="“Accompanied Minors (MNA)”."),
    remedy=Words(fr="complétez les mots, ou corrigez le sigle", en="complete the words, or correct the acronym"),
)

_ACRONYM = re.compile(r"(?<![^\W\d_])(?P<words>(?:[^\W\d_]{1,40}[\s’'\-]{1,3}){2,10})[\"“”«»]?\((?P<acronym>[A-Z]{3,7})s?\)")
_SMALL = frozenset(
    {"a", "an", "and", "au", "aux", "contre", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les"}
    | {"of", "on", "ou", "par", "pour", "s", "sans", "sur", "the", "to", "un", "une", "with"}
)
_COMPOUND = 10
"""Letters from which a word may give a second letter to its acronym, as in immunodéficience (SIDA)."""


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each acronym that lacks a word, or has one too many, where the rest of it matches."""
    for passage in passages(loaded):
        for match in _ACRONYM.finditer(passage.flowing):
            written = re.split(r"[\s’'\-]+", match["words"].strip(" ’'-\n"))
            expansion = _nearly(match["acronym"].lower(), [folded(word) for word in written])
            if expansion is not None:
                words = " ".join(written[-expansion:])
                message = Words(
                    fr=f"« {quoted(words)} » n’a pas les initiales de « {match['acronym']} »",
                    en=f"“{quoted(words)}” does not have the initials of “{match['acronym']}”",
                )
                line = passage.line(match.start("acronym"))
                yield Doubt(passage.path, message, line=line, source=passage.source)


def _nearly(acronym: str, words: list[str]) -> int | None:
    """Return how many of the last words are the expansion where exactly one letter is amiss; None where all is well."""
    if any(_spells(acronym, words[-count:]) for count in range(1, len(words) + 1)):
        return None
    for count in range(2, len(words) + 1):
        kept = [word for word in words[-count:] if word not in _SMALL]
        initials = "".join(word[0] for word in kept)
        same_ends = initials[:1] == acronym[0] and initials[-1:] == acronym[-1] and words[-count] == kept[0]
        if same_ends and _one_letter_lost(acronym, initials) and not _inside(acronym, initials, kept):
            return count
    return None


def _spells(acronym: str, words: list[str]) -> bool:
    """Return whether the acronym takes the initials of every large word, and of small ones where it likes."""
    if not words:
        return not acronym
    here = acronym[:1] == words[0][0] and _spells(acronym[1:], words[1:])
    return here or (words[0] in _SMALL and _spells(acronym, words[1:]))


def _one_letter_lost(acronym: str, initials: str) -> bool:
    return any(acronym[:index] + acronym[index + 1 :] == initials for index in range(1, len(acronym) - 1))


def _inside(acronym: str, initials: str, words: list[str]) -> bool:
    """Return whether the letter that is amiss may come from inside the long compound word whose initial precedes it."""
    here = next(index for index, letter in enumerate(acronym) if letter != initials[index : index + 1])
    return len(words[here - 1]) >= _COMPOUND and acronym[here] in words[here - 1][1:]


WARNING = CallWarning(PAGE, check)
