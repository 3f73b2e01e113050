"""What the text of a document says: its language, its kind, its parts, and the statements found in it.

Pure: pages in, values out. The rules decide what a statement is worth; here one is `sure` where a reader would not hesitate.
"""

from collections.abc import Callable, Sequence

from ami_cli.facts.prose.context import in_context
from ami_cli.facts.prose.firms import read_firms
from ami_cli.facts.prose.hearing import listen
from ami_cli.facts.prose.kinds import best_kind, kinds_of
from ami_cli.facts.prose.language import language_of
from ami_cli.facts.prose.links import read_links
from ami_cli.facts.prose.members import members_named
from ami_cli.facts.prose.parts import parts_of
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.pieces import Piece, pieces_of
from ami_cli.facts.prose.referees import read_referees
from ami_cli.facts.prose.references import read_references
from ami_cli.facts.prose.statements import read_availability, read_similar_missions
from ami_cli.facts.prose.units import FoldedPage, read
from ami_cli.facts.prose.weights import Weighed, weigh
from ami_cli.models.base import Model
from ami_cli.models.facts import Page, Part, Stated
from ami_cli.models.requirement import DocumentKind

__all__ = ["Understanding", "best_kind", "understand"]


class Understanding(Model):
    """All that the text of one document says."""

    language: str | None
    kinds: dict[DocumentKind, float]
    """How much the text looks like each kind, 0 to 1."""
    parts: tuple[Part, ...]
    """Never empty where there are pages."""
    stated: tuple[Stated, ...]


Hear = Callable[[Sequence[Piece], Sequence[Part]], Sequence[Weighed]]
"""How much each passage of a file says, given its parts."""


def hear(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[Weighed]:
    """Return how much each passage says: its words first, then what stands around it."""
    return in_context(pieces, weigh(pieces), parts)


def understand(pages: tuple[Page, ...], hear: Hear = hear) -> Understanding:
    """Return what the text of `pages` says. Never raises, whatever the text."""
    Phrases.forget_many()
    folded = tuple(read(page) for page in pages)
    kinds = kinds_of(folded)
    parts = parts_of(folded, kinds)
    return Understanding(
        language=language_of([page.text for page in pages]), kinds=kinds, parts=parts, stated=_statements(folded, parts, hear)
    )


def _statements(pages: Sequence[FoldedPage], parts: Sequence[Part], hear: Hear) -> tuple[Stated, ...]:
    members = (member for part in parts if part.kind == "letter" for member in members_named(_pages_of(pages, part), part.person))
    pieces = pieces_of(pages)
    weighed = tuple(zip(pieces, hear(pieces, parts), strict=True))
    listened = tuple(listen(pages, weighed))
    asked = read_referees(listened)
    contracts, referees = read_references(listened, asked)
    return (
        *contracts,
        *referees,
        *read_availability(weighed),
        *read_similar_missions(weighed, contracts),
        *read_firms(weighed, pages, asked),
        *members,
        *read_links(pages),
    )


def _pages_of(pages: Sequence[FoldedPage], part: Part) -> tuple[FoldedPage, ...]:
    first, last = part.first_page or 1, part.last_page or len(pages)
    return tuple(page for page in pages if first <= page.page.number <= last)
