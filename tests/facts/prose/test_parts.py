import pytest

from ami_cli.facts.prose import understand
from ami_cli.models.facts import Page

LETTER = """Objet : manifestation d’intérêt

Madame, Monsieur,
Votre appel a retenu notre attention. Nous avons conduit en 2021 l’évaluation du projet Racines pour l’association Étoile et nous
serions disponibles dès octobre. Vous trouverez nos CV ci-joints.
Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.

Ada Roy
"""
ADA = """Ada ROY
12 rue des Lilas, 44000 Nantes – ada@courriel.test
Expérience professionnelle
2018-2024 : consultante en évaluation
2012-2018 : chargée de mission, association Étoile
Formation
2011 : master de santé publique
Langues
Français, anglais, espagnol
"""
ADA_AGAIN = """Publications
« Veiller la nuit », revue Lanternes, 2020
Compétences
Entretiens, enquêtes, animation d’ateliers
Centres d’intérêt
Chorale, marche
"""
PAUL = """Paul LYS
Illustrateur
Expérience
2015-2024 : illustrateur, facilitateur graphique
2010-2015 : graphiste, Brumeval
Formation
2009 : diplôme national d’arts plastiques
Langues : français, anglais
"""
RECORD = """MINISTÈRE DE LA JUSTICE
CASIER JUDICIAIRE NATIONAL
BULLETIN NUMÉRO 3
Extrait du casier judiciaire
Nom de naissance : ROY. Prénoms : Ada
NÉANT
"""
FILES = [
    ("one letter", [LETTER], [("letter", 1, 1, "Ada Roy")]),
    ("one CV of two pages", [ADA, ADA_AGAIN], [("cv", 1, 2, "Ada ROY")]),
    ("a letter and a CV", [LETTER, ADA], [("letter", 1, 1, "Ada Roy"), ("cv", 2, 2, "Ada ROY")]),
    ("two CVs", [ADA, ADA_AGAIN, PAUL], [("cv", 1, 2, "Ada ROY"), ("cv", 3, 3, "Paul LYS")]),
    (
        "everything",
        [LETTER, ADA, ADA_AGAIN, PAUL, RECORD],
        [("letter", 1, 1, "Ada Roy"), ("cv", 2, 3, "Ada ROY"), ("cv", 4, 4, "Paul LYS"), ("criminal-record", 5, 5, None)],
    ),
]


@pytest.mark.parametrize(("texts", "parts"), [file[1:] for file in FILES], ids=[file[0] for file in FILES])
def test_each_piece_is_found_with_its_pages_and_its_person(texts: list[str], parts: list[tuple[str, int, int, str | None]]) -> None:
    found = understand(tuple(Page(number=number, text=text) for number, text in enumerate(texts, 1))).parts
    assert [(part.kind, part.first_page, part.last_page, part.person) for part in found] == parts


def test_a_running_head_opens_no_new_piece() -> None:
    head = "Curriculum Vitae Ada Roy\n"
    found = understand((Page(number=1, text=head + ADA), Page(number=2, text=head + ADA_AGAIN))).parts
    assert [(part.kind, part.first_page, part.last_page) for part in found] == [("cv", 1, 2)]


def test_a_page_headed_as_a_cv_without_a_name_is_a_doubtful_boundary() -> None:
    nameless = PAUL.replace("Paul LYS\n", "CURRICULUM VITAE\n")
    found = understand((Page(number=1, text=ADA), Page(number=2, text=nameless))).parts
    assert [(part.first_page, part.last_page, part.sure) for part in found] == [(1, 1, False), (2, 2, False)]
