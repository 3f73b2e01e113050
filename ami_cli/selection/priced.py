"""The price of an offer in words, with where it was read."""

from ami_cli.models.assessment import Price
from ami_cli.models.money import TAXES, money
from ami_cli.models.text import Words


def priced(price: Price) -> Words:
    """Say the price, its taxes, and the place in the budget or the person that it comes from."""
    value, taxes, place = money(price.amount, price.currency), TAXES[price.taxes], _place(price)
    return Words(fr=f"Prix : {value.fr} {taxes.fr} ({place.fr}).", en=f"Price: {value.en}, {taxes.en} ({place.en}).")


def _place(price: Price) -> Words:
    if price.given is not None:
        who, when, why = price.given.who, price.given.when, price.given.reason
        return Words(fr=f"relevé par {who}, {when} : {why}", en=f"noted by {who}, {when}: {why}")
    shown = price.evidence[0] if price.evidence else None
    parts = (shown.document, f"p. {shown.page}" if shown.page else shown.place) if shown else ()
    place = ", ".join(part for part in parts if part)
    return Words(fr=place or "lu dans le budget", en=place or "read in the budget")
