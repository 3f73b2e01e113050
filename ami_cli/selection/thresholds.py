"""The least that has to be reached: in total, on the technical part, on a criterion."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ami_cli.models.selection import Criterion, Selection
from ami_cli.models.text import Words
from ami_cli.selection import wording
from ami_cli.selection.criteria import Leaf
from ami_cli.selection.scoring import Score

TECHNICAL = Words(fr="la partie technique", en="the technical part")


def failures(score: Score, selection: Selection, leaves: Sequence[Leaf]) -> tuple[Words, ...]:
    """Return what a candidate does not reach on the technical part and on criteria; a score equal to a threshold is enough.

    The threshold in total is held against the total: see `below_total`.
    """
    return tuple(_failures(score, selection, leaves))


def below_total(total: Fraction, selection: Selection) -> tuple[Words, ...]:
    """Return what is said of a total below the threshold in total; nothing where it is reached or there is none."""
    least = _share(selection.threshold_percent)
    return (wording.below_threshold(None, total, least),) if least is not None and total < least else ()


def watched(selection: Selection) -> frozenset[str]:
    """Return the marked criteria on which a threshold of a criterion depends."""
    return frozenset(name for criterion in selection.criteria for name in _watched(criterion))


def _watched(criterion: Criterion) -> Iterator[str]:
    if criterion.threshold_percent is not None:
        yield from _leaf_ids(criterion)
    for child in criterion.criteria:
        yield from _watched(child)


def _failures(score: Score, selection: Selection, leaves: Sequence[Leaf]) -> Iterator[Words]:
    least = _share(selection.technical_threshold_percent)
    if least is not None and score.mean < least:
        yield wording.below_threshold(TECHNICAL, score.mean, least)
    by_leaf = {leaf.id: leaf for leaf in leaves}
    for criterion in selection.criteria:
        yield from _on(criterion, score, by_leaf)


def _on(criterion: Criterion, score: Score, leaves: Mapping[str, Leaf]) -> Iterator[Words]:
    least = _share(criterion.threshold_percent)
    below = [leaf for name in _leaf_ids(criterion) if (leaf := leaves.get(name)) and name in score.by_criterion]
    if least is not None and below:
        reached = part(below, score.by_criterion)
        if reached < least:
            label = Words(fr=criterion.label.any_of("fr"), en=criterion.label.any_of("en"))
            yield wording.below_threshold(label, reached, least)
    for child in criterion.criteria:
        yield from _on(child, score, leaves)


def _leaf_ids(criterion: Criterion) -> Iterator[str]:
    if not criterion.criteria:
        yield criterion.id
    for child in criterion.criteria:
        yield from _leaf_ids(child)


def part(leaves: Sequence[Leaf], by_criterion: Mapping[str, Fraction]) -> Fraction:
    """Return the share reached on some of the criteria taken together, by their weights."""
    whole = sum((leaf.weight for leaf in leaves), Fraction(0))
    reached = sum((leaf.weight * by_criterion[leaf.id] for leaf in leaves), Fraction(0))
    return reached / whole if whole else Fraction(0)


def _share(percent: Decimal | None) -> Fraction | None:
    return None if percent is None else Fraction(percent) / 100
