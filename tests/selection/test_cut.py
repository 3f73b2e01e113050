from datetime import UTC, datetime
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.selection import Tie
from ami_cli.selection.cut import Cut, cut

SCORES = {"a": Fraction(9, 10), "b": Fraction(7, 10), "c": Fraction(7, 10), "d": Fraction(5, 10)}
TEN, ELEVEN = datetime(2025, 8, 30, 10, tzinfo=UTC), datetime(2025, 8, 30, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tie", "received", "expected"),
    [
        ("extend", {}, Cut(("a", "b", "c"), ("d",), ("b", "c"))),
        ("reserve", {}, Cut(("a",), ("b", "c", "d"), ("b", "c"))),
        ("received-first", {"b": ELEVEN, "c": TEN}, Cut(("a", "c"), ("b", "d"), ("b", "c"))),
        ("received-first", {"b": ELEVEN, "c": None}, Cut(("a",), ("d",), ("b", "c"), ("b", "c"))),
        ("received-first", {"b": TEN, "c": TEN}, Cut(("a",), ("d",), ("b", "c"), ("b", "c"))),
    ],
)
def test_a_tie_across_the_line_follows_the_declared_rule(tie: Tie, received: dict[str, datetime | None], expected: Cut) -> None:
    assert cut(SCORES, 2, tie, received) == expected


def test_no_tie_across_the_line_leaves_the_rule_unused() -> None:
    assert cut(SCORES, 3, "reserve", {}) == Cut(("a", "b", "c"), ("d",))
    assert cut(SCORES, 9, "reserve", {}) == Cut(("a", "b", "c", "d"), ())


scores = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.fractions(0, 1, max_denominator=4), max_size=9)
arrivals = st.sampled_from([None, TEN, ELEVEN])


@given(scores, st.integers(1, 8), st.sampled_from(get_args(Tie)), st.data())
def test_nobody_is_lost_and_no_better_score_stands_below(
    found: dict[str, Fraction], places: int, tie: Tie, data: st.DataObject
) -> None:
    received = {name: data.draw(arrivals) for name in found}
    line = cut(found, places, tie, received)
    assert sorted((*line.above, *line.below, *line.undecided)) == sorted(found)
    assert all(found[high] >= found[low] for high in line.above for low in line.below)
    assert tie == "extend" or len(line.above) <= places
