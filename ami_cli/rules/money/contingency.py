"""The contingencies of a budget, and what part of it they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ami_cli.models.assessment import Evidence
from ami_cli.models.folding import folded
from ami_cli.rules.money.rows import Cell, Grid, Row
from ami_cli.rules.money.sums import differences, possible

_NAMED = re.compile(r"\b(?:imprevus?|imprevisions?|aleas?|contingenc(?:y|ies)|unforeseen|unexpected)\b")


@dataclass(frozen=True)
class Contingency:
    """The lines of contingencies: their share in per cent of the total and of the other costs, and where they stand."""

    of_total: Decimal | None
    of_others: Decimal | None
    stated: Decimal | None
    """The percentage that the line itself gives, where it gives one."""
    shown: tuple[Evidence, ...]
    sure: bool
    """False where an amount may be read otherwise, or the sums around it are not right."""


def contingency(tables: Sequence[Grid]) -> Contingency | None:
    """Return the contingencies of the first table that has any; None where no table has."""
    for grid in tables:
        lines = [row for row in grid.rows if _NAMED.search(folded(row.label)) and row.kind in {"item", "subtotal"}]
        if lines:
            return _of(grid, lines)
    return None


def _of(grid: Grid, lines: Sequence[Row]) -> Contingency:
    cells = [(row, amounts[-1]) for row in lines if (amounts := grid.amounts(row))]
    stated = {percent for row in lines for percent in row.percents}
    rate = next(iter(stated)) if len(stated) == 1 else None
    shown = tuple(grid.shown(row, cell) for row, cell in cells)
    values = [cell.amount.sure for _, cell in cells]
    whole = next(_totals(grid, cells), None) if cells else None
    if whole is None or None in values:
        return Contingency(None, None, rate, shown, sure=False)
    kept = sum((value for value in values if value is not None), Decimal(0))
    others = whole - kept
    if whole <= 0 or others <= 0:
        return Contingency(None, None, rate, shown, sure=False)
    sure = grid.exact and not grid.ocr and not differences(grid)
    return Contingency(_share(kept, whole), _share(kept, others), rate, shown, sure=sure)


def _totals(grid: Grid, cells: Sequence[tuple[Row, Cell]]) -> Iterator[Decimal]:
    """Give the totals below the contingencies, in their column: the first is the one that they are a part of."""
    last, cell = cells[-1]
    below = grid.rows.index(last) + 1
    for number in range(below, len(grid.rows)):
        row = grid.rows[number]
        for one in row.cells:
            values = possible(grid, number, one)
            if row.kind == "total" and one.column == cell.column and len(values) == 1:
                yield values[0]


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
