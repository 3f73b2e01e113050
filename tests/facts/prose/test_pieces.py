from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.prose.pieces import pieces_of
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page


def pieces(text: str) -> list[str]:
    return [piece.cased for piece in pieces_of((read(Page(number=1, text=text)),))]


def test_a_wrapped_sentence_is_one_piece_wherever_it_begins_on_its_line() -> None:
    text = (
        "Nous sommes une petite equipe nantaise de trois personnes. Je peux commencer le\n"
        "13 octobre 2025 et rester jusqu'en decembre avec l'ensemble de mes collegues,\n"
        "si vous voulez bien."
    )
    assert pieces(text) == [
        "Nous sommes une petite equipe nantaise de trois personnes.",
        "Je peux commencer le 13 octobre 2025 et rester jusqu'en decembre avec l'ensemble de mes collegues, si vous voulez bien.",
    ]


def test_a_denial_stays_with_what_it_denies() -> None:
    text = "Thank you for your call, which I read with care. I am not available in\nOctober, nor in November."
    assert pieces(text)[-1] == "I am not available in October, nor in November."


def test_lines_below_one_another_are_weighed_one_by_one() -> None:
    lines = ["Evaluation of night shelters, Leeds, 2023", "Survey of young carers, Hull, 2021", "Treasurer of a choir"]
    text = "\n".join(
        ("Ada Roy reads, counts and listens for associations that want to know what became of their work.", "", *lines)
    )
    assert pieces(text)[1:] == lines


def test_where_lines_are_too_long_to_be_wrapped_each_is_a_paragraph() -> None:
    lines = [
        (
            "Association Les Deux Rives, capitalisation d'un programme d'acces aux soins, 2023, contact : Mme Odile Ferrand,"
            " au siege de l'association"
        ),
        "Fondation Clairbois, bilan partage d'un accueil de jour pour de jeunes exiles, 2021, contact : M. Karim Bensaid",
        "Je suis disponible du 6 octobre au 19 decembre 2025, a raison de quatre jours par semaine.",
    ]
    assert pieces("\n".join(lines))[-1] == lines[-1]


@given(st.text(max_size=300))
def test_no_letter_is_lost_or_weighed_twice(text: str) -> None:
    page = read(Page(number=1, text=text))
    found = pieces_of((page,))
    assert [piece.end <= after.start for piece, after in pairwise(found)] == [True] * max(0, len(found) - 1)
    whole = "".join("".join(piece.cased.split()) for piece in found)
    assert whole == "".join("".join(unit.cased.split()) for unit in page.units)
