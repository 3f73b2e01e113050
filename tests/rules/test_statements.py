"""References, availability and similar missions: found surely, perhaps, or nowhere in what was read whole."""

import pytest

from ami_cli.models.assessment import Case
from ami_cli.models.facts import Page, Part, Stated
from tests.rules.made_up import (
    AVAILABLE,
    CV,
    EVERYTHING,
    LETTER,
    REFERENCES,
    SIMILAR,
    WORDS,
    call,
    case,
    cv,
    document,
    letter,
    outcome,
    stated,
    status,
    unreadable,
)

REF = "too-few-references"
ONE, TWO = REFERENCES
BESIDES = (SIMILAR, AVAILABLE)
UNSURE = stated("reference", "nous avons aussi travaillé pour d’autres", sure=False)


def references(*found: Stated, **facts: object) -> Case:
    return case(cv(), letter(statements=(*BESIDES, *found), **facts))  # type: ignore[arg-type]  # facts by name


MET = {
    "two in the letter": references(ONE, TWO),
    "one in the letter, one in an annex": case(
        cv(), letter(statements=(*BESIDES, ONE)), document("a.pdf", "references", statements=[TWO])
    ),
    "in a table of another file": case(
        cv(), letter(statements=BESIDES), document("a.xlsx", "other", statements=[ONE, TWO], language=None)
    ),
    "two contracts of one client": references(ONE, stated("reference", "Fondation des Rives, 2019", value="Fondation des Rives")),
    "two in one sentence": references(ONE, ONE.model_copy(update={"value": "2022"})),
    "in a letter by OCR": references(ONE, TWO, ocr=True),
    "in a letter in Spanish": references(ONE, TWO, language="es"),
}
NOT_MET = {
    "one": references(ONE),
    "none": references(),
    "one, and a CV by OCR": case(cv(ocr=True), letter(statements=(*BESIDES, ONE))),
    "one, and lines of a CV that look like it": case(cv(statements=[UNSURE]), letter(statements=(*BESIDES, ONE))),
    "one, in English": references(ONE, language="en"),
}
TO_VERIFY = {
    "one and a trace": references(ONE, UNSURE),
    "one, the other in the CV": case(cv(statements=[TWO]), letter(statements=(*BESIDES, ONE))),
    "one, repeated in an annex": case(cv(), letter(statements=(*BESIDES, ONE)), document("a.pdf", "references", statements=[ONE])),
    "one, in the letter and in its Word copy": case(cv(), letter(statements=(*BESIDES, ONE)), letter("l.docx", statements=[ONE])),
    "read by OCR": references(ONE, ocr=True),
    "in Spanish": references(ONE, language="es"),
    "in no known language": references(ONE, language=None),
    "read in part": references(ONE, truncated=True),
    "a page without text": references(ONE, pages=2, unread=(2,)),
    "a page not read": references(ONE, pages=2, texts=(Page(number=1, text=WORDS),)),
    "an annex by OCR": case(cv(), letter(statements=BESIDES), document("a.pdf", "other", ocr=True)),
    "a file that cannot be read beside": case(cv(), letter(statements=BESIDES), unreadable("x.pdf")),
    "a CV that may be an annex": case(cv(confidence=0.7, ocr=True), letter(statements=BESIDES)),
    "a letter that may not be one": case(cv(), letter(statements=BESIDES, confidence=0.5)),
    "a mistake in application.yaml": case(cv(), letter(statements=BESIDES), mistakes=[{"fr": "ligne 3", "en": "line 3"}]),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_enough_references(examined: Case) -> None:
    assert status(examined, REF, "letter") == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_too_few_references(examined: Case) -> None:
    assert status(examined, REF, "letter") == "not_met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_a_person_reads(examined: Case) -> None:
    assert status(examined, REF, "letter") == "to_verify"


@pytest.mark.parametrize(("needed", "expected"), [(1, "met"), (2, "met"), (3, "not_met")])
def test_the_number_comes_from_the_call(needed: int, expected: str) -> None:
    asked = call(CV, LETTER | {"must_state": [{"references": needed}]})
    assert status(case(cv(), letter(), of=asked), REF, "letter") == expected


def test_evidence_is_the_file_the_page_and_the_words() -> None:
    found = outcome(references(ONE), REF, "letter")
    (evidence,) = found.evidence
    assert (evidence.document, evidence.page, evidence.quote) == ("files/lettre.pdf", 1, "Fondation des Rives, 2022")
    assert found.message.fr == "non indiqué : au moins 2 références de contrats analogues (1 trouvée)"
    assert found.message.en == "not stated: at least 2 references of similar contracts (1 found)"
    assert found.clause is not None
    assert found.clause.fr == "lettre, à y indiquer : au moins 2 références de contrats analogues"


def test_a_statement_counts_for_the_part_it_stands_in() -> None:
    parts = [
        Part(kind="letter", confidence=0.95, first_page=1, last_page=1),
        Part(kind="cv", confidence=0.95, first_page=2, last_page=3, person="Amina Diallo"),
    ]
    in_the_cv = [stated("reference", one.quote, value=one.value, page=2) for one in REFERENCES]
    merged = document("d.pdf", "letter", pages=3, parts=parts, statements=[*BESIDES, *in_the_cv])
    assert status(case(merged), REF, "letter") == "to_verify"


RULES = [("similar-missions-not-stated", SIMILAR), ("availability-not-stated", AVAILABLE)]


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_said_not_said_and_perhaps_said(rule: str, said: Stated) -> None:
    others = tuple(one for one in EVERYTHING if one.what != said.what)
    perhaps = said.model_copy(update={"sure": False})
    assert status(case(), rule, "letter") == "met"
    assert status(case(cv(), letter(statements=others)), rule, "letter") == "not_met"
    assert status(case(cv(), letter(statements=(*others, perhaps))), rule, "letter") == "to_verify"
    assert status(case(cv(statements=[said]), letter(statements=others)), rule, "letter") == "to_verify"


def test_what_is_not_asked_is_not_looked_for() -> None:
    silent = call(CV, LETTER | {"must_state": []})
    for rule in (REF, *(rule for rule, _ in RULES)):
        assert status(case(cv(), letter(statements=()), of=silent), rule) == "not_applicable"


def test_where_it_was_not_read_is_said() -> None:
    found = outcome(references(ONE, ocr=True), REF, "letter")
    assert found.message.fr.endswith("; mais « files/lettre.pdf » a été lu par reconnaissance de caractères")
    assert found.message.en.endswith("; but “files/lettre.pdf” was read by character recognition")
