"""What a file states, as a person and a machine see it."""

from typing import Any

from ami_cli.models.application import ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts
from ami_cli.reports.stated import as_stated, stated_table


def document(*stated: dict[str, Any]) -> Document:
    facts = {"sha256": "1" * 64, "bytes": 9, "media_type": "text/plain", "readable": True, "stated": stated}
    return Document(
        file=ReceivedFile(path="l.txt", name="l.txt", sha256="1" * 64, bytes=9),
        facts=DocumentFacts.model_validate(facts),
        kind=None,
        confidence=0.0,
        parts=(),
    )


def says(what: str, quote: str, *, sure: bool = True) -> dict[str, Any]:
    return {"what": what, "quote": quote, "sure": sure, "page": 2}


def test_for_machines_every_passage_is_given_as_it_was_found() -> None:
    firm = {"what": "firm", "quote": "Marée Haute SCOP", "value": "Marée Haute"}
    told = document(firm, says("availability", "Peut-être.", sure=False))
    assert as_stated(told) == [
        {"what": "firm", "page": None, "quote": "Marée Haute SCOP", "value": "Marée Haute", "sure": True},
        {"what": "availability", "page": 2, "quote": "Peut-être.", "value": None, "sure": False},
    ]


def test_kind_by_kind_and_what_is_doubtful_where_nothing_is_sure() -> None:
    told = document(
        says("availability", "Free in May."),
        says("availability", "In May.", sure=False),
        says("firm", "The Works", sure=False),
        says("independent", "I am freelance."),
        says("similar-mission", "A study.", sure=False),
        says("reference", "Perhaps 2021.", sure=False),
        says("reference", "Oak Trust, 2023", sure=False),
        says("reference", "Oak Trust, 2023"),
    )
    made = stated_table([told], "en")
    assert made is not None
    assert made.rows == (
        ("a reference", 2, "Oak Trust, 2023"),
        ("a reference?", 2, "Perhaps 2021."),
        ("a similar mission?", 2, "A study."),
        ("when they are free", 2, "Free in May."),
        ("self-employment", 2, "I am freelance."),
    )
    assert made.notes == ("?: perhaps. Read that passage: ami does not decide it for you.",)


def test_no_note_where_all_is_sure_and_no_table_where_nothing_was_found() -> None:
    made = stated_table([document(says("link", "https://x.example"))], "fr")
    assert made is not None
    assert (made.rows, made.notes) == ((("un lien", 2, "https://x.example"),), ())
    assert stated_table([document()], "fr") is None


def test_a_passage_over_two_lines_is_one_row() -> None:
    made = stated_table([document(says("firm", "Bruyère\nConseil"))], "fr")
    assert made is not None
    assert made.rows == (("une structure", 2, "Bruyère\ufffdConseil"),)
