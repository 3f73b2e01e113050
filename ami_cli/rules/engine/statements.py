"""What the documents state: what was surely found, what might be it, and whether anything was left unread."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.facts import Stated, StatedKind
from ami_cli.models.folding import folded
from ami_cli.models.page_numbers import page_numbers
from ami_cli.models.requirement import DocumentKind, DocumentRequirement, MustState, Statement
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import Fragment, both, clean, listed, named
from ami_cli.rules.engine.pieces import CERTAIN, Piece, drawn, gaps, of_kind, pieces, wanted, where
from ami_cli.rules.engine.rule import Finding, met, no_piece, not_met, to_verify

ANNEXES: frozenset[DocumentKind] = frozenset({"references", "technical-proposal", "other"})
"""Kinds of document in which a statement counts as if it stood in the one that was asked for."""

_GAPS = {
    "unreadable": Words(fr="n’a pas pu être lu", en="could not be read"),
    "ocr": Words(fr="a été lu par reconnaissance de caractères", en="was read by character recognition"),
    "truncated": Words(fr="n’a été lu qu’en partie", en="was read in part only"),
    "language": Words(fr="est dans une langue que les règles ne connaissent pas", en="is in a language that the rules do not know"),
    "blank": Words(fr="a des pages sans texte", en="has pages without text"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and the piece it stands in."""

    piece: Piece
    stated: Stated

    @property
    def shown(self) -> Evidence:
        """Return its file, page and words."""
        page, quote = self.stated.page, clean(self.stated.quote) or None
        return Evidence(document=self.piece.path, page=page, quote=quote, ocr=self.piece.recognised(page))

    @property
    def key(self) -> str:
        """Return its words: two contracts may bear one year or one client, but not one wording in two places."""
        return folded(self.stated.quote)


@dataclass(frozen=True, slots=True)
class Search:
    """The result of looking for one statement."""

    sure: tuple[Found, ...]
    traces: tuple[Found, ...]
    unread: tuple[tuple[Piece, str], ...]


def asked(case: Case, *statements: Statement) -> Iterator[tuple[DocumentRequirement, MustState]]:
    """Give the statements of some kinds that documents due at the stage must make."""
    return ((due, state) for due in wanted(case, required=False) for state in due.must_state if state.what in statements)


def search(case: Case, kind: DocumentKind, what: StatedKind) -> Search:
    """Look for a statement in the pieces of a kind and in annexes; elsewhere it is a trace."""
    sure: list[Found] = []
    traces: list[Found] = []
    unread: list[tuple[Piece, str]] = []
    for piece in pieces(case):
        counts, apart = _counts(piece, kind), _apart(piece, kind)
        for stated in stated_in(piece, what):
            if stated.sure and counts:
                sure.append(Found(piece, stated))
            elif stated.sure or not apart:  # what only looks like it in another kind of document is not even a trace
                traces.append(Found(piece, stated))
        if not apart:
            unread.extend((piece, gap) for gap in gaps(piece))
    different, again = _apart_from_repeats(sure)
    return Search(different, (*again, *traces), tuple(unread))


def _apart_from_repeats(sure: Iterable[Found]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Return the statements, and those that another piece makes again: one letter in two formats says everything twice."""
    different: list[Found] = []
    again: list[Found] = []
    for one in sure:
        elsewhere = any(other.piece is not one.piece and other.key == one.key for other in different)
        (again if elsewhere else different).append(one)
    return tuple(different), tuple(again)


def _counts(piece: Piece, kind: DocumentKind) -> bool:
    return piece.kind == kind or piece.kind in ANNEXES or not piece.sure


def _apart(piece: Piece, kind: DocumentKind) -> bool:
    """Return whether a piece is so surely something else that nobody would look there."""
    return not _counts(piece, kind) and piece.confidence >= CERTAIN and piece.bounded and not drawn(piece)


def stated_in(piece: Piece, what: StatedKind) -> Iterator[Stated]:
    """Give the statements of one kind that stand on the pages of a piece."""
    return (stated for stated in piece.document.facts.stated if stated.what == what and piece.covers(stated.page))


def judge(case: Case, due: DocumentRequirement, state: MustState, what: StatedKind) -> Finding:
    """Return what the documents say of one thing that one of them must state."""
    there = of_kind(pieces(case), due.kind)
    finding = _told(search(case, due.kind, what), state) if there else no_piece(named(due))
    return finding.about(due.id, clauses.statement(due, state))


def _told(result: Search, state: MustState) -> Finding:
    sure = tuple(found.shown for found in result.sure)
    name, tally = clauses.said(state), _tally(len(result.sure), state)
    if len(result.sure) >= state.at_least:
        return met(f"indiqué : {name.fr}{tally.fr}", f"stated: {name.en}{tally.en}", *sure)
    if result.traces:
        shown = tuple(dict.fromkeys((*sure, *(found.shown for found in result.traces))))
        return to_verify(
            f"à lire par une personne : {name.fr}{tally.fr}, et des passages qui pourraient l’être",
            f"to be read by a person: {name.en}{tally.en}, and passages that may be it",
            *shown,
        )
    if result.unread:
        why = unread_words(result.unread)
        shown = (*sure, *(piece.at(next(iter(where(piece, gap)), piece.part.first_page)) for piece, gap in result.unread))
        return to_verify(
            f"non trouvé : {name.fr}{tally.fr} ; mais {why.fr}", f"not found: {name.en}{tally.en}; but {why.en}", *shown
        )
    return not_met(f"non indiqué : {name.fr}{tally.fr}", f"not stated: {name.en}{tally.en}", *sure)


def _tally(number: int, state: MustState) -> Fragment:
    if state.what != "references":
        return Fragment()
    return Fragment(f" ({number} trouvée{'s' if number > 1 else ''})", f" ({number} found)")


def unread_words(unread: Sequence[tuple[Piece, str]]) -> Words:
    """Return which pieces were not read whole, and why."""
    items = list(dict.fromkeys((piece.path, gap, where(piece, gap)) for piece, gap in unread))
    fr = listed((f"« {clean(path, 80)} » {_GAPS[gap].fr}{_at(pages).fr}" for path, gap, pages in items), "et")
    en = listed((f"“{clean(path, 80)}” {_GAPS[gap].en}{_at(pages).en}" for path, gap, pages in items), "and")
    return both(fr, en)


def _at(pages: Sequence[int]) -> Fragment:
    if not pages:
        return Fragment()
    named = page_numbers(pages)
    return Fragment(f" ({named.fr})", f" ({named.en})")
