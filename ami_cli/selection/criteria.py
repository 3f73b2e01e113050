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
    financial: bool = False
    """Whether the price marks it: it, or a criterion above it, belongs to the financial part."""

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


def _below(criterion: Criterion, scale: Scale, top: str, *, financial: bool = False) -> Iterator[Leaf]:
    here, by_price = criterion.scale or scale, financial or criterion.part == "financial"
    if not criterion.criteria:
        yield Leaf(criterion, _exact(criterion.weight), here, top, by_price)
        return
    inner = tuple(leaf for child in criterion.criteria for leaf in _below(child, here, top, financial=by_price))
    if criterion.weight is None:
        yield from inner
        return
    total = sum((leaf.weight for leaf in inner), Fraction(0))
    for leaf in inner:
        share = leaf.weight / total if total else Fraction(1, len(inner))
        yield replace(leaf, weight=share * _exact(criterion.weight))


def technical(selection: Selection) -> tuple[Leaf, ...]:
    """Return the criteria that evaluators mark; their weights total exactly 1 among themselves."""
    found = tuple(leaf for leaf in leaves(selection) if not leaf.financial)
    total = sum((leaf.weight for leaf in found), Fraction(0))
    return tuple(replace(leaf, weight=leaf.weight / total) for leaf in found) if total else found


def technical_share(selection: Selection) -> Fraction:
    """Return the part of the whole that evaluators mark; the rest is the price's. 1 where the price plays no part.

    `technical_percent` says it; without it, the weights of the criteria do.
    """
    if selection.technical_percent is not None:
        return Fraction(selection.technical_percent) / 100
    return 1 - sum((leaf.weight for leaf in leaves(selection) if leaf.financial), Fraction(0))


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
