"""Findings as applicants read them: each a sentence addressed to them, in both languages."""

from typing import Any

import pytest

from ami_cli.letters.asking import CURABLE, can_be_cured
from ami_cli.letters.findings import clause, told
from ami_cli.models.assessment import Assessment, Evidence, Outcome
from ami_cli.models.call import Call
from ami_cli.models.facts import Stated
from ami_cli.models.text import Words
from tests.rules import made_up
from tests.rules.made_up import CV, LETTER, assess, call, case, cv, document, letter, unreadable

TITLED = call(CV | {"label": made_up.both("CV")}, LETTER | {"label": {"fr": "Lettre d’intérêt", "en": "Letter of interest"}})
BO = Stated(what="member", page=1, quote="avec Bo Lind", value="Bo Lind", sure=True)


def read(examined: Any, rule: str, of: Call = TITLED) -> list[tuple[str, str]]:
    """Return what is told of each finding of a rule that could be put right, in French and in English."""
    assessment = assess(examined)
    found = [one for one in assessment.outcomes if one.rule == rule and can_be_cured(assessment, one)]
    return [(told(of, assessment, one, "fr"), told(of, assessment, one, "en")) for one in found]


@pytest.mark.parametrize(
    ("examined", "rule", "expected"),
    [
        (
            case(cv(), of=TITLED),
            "missing-document",
            (
                "il manque à votre dossier la pièce « Lettre d’intérêt »",
                "the document “Letter of interest” is missing from your application",
            ),
        ),
        (
            case(cv("files/CV Ana.pdf", pages=4), letter(), of=TITLED),
            "too-many-pages",
            ("CV : 4 pages (« CV Ana.pdf »), 3 pages au plus", "CV: 4 pages (“CV Ana.pdf”), at most 3 pages"),
        ),
        (
            case(cv(), letter(), unreadable("files/a.pdf"), of=TITLED),
            "unreadable-document",
            (
                "nous n’avons pas pu ouvrir le fichier « a.pdf » (protégé par un mot de passe)",
                "we could not open the file “a.pdf” (protected by a password)",
            ),
        ),
        (
            case(cv(), letter(), unreadable("files/a.pdf"), unreadable("files/b.pdf", "damaged"), of=TITLED),
            "unreadable-document",
            (
                "nous n’avons pas pu ouvrir les fichiers « a.pdf » (protégé par un mot de passe) et « b.pdf » (abîmé)",
                "we could not open the files “a.pdf” (protected by a password) and “b.pdf” (damaged)",
            ),
        ),
        (
            case(cv(), letter(statements=[*made_up.EVERYTHING, BO]), of=TITLED),
            "member-without-cv",
            (
                "la pièce « CV » manque pour Bo Lind ; l’appel la demande pour chaque membre de l’équipe",
                "the document “CV” is missing for Bo Lind; the call asks for it for each member of the team",
            ),
        ),
        (
            case(cv(), letter(statements=[]), of=TITLED),
            "too-few-references",
            (
                (
                    "l’appel demande au moins 2 références de contrats analogues, "
                    "et nous n’en avons pas trouvé autant dans votre dossier"
                ),
                "the call asks for at least 2 references to similar contracts, and we did not find as many in your application",
            ),
        ),
    ],
)
def test_a_finding_is_told_to_the_applicant(examined: Any, rule: str, expected: tuple[str, str]) -> None:
    assert read(examined, rule) == [expected]


def test_a_scan_that_a_person_can_read_is_asked_of_nobody() -> None:
    assert read(case(cv(), letter(), unreadable("files/scan.pdf", "no-text"), of=TITLED), "unreadable-document") == []


def test_of_a_piece_that_is_missing_nobody_is_told_what_may_be_wrong_in_it() -> None:
    said = Words(fr="à voir avec la pièce", en="to be seen with the document")
    own = Outcome(rule="budget-sum-wrong", requirement="cv", status="to_verify", message=said)
    inherited = own.model_copy(update={"doubt_from": "missing-document"})
    assessment = assess(case(cv(), of=TITLED))
    assert [can_be_cured(assessment, one) for one in (own, inherited)] == [True, False]


def settled(rule: str, title: str, requirement: str | None = "cv", *files: str) -> tuple[Assessment, Outcome]:
    """Return a point that a person found not met: the message is the title of the rule."""
    outcome = Outcome(
        rule=rule,
        requirement=requirement,
        status="not_met",
        message=Words(fr=title, en=title),
        evidence=tuple(Evidence(document=file) for file in files),
    )
    documents = [document(file, "cv") for file in files] or [cv()]
    return assess(case(*documents, of=TITLED)).model_copy(update={"outcomes": (outcome,)}), outcome


@pytest.mark.parametrize("rule", sorted(CURABLE))
def test_what_a_person_settled_is_a_sentence_too(rule: str) -> None:
    for files in ((), ("files/x.pdf",), ("files/x.pdf", "files/y.pdf")):
        assessment, outcome = settled(rule, "Titre de la règle", "cv", *files)
        for language in ("fr", "en"):
            said = told(TITLED, assessment, outcome, language)
            assert ("Titre" in said, "{" in said, "files/" in said, "?" in said, len(said.split()) > 4) == (
                False,
                False,
                False,
                False,
                True,
            )


def test_a_late_arrival_is_said_in_full() -> None:
    late = case(
        cv(), letter(), of=TITLED, received_at="2025-08-31T13:00:30+02:00", arrivals=[made_up.arrival("2025-08-31T13:00:30+02:00")]
    )
    assessment = assess(late)
    (outcome,) = (one for one in assessment.outcomes if one.rule == "received-late")
    assert [told(TITLED, assessment, outcome, language) for language in ("fr", "en")] == [
        "votre candidature a été reçue 1 heure 30 secondes après la date limite",
        "your application was received 1 hour 30 seconds after the deadline",
    ]


def test_the_languages_that_are_accepted_are_named() -> None:
    german = call(CV | {"languages": ["fr", "en"]}, LETTER)
    _, outcome = settled("wrong-language", "Autre langue")
    assert [clause(german, outcome, language) for language in ("fr", "en")] == [
        "langues acceptées : français et anglais",
        "accepted languages: French and English",
    ]


def test_a_name_from_outside_stays_one_line_and_shows_what_it_is() -> None:
    examined = case(cv(), letter(), unreadable("files/x.pdf", name="a\u202e\nBcc: x@y.example {name}.pdf"), of=TITLED)
    ((french, _),) = read(examined, "unreadable-document")
    assert french == "nous n’avons pas pu ouvrir le fichier « a Bcc: x@y.example {name}.pdf » (protégé par un mot de passe)"
