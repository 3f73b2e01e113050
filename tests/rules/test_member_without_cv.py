import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import EVERYTHING, case, cv, letter, outcome, stated, status, unreadable

RULE = "member-without-cv"
AMINA = stated("member", "Amina Diallo, cheffe de mission", value="Amina Diallo")
LUC = stated("member", "et Luc Martin, sociologue", value="Luc Martin")
TEAM = letter(statements=(*EVERYTHING, AMINA, LUC))

MET = {
    "each has theirs": case(cv(), cv("files/2.pdf", "MARTIN Luc"), TEAM),
    "names written otherwise": case(cv(person="Mme A. DIALLO"), cv("files/2.pdf", "Luc Martin"), TEAM),
    "nobody else is named": case(cv(), letter()),
    "the team of application.yaml": case(cv(), letter(), team=[{"name": "Amina Diallo"}]),
    "application.yaml against the letter": case(cv(), TEAM, team=[{"name": "Amina Diallo"}]),
}
NOT_MET = {
    "one of two named in the letter": case(cv(), TEAM),
    "one of two named in application.yaml": case(cv(), letter(), team=[{"name": "Amina Diallo"}, {"name": "Luc Martin"}]),
}
TO_VERIFY = {
    "who signs may not be in the team": case(cv(), letter(statements=(*EVERYTHING, AMINA, LUC), person="Luc Martin")),
    "perhaps in the team": case(cv(), letter(statements=(*EVERYTHING, LUC.model_copy(update={"sure": False})))),
    "a CV of nobody known": case(cv(), cv("files/2.pdf", None), TEAM),  # type: ignore[arg-type]  # a CV whose person was not found
    "named in a CV": case(cv(text="Équipe : Luc Martin et moi. " * 9), TEAM),
    "a file that cannot be read": case(cv(), TEAM, unreadable("files/x.pdf")),
    "a letter by OCR": case(cv(), letter(ocr=True)),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_each_member_has_a_cv(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_a_member_has_none(examined: Case) -> None:
    found = outcome(examined, RULE, "cv")
    assert (found.status, found.message.fr) == ("not_met", "CV : rien pour Luc Martin")


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_looks(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "to_verify"


def test_without_any_cv_the_missing_document_says_it() -> None:
    assert status(case(TEAM), RULE, "cv") == "not_applicable"
