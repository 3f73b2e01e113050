import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Capitalisation / MNA Nantes", "CAPITALISATION /\u00a0mna  nantes"),
        ("« l’été »", '" l\'ete "'),
        ("appel – offre", "appel — offre"),
        ("ﬁnance", "finance"),
        ("re\u00adprise", "reprise"),
    ],
)
def test_what_a_person_takes_for_the_same_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_words_and_their_order_stay() -> None:
    assert folded("Nantes MNA") != folded("MNA Nantes")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
