import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.prose import traits
from ami_cli.facts.prose.pieces import pieces_of
from ami_cli.facts.prose.units import read
from ami_cli.facts.prose.weights import Weighed, weigh
from ami_cli.models.facts import Page


def weighed(text: str) -> list[Weighed]:
    return weigh(pieces_of((read(Page(number=1, text=text)),)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Je suis libre en octobre.",
        "I have carried out similar studies.",
        "J’ai conduit plusieurs évaluations pour des associations.",
    ],
)
def test_whose_name_stands_above_changes_nothing(sentence: str) -> None:
    names = ("Marie Dubois", "Paul Lenoir", "Amy Trask", "Oluwaseun Adeyinka", "Zvonimir Xhaka")
    assert len({tuple(weighed(f"{name}\n\n{sentence}")[-1]) for name in names}) == 1


def test_a_capital_makes_no_other_word() -> None:
    assert weighed("nous sommes libres et Nous sommes prets") == weighed("nous sommes libres et nous sommes prets")


def test_the_same_passage_weighs_the_same_whatever_was_read_before() -> None:
    first = weighed("Je suis disponible en novembre.")
    weighed("xylophone zébrures ornithorynque " * 500)
    assert weighed("Je suis disponible en novembre.") == first


def test_nothing_has_no_weight() -> None:
    assert weigh(()) == []


@given(st.text(max_size=400))
def test_any_text_can_be_weighed(text: str) -> None:
    for one in weighed(text):
        assert all(-1000 < weight < 1000 for weight in one)


@pytest.mark.parametrize("words", [["nous", "sommes"], [" - ", "#name"], ["#year", "|", "?"]])
def test_a_pair_is_told_from_its_name(words: list[str]) -> None:
    one, *_, other = words
    found = [traits.pair(name) for name in traits.pairs(words)]
    assert ("^", one, False) in found
    assert (other, "$", False) in found
    assert None not in found


@pytest.mark.parametrize("name", ["nous", " - ", "form sentence", "length 2", ">disponibilite", ">a b", "~<dis"])
def test_other_traits_are_no_pairs(name: str) -> None:
    assert traits.pair(name) is None
