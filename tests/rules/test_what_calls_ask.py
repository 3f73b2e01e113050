"""Rules that only some calls need: links, formats, languages, signatures, team, statements in other words."""

import pytest

from ami_cli.models.assessment import Case
from tests.rules.made_up import CV, EVERYTHING, LETTER, assess, both, call, case, cv, document, letter, outcome, stated, status

LINK = stated("link", "téléchargez nos CV : https://cloud.exemple/abc")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_link_matters_only_where_a_document_is_missing() -> None:
    assert status(case(cv(), letter()), "documents-elsewhere") == "not_applicable"
    assert status(case(cv(), letter(statements=(*EVERYTHING, LINK))), "documents-elsewhere") == "met"
    found = outcome(case(letter(statements=(*EVERYTHING, LINK))), "documents-elsewhere")
    assert (found.status, found.message.fr) == ("to_verify", "un lien remplace peut-être : CV")
    assert found.evidence[0].quote == LINK.quote


PDF_ONLY = call(CV | {"formats": ["pdf"]}, LETTER)


@pytest.mark.parametrize(
    ("examined", "expected"),
    [
        (case(cv(), letter(), of=PDF_ONLY), "met"),
        (case(cv("files/cv.PDF"), letter(), of=PDF_ONLY), "met"),
        (case(cv("files/cv.docx", media_type=DOCX), letter(), of=PDF_ONLY), "not_met"),
        (case(cv("files/cv.docx", media_type=DOCX), cv(), letter(), of=PDF_ONLY), "met"),
        (case(cv("files/cv.pdf", media_type=DOCX), letter(), of=PDF_ONLY), "to_verify"),
        (case(cv("files/cv", media_type="application/x-unknown"), letter(), of=PDF_ONLY), "to_verify"),
        (case(of=call()), "not_applicable"),
    ],
)
def test_formats_by_content_and_by_name(examined: Case, expected: str) -> None:
    requirement = None if expected == "not_applicable" else "cv"
    assert status(examined, "wrong-format", requirement) == expected


@pytest.mark.parametrize(("language", "expected"), [("fr", "met"), ("es", "to_verify"), (None, "to_verify")])
def test_another_language_is_for_a_person(language: str | None, expected: str) -> None:
    asked = call(CV, LETTER | {"languages": ["fr"]})
    assert status(case(cv(), letter(language=language), of=asked), "wrong-language", "letter") == expected


def test_the_languages_of_the_offer_hold_for_every_document() -> None:
    asked = call(application={"languages": ["fr", "en"]})
    assert status(case(cv(language="en"), letter(), of=asked), "wrong-language", "cv") == "met"
    assert status(case(of=call()), "wrong-language") == "not_applicable"


def test_signatures_and_declarations_are_always_seen_by_a_person() -> None:
    honour = {"id": "honour", "text": both("déclaration sur l’honneur"), "stage": "interest"}
    asked = call(CV, LETTER | {"signed": True}, application={"declarations": [honour]})
    assert status(case(of=asked), "signature-to-see", "letter") == "to_verify"
    assert status(case(of=asked), "signature-to-see", "honour") == "to_verify"
    assert status(case(of=call()), "signature-to-see") == "not_applicable"


def test_a_statement_in_other_words_is_read_by_a_person() -> None:
    asked = call(CV, LETTER | {"must_state": [{"other": both("une analyse des risques")}]})
    found = outcome(case(of=asked), "other-statement-to-read", "letter")
    assert (found.status, found.message.fr) == ("to_verify", "à lire dans lettre : une analyse des risques")
    assert status(case(cv(), of=asked), "other-statement-to-read", "letter") == "not_applicable"


@pytest.mark.parametrize(("least", "most", "expected"), [(1, 2, "met"), (2, None, "to_verify"), (None, 1, "met")])
def test_the_size_of_the_team(least: int | None, most: int | None, expected: str) -> None:
    asked = call(application={"team": {"min_members": least, "max_members": most}})
    assert status(case(of=asked), "team-size") == expected


def test_the_mix_of_the_team_is_read_by_a_person() -> None:
    asked = call(application={"team": {"mix": both("une femme et un homme")}})
    assert status(case(of=asked), "team-size") == "to_verify"
    assert status(case(of=call()), "team-size") == "not_applicable"


def test_a_mistake_in_the_folder_leaves_nothing_not_met() -> None:
    examined = assess(case(document("x.pdf", "other"), mistakes=[both("application.yaml:3 : clé inconnue")], received_at=None))
    assert {o.status for o in examined.outcomes if o.rule == "application-file-mistake"} == {"to_verify"}
    assert [o.rule for o in examined.outcomes if o.status == "not_met"] == []
