"""Marks → scores → ranks. Exact arithmetic: a tie is a tie, and never a rounding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from ami_cli.models.evaluation import Grid
from ami_cli.selection.criteria import Leaf

Shares = dict[str, dict[str, Fraction]]
"""For each evaluator who counts, the share of the best mark (0 to 1) given on each criterion."""


@dataclass(frozen=True)
class Score:
    """What one candidate obtained, all in shares of 1."""

    application: str
    by_evaluator: Mapping[str, Fraction]
    by_criterion: Mapping[str, Fraction]
    mean: Fraction
    median: Fraction
    spread: Fraction
    """Between the most and the least generous evaluator."""
    whole: bool = True
    """Whether every evaluator who counts marked every criterion."""


def shares(grids: Iterable[Grid], leaves: Sequence[Leaf]) -> dict[str, Shares]:
    """Return, for each candidate, what every evaluator who counts gave on each criterion, as a share of the best mark.

    A mark counts as `mark / best mark of the scale`, the reading that printed grids share ("4 out of 5").
    """
    best = {leaf.id: Fraction(leaf.scale.most) for leaf in leaves}
    found: dict[str, Shares] = {}
    for grid in sorted(grids, key=lambda grid: grid.evaluator):
        for judgement in grid.judgements:
            mine = found.setdefault(judgement.application, {})
            if judgement.counts:
                mine[grid.evaluator] = {
                    name: Fraction(mark.value) / best[name] for name, mark in judgement.marks.items() if name in best
                }
    return found


def score(application: str, given: Shares, weights: Mapping[str, Fraction]) -> Score | None:
    """Return the score of one candidate, or None where no evaluator counts."""
    if not given:
        return None
    by_evaluator = {name: weighted(marks, weights) for name, marks in given.items()}
    on_each = {name: [marks[name] for marks in given.values() if name in marks] for name in weights}
    by_criterion = {name: _mean(marks) for name, marks in on_each.items() if marks}
    totals = list(by_evaluator.values())
    whole = all(len(marks) == len(weights) for marks in given.values())
    return Score(application, by_evaluator, by_criterion, _mean(totals), median(totals), max(totals) - min(totals), whole)


def weighted(marks: Mapping[str, Fraction], weights: Mapping[str, Fraction]) -> Fraction:
    """Return the weighted share; where a criterion has no mark, its weight is left out of the whole."""
    whole = sum((weights[name] for name in marks), Fraction(0))
    if not whole:
        return Fraction(0)
    reached = sum((share * weights[name] for name, share in marks.items()), Fraction(0))
    return reached if whole == 1 else reached / whole


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def ranks(scores: Mapping[str, Fraction]) -> dict[str, int]:
    """Return the rank of each, equal scores sharing a rank (1, 2, 2, 4)."""
    ordered = sorted(scores.values(), reverse=True)
    first = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    return {name: first[value] for name, value in scores.items()}
