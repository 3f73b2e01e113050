import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.content import Run
from ami_cli.wording.typography import set_runs, set_text

FRENCH = [
    ("Le budget : oui ; non ? si !", "Le budget\u00a0: oui\u202f; non\u202f? si\u202f!"),
    ("Le budget: oui; non? si!", "Le budget\u00a0: oui\u202f; non\u202f? si\u202f!"),
    ("15 000 € et 5% de 1 250 000 euros", "15\u00a0000\u00a0€ et 5\u00a0% de 1\u00a0250\u00a0000\u00a0euros"),
    ('« oui », «non» et "peut-être"', "«\u202foui\u202f», «\u202fnon\u202f» et «\u202fpeut-être\u202f»"),
    ("l'extrait n° 3, la 1ère et la 2ème", "l’extrait n°\u00a03, la 1re et la 2e"),
    ("https://exemple.org; a@exemple.org: oui!", "https://exemple.org\u202f; a@exemple.org\u00a0: oui\u202f!"),
    ("à 12 h 00 - ou presque...", "à 12\u00a0h\u00a000\u00a0– ou presque…"),
]
ENGLISH = [
    ('He said "yes" - twice', "He said “yes”\u00a0– twice"),
    ("the 2017-2021 plan isn't 3 pages", "the 2017–2021 plan isn’t 3\u00a0pages"),
    ("a question? yes; indeed: no!", "a question? yes; indeed: no!"),
]
UNTOUCHED = [
    "candidat·e·s motivé(e)s, tou·te·s, expert/e, auteur-rice",
    "https://exemple.org/a?b=1;c:d",
    "doi.applications@exemple.org",
    "12:30",
    "www.exemple.org/l'appel",
]


@pytest.mark.parametrize(("typed", "printed"), FRENCH)
def test_french_has_its_spaces_and_guillemets(typed: str, printed: str) -> None:
    assert set_text(typed, "fr") == printed


@pytest.mark.parametrize(("typed", "printed"), ENGLISH)
def test_english_has_its_quotes_and_dashes(typed: str, printed: str) -> None:
    assert set_text(typed, "en") == printed


@pytest.mark.parametrize("text", UNTOUCHED)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_inclusive_forms_addresses_and_hours_stay_as_typed(text: str, language: str) -> None:
    assert set_text(text, language) == text


WORDS = st.text(st.sampled_from("ab é09 \u00a0\u202f:;!?«»\"'’.-–€%(),\n·"), max_size=30) | st.text(max_size=30)


@given(WORDS, st.sampled_from(["fr", "en", "es"]))
def test_setting_twice_is_setting_once(text: str, language: str) -> None:
    once = set_text(text, language)
    assert set_text(once, language) == once


@given(WORDS, WORDS, WORDS, st.sampled_from(["fr", "en"]))
def test_what_has_to_be_typed_exactly_never_changes(before: str, subject: str, after: str, language: str) -> None:
    runs = (Run(text=before, strong=True), Run(text=subject, literal=True), Run(text=after))
    assert set_runs(runs, language)[1].text == subject


@given(WORDS, st.sampled_from(["fr", "en"]))
def test_only_spaces_quotes_dashes_and_ordinals_change(text: str, language: str) -> None:
    def letters(words: str) -> str:
        return "".join(character for character in words if character.isalpha() and character not in "èreimI")

    assert letters(set_text(text, language)) == letters(text)


def test_marks_are_set_across_the_edge_of_two_runs() -> None:
    runs = (Run(text="Objet", strong=True), Run(text=" : « "), Run(text="A : b ?", literal=True), Run(text=" » !"))
    assert [run.text for run in set_runs(runs, "fr")] == ["Objet", "\u00a0: «\u202f", "A : b ?", "\u202f»\u202f!"]


def test_marks_after_what_is_typed_exactly_have_their_space_too() -> None:
    runs = (Run(text="Tapez "), Run(text="a; b", literal=True), Run(text="; puis "), Run(text="c", literal=True), Run(text=": oui"))
    assert [run.text for run in set_runs(runs, "fr")] == ["Tapez ", "a; b", "\u202f; puis ", "c", "\u00a0: oui"]


def test_a_foreign_phrase_has_the_marks_of_its_own_language() -> None:
    runs = (Run(text="see : "), Run(text="qui : lui ?", language="fr"))
    assert [run.text for run in set_runs(runs, "en")] == ["see : ", "qui\u00a0: lui\u202f?"]


def test_an_empty_cell_has_no_runs() -> None:
    assert set_runs((), "fr") == ()
