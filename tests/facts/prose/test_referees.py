import pytest

from tests.facts.prose.conftest import Find

COUNTED = [
    (2, "Personnes à contacter : Jeanne Day (Étoile du Nord, 01 00 00 00 01) ; Paul Lys (Croix Verte, paul@croix.test)."),
    (2, "Mme Day, 06 00 00 00 01 — Étoile du Nord\nM. Lys, 06 00 00 00 02 — Croix Verte"),
    (2, "REFEREES\nJane Day, Director, Northern Star, 01632 960 001\nPaul Lys, Country Manager, Green Cross, p.lys@cross.test"),
    (2, "Do ring Jane Day at the Beacon (01632 960 001). Paul Lys, who ran Northern Star, is at paul@star.test."),
    (
        2,
        (
            "Pour vous faire une idée, appelez la coordinatrice de Fanal, Jeanne Day, au 04 00 00 00 01, ou bien monsieur Paul"
            " Lys, président de l’association Sentiers (lys@sentiers.test)."
        ),
    ),
    (
        3,
        (
            "Intitulé   Client   Qui appeler\nÉtude de base   ONG Tiiga   M. Zongo, +226 00 00 00 41\nEnquête   Vision Nord   "
            "Mme Barry, +226 00 00 00 42\nÉtude CAP   Enfance   Dr Somé, +226 00 00 00 43"
        ),
    ),
    (1, "Une référence : Jeanne Day, directrice des Étoiles du Nord, 01 00 00 00 01, jeanne@etoiles.test"),
    (1, "En 2022, j’ai évalué l’association Fanal. Le rapport est public. Mme Lys, 06 00 00 00 00, en parlera mieux que moi."),
    (
        2,
        (
            "Why us. In 2020 we did a study for Northern Star, and in 2023 an evaluation for the Beacon Trust.\n\nAsk them."
            " Northern Star: Mrs Jane Day, 01632 960 001. Beacon Trust: Paul Lys, paul@beacon.test."
        ),
    ),
]
NOBODY_TO_ASK = [
    "Ada Roy\n12 rue des Lilas, 44000 Brumeval\n06 00 00 00 00\nada@roy.test\n\nMadame, Monsieur,",
    "Je reste joignable au 06 00 00 00 00 ou à ada@roy.test.\n\nAda Roy",
    "Delta Conseil – 3 quai des Tanneurs, 44000 Brumeval – SIRET 000 000 000 00000 – 01 00 00 00 00",
    "L’équipe : Ada Roy, cheffe de mission, 06 00 00 00 01 ; Paul Lys, enquêteur, 06 00 00 00 02.",
    "À l’attention de Mme Jeanne Day, jeanne.day@appel.test",
    "Votre collègue Jeanne Day (jeanne@appel.test) m’a transmis l’appel.",
    "Mme Irène Day, directrice de mon mémoire, 01 00 00 00 01\nM. Paul Lys, tuteur de stage, 01 00 00 00 02",
    "Ada Roy, evaluator - ada.roy@post.test - 07700 900 201 - Norwich",
]


@pytest.mark.parametrize(("number", "text"), COUNTED)
def test_who_can_be_asked_is_a_reference(find: Find, number: int, text: str) -> None:
    assert len([one for one in find(text, "reference") if one.sure]) == number


@pytest.mark.parametrize("text", NOBODY_TO_ASK)
def test_the_addresses_of_the_applicants_are_not(find: Find, text: str) -> None:
    assert [one for one in find(text, "reference") if one.sure] == []
