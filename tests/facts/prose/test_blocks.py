import pytest

from ami_cli.facts.prose.units import read
from ami_cli.models.facts import Page


def cut(text: str) -> list[str]:
    return [unit.cased for unit in read(Page(number=1, text=text)).units]


@pytest.mark.parametrize(
    ("subject", "greeting", "body"),
    [
        ("Objet : étude sur l'accueil des familles", "Madame, Monsieur,", "L'an dernier, nous avons conduit une étude."),
        ("Objet : étude", "Madame la Directrice,", "nous avons conduit une étude l'an dernier."),
        ("Subject: study on the reception of families, Lot 2,", "Dear Sir or Madam,", "Last year we carried out a study."),
        ("Re: study", "Dear Ms Okafor,", "Last year we carried out a study."),
        ("Objet : étude,", "Bonjour,", "L'an dernier, nous avons conduit une étude."),
    ],
)
def test_a_subject_and_a_greeting_end_their_block_without_a_blank_line(subject: str, greeting: str, body: str) -> None:
    assert cut(f"{subject}\n{greeting}\n{body}") == [_folded(line) for line in (subject, greeting, body)]


def test_a_subject_over_two_lines_stays_whole() -> None:
    assert cut("Objet : étude sur l'accueil des familles et\ndes enfants\nMadame, Monsieur,\nVoici.") == [
        "Objet : etude sur l'accueil des familles et des enfants",
        "Madame, Monsieur,",
        "Voici.",
    ]


def test_a_line_that_names_someone_is_no_greeting() -> None:
    text = "Cette étude a été conduite avec les équipes de terrain pour\nMadame Roy et la mairie de Brumeval."
    assert cut(text) == [_folded(text.replace("\n", " "))]


def _folded(text: str) -> str:
    return text.translate(str.maketrans("éÉ", "eE"))
