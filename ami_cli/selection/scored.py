"""Scored mode: marks → scores → needs and thresholds → the line, with what the result depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from functools import cached_property

from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Ground
from ami_cli.models.selection import Selection
from ami_cli.models.text import Words
from ami_cli.selection.criteria import technical, technical_share
from ami_cli.selection.cut import Cut, cut
from ami_cli.selection.judged import Judged
from ami_cli.selection.needs import Stances
from ami_cli.selection.price import combined, financial
from ami_cli.selection.scoring import Score, ranks, score, shares
from ami_cli.selection.sentences import solidity
from ami_cli.selection.thresholds import Least, below_total, failures, leasts
from ami_cli.selection.whatif import Marked


@dataclass(frozen=True)
class Result:
    """Everything that shortlist, tables and minutes need of a scored selection."""

    scores: Mapping[str, Score]
    """By the marks alone: the technical part, where the price plays one."""
    failures: Mapping[str, tuple[Words, ...]]
    """Eliminatory needs and thresholds that are not met."""
    split: Mapping[str, tuple[Words, ...]]
    """Eliminatory needs on which evaluators differ and the committee has not settled."""
    totals: Mapping[str, Fraction]
    """What ranks: the score, joined with the price where it plays a part."""
    line: Cut
    ranks: Mapping[str, int]
    solidity: Mapping[str, Words]
    financial: Mapping[str, Fraction]
    unpriced: tuple[str, ...] = ()
    """Those who reach the technical threshold and whose price is not known yet."""


@dataclass(frozen=True)
class Rules:
    """What the call declares, and what the line needs to know beside the scores."""

    selection: Selection
    places: int | None
    received: Mapping[str, datetime | None]
    judged: Judged

    @cached_property
    def by_marks_alone(self) -> bool:
        """Whether the price plays no part."""
        return technical_share(self.selection) == 1

    def totals(self, means: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Return what ranks; where the price plays a part, those whose price is not known are left out."""
        if self.by_marks_alone:
            return dict(means)
        priced = {name: mean for name, mean in means.items() if name in self.judged.prices}
        return combined(priced, self.judged.prices, self.selection)

    @cached_property
    def thresholds(self) -> tuple[Least, ...]:
        """The thresholds on the technical part and on criteria."""
        return leasts(self.selection)

    def run(self, scores: Mapping[str, Score], weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Return the total of each candidate that reaches every threshold."""
        means = {name: one.mean for name, one in scores.items() if not any(t.missed_by(one, weights) for t in self.thresholds)}
        percent = self.selection.threshold_percent
        least = Fraction(0) if percent is None else Fraction(percent) / 100
        return {name: total for name, total in self.totals(means).items() if total >= least}

    def line(self, totals: Mapping[str, Fraction]) -> Cut:
        """Return where the line falls."""
        return cut(totals, len(totals) if self.places is None else self.places, self.selection.tie, self.received)


def evaluate(rules: Rules, assessments: Sequence[Assessment], stances: Stances) -> Result:
    """Return scores, needs and thresholds not met, ranks and the line for the complete applications."""
    criteria = technical(rules.selection)
    weights = {leaf.id: leaf.weight for leaf in criteria}
    complete = {a.application.id for a in assessments if a.verdict == "complete"}
    given = {name: marks for name, marks in shares(rules.judged.grids, criteria).items() if name in complete}
    scores = {name: found for name, marks in given.items() if (found := score(name, marks, weights))}
    written = rules.judged.written
    barred = {name: why for name, why in _barred(stances, written).items() if name in scores}
    split = {name: why for name, why in stances.split.items() if name in scores and name not in written}
    watched = frozenset(name for one in rules.thresholds for name in one.criteria)
    marked = Marked(given, {n: s for n, s in scores.items() if n not in barred}, criteria, watched)
    failed = barred | {name: why for name, one in marked.scores.items() if (why := failures(one, rules.thresholds, weights))}
    unpriced = _unpriced([name for name in scores if name not in failed], split, rules)
    result = Result(scores, failed, split, {}, Cut((), ()), {}, {}, {}, unpriced)
    return result if unpriced else _ranked(result, marked, rules)


def _barred(stances: Stances, written: Mapping[str, Ground]) -> dict[str, tuple[Words, ...]]:
    """Return whom the evaluators bar, and whom the committee bars where evaluators differ."""
    settled = {name: why for name, why in stances.split.items() if name in written and not _stays(written[name])}
    return dict(stances.barred) | settled


def _stays(ground: Ground) -> bool:
    return ground.retained or ground.reserve is not None


def _unpriced(passing: Sequence[str], split: Mapping[str, object], rules: Rules) -> tuple[str, ...]:
    """Return whose price is awaited; while an eliminatory need is open, no envelope is."""
    if rules.by_marks_alone:
        return ()
    return tuple(sorted(passing if split else (name for name in passing if name not in rules.judged.prices)))


def _ranked(result: Result, marked: Marked, rules: Rules) -> Result:
    passing = {name: one.mean for name, one in marked.scores.items() if name not in result.failures}
    everyone = rules.totals(passing)
    below = {name: why for name, total in everyone.items() if (why := below_total(total, rules.selection))}
    totals = {name: total for name, total in everyone.items() if name not in below}
    line = _settled(_sure(totals, result.split, rules), rules)

    def above(scores: Mapping[str, Score], weights: Mapping[str, Fraction]) -> frozenset[str]:
        return frozenset(rules.line(rules.run(scores, weights)).above)

    return replace(
        result,
        failures={**result.failures, **below},
        totals=totals,
        line=line,
        ranks=ranks(totals),
        solidity={} if result.split else solidity(marked, line, above),
        financial={} if rules.by_marks_alone else financial({name: rules.judged.prices[name] for name in passing}),
    )


def _sure(totals: Mapping[str, Fraction], split: Mapping[str, object], rules: Rules) -> Cut:
    """Return the line; while some may still be barred, only what is the same with all of them and with none of them."""
    with_all = rules.line(totals)
    if not split:
        return with_all
    with_none = rules.line({name: total for name, total in totals.items() if name not in split})
    above = tuple(name for name in with_all.above if name in with_none.above)
    below = tuple(name for name in with_all.below if name in with_none.below)
    rest = tuple(name for name in (*with_all.above, *with_all.undecided, *with_all.below) if name not in {*above, *below})
    return Cut(above, below, with_all.tied, rest)


def _settled(line: Cut, rules: Rules) -> Cut:
    """Return the line with a tie that the declared rule could not part, and that the committee's grounds do."""
    written = rules.judged.written
    if not line.undecided or not line.tied or not set(line.undecided) <= written.keys() or rules.places is None:
        return line
    chosen = tuple(name for name in line.undecided if written[name].retained)
    if len(line.above) + len(chosen) > rules.places:
        return line
    others = tuple(name for name in line.undecided if name not in chosen)
    return replace(line, above=line.above + chosen, below=others + line.below, undecided=())
