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


def forms(text: str) -> list[tuple[str, str]]:
    return [(unit.form, unit.cased) for unit in read(Page(number=1, text=text)).units]


@pytest.mark.parametrize(
    "items",
    [("- Harbour Trust", "- Kind Street"), ("• Harbour Trust", "• Kind Street")],
)
def test_short_items_of_one_list_are_no_headings(items: tuple[str, str]) -> None:
    first, second = (item.replace("•", "*") for item in items)
    assert forms(f"We have evaluated:\n\n{items[0]}\n{items[1]}\n\nAll of them would say so.") == [
        ("sentence", "We have evaluated:"),
        ("item", first),
        ("item", second),
        ("sentence", "All of them would say so."),
    ]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "1. Availability\nWe are free from 3 March.\n2. References\n- Harbour Trust\n- Kind Street",
            ["1. Availability", "2. References"],
        ),
        ("We answer.\n\n3. Availability\n\n1. May 2027\n2. June 2027\n\nMore below.", ["3. Availability"]),
        ("Ada Roy writes.\n4. Availability\n1. May\n2. June and no later than that.", ["4. Availability"]),
    ],
)
def test_a_numbered_line_above_others_stays_a_heading(text: str, headings: list[str]) -> None:
    assert [words for form, words in forms(text) if form == "heading"][: len(headings)] == headings
