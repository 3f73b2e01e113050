"""The criteria that receive marks, and what each weighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ami_cli.models.selection import Criterion, Scale, Selection


@dataclass(frozen=True)
class Leaf:
    """A criterion without sub-criteria: what evaluators mark."""

    criterion: Criterion
    weight: Fraction
    """Its share of the whole; shares total 1."""
    scale: Scale
    top: str
    """The id of the top-level criterion it belongs to."""

    @property
    def id(self) -> str:
        """Return the criterion's id."""
        return self.criterion.id


def leaves(selection: Selection) -> tuple[Leaf, ...]:
    """Return the marked criteria in the order of the call; their weights total exactly 1.

    Criteria without weights weigh the same. The weights printed in a call need not total 100 for the ranking to be
    right: only their proportions matter, and `validate` warns of the sum.
    """
    found = tuple(leaf for criterion in selection.criteria for leaf in _below(criterion, selection.scale, criterion.id))
    total = sum((leaf.weight for leaf in found), Fraction(0))
    if not total:
        return tuple(replace(leaf, weight=Fraction(1, len(found))) for leaf in found)
    return tuple(replace(leaf, weight=leaf.weight / total) for leaf in found)


def _below(criterion: Criterion, scale: Scale, top: str) -> Iterator[Leaf]:
    here = criterion.scale or scale
    if not criterion.criteria:
        yield Leaf(criterion, _exact(criterion.weight), here, top)
        return
    inner = tuple(leaf for child in criterion.criteria for leaf in _below(child, here, top))
    if criterion.weight is None:
        yield from inner
        return
    total = sum((leaf.weight for leaf in inner), Fraction(0))
    for leaf in inner:
        share = leaf.weight / total if total else Fraction(1, len(inner))
        yield replace(leaf, weight=share * _exact(criterion.weight))


def _exact(weight: Decimal | None) -> Fraction:
    return Fraction(weight) if weight is not None else Fraction(0)


def moved(weights: Mapping[str, Fraction], criterion: str, by: Fraction) -> dict[str, Fraction] | None:
    """Return the weights with one moved by `by` (a share of 1) and the others scaled so that the total stays 1.

    None where the move would leave the range from 0 to 1, or where there is no other weight to take from.
    """
    new = weights[criterion] + by
    rest = 1 - weights[criterion]
    if not 0 <= new <= 1 or not rest:
        return None
    return {name: new if name == criterion else weight * (1 - new) / rest for name, weight in weights.items()}
