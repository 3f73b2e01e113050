"""Amounts as people read them, in both languages."""

from decimal import Decimal

from ami_cli.models.text import Words

TAXES = {
    "included": Words(fr="taxes comprises", en="taxes included"),
    "excluded": Words(fr="hors taxes", en="taxes excluded"),
}


def money(value: Decimal, currency: str) -> Words:
    """Return `15 600,50 EUR`, `15,600.50 EUR`; cents only where there are any."""
    digits = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    french = digits.replace(",", "\u202f").replace(".", ",")
    return Words(fr=f"{french}\u00a0{currency}".strip(), en=f"{digits} {currency}".strip())
