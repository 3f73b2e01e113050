"""What a budget costs in all, as far as it can be read: its total, its currency, its taxes, and what keeps it from being sure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ami_cli.models.assessment import Case, Evidence, Price
from ami_cli.models.call import Budget
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.rules.engine.pieces import Piece, of_kind, pieces, wanted
from ami_cli.rules.engine.remembered import remembered
from ami_cli.rules.money.rows import Grid, grids
from ami_cli.rules.money.sums import Difference, differences
from ami_cli.rules.money.taxes import Taxes, converted, taxes
from ami_cli.rules.money.totals import Total, the_one, totals


@dataclass(frozen=True)
class Offer:
    """All that is known of what one budget costs."""

    asked: DocumentRequirement
    found: tuple[Piece, ...]
    tables: tuple[Grid, ...] = ()
    every: tuple[Total, ...] = ()
    """The totals that are written."""
    total: Total | None = None
    """The one to go by, as it is written."""
    taxes: Taxes | None = None
    converted: Decimal | None = None
    """The total on the tax basis of the call, where it is written on the other one and the taxes are stated."""
    wrong: tuple[Difference, ...] = ()

    def on_basis(self, budget: Budget) -> Decimal | None:
        """Return the total on the tax basis of the call; None where it is not sure, or in another currency."""
        total = self.total
        if total is None or total.sure is None or not self.in_money(budget):
            return None
        return total.sure if total.basis == budget.taxes or self.untaxed else self.converted

    @property
    def untaxed(self) -> bool:
        """Return whether the budget says that it bears no taxes: with and without them it is the same."""
        return self.taxes is not None and self.taxes.exempt

    def in_money(self, budget: Budget) -> bool:
        """Return whether the total is in the currency of the call; where it names none, it is."""
        return self.total is not None and self.total.currency in {None, budget.currency}


@remembered(2)
def offers(case: Case) -> tuple[Offer, ...]:
    """Return what was read of each budget due at the stage."""
    return tuple(_offer(case, asked) for asked in wanted(case, required=False) if asked.kind == "budget")


def _offer(case: Case, asked: DocumentRequirement) -> Offer:
    found, budget = of_kind(pieces(case), "budget"), case.call.budget
    tables = tuple(grid for piece in found for grid in grids(piece))
    its = taxes(found, tables)
    every = tuple(_with_title(total, its) for grid in tables for total in totals(grid))
    total = the_one(every, budget.taxes, budget.currency)
    other = None
    if total is not None and total.sure is not None and total.basis not in {None, budget.taxes}:
        other = converted(total.sure, budget.taxes, its)
    wrong = tuple(one for grid in tables for one in differences(grid))
    return Offer(asked, found, tables, every, total, its, other, wrong)


def _with_title(total: Total, its: Taxes) -> Total:
    """Return a total with the basis that the titles give to all amounts, where it says none itself."""
    return total if total.basis else replace(total, basis=its.basis)


def price(case: Case) -> Price | None:
    """Return the price of the offer: as a person gave it, else as it was read surely, with right sums; None where it was not."""
    budget, given = case.call.budget, case.application.price
    every = offers(case)
    if not every:
        return None
    shown = tuple(_evidence(every[0]))
    if given is not None:
        return Price(amount=given.amount, currency=budget.currency, taxes=budget.taxes, evidence=shown, given=given)
    value = every[0].on_basis(budget)
    if len(every) > 1 or value is None or value <= 0 or every[0].wrong:
        return None
    return Price(amount=value, currency=budget.currency, taxes=budget.taxes, evidence=shown)


def _evidence(offer: Offer) -> Iterator[Evidence]:
    if offer.total is not None:
        yield offer.total.shown
        if offer.converted is not None and offer.taxes is not None:
            yield from offer.taxes.shown
