"""Would the list change if one evaluator were left out, or a weight moved a little?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ami_cli.selection.criteria import Leaf, moved
from ami_cli.selection.scoring import Shares, means

STEP = Fraction(5, 100)
"""How far a weight is moved: five points of a hundred."""


@dataclass(frozen=True)
class Change:
    """One supposition, and whose place it would change."""

    evaluator: str | None
    criterion: str | None
    by: Fraction
    moves: frozenset[str]


Above = Callable[[Mapping[str, Fraction]], frozenset[str]]
"""From scores to those above the line."""


def changes(given: Mapping[str, Shares], leaves: Sequence[Leaf], above: Above) -> tuple[Change, ...]:
    """Return the suppositions that change the list, evaluators first, in the order of the call."""
    weights = {leaf.id: leaf.weight for leaf in leaves}
    usual = above(means(given, weights))
    evaluators = sorted({name for by_evaluator in given.values() for name in by_evaluator})
    return tuple(
        change
        for change in (*_without(given, weights, evaluators, above, usual), *_moved(given, weights, above, usual))
        if change.moves
    )


def _without(
    given: Mapping[str, Shares], weights: Mapping[str, Fraction], evaluators: Sequence[str], above: Above, usual: frozenset[str]
) -> Iterator[Change]:
    if len(evaluators) < 2:  # noqa: PLR2004 - with one evaluator there is nobody to compare with
        return
    for evaluator in evaluators:
        yield Change(evaluator, None, Fraction(0), usual ^ above(means(given, weights, without=evaluator)))


def _moved(given: Mapping[str, Shares], weights: Mapping[str, Fraction], above: Above, usual: frozenset[str]) -> Iterator[Change]:
    for criterion in weights:
        for by in (STEP, -STEP):
            other = moved(weights, criterion, by)
            if other is not None:
                yield Change(None, criterion, by, usual ^ above(means(given, other)))
