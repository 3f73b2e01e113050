import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import NO_FILE, case, cv, document, letter, outcome, status

RULE = "duplicate-document"
FIRST = cv("files/cv_amina.pdf", delivery="1")
SAME = FIRST.facts.sha256

MET = {
    "all differ": case(),
    "sent again": case(FIRST, cv("files/2/cv_amina.pdf", sha256=SAME, delivery="2"), letter()),
    "sent again under another name": case(FIRST, cv("files/2/cv.pdf", sha256=SAME, delivery="2"), letter()),
    "one logo in every message": case(
        cv(), letter(), *(document(f"{n}.png", None, confidence=0, media_type="image/png", sha256=SAME, bytes=900) for n in "ab")
    ),
}
TO_VERIFY = {
    "one content for two people": case(FIRST, cv("files/cv_luc.pdf", "Luc Martin", sha256=SAME, delivery="1"), letter()),
    "in a folder made by hand": case(cv("a.pdf"), cv("b.pdf", sha256=cv("a.pdf").facts.sha256), letter()),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_nothing_stands_for_two(examined: Case) -> None:
    assert status(examined, RULE) == "met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_one_content_under_two_names(examined: Case) -> None:
    assert status(examined, RULE) == "to_verify"


def test_no_file() -> None:
    assert status(NO_FILE, RULE) == "not_applicable"


def test_both_names_are_shown() -> None:
    found = outcome(TO_VERIFY["one content for two people"], RULE)
    assert found.message.fr == "contenu identique sous des noms différents : « files/cv_amina.pdf » et « files/cv_luc.pdf »"
    assert [evidence.document for evidence in found.evidence] == ["files/cv_amina.pdf", "files/cv_luc.pdf"]
