"""The totals of a budget: which rows they are, what they say, and which of them is the total of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ami_cli.models.assessment import Evidence
from ami_cli.rules.money.amounts import Basis, basis, currency
from ami_cli.rules.money.rows import Cell, Grid, Row
from ami_cli.rules.money.sums import differences, possible, summed


@dataclass(frozen=True)
class Total:
    """One row that gives the total of all; currency and tax basis may stand in the cell, the label or the heading."""

    values: tuple[Decimal, ...]
    currency: str | None
    basis: Basis | None
    shown: Evidence
    firm: bool
    """Whether it stands in a table, or in lines that add up to it: otherwise it may be no total of the budget."""

    @property
    def sure(self) -> Decimal | None:
        """Return its value, None where it may be more than one."""
        return self.values[0] if len(self.values) == 1 and not self.shown.ocr else None


def totals(grid: Grid) -> Iterator[Total]:
    """Give the totals of all of a table, from the top; a total of days, or of one phase, is none of them."""
    for number, row in enumerate(grid.rows):
        if row.kind == "total":
            for cell in _cells(grid, row):
                said = (cell.text, row.label, grid.heading(cell))
                yield Total(
                    possible(grid, number, cell),
                    next((found for text in said if (found := cell.amount.currency or currency(text))), None),
                    next((found for text in said if (found := basis(text))), None),
                    grid.shown(row, cell),
                    grid.exact or (summed(grid) and not differences(grid)),
                )


def _cells(grid: Grid, row: Row) -> tuple[Cell, ...]:
    """Return the right-most amount of a row, and those whose own heading names a basis or a currency."""
    every = grid.amounts(row)
    named = [cell for cell in every[:-1] if basis(grid.heading(cell)) or currency(grid.heading(cell))]
    return (*named, *every[-1:])


def the_one(every: Sequence[Total], wanted: Basis, money: str) -> Total | None:
    """Return the total to go by: on the wanted basis, in the money of the call; None where several may be meant."""
    same = [one for one in every if one.currency in {None, money}] or list(every)
    for those in ([one for one in same if one.basis == wanted], same):
        values = {one.values for one in those}
        if len(values) == 1:
            return those[-1]
        if values:
            return _sum_of_others(those)
    return None


def _sum_of_others(those: Sequence[Total]) -> Total | None:
    """Return the total of totals: that of a summary beside those of its parts."""
    sure = [one.sure for one in those]
    known = [value for value in sure if value is not None]
    if len(known) < len(sure) or len(known) < 3:  # noqa: PLR2004  # two parts and their sum
        return None
    most = max(known)
    if known.count(most) == 1 and sum(known) == 2 * most:
        return those[known.index(most)]
    return None
