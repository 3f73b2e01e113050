"""What is made of how much each passage says: here it is given, not learnt."""

from collections.abc import Sequence

from ami_cli.facts.prose import understand
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.weights import Weighed
from ami_cli.models.facts import Page, Part

NOTHING = Weighed(-20.0, -20.0, -20.0, -20.0)


def stated(text: str, said: str, weighed: Weighed) -> list[tuple[str, bool]]:
    """Return what is made of the one passage that has certain words."""

    def hear(pieces: Sequence[Piece], _parts: Sequence[Part]) -> list[Weighed]:
        return [weighed if said in piece.cased else NOTHING for piece in pieces]

    found = understand((Page(number=1, text=text),), hear).stated
    return [(one.what, one.sure) for one in found if said in one.quote]


def test_a_name_that_is_also_the_persons_leaves_a_trace_of_a_firm() -> None:
    text = "Ottavia Salgado\n\nStudies and reviews.\n\n2019 - Ottavia Salgado, and nobody else"
    assert stated(text, "nobody else", NOTHING._replace(firm=0.5)) == [("firm", False)]
    assert stated(text, "nobody else", NOTHING._replace(firm=-2.0)) == []


def test_a_name_given_because_the_call_asks_leaves_a_trace_of_a_reference() -> None:
    text = "Bonjour,\n\nPuisque vous demandez un nom : Aubierge, ancienne collègue, me connaît depuis dix ans.\n\nA. Hamadi"
    assert stated(text, "Aubierge", NOTHING._replace(reference=1.0)) == [("reference", False), ("similar-mission", False)]


def test_plain_words_leave_a_trace_whatever_they_weigh() -> None:
    text = (
        "Hi Grace\n\nI went freelance in September.\n\nShall I put something on paper?\n\nSorry, I will not be available in June."
    )
    assert stated(text, "freelance", NOTHING) == [("independent", False)]
    assert stated(text, "in June", NOTHING) == [("availability", False)]
    assert stated(text, "on paper", NOTHING) == []
