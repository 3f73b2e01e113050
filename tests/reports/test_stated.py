"""What a file states, as a person and a machine see it."""

from typing import Any

from ami_cli.models.application import ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts
from ami_cli.reports.stated import as_stated, stated_table


def document(*stated: dict[str, Any], path: str = "l.txt", inside: str | None = None) -> Document:
    facts = {"sha256": "1" * 64, "bytes": 9, "media_type": "text/plain", "readable": True, "stated": stated}
    return Document(
        file=ReceivedFile(path=path, name=path.rpartition("/")[2], sha256="1" * 64, bytes=9),
        facts=DocumentFacts.model_validate(facts),
        kind=None,
        confidence=0.0,
        parts=(),
        inside=inside,
    )


def says(what: str, quote: str, value: str | None = None, *, sure: bool = True) -> dict[str, Any]:
    return {"what": what, "quote": quote, "value": value, "sure": sure, "page": 2}


def rows(*stated: dict[str, Any], language: str = "en") -> tuple[tuple[Any, ...], ...]:
    made = stated_table([document(*stated)], language)
    assert made is not None
    return made.rows


def test_for_machines_every_passage_is_given_as_it_was_found() -> None:
    firm = {"what": "firm", "quote": "Marée Haute SCOP", "value": "Marée Haute"}
    told = document(firm, says("availability", "Peut-être.", sure=False))
    assert as_stated(told) == [
        {"what": "firm", "page": None, "quote": "Marée Haute SCOP", "value": "Marée Haute", "sure": True},
        {"what": "availability", "page": 2, "quote": "Peut-être.", "value": None, "sure": False},
    ]


def test_kind_by_kind_and_what_is_doubtful() -> None:
    told = document(
        says("availability", "Free in May."),
        says("availability", "Not before June.", sure=False),
        says("firm", "The Works", sure=False),
        says("independent", "I am freelance."),
        says("member", "Ada Roy, leader"),
        says("member", "Perhaps Lena Vogt", sure=False),
        says("similar-mission", "A study.", sure=False),
        says("reference", "Perhaps 2021.", sure=False),
        says("reference", "Oak Trust, 2023"),
    )
    made = stated_table([told], "en")
    assert made is not None
    assert made.rows == (
        ("a reference", 2, "Oak Trust, 2023"),
        ("a reference?", 2, "Perhaps 2021."),
        ("a similar mission?", 2, "A study."),
        ("when they are free", 2, "Free in May."),
        ("when they are free?", 2, "Not before June."),
        ("a firm?", 2, "The Works"),
        ("self-employment", 2, "I am freelance."),
        ("a member of the team", 2, "Ada Roy, leader"),
    )
    assert made.notes == ("?: perhaps. Read that passage: ami does not decide it for you.",)


def test_doubtful_similar_missions_only_where_none_is_sure() -> None:
    told = says("similar-mission", "Oak study"), says("similar-mission", "Elm study", sure=False)
    assert rows(*told) == (("a similar mission", 2, "Oak study"),)


def test_a_doubt_in_the_words_of_a_sure_passage_is_not_shown() -> None:
    assert rows(
        says("availability", "IN MAY", sure=False),
        says("availability", "Free in May,\nor later."),
        says("availability", "Free in May, or later.", sure=False),
        says("availability", "Free in Ma", sure=False),
    ) == (("when they are free", 2, "Free in May, or later."), ("when they are free?", 2, "Free in Ma"))


def test_three_people_in_one_sentence_are_three_rows() -> None:
    team = "Our team: Ada Roy, Marc Petit, Lena Vogt."
    people = [says("member", team, name) for name in ("Ada Roy", "Marc Petit", "Lena Vogt", "Ada Roy")]
    assert rows(*people) == tuple(
        ("a member of the team", 2, f"{name}: “{team}”") for name in ("Ada Roy", "Marc Petit", "Lena Vogt")
    )


def test_the_same_words_on_another_page_are_another_row() -> None:
    again = says("link", "https://x.example") | {"page": 7}
    assert rows(says("link", "https://x.example"), again) == (
        ("a link", 2, "https://x.example"),
        ("a link", 7, "https://x.example"),
    )


def test_what_was_understood_stands_before_the_words_unless_it_is_all_of_them() -> None:
    told = says("firm", "Je travaille pour Marée Haute.", "Marée\nHaute"), says("firm", "Bruyère Conseil.", "Bruyère Conseil")
    assert rows(*told, language="fr") == (
        ("une structure", 2, "Marée Haute : « Je travaille pour Marée Haute. »"),
        ("une structure", 2, "Bruyère Conseil."),
    )


def test_of_a_date_only_the_words_are_shown_once_for_all_the_months_in_them() -> None:
    told = [says("availability", "Free in May or June 2027.", month) for month in ("may", "june")]
    assert rows(*told) == (("when they are free", 2, "Free in May or June 2027."),)


def test_a_similar_mission_that_is_shown_as_a_reference_is_not_shown_again() -> None:
    assert rows(
        says("reference", "2023, Oak Trust, a study"),
        says("similar-mission", "2023, Oak Trust, a study"),
        says("similar-mission", "Oak Trust"),
        says("similar-mission", "In 2023, Oak Trust, a study of trees"),
        says("similar-mission", "Elm Fund"),
        says("similar-mission", "Perhaps", sure=False),
    ) == (("a reference", 2, "2023, Oak Trust, a study"), ("a similar mission", 2, "Elm Fund"))


def test_beyond_thirty_of_a_kind_the_rest_is_counted() -> None:
    links = [says("link", f"https://x.example/{number}") for number in range(32)]
    assert rows(*links[:30]) == tuple(("a link", 2, link["quote"]) for link in links[:30])
    assert rows(*links[:31])[29:] == (("a link", 2, "https://x.example/29"), ("a link", None, "… and 1 more"))
    assert rows(*links, language="fr")[30:] == (("un lien", None, "… et 2 autres"),)


def test_of_an_archive_every_row_names_its_file_and_no_page_where_none_is_known() -> None:
    link, firm = ({"what": what, "quote": quote} for what, quote in (("link", "https://x.example"), ("firm", "Oak")))
    made = stated_table(
        [
            document(path="in/z.zip"),
            document(link, firm, path="in/z.zip/offer/a.txt", inside="in/z.zip"),
            document(firm, path="in/z.zip/b\n.txt", inside="in/z.zip"),
        ],
        "en",
    )
    assert made is not None
    assert [column.title for column in made.columns] == ["File", "States", "Passage"]
    assert made.rows == (
        ("offer/a.txt", "a firm", "Oak"),
        ("b .txt", "a firm", "Oak"),
        ("offer/a.txt", "a link", "https://x.example"),
    )


def test_no_note_where_all_is_sure_and_no_table_where_nothing_was_found() -> None:
    made = stated_table([document(says("link", "https://x.example"))], "fr")
    assert made is not None
    assert (made.rows, made.notes) == ((("un lien", 2, "https://x.example"),), ())
    assert stated_table([document()], "fr") is None


def test_a_passage_over_two_lines_is_one_row() -> None:
    made = stated_table([document(says("firm", "Bruyère\nConseil"))], "fr")
    assert made is not None
    assert made.rows == (("une structure", 2, "Bruyère Conseil"),)
