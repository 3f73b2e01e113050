"""Wording shared by the rules: lists, moments, names of documents, words from outside quoted as data."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from ami_cli.models.requirement import DocumentKind, DocumentRequirement
from ami_cli.models.text import Text, Words
from ami_cli.rules.engine.remembered import remembered

LONGEST_QUOTE = 240
"""Characters of a document shown as evidence."""
SHOWN = 6
"""Items of a list named in a message; the others are counted, and all are in the evidence."""

KINDS: dict[DocumentKind, Words] = {
    "cv": Words(fr="CV", en="CV"),
    "letter": Words(fr="lettre", en="letter"),
    "criminal-record": Words(fr="extrait de casier judiciaire", en="criminal-record extract"),
    "technical-proposal": Words(fr="proposition technique", en="technical proposal"),
    "budget": Words(fr="proposition budgétaire", en="budget"),
    "references": Words(fr="références", en="references"),
    "other": Words(fr="autre pièce", en="other document"),
}

PROBLEMS = {
    "encrypted": Words(fr="protégé par un mot de passe", en="protected by a password"),
    "damaged": Words(fr="fichier abîmé", en="damaged file"),
    "empty": Words(fr="fichier vide", en="empty file"),
    "unsupported": Words(fr="format que ami ne lit pas", en="format that ami does not read"),
    "too-large": Words(fr="fichier trop gros pour être lu", en="file too large to be read"),
    "too-slow": Words(fr="lecture trop longue, arrêtée", en="reading took too long and was stopped"),
    "no-text": Words(fr="image sans texte (scan)", en="picture without text (scan)"),
}

_EMPHASIS = re.compile(r"(?<!\\)[*_`]+")
_MONTHS_FR = tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "))  # noqa: SIM905  # reads as a list
_MONTHS_EN = tuple("January February March April May June July August September October November December".split(" "))  # noqa: SIM905  # as above


class Fragment(NamedTuple):
    """A bit of a sentence in both languages; it may be empty."""

    fr: str = ""
    en: str = ""


def both(fr: str, en: str) -> Words:
    """Return a pair of wordings."""
    return Words(fr=fr, en=en)


def clean(text: str, limit: int = LONGEST_QUOTE) -> str:
    """Return words from outside as they can stand in a message: one line, nothing invisible, not longer than `limit`."""
    line = " ".join(text[: 4 * limit].split())
    if not line.isprintable():
        line = " ".join("".join(char if char.isprintable() else " " for char in line).split())
    return f"{line[: limit - 1].rstrip()}…" if len(line) > limit else line


def plain(text: Text, language: str) -> str:
    """Return words of the call without their CommonMark emphasis, on one line."""
    return clean(_EMPHASIS.sub("", text.any_of(language, "fr", "en")))


@remembered(256)
def named(requirement: DocumentRequirement) -> Words:
    """Return what the call calls a document: its label, else its kind."""
    if requirement.label is None:
        return KINDS[requirement.kind]
    return both(plain(requirement.label, "fr") or requirement.id, plain(requirement.label, "en") or requirement.id)


def listed(items: Iterable[str], last: str) -> str:
    """Return `a, b et c`; beyond a few, the rest is counted."""
    every = list(items)
    shown = every if len(every) <= SHOWN else [*islice(every, SHOWN - 1), f"… (+ {len(every) - SHOWN + 1})"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}" if shown else ""


def files(paths: Iterable[str]) -> Words:
    """Return names of files, quoted, as a list in each language."""
    names = [clean(path, 80) for path in dict.fromkeys(paths)]
    return both(listed((f"« {name} »" for name in names), "et") or "—", listed((f"“{name}”" for name in names), "and") or "—")


def count(number: int, singular: str, plural: str | None = None, *, french: bool = False) -> str:
    """Return `1 page`, `2 pages`; in French zero is singular, in English it is plural."""
    one = number in {0, 1} if french else number == 1
    return f"{number} {singular if one else plural or singular + 's'}"


def pages(number: int) -> Words:
    """Return a number of pages in words."""
    return both(count(number, "page", french=True), count(number, "page"))


def moment(at: datetime) -> Words:
    """Return a moment to the second, in the zone it carries, with its offset: no zone label can be wrong."""
    clock = at.strftime("%H:%M:%S")
    offset = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", at.strftime("%z")) or "?"
    day, year = at.day, at.year
    first = "1er" if day == 1 else str(day)
    return both(
        f"{first} {_MONTHS_FR[at.month - 1]} {year} à {clock} (UTC{offset})",
        f"{day} {_MONTHS_EN[at.month - 1]} {year} at {clock} (UTC{offset})",
    )
