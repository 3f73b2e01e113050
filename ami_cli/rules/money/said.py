"""Prices and percentages in words, for the messages of rules."""

from decimal import Decimal

from ami_cli.models.application import GivenPrice
from ami_cli.models.assessment import Case
from ami_cli.models.call import Budget
from ami_cli.models.money import money
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, clean, named
from ami_cli.rules.engine.rule import Finding, met, no_piece, not_applicable
from ami_cli.rules.money.offer import Offer


def percent(value: Decimal) -> Words:
    """Return `5,25 %`, `5.25%`, with at most two decimals."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return both(f"{digits.replace('.', ',')}\u00a0%", f"{digits}%")


def settled(case: Case, offer: Offer) -> Finding | None:
    """Return what settles a question about a total before it is asked: no budget, a price that a person gave, no total."""
    if not offer.found:
        return no_piece(named(offer.asked))
    if case.application.price is not None:
        return read_by_person(case.application.price, case.call.budget)
    if offer.total is None:
        return not_applicable("à voir avec le total du budget", "to be seen with the budget total")
    return None


def read_by_person(given: GivenPrice, budget: Budget) -> Finding:
    """Return that a person gave the price: it counts, and who gave it and why is said."""
    value, who, why = money(given.amount, budget.currency), clean(given.who, 80), clean(given.reason, 120)
    return met(
        f"prix relevé par {who}, {given.when} : {value.fr} ({why})", f"price noted by {who}, {given.when}: {value.en} ({why})"
    )
