import pytest

from ami_cli.facts.prose import understand
from ami_cli.facts.prose.persons import person_of_cv, signer_of_letter
from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page

HEADS = [
    ("Ada ROY", "Ada ROY\nÉvaluatrice\nExpérience"),
    ("ADA DE LA TOUR-ROY", "CURRICULUM VITAE\nADA DE LA TOUR-ROY\nada@post.test"),
    ("Ada Jeanne Roy", "Nom : Roy\nPrénoms : Ada Jeanne\nNationalité : arvanienne"),
    ("Ada Jeanne Roy", "Nom complet : Roy, Ada Jeanne\nPoste : experte"),
    ("Ada Roy", "Personal details\nSurname\nRoy\nGiven names\nAda\nNationality\nArvanian"),
    ("Ada Roy", "Ada Roy is a sociologist who trained in Dunmore."),
    ("Hélène Kouassi-Brémond", "Hélène Kouassi-Brémond                     LANGUES\nJuriste"),
    (None, "Expérience professionnelle\n2018-2024 : consultante"),
    (None, ""),
]
LETTER = """Madame, Monsieur,
{}
Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées. Votre appel nous intéresse et nos CV sont joints.
"""
TEAMS = [
    (["Ada Roy", "Paul Lys"], "L’équipe proposée : Ada Roy, sociologue, et Paul Lys, illustrateur."),
    (["Paul Lys"], "Paul Lys, juriste, m’assistera."),
    (["Ada Roy", "Paul Lys"], "Ada Roy would lead; Paul Lys would run the interviews."),
    ([], "Contact : Mme Jeanne Day, coordinatrice, 06 00 00 00 00."),
    ([], "En 2021, la Fondation Horizon Vert nous a confié une étude."),
    ([], "Dear team,\nI have worked for two charities:\nThe Listening Post (2021) and Bridges Not Walls (2024)."),
    ([], "Nous connaissons le travail de votre équipe et celui du réseau Ombelle Rouge."),
    ([], "Disponibilité d’Ada Roy : octobre.\nCoopérative Orme"),
    ([], "Nous avons lu l’ouvrage de Jeanne Day avec intérêt."),
    (["Paul Lys"], "Paul Lys, anthropologue, mènerait les entretiens."),
    ([], "- Casa Abierta, Rosario : clinique, 2015\n- Grands Frères, Brumeval : hébergement, 2018"),
]
SIGNED = [
    (["Ada Roy"], "J’ai mené trois études et j’en tire mon métier : je vous propose mon aide.\n\nAda Roy"),
    ([], "Nous avons mené trois études et notre cabinet vous propose son aide.\n\nAda Roy"),
    (["Ada Roy", "Paul Lys"], "Ada would go to the field, Paul would draft; we are two.\n\nAda Roy\nPaul Lys"),
]


@pytest.mark.parametrize(("name", "text"), HEADS)
def test_whose_cv_it_is_stands_at_its_head(name: str | None, text: str) -> None:
    assert person_of_cv([read(Page(number=1, text=text))]) == name


@pytest.mark.parametrize(("names", "text"), TEAMS)
def test_a_letter_names_its_team(names: list[str], text: str) -> None:
    stated = understand((Page(number=1, text=LETTER.format(text)),)).stated
    assert [one.value for one in stated if one.what == "member" and one.sure] == names


@pytest.mark.parametrize(("names", "text"), SIGNED)
def test_who_signs_is_of_the_team_where_nobody_else_is_meant(names: list[str], text: str) -> None:
    letter = f"Madame, Monsieur,\nObjet : votre appel\nVeuillez trouver notre lettre.\n{text}"
    stated = understand((Page(number=1, text=letter),)).stated
    assert [one.value for one in stated if one.what == "member" and one.sure] == names


@pytest.mark.parametrize(
    "last", ["Ada Roy", "Ada Roy, cabinet Orme", "Cabinet Orme, Ada Roy", "Collectif Orme, par Ada Roy", "Signed: Ada Roy"]
)
def test_who_signs_may_stand_before_the_firm_or_after_it(last: str) -> None:
    assert signer_of_letter([read(Page(number=1, text=f"Madame, Monsieur,\nVotre appel nous intéresse.\n{last}"))]) == "Ada Roy"
