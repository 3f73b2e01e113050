"""What a first reading leaves open, and which program could answer it."""

from collections.abc import Iterator

from ami_cli.facts import media, office
from ami_cli.facts.orders import RECOGNISED_PAGES
from ami_cli.facts.tools import Tools
from ami_cli.models.facts import DocumentFacts

Kept = dict[str, bytes]
"""The content of files that a second look needs, by digest."""


def to_lay_out(facts: DocumentFacts) -> bool:
    """Tell whether LibreOffice would say more of it."""
    return facts.media_type in office.SUFFIXES and facts.problem in {None, "no-text", "unsupported"}


def to_recognise(facts: DocumentFacts) -> bool:
    """Tell whether recognition would say more of it: a picture, a scan, scanned pages among others, or such pages once laid out."""
    drawn = facts.media_type == media.PDF or facts.pages_basis == "converted"
    return (drawn and bool(facts.unread)) or (facts.problem == "no-text" and (drawn or facts.media_type.startswith("image/")))


def tree(facts: DocumentFacts) -> Iterator[DocumentFacts]:
    """Yield a file and all that is inside it."""
    yield facts
    for member in facts.members:
        yield from tree(member.facts)


def wanted(facts: DocumentFacts, tools: Tools) -> tuple[int, int]:
    """Return how many files of the tree are to be laid out, and how many to be recognised, with these tools."""
    every = list(tree(facts))
    return sum(laid_out_by(tools, one) for one in every), sum(map(to_recognise, every)) if tools.tesseract else 0


def pages_to_recognise(facts: DocumentFacts, tools: Tools) -> int:
    """Return how many pages of the tree may have to be recognised; what is laid out first may turn out to have any number."""
    if tools.tesseract is None:
        return 0
    return sum(_pages(one, tools) for one in tree(facts))


def _pages(facts: DocumentFacts, tools: Tools) -> int:
    if laid_out_by(tools, facts):
        return RECOGNISED_PAGES
    return min(RECOGNISED_PAGES, len(facts.unread) or facts.pages or 1) if to_recognise(facts) else 0


def laid_out_by(tools: Tools, facts: DocumentFacts) -> bool:
    """Tell whether LibreOffice is there with what it needs to lay it out."""
    return tools.office is not None and to_lay_out(facts) and office.can_open(tools.office, facts.media_type)
