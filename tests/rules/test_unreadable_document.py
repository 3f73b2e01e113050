import pytest

from ami_cli.models.facts import Member, Page, Part
from tests.rules.made_up import NO_FILE, WORDS, assess, case, cv, document, letter, outcome, status, unreadable

RULE = "unreadable-document"
TWO_RECOGNISED = tuple(Page(number=number, text=WORDS, ocr=number > 2) for number in range(1, 5))


def test_all_was_read() -> None:
    assert status(case(), RULE) == "met"


def test_no_file_nothing_to_read() -> None:
    assert status(NO_FILE, RULE) == "not_applicable"


@pytest.mark.parametrize("problem", ["encrypted", "damaged", "empty", "unsupported", "too-large", "too-slow", "no-text"])
def test_every_problem_is_a_person_s_to_look_at_and_said_in_words(problem: str) -> None:
    found = outcome(case(cv(), letter(), unreadable("files/x.pdf", problem)), RULE)
    assert found.status == "to_verify"
    assert problem not in found.message.fr
    assert [evidence.document for evidence in found.evidence] == ["files/x.pdf"]


def test_the_password_is_said_with_what_to_do() -> None:
    found = outcome(case(cv(), letter(), unreadable("files/x.pdf")), RULE)
    assert found.message.fr == "à ouvrir par une personne : « files/x.pdf » (protégé par un mot de passe)"
    assert found.remedy is not None
    assert "copie ouverte" in found.remedy.fr


def test_a_person_has_said_what_it_is() -> None:
    scan = document("files/scan.pdf", "other", person_says="other", readable=False, problem="no-text")
    assert status(case(cv(), letter(), scan), RULE) == "met"


def test_what_a_reader_cannot_open_never_rejects() -> None:
    for problem in ("encrypted", "damaged", "too-slow"):
        examined = assess(case(unreadable("files/a.pdf", problem), unreadable("files/b.pdf", problem)))
        assert [o.rule for o in examined.outcomes if o.status == "not_met"] == []
        assert examined.verdict == "to_verify"


def test_scanned_pages_that_nobody_read_are_named_and_nothing_is_called_missing_that_may_stand_on_them() -> None:
    examined = case(cv(), letter(statements=(), pages=5, unread=(2, 4, 5)))
    found = outcome(examined, RULE)
    assert (found.status, found.message.fr) == (
        "to_verify",
        "à ouvrir par une personne : « files/lettre.pdf » (pages 2, 4 et 5 sans texte : à lire à l’écran)",
    )
    assert [(evidence.document, evidence.page) for evidence in found.evidence] == [("files/lettre.pdf", 2)]
    assert [o.rule for o in assess(examined).outcomes if o.status == "not_met"] == []
    alone = case(letter(pages=5, unread=(2, 4, 5)))
    assert status(alone, "missing-document", "cv") == "to_verify"


def test_recognised_pages_are_named_and_nothing_is_called_missing_that_may_stand_on_them() -> None:
    examined = case(cv(), letter(statements=(), pages=4, recognised_pages=(3, 4), texts=TWO_RECOGNISED))
    found = outcome(examined, RULE)
    assert found.status == "met"
    assert found.message.en == "all files were read, of which by character recognition: “files/lettre.pdf” (pages 3 and 4)"
    assert [(evidence.page, evidence.ocr) for evidence in found.evidence] == [(3, True)]
    assert [o.rule for o in assess(examined).outcomes if o.status == "not_met"] == []
    asked = outcome(examined, "availability-not-stated", "letter")
    assert asked.message.fr.endswith("« files/lettre.pdf » a été lu par reconnaissance de caractères (pages 3 et 4)")
    assert [(evidence.page, evidence.ocr) for evidence in asked.evidence] == [(3, True)]
    alone = case(letter(pages=4, recognised_pages=(3, 4), texts=TWO_RECOGNISED))
    assert status(alone, "missing-document", "cv") == "to_verify"


PARTS = (
    Part(kind="letter", confidence=0.99, first_page=1, last_page=2),
    Part(kind="cv", confidence=0.99, first_page=3, last_page=4, person="Amina Diallo"),
)


def test_recognised_pages_are_never_so_surely_something_else_that_nobody_would_look_there() -> None:
    both = document("files/dossier.pdf", None, pages=4, parts=PARTS, recognised_pages=(3, 4), texts=TWO_RECOGNISED)
    every = assess(case(both, team=[{"name": "Paul Rives"}]))
    assert [o.rule for o in every.outcomes if o.status == "not_met"] == []
    asked = outcome(case(both), "availability-not-stated", "letter")
    assert (asked.status, [evidence.page for evidence in asked.evidence]) == ("to_verify", [3])


def test_what_was_left_unopened_in_an_archive_may_be_the_missing_document() -> None:
    opened = letter("files/envoi.zip/lettre.pdf", inside="files/envoi.zip")
    members = (Member(path="lettre.pdf", facts=opened.facts),)
    for truncated, expected in ((True, "to_verify"), (False, "not_met")):
        archive = document("files/envoi.zip", None, pages=None, texts=(), members=members, truncated=truncated)
        assert status(case(archive, opened), "missing-document", "cv") == expected


def test_the_same_pages_as_text_leave_no_doubt() -> None:
    both = document("files/dossier.pdf", None, pages=4, parts=PARTS)
    assert status(case(both), "availability-not-stated", "letter") == "not_met"
    assert status(case(both, team=[{"name": "Paul Rives"}]), "member-without-cv", "cv") == "not_met"


def test_what_was_recognised_from_a_picture_is_said() -> None:
    found = outcome(case(cv(ocr=True), letter()), RULE)
    assert found.status == "met"
    assert found.message.en == "all files were read, of which by character recognition: “files/cv.pdf”"
    assert [evidence.ocr for evidence in outcome(case(cv(ocr=True), letter()), "missing-document", "cv").evidence] == [True]
