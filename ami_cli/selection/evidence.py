"""What the documents hold that helps to judge a criterion: file, page and words, never an opinion."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Document, Evidence
from ami_cli.models.facts import StatedKind
from ami_cli.models.folding import folded
from ami_cli.models.selection import Criterion

STATED: dict[str, StatedKind] = {
    "references": "reference",
    "similar-missions": "similar-mission",
    "availability": "availability",
    "firm": "firm",
}
PER_CRITERION = 4
"""Quotes beside one criterion: enough to find the place, few enough to read."""
QUOTE = 200
"""Characters of a quote."""


def evidence(criterion: Criterion, documents: Sequence[Document]) -> tuple[Evidence, ...]:
    """Return up to four places to read for a criterion: what it says to look for, statements first, then words."""
    statements = [STATED[name] for name in criterion.look_for if name in STATED]
    words = [folded(name) for name in criterion.look_for if name not in STATED]
    found = dict.fromkeys((*_stated(statements, documents), *_worded(words, documents)))
    return tuple(found)[:PER_CRITERION]


def _stated(kinds: Sequence[StatedKind], documents: Sequence[Document]) -> Iterator[Evidence]:
    for document in documents:
        for stated in document.facts.stated:
            if stated.what in kinds:
                yield Evidence(document=document.file.path, page=stated.page, quote=_short(stated.quote))


def _worded(words: Sequence[str], documents: Sequence[Document]) -> Iterator[Evidence]:
    if not words:
        return
    for document in documents:
        for page in document.facts.texts:
            for line in page.text.splitlines():
                if any(word in folded(line) for word in words):
                    yield Evidence(document=document.file.path, page=page.number, quote=_short(line))


def _short(text: str) -> str:
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rstrip() + "…"
