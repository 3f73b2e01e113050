"""Taxes in a budget: the rate that it states, the amount, and whether the offer bears any."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ami_cli.models.assessment import Evidence
from ami_cli.models.folding import folded
from ami_cli.rules.engine.pieces import Piece
from ami_cli.rules.money.amounts import Basis, amount, basis
from ami_cli.rules.money.rows import Grid

_TAX = r"(?:t\.?v\.?a\.?|vat|taxes?)"
_EXEMPT = re.compile(
    rf"{_TAX} (?:est |is )?(?:non|not) (?:applicable|due|payable|charged|chargeable)|\b(?:non|not|pas) (?:assujetti\w*|soumis\w*|"
    rf"subject|liable|registered)[^.\n]{{0,25}}{_TAX}|\b(?:exoner\w*|exempt\w*|dispens\w*)[^.\n]{{0,20}}{_TAX}|{_TAX}[ -]exempt"
    rf"|\b293 ?b\b|franchise (?:en base|de {_TAX})|\b(?:sans|no|without) {_TAX}\b"
)
_RATE = re.compile(rf"{_TAX}[^\d\n%]{{0,20}}(\d{{1,2}}(?:[.,]\d{{1,2}})?) ?%|(\d{{1,2}}(?:[.,]\d{{1,2}})?) ?% (?:de |of )?{_TAX}")
_TITLE = 90
"""Characters of a line that may say of all amounts what they include."""
_LONGEST = 2000
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Taxes:
    """What a budget says of taxes."""

    exempt: bool
    rate: Decimal | None
    """In per cent, where one rate alone is stated."""
    amount: Decimal | None
    """Where the rows that give taxes are sure."""
    basis: Basis | None
    """What the titles say of all amounts."""
    shown: tuple[Evidence, ...]


def taxes(found: Sequence[Piece], tables: Sequence[Grid]) -> Taxes:
    """Return what the budget says of taxes."""
    texts = [line[:_LONGEST] for piece in found for page in piece.texts() for line in page.text.splitlines()]
    words = [folded(line) for line in texts]
    rows = [(grid, row) for grid in tables for row in grid.rows if row.kind == "tax"]
    last = [(grid, row, grid.amounts(row)[-1]) for grid, row in rows if grid.amounts(row)]
    given = [cell.amount.sure for _, _, cell in last]
    rates = {Decimal((one or other).replace(",", ".")) for line in words for one, other in _RATE.findall(line)}
    rates |= {percent for _, row in rows for percent in row.percents}
    sums = [value for value in given if value is not None]
    return Taxes(
        exempt=any(_EXEMPT.search(line) for line in words) and not any(sums) and rates <= {Decimal(0)},
        rate=next(iter(rates)) if len(rates) == 1 else None,
        amount=sum(sums, Decimal(0)) if sums and len(sums) == len(given) and len(tables) == 1 else None,
        basis=_said(texts),
        shown=tuple(grid.shown(row, cell) for grid, row, cell in last),
    )


def _said(texts: Iterable[str]) -> Basis | None:
    """Return what titles and headings say of all amounts, where they agree."""
    found = {basis(line) for line in texts if len(line) <= _TITLE and amount(line) is None} - {None}
    return next(iter(found)) if len(found) == 1 else None


def converted(value: Decimal, wanted: Basis, its: Taxes) -> Decimal | None:
    """Return a total on the other basis; None where neither rate nor amount of the taxes is stated, or they differ."""
    ways = []
    if its.rate is not None:
        factor = 1 + its.rate / 100
        ways.append((value * factor if wanted == "included" else value / factor).quantize(CENT, ROUND_HALF_UP))
    if its.amount is not None:
        ways.append(value + its.amount if wanted == "included" else value - its.amount)
    if not ways or max(ways) - min(ways) > 1:
        return None
    return ways[-1]
