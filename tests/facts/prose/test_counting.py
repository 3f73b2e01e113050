from dataclasses import replace

import pytest

from ami_cli.facts.prose.counting import Contract, Contracts
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page

UNITS = read(Page(number=1, text="Un.\n\nDeux.\n\nTrois.")).units
HORIZON = Contract(frozenset({"fondation", "horizon"}), frozenset({"2021"}), (1, 0), UNITS[0])


@pytest.fixture
def counted() -> Contracts:
    contracts = Contracts()
    contracts.count(HORIZON)
    return contracts


@pytest.mark.parametrize(
    ("names", "years", "known"),
    [
        ({"horizon", "fondation"}, {"2021"}, True),
        ({"horizon"}, set(), True),
        ({"horizon"}, {"2021", "2022"}, True),
        ({"horizon"}, {"2023"}, False),
        ({"orme"}, {"2021"}, False),
        (set(), {"2021"}, False),
    ],
)
def test_a_contract_elsewhere_is_the_same_where_names_are_shared_and_years_agree(
    counted: Contracts, names: set[str], years: set[str], *, known: bool
) -> None:
    assert counted.has(Contract(frozenset(names), frozenset(years), (1, 1), UNITS[1])) is known


def test_in_one_block_only_what_says_nothing_new_is_the_same(counted: Contracts) -> None:
    again = replace(HORIZON, unit=UNITS[1])
    assert counted.has(again)
    assert not counted.has(replace(again, years=frozenset({"2022"})))
    assert not counted.has(replace(again, names=frozenset({"fondation", "orme"})))
    assert not counted.has(HORIZON)


def test_each_contract_is_spoken_for_once_and_the_first_told_first(counted: Contracts) -> None:
    counted.count(Contract(frozenset({"orme"}), frozenset(), (1, 1), UNITS[1]))
    assert counted.last is not None
    assert counted.last.names == {"orme"}
    both = frozenset({"orme", "horizon"})
    assert [counted.speaks_for((2, 0), both) for _ in range(3)] == [True, True, False]
    assert not counted.speaks_for((1, 0), frozenset())


def test_nothing_counted_is_known() -> None:
    assert not Contracts()
    assert Contracts().last is None
    assert not Contracts().has(HORIZON)
