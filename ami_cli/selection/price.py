"""The financial part: opened only for those who reach the technical threshold, and scored by the lowest price."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from ami_cli.errors import SourceError
from ami_cli.models.selection import Selection
from ami_cli.selection.criteria import technical_share


def check(prices: Mapping[str, Decimal]) -> None:
    """Raise a SourceError where a price is not above zero."""
    wrong = ", ".join(f"{name} ({price})" for name, price in sorted(prices.items()) if not price.is_finite() or price <= 0)
    if wrong:
        raise SourceError(
            fr=f"un prix doit être plus grand que zéro : {wrong}",
            en=f"a price has to be above zero: {wrong}",
            remedy_fr="corrigez ce prix ; une offre sans prix se laisse de côté",
            remedy_en="put this price right; an offer without a price is left out",
        )


def financial(prices: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """Return the financial score of each, as a share of 1: the lowest price has 1, the others lowest price / price.

    This is the linear formula of the World Bank's quality- and cost-based selection and of the European Commission's
    practical guide for external action. Prices have to be above zero, and in one currency and one basis of tax.
    """
    lowest = min(prices.values(), default=Decimal(1))
    return {name: Fraction(lowest) / Fraction(price) for name, price in prices.items()}


def combined(technical: Mapping[str, Fraction], prices: Mapping[str, Decimal], selection: Selection) -> dict[str, Fraction]:
    """Return the total of each: technical and financial score by the ratio of the call.

    Where the call says `relative_to_best`, technical scores are first divided by the best of them.
    """
    share = technical_share(selection)
    best = max(technical.values(), default=Fraction(1)) if selection.relative_to_best else Fraction(1)
    by_price = financial({name: prices[name] for name in technical})
    return {name: share * (score / best if best else score) + (1 - share) * by_price[name] for name, score in technical.items()}
