"""Would the list change if one evaluator were left out, or a weight moved a little?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from ami_cli.selection.criteria import Leaf, moved
from ami_cli.selection.scoring import Score, Shares, weighted

STEP = Fraction(5, 100)
"""How far a weight is moved: five points of a hundred."""

Above = Callable[[Mapping[str, Score], Mapping[str, Fraction]], frozenset[str]]
"""From scores and weights to those above the line."""


@dataclass(frozen=True)
class Marked:
    """Who was given what, and what came of it."""

    given: Mapping[str, Shares]
    scores: Mapping[str, Score]
    criteria: Sequence[Leaf]
    watched: frozenset[str] = frozenset()
    """Criteria with a threshold of their own: only there does it matter who gave what on one criterion."""

    @cached_property
    def weights(self) -> dict[str, Fraction]:
        """What each criterion weighs."""
        return {leaf.id: leaf.weight for leaf in self.criteria}


@dataclass(frozen=True)
class Change:
    """One supposition, and whose place it would change."""

    evaluator: str | None
    criterion: str | None
    by: Fraction
    moves: frozenset[str]


def changes(marked: Marked, above: Above) -> tuple[Change, ...]:
    """Return the suppositions that change the list, evaluators first, in the order of the call."""
    usual = above(marked.scores, marked.weights)
    return tuple(change for change in (*_without(marked, above, usual), *_moved(marked, above, usual)) if change.moves)


def _without(marked: Marked, above: Above, usual: frozenset[str]) -> Iterator[Change]:
    evaluators = sorted({name for score in marked.scores.values() for name in score.by_evaluator})
    if len(evaluators) < 2:  # noqa: PLR2004 - with one evaluator there is nobody to compare with
        return
    for evaluator in evaluators:
        scores = {name: left for name, one in marked.scores.items() if (left := _leave_out(one, evaluator, marked))}
        yield Change(evaluator, None, Fraction(0), usual ^ above(scores, marked.weights))


def _leave_out(score: Score, evaluator: str, marked: Marked) -> Score | None:
    """Return the score without one evaluator; None where nobody is left."""
    if evaluator not in score.by_evaluator:
        return score
    others = len(score.by_evaluator) - 1
    if not others:
        return None
    mean = (score.mean * (others + 1) - score.by_evaluator[evaluator]) / others
    on_watched = _watched_without(score, evaluator, marked)
    return replace(score, mean=mean, by_criterion={**score.by_criterion, **on_watched})


def _watched_without(score: Score, evaluator: str, marked: Marked) -> dict[str, Fraction]:
    """Return the means on the criteria with a threshold, without one evaluator."""
    given, others = marked.given[score.application], len(score.by_evaluator) - 1
    if score.whole:
        left_out = given[evaluator]
        return {name: (score.by_criterion[name] * (others + 1) - left_out[name]) / others for name in marked.watched}
    rest = [marks for name, marks in given.items() if name != evaluator]
    found = {name: [marks[name] for marks in rest if name in marks] for name in marked.watched}
    return {name: sum(marks, Fraction(0)) / len(marks) for name, marks in found.items() if marks}


def _moved(marked: Marked, above: Above, usual: frozenset[str]) -> Iterator[Change]:
    for criterion in marked.weights:
        for by in (STEP, -STEP):
            other = moved(marked.weights, criterion, by)
            if other is not None:
                scores = {name: _reweighed(one, criterion, other, marked) for name, one in marked.scores.items()}
                yield Change(None, criterion, by, usual ^ above(scores, other))


def _reweighed(score: Score, criterion: str, other: Mapping[str, Fraction], marked: Marked) -> Score:
    """Return the score by other weights; where every mark was given, one criterion against the rest is enough to know it."""
    if score.whole:
        here, before = score.by_criterion[criterion], marked.weights[criterion]
        rest = (score.mean - before * here) / (1 - before)
        return replace(score, mean=other[criterion] * here + (1 - other[criterion]) * rest)
    totals = [weighted(marks, other) for marks in marked.given[score.application].values()]
    return replace(score, mean=sum(totals, Fraction(0)) / len(totals))
