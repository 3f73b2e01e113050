"""Lines of a page: whatever they hold, an amount is one that could have been written there."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.facts import Page
from ami_cli.rules.money.lines import lines
from ami_cli.rules.money.offer import offers
from ami_cli.rules.money.sums import Difference
from tests.rules.made_up import budget, offer

amounts = st.integers(1, 9_999_999)
spaces = st.sampled_from([" ", "\u00a0", "\u202f"])


def written(cents: int, space: str) -> str:
    return f"{cents // 100:,}".replace(",", space) + f",{cents % 100:02}"


@given(amounts, spaces, st.sampled_from(["", " €", " € TTC", " EUR HT", " € hors taxes"]))
def test_the_amount_at_the_end_of_a_line_is_among_its_readings(cents: int, space: str, after: str) -> None:
    (found,) = lines([Page(number=3, text=f"Honoraires de la consultante : {written(cents, space)}{after}")])
    assert (found.label, found.page) == ("Honoraires de la consultante", 3)
    assert max(found.amount.values) == Decimal(cents) / 100


@given(st.integers(1, 400), amounts, amounts)
def test_columns_that_spaces_part_leave_the_true_amount_among_the_readings(days: int, price: int, cents: int) -> None:
    line = f"Honoraires jours {days} {written(price, ' ')} {written(cents, ' ')}"
    (found,) = lines([Page(number=1, text=line)])
    assert Decimal(cents) / 100 in found.amount.values


@given(st.text(alphabet="0123456789 .,-€%()\nTotalHT'", max_size=300))
def test_any_text_gives_finite_amounts_or_none(text: str) -> None:
    for found in lines([Page(number=1, text=text)]):
        assert found.amount.values
        assert all(value.is_finite() for value in found.amount.values)


def test_percentages_and_numbers_in_brackets_are_no_amounts_and_a_label_above_is_taken() -> None:
    text = "Imprévus (5\n%)\n630,00\nTVA 20 %\nSous-total\nhonoraires\n9 000,00 €"
    assert [(one.label, one.text) for one in lines([Page(number=1, text=text)])] == [
        ("Imprévus (5", "630,00"),
        ("Sous-total honoraires", "9 000,00 €"),
    ]


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 99_999)), min_size=2, max_size=8), st.booleans())
def test_a_budget_that_adds_up_has_no_difference_and_one_that_does_not_has_one(rows: list[tuple[int, int]], wrong: bool) -> None:  # noqa: FBT001  # drawn
    table = [
        (f"Poste {number}", str(days), written(price, " "), written(days * price, " ")) for number, (days, price) in enumerate(rows)
    ]
    total = sum(days * price for days, price in rows)
    shown = total * 3 if wrong else total
    made = budget(("Poste", "Jours", "Prix unitaire", "Montant"), *table, ("Total TTC", "", "", written(shown, " ")))
    (read,) = offers(offer(made))
    expected = [("total", Decimal(shown) / 100, Decimal(total) / 100)] if wrong else []
    assert [_told(one) for one in read.wrong] == expected


def _told(one: Difference) -> tuple[str, Decimal, Decimal]:
    return one.what, one.written, one.computed
