"""The least that has to be reached: in total, on the technical part, on a criterion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ami_cli.models.selection import Criterion, Selection
from ami_cli.models.text import Words
from ami_cli.selection import wording
from ami_cli.selection.scoring import Score

TECHNICAL = Words(fr="la partie technique", en="the technical part")


@dataclass(frozen=True)
class Least:
    """One threshold: on which marked criteria, how much, and how it is called; without criteria, on all marks together."""

    criteria: tuple[str, ...]
    share: Fraction
    label: Words

    def reached_by(self, score: Score, weights: Mapping[str, Fraction]) -> Fraction | None:
        """Return what the score reaches here; None where none of the criteria has a mark."""
        if not self.criteria:
            return score.mean
        if len(self.criteria) == 1:
            return score.by_criterion.get(self.criteria[0])
        marked = [name for name in self.criteria if name in score.by_criterion]
        whole = sum((weights[name] for name in marked), Fraction(0))
        reached = sum((weights[name] * score.by_criterion[name] for name in marked), Fraction(0))
        return reached / whole if whole else None

    def missed_by(self, score: Score, weights: Mapping[str, Fraction]) -> bool:
        """Return whether the score stays below; a score equal to the threshold is enough."""
        reached = self.reached_by(score, weights)
        if reached is None:
            return False
        return reached.numerator * self.share.denominator < self.share.numerator * reached.denominator


def leasts(selection: Selection) -> tuple[Least, ...]:
    """Return the thresholds on the technical part and on criteria, in the order of the call; the price is marked by nobody.

    The threshold in total is held against the total: see `below_total`.
    """
    technical = selection.technical_threshold_percent
    first = (Least((), _share(technical), TECHNICAL),) if technical is not None else ()
    return (*first, *(one for criterion in selection.criteria for one in _on(criterion)))


def _on(criterion: Criterion) -> Iterator[Least]:
    if criterion.part == "financial":
        return
    if criterion.threshold_percent is not None:
        label = Words(fr=criterion.label.any_of("fr"), en=criterion.label.any_of("en"))
        yield Least(tuple(_marked(criterion)), _share(criterion.threshold_percent), label)
    for child in criterion.criteria:
        yield from _on(child)


def _marked(criterion: Criterion) -> Iterator[str]:
    if criterion.part == "financial":
        return
    if not criterion.criteria:
        yield criterion.id
    for child in criterion.criteria:
        yield from _marked(child)


def failures(score: Score, thresholds: Sequence[Least], weights: Mapping[str, Fraction]) -> tuple[Words, ...]:
    """Return what a candidate does not reach, each with the score and the threshold."""
    missed = [one for one in thresholds if one.missed_by(score, weights)]
    return tuple(wording.below_threshold(one.label, one.reached_by(score, weights) or Fraction(0), one.share) for one in missed)


def below_total(total: Fraction, selection: Selection) -> tuple[Words, ...]:
    """Return what is said of a total below the threshold in total; nothing where it is reached or there is none."""
    percent = selection.threshold_percent
    if percent is None or total >= _share(percent):
        return ()
    return (wording.below_threshold(None, total, _share(percent)),)


def _share(percent: Decimal) -> Fraction:
    return Fraction(percent) / 100
