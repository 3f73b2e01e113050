"""Sums recomputed: a line is quantity × unit price, a total is the sum of its lines. Rounding is no mistake."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import prod
from typing import Literal

from ami_cli.models.assessment import Evidence
from ami_cli.rules.money.amounts import amount
from ami_cli.rules.money.ledger import about, explained, ledger
from ami_cli.rules.money.rows import Cell, Grid, Row

MOST_ROWS = 300
"""Rows beyond which a table is not added up: no budget has as many, and a hostile one may."""
MOST_QUANTITIES = 4
Pick = Callable[[tuple[Decimal, ...]], Decimal]
_PICKS: tuple[Pick, ...] = (max, min)
"""Which reading of an amount that has several: the same for a whole column."""


@dataclass(frozen=True)
class Difference:
    """A figure that is not what its parts give."""

    what: Literal["line", "total"]
    written: Decimal
    computed: Decimal
    shown: Evidence
    sure: bool = True
    """False where the parts were not read surely: the figure may well be right."""


def differences(grid: Grid) -> tuple[Difference, ...]:
    """Return the lines and the totals that are not what they should be, from the top."""
    if len(grid.rows) > MOST_ROWS:
        return ()
    by_line = (one for row in grid.rows if grid.exact and row.kind == "item" for one in _of_line(grid, row))
    columns = sorted({cell.column for row in grid.rows if row.kind == "total" for cell in grid.amounts(row)})
    return (*by_line, *(one for column in columns for one in _of_column(grid, column)))


def summed(grid: Grid) -> bool:
    """Return whether there is anything to add up: two lines, and a total below them."""
    items = sum(row.kind == "item" and bool(grid.amounts(row)) for row in grid.rows)
    return items > 1 and len(grid.rows) <= MOST_ROWS and any(row.kind == "total" and grid.amounts(row) for row in grid.rows)


def possible(grid: Grid, number: int, cell: Cell) -> tuple[Decimal, ...]:
    """Return what a total may be: of several readings those that its lines give, else those that no line exceeds."""
    values = cell.amount.values
    if len(values) == 1 or len(grid.rows) > MOST_ROWS:
        return values
    rows = grid.rows[: number + 1]
    above = [found for row in rows if row.kind == "item" and (found := _in(row, cell.column))]
    if not above:
        whole = amount(cell.text)
        return whole.values if whole else values
    fitting = [pick(values) for pick in _PICKS if not any(_walked(grid, rows, cell.column, pick))]
    least = max(min(one.amount.values) for one in above)
    return tuple(dict.fromkeys(fitting)) or tuple(value for value in values if value >= least) or values


def _in(row: Row, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)


def _of_line(grid: Grid, row: Row) -> Iterator[Difference]:
    """Give the amount of a line that is not its quantity times its unit price; every quantity may count, or only some."""
    values = [(grid.role(cell), cell.amount.sure, cell) for cell in row.cells]
    prices = [value for role, value, _ in values if role == "price" and value is not None]
    quantities = [value for role, value, _ in values if role == "quantity" and value is not None]
    amounts = [cell for role, value, cell in values if role == "amount" and value is not None]
    sure = all(value is not None for role, value, _ in values if role in {"price", "quantity", "amount"})
    if not (sure and len(prices) == 1 and 0 < len(quantities) <= MOST_QUANTITIES and amounts):
        return
    chosen = (some for size in range(1, len(quantities) + 1) for some in combinations(quantities, size))
    fits = [prices[0] * prod(some, start=Decimal(1)) for some in chosen]
    if not any(about(cell.amount.values[0], fit, prices) for cell in amounts for fit in fits):
        yield Difference("line", amounts[0].amount.values[0], fits[-1], grid.shown(row, amounts[0]))


def _of_column(grid: Grid, column: int) -> tuple[Difference, ...]:
    """Return what does not add up in a column; where cells may be read in two ways, any way that adds up is right."""
    cells = [cell for row in grid.rows if (cell := _in(row, column))]
    doubtful = any(len(cell.amount.values) > 1 for cell in cells)
    picks = _PICKS if doubtful else _PICKS[:1]
    found = [tuple(_walked(grid, grid.rows, column, pick, sure=grid.exact and not doubtful)) for pick in picks]
    return min(found, key=len)


def _walked(grid: Grid, rows: Sequence[Row], column: int, pick: Pick, *, sure: bool = True) -> Iterator[Difference]:
    entries = [(row, _in(row, column)) for row in rows]
    for (row, cell), before in zip(entries, ledger(entries, pick), strict=True):
        if cell is not None and row.kind != "item":
            value = pick(cell.amount.values)
            computed = explained(value, before, loosely=not grid.exact)
            if computed is not None:
                yield Difference("total", value, computed, grid.shown(row, cell), sure)
