import pytest

from ami_cli.app.wording import plain
from tests.running import run


@pytest.mark.parametrize(
    ("words", "fr", "en"),
    [
        (["init", "--nothing"], "option inconnue : --nothing", "no such option: --nothing"),
        (["init", "--organisation"], "l’option --organisation attend une valeur", "the option --organisation needs a value"),
        (["init", "a", "b"], "mot en trop : b", "one word too many: b"),
        (["--lang", "de", "init"], "--lang : « de » n’est pas une langue d’ami", "--lang: “de” is not a language of ami"),
        (["init", "--now", "hier"], "--now : « hier » n’est pas une date", "--now: “hier” is not a date"),
        (["nothing"], "commande inconnue : « nothing »", "no such command: “nothing”"),
        (["--version=1"], "l’option --version n’attend pas de valeur", "the option --version takes no value"),
    ],
)
def test_a_wrong_command_is_2_and_said_in_the_language_chosen(words: list[str], fr: str, en: str) -> None:
    for locale, name, said in (("fr_FR", "Erreur :", fr), ("en_GB", "Error:", en)):
        found = run(*words, environment={"LC_ALL": locale})
        assert (found.code, found.out, found.err.splitlines()[0]) == (2, "", f"{name} {said}")


@pytest.mark.parametrize(
    ("typer", "fr", "en"),
    [
        ("Missing argument 'APPEL\x1fCALL'.", "il manque APPEL", "CALL is missing"),
        ("Missing option '--title'.", "il manque l’option --title", "the option --title is missing"),
        (
            "Invalid value for '--jobs': Input should be a valid integer, unable to parse string as an integer",
            "--jobs : il faut un nombre entier",
            "--jobs: a whole number is needed",
        ),
        (
            "Invalid value for '--jobs': Input should be greater than or equal to 1",
            "--jobs : il faut au moins 1",
            "--jobs: at least 1 is needed",
        ),
        (
            "Invalid value for '--format': Input should be 'csv' or 'md'",
            "--format : choisissez 'csv' ou 'md'",
            "--format: choose 'csv' or 'md'",
        ),
        (
            "Invalid value for 'FICHIER\x1fFILE': File 'a b.pdf' does not exist.",
            "FICHIER : ce fichier n’existe pas : « a b.pdf »",
            "FILE: there is no such file: “a b.pdf”",
        ),
        ("Something that typer says one day.", "Something that typer says one day.", "Something that typer says one day."),
    ],
)
def test_the_words_of_typer_are_put_plainly(typer: str, fr: str, en: str) -> None:
    assert (plain(typer, "fr"), plain(typer, "en")) == (fr, en)
