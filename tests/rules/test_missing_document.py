import pytest

from ami_cli.models.assessment import Case, Document
from ami_cli.models.facts import Part
from tests.rules.made_up import CV, LETTER, NO_FILE, assess, call, case, cv, document, letter, outcome, stated, status, unreadable

RULE = "missing-document"
MERGED = document(
    "files/dossier.pdf",
    "cv",
    pages=5,
    parts=[
        Part(kind="letter", confidence=0.9, first_page=1, last_page=2),
        Part(kind="cv", confidence=0.9, first_page=3, last_page=5, person="Amina Diallo"),
    ],
)
LINK = stated("link", "nos pièces : https://cloud.exemple/abc")

MET = {
    "its own file": case(cv(), letter()),
    "a part of a file": case(MERGED),
    "in an archive": case(cv(), letter("envoi.zip/lettre.pdf", inside="envoi.zip"), document("envoi.zip", None, members=[])),
    "a person says what the scan is": case(
        cv(), document("files/scan.pdf", "letter", confidence=1.0, person_says="letter", readable=False)
    ),
    "beside a file that cannot be read": case(cv(), letter(), unreadable("files/autre.pdf")),
}
NOT_MET = {
    "nothing at all": NO_FILE,
    "a short message": case(cv(), deliveries=[{"id": "1", "words": 20, "message": "mail/1.eml"}]),
    "only CVs": case(cv(), cv("files/cv2.pdf", "Luc Martin")),
    "a picture of the signature beside": case(
        cv(), document("image001.png", None, confidence=0, media_type="image/png", bytes=4_000)
    ),
    "a calendar entry beside": case(cv(), document("invite.ics", None, confidence=0, media_type="text/calendar")),
    "another document, surely": case(cv(), document("files/b3.pdf", "criminal-record", confidence=0.95)),
    "another document, says a person": case(cv(), document("files/note.pdf", "other", confidence=1.0, person_says="other")),
}
TO_VERIFY = {
    "a file that cannot be read": case(cv(), unreadable("files/x.pdf")),
    "a scan": case(cv(), unreadable("files/scan.pdf", "no-text")),
    "a kind that is not sure": case(cv(), letter(confidence=0.59)),
    "a file of no known kind": case(cv(), document("files/x.pdf", None, confidence=0.0)),
    "another kind that looks like a letter too": case(cv(), document("files/x.pdf", "other", kinds={"other": 0.6, "letter": 0.5})),
    "a document that nothing claims": case(cv(), document("files/note.pdf", "other", confidence=0.95)),
    "an offer without a greeting": case(cv(), document("files/offre.pdf", "technical-proposal", confidence=0.95)),
    "only a part of a long file was read": case(cv(truncated=True)),
    "a doubtful boundary": case(document("files/d.pdf", "cv", parts=[Part(kind="cv", confidence=0.9, sure=False)])),
    "a long message": case(cv(), deliveries=[{"id": "1", "words": 200, "message": "mail/1.eml"}]),
    "a link in the message": case(cv(), deliveries=[{"id": "1", "words": 20, "links": ["https://cloud.exemple/x"]}]),
    "a link in the CV": case(cv(statements=[LINK])),
}


@pytest.mark.parametrize("examined", MET.values(), ids=MET)
def test_the_letter_is_there(examined: Case) -> None:
    assert status(examined, RULE, "letter") == "met"


@pytest.mark.parametrize("examined", NOT_MET.values(), ids=NOT_MET)
def test_the_letter_is_missing(examined: Case) -> None:
    assert status(examined, RULE, "letter") == "not_met"


@pytest.mark.parametrize("examined", TO_VERIFY.values(), ids=TO_VERIFY)
def test_the_letter_may_be_there(examined: Case) -> None:
    assert status(examined, RULE, "letter") == "to_verify"


def test_what_is_missing_is_named_with_its_clause() -> None:
    labelled = LETTER | {"label": {"fr": "Lettre d’*intérêt*", "en": "Letter of interest"}}
    found = outcome(case(cv(), of=call(CV, labelled)), RULE, "letter")
    assert (found.message.fr, found.message.en) == ("pièce manquante : Lettre d’intérêt", "missing document: Letter of interest")
    assert found.clause is not None
    assert found.clause.fr == "pièce demandée : Lettre d’intérêt"


def test_evidence_shows_the_part_and_its_first_page() -> None:
    (evidence,) = outcome(case(MERGED), RULE, "cv").evidence
    assert (evidence.document, evidence.page) == ("files/dossier.pdf", 3)


def test_what_depends_on_a_document_that_may_be_there_is_doubtful_too() -> None:
    examined = case(cv(), unreadable("files/x.pdf"))
    for rule in ("too-few-references", "availability-not-stated", "similar-missions-not-stated", "too-many-pages"):
        assert status(examined, rule, "letter") == "to_verify"


def test_what_depends_on_a_missing_document_does_not_arise() -> None:
    for rule in ("too-few-references", "availability-not-stated", "similar-missions-not-stated", "too-many-pages"):
        assert status(case(cv()), rule, "letter") == "not_applicable"


def test_documents_of_other_stages_are_not_asked_for() -> None:
    record = {"id": "criminal-record", "kind": "criminal-record", "stage": "contract", "per": "member", "keep": "never"}
    (_, *others) = (o.requirement for o in [outcome(case(of=call(CV, LETTER, record)), RULE, "cv")])
    assert others == []
    assert status(case(cv(), letter(), of=call(CV, LETTER, record), stage="contract"), RULE, "criminal-record") == "not_met"


def test_an_optional_document_may_be_left_out() -> None:
    optional = {"id": "portfolio", "kind": "references", "stage": "interest", "required": False}
    assert status(case(of=call(CV, LETTER, optional)), RULE, "portfolio") == "not_applicable"


FORM = {"id": "tax-form", "kind": "other", "stage": "interest", "label": {"fr": "Attestation fiscale", "en": "Tax certificate"}}


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (document("files/Attestation_fiscale_2025.pdf", "other"), "met"),
        (document("files/doc1.pdf", "other", text="TAX CERTIFICATE of the firm, issued today. " * 9), "met"),
        (document("files/doc1.pdf", "other"), "to_verify"),
        (cv("files/cv2.pdf", "Luc Martin"), "not_met"),
    ],
)
def test_a_document_of_no_kind_is_known_by_its_name_only(extra: Document, expected: str) -> None:
    assert status(case(cv(), letter(), extra, of=call(CV, LETTER, FORM)), RULE, "tax-form") == expected


def test_two_documents_of_one_kind_are_told_apart_by_number_or_name() -> None:
    commitment = {
        "id": "commitment",
        "kind": "letter",
        "stage": "interest",
        "label": {"fr": "Lettre d’engagement", "en": "Commitment letter"},
    }
    asked = call(CV, LETTER, commitment)
    assert status(case(cv(), letter(), of=asked), RULE, "commitment") == "to_verify"
    assert status(case(cv(), letter(), letter("files/l2.pdf"), of=asked), RULE, "commitment") == "met"
    assert status(case(cv(), of=asked), RULE, "commitment") == "not_met"


def test_a_document_not_to_be_kept_that_came_early_is_remarked_and_changes_no_verdict() -> None:
    record = {"id": "criminal-record", "kind": "criminal-record", "stage": "contract", "per": "member", "keep": "never"}
    examined = assess(case(cv(), letter(), document("b3.pdf", "criminal-record"), of=call(CV, LETTER, record)))
    assert examined.verdict == "complete"
    assert [remark.en for remark in examined.remarks] == [
        "criminal-record extract: document received before its stage, and not to be kept (“b3.pdf”); take it out of the folder"
    ]
