import pytest

from ami_cli.facts.prose import understand
from ami_cli.models.facts import Page

DATELINES = [
    "Nantes, le 25 août 2025",
    "Ada Roy\nNantes, le 25 août 2025\nMadame,",
    "Ada Roy   Nantes, le 25/08/2025",
    "Fait à Brumeval, le 3 mai 2025",
    "Saint-Denis (93), le lundi 1er mai 2025",
    "Dunmore, 3 May 2025",
    "Dunmore, Monday 3rd of May, 2025",
    "Dunmore, May 3, 2025",
]
OTHERS = [
    "Étoile du Nord, 3 mai 2021 : évaluation",
    "Références\n\nÉtoile du Nord, 3 mai 2021\nFondation Arc, le 4 mai 2022",
    "Disponible, Ada Roy, le 25 août 2025",
]


@pytest.mark.parametrize("text", DATELINES)
def test_where_and_when_a_letter_was_written_states_nothing(text: str) -> None:
    assert understand((Page(number=1, text=text),)).stated == ()


@pytest.mark.parametrize("text", OTHERS)
def test_a_date_beside_other_words_may_state_something(text: str) -> None:
    assert understand((Page(number=1, text=text),)).stated
