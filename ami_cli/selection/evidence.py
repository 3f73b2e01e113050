"""What the documents hold that helps to judge a criterion: file, page and words, never an opinion."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from ami_cli.models.assessment import Document, Evidence
from ami_cli.models.facts import StatedKind
from ami_cli.models.folding import folded
from ami_cli.models.requirement import DocumentKind
from ami_cli.models.selection import Criterion

STATED: dict[str, StatedKind] = {
    "references": "reference",
    "similar-missions": "similar-mission",
    "availability": "availability",
    "firm": "firm",
}
ARGUE: tuple[DocumentKind, ...] = ("letter", "technical-proposal", "references", "cv")
"""Kinds of document in the order in which they help to judge."""
PER_CRITERION = 4
"""Quotes beside one criterion: enough to find the place, few enough to read."""
QUOTE = 200
"""Characters of a quote."""


def evidence(criterion: Criterion, documents: Sequence[Document]) -> tuple[Evidence, ...]:
    """Return up to four places to read for a criterion: what it says to look for, statements first, then words.

    Each document gives one place in turn, those that argue before those that list: four lines of one CV would hide the letter.
    """
    statements = [STATED[name] for name in criterion.look_for if name in STATED]
    words = [folded(name) for name in criterion.look_for if name not in STATED]
    ordered = sorted(documents, key=lambda document: ARGUE.index(document.kind) if document.kind in ARGUE else len(ARGUE))
    found = dict.fromkeys(
        (*_in_turn(_stated(statements, one) for one in ordered), *_in_turn(_worded(words, one) for one in ordered))
    )
    return tuple(found)[:PER_CRITERION]


def _in_turn(each: Iterable[Iterator[Evidence]]) -> Iterator[Evidence]:
    """Give the first of each document, then the second of each, and so on."""
    return (item for row in zip_longest(*each) for item in row if item is not None)


def _stated(kinds: Sequence[StatedKind], document: Document) -> Iterator[Evidence]:
    for stated in document.facts.stated:
        if stated.what in kinds:
            yield Evidence(document=document.file.path, page=stated.page, quote=_short(stated.quote))


def _worded(words: Sequence[str], document: Document) -> Iterator[Evidence]:
    if not words:
        return
    for page in document.facts.texts:
        for line in page.text.splitlines():
            if any(word in folded(line) for word in words):
                yield Evidence(document=document.file.path, page=page.number, quote=_short(line))


def _short(text: str) -> str:
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rstrip() + "…"
