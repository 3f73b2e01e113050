from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.errors import SourceError
from ami_cli.models.selection import Selection
from ami_cli.models.shortlist import Shortlist
from ami_cli.selection import Judged, draw_up
from ami_cli.selection.criteria import technical, technical_share
from ami_cli.selection.price import combined, financial
from tests.selection.conftest import a_call, an_assessment, text
from tests.selection.test_worked_examples import COMMISSION, chosen


def selection(**more: object) -> Selection:
    criteria = [
        {"id": "method", "label": text("x"), "weight": 70},
        {"id": "price", "label": text("x"), "weight": 30, "part": "financial", "criteria": [{"id": "fees", "label": text("x")}]},
    ]
    return Selection.model_validate({"mode": "scored", "criteria": criteria, **more}, context={"languages": ("fr", "en")})


def test_the_share_of_the_price_comes_from_the_ratio_or_from_the_weights() -> None:
    assert technical_share(selection()) == Fraction(7, 10)
    assert technical_share(selection(technical_percent=80)) == Fraction(8, 10)
    assert [leaf.id for leaf in technical(selection())] == ["method"]


def test_a_financial_criterion_is_not_marked_but_calculated() -> None:
    found = combined({"a": Fraction(1), "b": Fraction(1, 2)}, {"a": Decimal(200), "b": Decimal(100)}, selection())
    assert found == {"a": Fraction(70 + 15, 100), "b": Fraction(35 + 30, 100)}


def marked(**prices: str) -> Shortlist:
    return chosen(COMMISSION, prices, 100, technical_percent=80, technical_threshold_percent=75).shortlist


def test_without_a_price_nobody_is_ranked() -> None:
    shortlist = marked(**{"2": "951322"})
    assert {one.application: one.decision for one in shortlist.candidates} == {
        "1": "not_retained",
        "2": "undecided",
        "3": "undecided",
    }
    assert shortlist.remarks[0].en == "The price is missing of: 3. Nobody is ranked yet."


@pytest.mark.parametrize("price", ["0", "-5", "NaN"])
def test_a_price_that_is_none_is_refused(price: str) -> None:
    with pytest.raises(SourceError):
        draw_up(a_call(), [an_assessment("a")], Judged(prices={"a": Decimal(price)}))


@given(st.dictionaries(st.sampled_from("abcdef"), st.decimals("0.01", "1e9", places=2), min_size=1))
def test_the_cheapest_has_it_all_and_nobody_more(prices: dict[str, Decimal]) -> None:
    found = financial(prices)
    assert max(found.values()) == 1
    assert all(0 < share <= 1 for share in found.values())
    assert sorted(found, key=lambda name: (-found[name], name)) == sorted(prices, key=lambda name: (prices[name], name))
