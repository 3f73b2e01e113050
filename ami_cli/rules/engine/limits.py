"""A limit of the call against what was measured: for each document of a kind, or for all of them together."""

from collections.abc import Callable, Iterator, Sequence

from ami_cli.models.assessment import Case, Evidence, Status
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import both, files, listed, named
from ami_cli.rules.engine.pieces import Piece, pieces, wanted
from ami_cli.rules.engine.rule import Finding, met, no_piece, not_met, to_verify, worst
from ami_cli.rules.engine.spans import Measured, Span, certain, together, without_twins

InWords = Callable[[int], Words]
"""Turns a number into `3 pages`."""


def each_kind(
    case: Case, most_of: Callable[[DocumentRequirement], int | None], measure: Callable[[Piece], Span], say: InWords
) -> Iterator[Finding]:
    """Give one finding for each limited document of the stage."""
    every = without_twins(pieces(case))
    for due in wanted(case, required=False):
        most = most_of(due)
        if most is not None:
            finding = _of(due, tuple(piece for piece in every if piece.kind == due.kind), most, measure, say)
            yield finding.about(due.id, clauses.limit(due, say(most)))


def _of(due: DocumentRequirement, found: Sequence[Piece], most: int, measure: Callable[[Piece], Span], say: InWords) -> Finding:
    if not any(piece.sure for piece in found):
        return no_piece(named(due))
    measured = [_measured(piece, found, most, measure) for piece in found]
    return in_total(named(due), measured, most, say) if due.limit == "total" else one_by_one(named(due), measured, most, say)


def _measured(piece: Piece, among: Sequence[Piece], most: int, measure: Callable[[Piece], Span]) -> Measured:
    span, shown = measure(piece), piece.shown()
    if span.low > most and shown.page is not None:
        shown = shown.model_copy(update={"page": shown.page + most})  # the first page too many
    return Measured(piece.path, span, shown, certain(piece, among))


def one_by_one(name: Words, measured: Sequence[Measured], most: int, say: InWords) -> Finding:
    """Return whether each thing keeps the limit: the worst of them decides, and all that are as bad are shown."""
    status = worst(one.status(most) for one in measured)
    alike = [one for one in measured if one.status(most) == status]
    if status == "met":
        return _kept(name, [one.shown for one in alike])
    amounts = [(_amount(one.span, say), files([one.path])) for one in alike]
    fr = listed((f"{amount.fr} ({path.fr})" for amount, path in amounts), "et")
    en = listed((f"{amount.en} ({path.en})" for amount, path in amounts), "and")
    return _told(status, name, both(fr, en), say(most), tuple(one.shown for one in alike))


def in_total(name: Words, measured: Sequence[Measured], most: int, say: InWords) -> Finding:
    """Return whether all together keep the limit."""
    total = together(measured)
    if total.status(most) == "met":
        return _kept(name, [one.shown for one in measured])
    amount, where = _amount(total, say), files(one.path for one in measured)
    told = both(f"{amount.fr} en tout ({where.fr})", f"{amount.en} in total ({where.en})")
    return _told(total.status(most), name, told, say(most), tuple(one.shown for one in measured))


def _kept(name: Words, shown: Sequence[Evidence]) -> Finding:
    return met(f"{name.fr} : limite respectée", f"{name.en}: limit kept", *shown)


def _told(status: Status, name: Words, amount: Words, most: Words, shown: tuple[Evidence, ...]) -> Finding:
    if status == "not_met":
        fr, en = f"{name.fr} : {amount.fr}, {most.fr} au plus", f"{name.en}: {amount.en}, at most {most.en}"
        return not_met(fr, en, *shown)
    fr = f"{name.fr} : limite à vérifier, {amount.fr}, {most.fr} au plus"
    en = f"{name.en}: limit to be checked, {amount.en}, at most {most.en}"
    return to_verify(fr, en, *shown)


def _amount(span: Span, say: InWords) -> Words:
    if span.high is None:
        return both("nombre inconnu", "number unknown")
    if span.low == span.high:
        return say(span.low)
    low, high = say(span.low), say(span.high)
    return both(f"de {low.fr} à {high.fr}", f"from {low.en} to {high.en}")
