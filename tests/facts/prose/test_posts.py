import pytest

from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.posts import held
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page
from tests.facts.prose.conftest import Find

PLAIN = 3.0
HELD = [
    ("Bassin Solidaire", "Je suis infirmière au Bassin Solidaire depuis trois ans."),
    ("Harbour Table", "I'm a night worker at Harbour Table, and they let me apply."),
    ("Three Rivers", "I currently work part-time with Three Rivers as a caseworker."),
    ("Maison Haute", "Depuis mai, j’enseigne à la Maison Haute."),
    ("Lantern Row", "I am employed by Lantern Row."),
    ("Sixth Bell Associates", "I run Sixth Bell Associates."),
    ("Chalk & Stone", "We are Chalk & Stone, two photographers."),
    ("Bol d’Air Trois", "Notre association, Bol d’Air Trois, travaille avec des soignants."),
    ("Foyle Kitchen Trust", "Family support worker, Foyle Kitchen Trust, 2020 to date"),
    ("Association Le Gué", "Depuis 2013 : encadrant technique, Association Le Gué"),
    ("Wicker Research", "I'm Ada, of Wicker Research"),
]
NOT_HELD = [
    "J’étais infirmière au Bassin Solidaire.",
    "I was a night worker at Harbour Table.",
    "I am a former director of Lantern Row Trust.",
    "I am a graduate of the University of Brume.",
    "I am conversant with Lantern Row methods.",
    "My former firm, Sixth Bell Associates, has wound up.",
    "Family support worker, Foyle Kitchen, 2014–2018",
    "2020 to date: evaluation of the youth plan for Foyle Kitchen",
    "Je suis arrivée à Nantes hier.",
    "Sa cheffe est Mme Roy, du Bassin Solidaire.",
    "I am the daughter of a nurse at Harbour Table.",
    "We are Ann and Joe.",
    "Nous sommes Lise et Omar, deux évaluateurs.",
    "We are Lantern Row alumni.",
    "I run in the Great North Run.",
    "Since 2020: member, Brume Statistical Society",
    "2019 – ongoing: PhD student, University of Brume",
]


def weights(text: str) -> dict[str, float]:
    """Return how plainly each name of a text is that of where its writer works."""
    page = read(Page(number=1, text=text))
    return {
        page.folded.quote(unit.start + start, unit.start + end).removesuffix("."): weight
        for unit in page.units
        for start, end, _ in proper_names(unit.cased)
        if (weight := held(unit, start, end))
    }


@pytest.mark.parametrize(("name", "text"), HELD)
def test_a_post_held_now_is_told_from_the_words_before_its_name(name: str, text: str) -> None:
    assert weights(text) == {name: PLAIN}


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_past_or_no_post_is_not_taken_for_one(text: str) -> None:
    assert weights(text) == {}


@pytest.mark.parametrize(("name", "text"), HELD)
def test_the_firm_of_a_post_held_now_is_believed(find: Find, name: str, text: str) -> None:
    assert [
        (one.value, one.sure)
        for one in find(f"Ada Roy\n\n{text}\n\nI hope to hear from you soon, and remain at your service.", "firm")
        if one.sure
    ] == [(name, True)]
