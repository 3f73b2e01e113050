"""What stands above a total, kept while going down a column: lines, sub-totals, taxes, totals."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ami_cli.rules.money.rows import Cell, Kind, Row

CENT, UNIT, ZERO = Decimal("0.01"), Decimal(1), Decimal(0)


@dataclass(frozen=True)
class Ledger:
    """What was met above a row of a column, and what the row itself is."""

    kind: Kind
    percents: tuple[Decimal, ...]
    items: tuple[Decimal, ...] = ()
    """All lines."""
    since: tuple[Decimal, ...] = ()
    """The lines since the last total or sub-total."""
    blocks: tuple[Decimal, ...] = ()
    """The sub-totals since the last total."""
    after: tuple[Decimal, ...] = ()
    """The lines since the last total, whatever sub-totals stand between."""
    totals: tuple[Decimal, ...] = ()
    taxes: tuple[Decimal, ...] = ()
    """The taxes since the last total."""
    ahead: bool = False
    """True where sub-totals stand above their lines: their own sums are not checked, those of the totals are."""


def ledger(entries: Iterable[tuple[Row, Cell | None]], pick: Callable[[tuple[Decimal, ...]], Decimal]) -> Iterator[Ledger]:
    """Give what stands above each row; `pick` chooses among the readings of an amount."""
    now = Ledger("item", ())
    for row, cell in entries:
        now = replace(now, kind=row.kind, percents=row.percents)
        yield now
        if cell is not None:
            now = _with(now, row.kind, pick(cell.amount.values))


def _with(now: Ledger, kind: Kind, value: Decimal) -> Ledger:
    """Return the ledger with one row more."""
    if kind == "item":
        return replace(now, items=(*now.items, value), since=(*now.since, value), after=(*now.after, value))
    if kind == "tax":
        return replace(now, taxes=(*now.taxes, value))
    if kind == "subtotal":
        return replace(now, since=(), blocks=(*now.blocks, value), ahead=now.ahead or not now.items)
    return replace(now, since=(), blocks=(), after=(), totals=(*now.totals, value), taxes=())


def explained(value: Decimal, here: Ledger, *, loosely: bool) -> Decimal | None:
    """Return None where a figure is what stands above it, or nothing above can be added up; else what it should be.

    Loosely, where lines of the page may be no lines of the budget: the last lines that add up are enough.
    """
    ways = tuple(_ways(here))
    parts = (*here.items, *here.blocks, *here.totals, *here.taxes)
    if not ways or any(about(value, way, parts) for way in ways) or about(value * 2, sum(here.items, ZERO), parts):
        return None
    if loosely and any(about(value, way, parts) for way in _last(here.items)):
        return None
    return ways[0]


def _ways(here: Ledger) -> Iterator[Decimal]:
    """Give the sums that a row may be, the likeliest first."""
    if here.kind == "tax":
        base = here.totals[-1] if here.totals else sum(here.items, ZERO)
        yield from ((base * percent / 100).quantize(CENT) for percent in here.percents if base)
        return
    if here.kind == "subtotal":
        if here.since and not here.ahead:
            yield sum(here.since, ZERO)
            yield sum(here.after, ZERO)
            yield sum(here.items, ZERO)
        return
    yield from _of_all(here)


def _of_all(here: Ledger) -> Iterator[Decimal]:
    if here.totals and not (here.taxes or here.after or here.percents):
        return  # with and without taxes, and the taxes are not written: nothing says what it should be
    if here.totals:
        last = here.totals[-1]
        yield last + sum(here.taxes, ZERO) + sum(here.after, ZERO)
        yield last
        yield from ((last * (1 + percent / 100)).quantize(CENT) for percent in here.percents)
        yield sum(here.totals, ZERO)
    if here.blocks:
        yield sum(here.blocks, ZERO) + sum(here.since, ZERO)
        yield here.blocks[-1] + sum(here.since, ZERO)
    if here.items:
        yield sum(here.after or here.items, ZERO) + sum(here.taxes, ZERO)
        yield sum(here.after or here.items, ZERO)
        yield sum(here.items, ZERO)
        yield sum(here.items, ZERO) + sum(here.taxes, ZERO)


def _last(items: Sequence[Decimal]) -> Iterator[Decimal]:
    """Give the sums of the last two lines, three, and so on."""
    total = ZERO
    for number, item in enumerate(reversed(items)):
        total += item
        if number:
            yield total


def about(value: Decimal, computed: Decimal, parts: Iterable[Decimal]) -> bool:
    """Return whether two figures are the same but for rounding: of cents, or of units where only units are written."""
    written = (value, *parts)
    whole = all(one == one.to_integral_value() for one in written)
    allowed = UNIT if whole else CENT * (1 + len(written) // 2)
    return abs(value - computed) <= allowed
