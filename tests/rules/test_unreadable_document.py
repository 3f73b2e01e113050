import pytest

from tests.rules.made_up import NO_FILE, assess, case, cv, document, letter, outcome, status, unreadable

RULE = "unreadable-document"


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


def test_what_was_recognised_from_a_picture_is_said() -> None:
    found = outcome(case(cv(ocr=True), letter()), RULE)
    assert found.status == "met"
    assert found.message.en == "all files were read, of which by character recognition: “files/cv.pdf”"
    assert [evidence.ocr for evidence in outcome(case(cv(ocr=True), letter()), "missing-document", "cv").evidence] == [True]
