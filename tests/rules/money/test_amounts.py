from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.rules.money.amounts import Amount, amount


def one(value: str, currency: str | None = None, basis: str | None = None) -> Amount:
    return Amount((Decimal(value),), currency, basis)  # type: ignore[arg-type]  # a literal in each case below


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 000 €", one("15000", "EUR")),
        ("15\u202f000,50 € TTC", one("15000.50", "EUR", "included")),
        ("90,508.00", one("90508.00")),
        ("1.234.567", one("1234567")),
        ("1.234,5", one("1234.5")),
        ("12’800 CHF", one("12800", "CHF")),
        ("15k€", one("15000", "EUR")),
        ("15,5 k€ HT", one("15500", "EUR", "excluded")),
        ("EUR 14 250 hors taxes", one("14250", "EUR", "excluded")),
        ("$80,000.00 VAT included", one("80000.00", "USD", "included")),
        ("-500", one("-500")),
        ("12.800", Amount((Decimal("12.800"), Decimal(12800)))),
        ("12,800 €", Amount((Decimal("12.800"), Decimal(12800)), "EUR")),
        ("1234.567", one("1234.567")),
        ("0.500", one("0.500")),
        ("100 USD ou 90 EUR", None),
        ("5 %", None),
        ("12 34", None),
        ("1,23,4", None),
        ("quinze mille euros", None),
        ("", None),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, expected: Amount | None) -> None:
    assert amount(text) == expected


@given(st.text(max_size=70))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    found = amount(text)
    assert found is None or (found.values and all(value.is_finite() for value in found.values))


@given(st.integers(0, 10**9), st.sampled_from([" ", "\u00a0", "\u202f", "'"]), st.sampled_from([".", ","]), st.integers(0, 99))
def test_what_is_written_with_spaces_and_two_decimals_is_read_back(whole: int, space: str, mark: str, cents: int) -> None:
    written = f"{whole:,}".replace(",", space) + f"{mark}{cents:02d}"
    found = amount(f"{written} €")
    assert found is not None
    assert found.sure == Decimal(f"{whole}.{cents:02d}")
