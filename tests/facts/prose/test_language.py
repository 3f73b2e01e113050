import pytest

from ami_cli.facts.prose.language import language_of

TEXTS = [
    ("fr", "Nous avons conduit cette étude avec les équipes et pour les habitants du quartier, pendant deux années."),
    ("en", "We have carried out this study with the teams and for the people of the neighbourhood over two years."),
    ("es", "Hemos realizado este estudio con los equipos y para los habitantes del barrio durante dos años."),
    ("de", "Wir haben diese Studie mit den Teams und für die Menschen im Viertel über zwei Jahre durchgeführt."),
    ("fr", "CURRICULUM VITAE Expérience professionnelle Formation Compétences Langues"),
    (
        "fr",
        (
            "CV\nMaëlle Droniou\nExpériences\n2023 Stage de six mois, Secours Catholique de Quimper\n2021 Service civique, mairie"
            " de Brest\nLangues\nfrançais, breton, anglais\nLoisirs\nvoile"
        ),
    ),
    ("en", "Work experience, education, skills and languages"),
    ("pt", "Realizámos este estudo com as equipas e para os habitantes do bairro durante dois anos."),
    ("en", "The quick brown fox."),
    ("fr", "Nantes, le 3 mai"),
    (None, "Page 1 of 2"),
    (None, "Ada Roy"),
    (None, ""),
    (None, "2021 2022 +33 6 00 00 00 00"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_language_is_that_of_most_of_the_words(language: str | None, text: str) -> None:
    assert language_of([text]) == language


def test_a_long_text_in_one_language_with_a_quotation_in_another_keeps_its_own() -> None:
    french = "Nous avons conduit cette étude avec les équipes et pour les habitants du quartier. " * 4
    assert language_of([french, "This is what one of them told us."]) == "fr"
