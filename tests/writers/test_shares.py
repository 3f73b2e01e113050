import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.writers.shares import shares

POINT, LONG = "Sélection – candidats présélectionnés au maximum", "x " * 150


def test_the_longer_cells_have_the_wider_column() -> None:
    assert shares([["Étape", "Date"], ["Terrain", "lundi 13 octobre 2025 à midi"]]) == [0.2, 0.8]


def test_each_column_has_room_for_its_longest_word() -> None:
    point, before, after = shares([["Point", "Avant", "Désormais"], [POINT, LONG, LONG], ["a", "6", "5"]])
    assert point * 88 > len("présélectionnés")
    assert before == after


def test_each_half_of_a_divided_table_is_shared_out_by_itself() -> None:
    widths = shares([["a", "bb " * 9, "cc " * 9, "d"]], divided=True)
    assert [round(sum(half), 3) for half in (widths[:2], widths[2:])] == [0.5, 0.5]
    assert widths[0] == widths[3]


@given(
    st.integers(1, 6).flatmap(
        lambda columns: st.lists(st.lists(st.text(max_size=90), min_size=columns, max_size=columns), min_size=1, max_size=4)
    )
)
def test_the_shares_of_any_table_make_the_whole(rows: list[list[str]]) -> None:
    found = shares(rows)
    assert sum(found) == pytest.approx(1, abs=0.001)
    assert min(found) > 0
