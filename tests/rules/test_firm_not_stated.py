import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import CV, EVERYTHING, LETTER, call, case, cv, letter, outcome, stated, status, unreadable

RULE = "firm-not-stated"
FIRM = stated("firm", "consultante associée, cabinet Horizon", value="Horizon")
ALONE = stated("independent", "consultante indépendante")
PERHAPS = stated("firm", "chez Horizon", value="Horizon", sure=False)
STRICT = call(CV | {"must_state": ["firm"]}, LETTER)

MET = {
    "in the CV": case(cv(statements=[FIRM]), letter(), of=STRICT),
    "independent": case(cv(statements=[ALONE]), letter(), of=STRICT),
    "in the letter": case(cv(), letter(statements=(*EVERYTHING, FIRM)), of=STRICT),
    "the firm of application.yaml, in the CV": case(cv(text="Cabinet HORIZÖN. " * 20), letter(), firm="Cabinet Horizon", of=STRICT),
}
NOT_MET = {
    "nowhere": case(cv(), letter(), of=STRICT),
    "not for one of two": case(cv(statements=[FIRM]), cv("files/2.pdf", "Luc Martin"), letter(), of=STRICT),
    "known to exist, and not stated": case(cv(), letter(), firm="Cabinet Horizon"),
}
TO_VERIFY = {
    "perhaps": case(cv(statements=[PERHAPS]), letter(), of=STRICT),
    "perhaps, in the letter": case(cv(), letter(statements=(*EVERYTHING, PERHAPS)), of=STRICT),
    "a CV by OCR": case(cv(ocr=True), letter(), of=STRICT),
    "a CV in Spanish": case(cv(language="es"), letter(), of=STRICT),
    "if any, in a CV by OCR": case(cv(ocr=True), letter()),
    "a file that cannot be read": case(cv(), letter(), unreadable("files/x.pdf"), of=STRICT),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_stated(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_not_stated(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "not_met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_looks(examined: Case) -> None:
    assert status(examined, RULE, "cv") == "to_verify"


def test_if_any_and_there_is_none() -> None:
    assert status(case(), RULE, "cv") == "not_applicable"


def test_the_document_without_it_is_named() -> None:
    found = outcome(NOT_MET["not for one of two"], RULE, "cv")
    assert found.message.fr == "structure de rattachement non indiquée : « files/2.pdf »"
    assert [evidence.document for evidence in found.evidence] == ["files/2.pdf"]
