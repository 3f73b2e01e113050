from typing import Any

import pytest

from ami_cli.models.assessment import Case
from ami_cli.models.facts import Part
from tests.rules.made_up import CV, LETTER, call, case, cv, document, letter, outcome, status

RULE = "too-many-pages"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def merged(last: int, *, sure: bool = True) -> Case:
    parts = [
        Part(kind="letter", confidence=0.9, first_page=1, last_page=2, sure=sure),
        Part(kind="cv", confidence=0.9, first_page=3, last_page=last, person="Amina Diallo", sure=sure),
    ]
    return case(document("files/dossier.pdf", "cv", pages=last, parts=parts))


MET = {
    "three of three": case(cv(pages=3), letter()),
    "laid out, three": case(cv(pages=3, pages_basis="converted"), letter()),
    "declared, and its words agree": case(cv(pages=3, pages_basis="declared", media_type=DOCX), letter()),
    "a part of a longer file": merged(5),
    "a doubtful boundary in a short file": merged(3, sure=False),
    "a Word copy of a counted PDF": case(cv(pages=3), cv("files/cv.docx", pages=None, media_type=DOCX), letter()),
}
NOT_MET = {
    "four of three": case(cv(pages=4), letter()),
    "laid out, far beyond": case(cv(pages=6, pages_basis="converted"), letter()),
    "a part": merged(6),
    "one of two CVs": case(cv(pages=2), cv("files/cv2.pdf", "Luc Martin", pages=4), letter()),
}
TO_VERIFY = {
    "laid out, one beyond": case(cv(pages=4, pages_basis="converted"), letter()),
    "declared, beyond": case(cv(pages=9, pages_basis="declared"), letter()),
    "declared short, but too many words": case(cv(pages=1, pages_basis="declared", text="mot " * 3000), letter()),
    "unknown": case(cv(pages=None), letter()),
    "a doubtful boundary": merged(7, sure=False),
    "perhaps a letter and a CV": case(cv(pages=5, kinds={"cv": 0.95, "letter": 0.6}), letter()),
    "perhaps not a CV": case(cv(), document("files/x.pdf", "cv", pages=12, confidence=0.7), letter()),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_within_the_limit(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_beyond_the_limit(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "not_met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_counts(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "to_verify"


def test_the_first_page_too_many_is_shown() -> None:
    found = outcome(merged(6), RULE, "cv")
    assert [(evidence.document, evidence.page) for evidence in found.evidence] == [("files/dossier.pdf", 6)]
    assert found.message.fr == "CV : 4 pages (« files/dossier.pdf »), 3 pages au plus"
    assert found.message.en == "CV: 4 pages (“files/dossier.pdf”), at most 3 pages"
    assert found.clause is not None
    assert found.clause.en == "CV: at most 3 pages each"


@pytest.mark.parametrize(("pages", "expected"), [(5, "met"), (6, "not_met")])
def test_the_limit_comes_from_the_call(pages: int, expected: str) -> None:
    assert status(case(cv(pages=pages), letter(), of=call(CV | {"max_pages": 5}, LETTER)), RULE, "cv") == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({"pages": 1}, "met"),
        ({"pages": 2}, "not_met"),
        ({"pages": None}, "to_verify"),
        ({"pages": 2, "pages_basis": "converted"}, "to_verify"),
    ],
)
def test_a_limit_in_total_adds_the_documents_up(second: dict[str, Any], expected: str) -> None:
    asked = call(CV | {"limit": "total"}, LETTER)
    two = case(cv(pages=2), cv("files/cv2.pdf", "Luc Martin", **second), letter(), of=asked)
    assert status(two, RULE, "cv") == expected


def test_the_same_content_sent_twice_counts_once() -> None:
    first = cv(pages=2)
    again = cv("files/copie.pdf", pages=2, sha256=first.facts.sha256)
    assert status(case(first, again, letter(), of=call(CV | {"limit": "total"}, LETTER)), RULE, "cv") == "met"


@pytest.mark.parametrize(("most", "expected"), [(4, "met"), (3, "not_met")])
def test_the_whole_offer_may_have_a_limit(most: int, expected: str) -> None:
    asked = call(application={"limits": {"max_pages": most}})
    assert status(case(cv(pages=2), letter(pages=2), of=asked), RULE) == expected


def test_a_locked_file_that_is_named_cv_is_not_within_the_limit() -> None:
    locked = document("files/cv.pdf", "cv", confidence=0.55, pages=None, readable=False, problem="encrypted", texts=())
    assert status(case(locked, letter()), RULE, "cv") == "to_verify"
