"""Whether a page opens a new piece: the head of a CV, of a letter, of a criminal-record extract, of a proposal."""

import re
from dataclasses import dataclass

from ami_cli.facts.prose.persons import person_of_cv
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.requirement import DocumentKind

_HEAD = 700
_CV_TITLE = re.compile(r"^\W{0,6}(?:annexe? \w+ ?\W ?)?(?:curriculum ?vitae|cv\b|resume\b|hoja de vida)", re.MULTILINE)
_CONTACT = re.compile(
    r"\b[\w.+-]+@[\w-]+\.\w+|(?:\+|\b0)\d(?:[ .()-]{0,2}\d){7,}|\b(?:date of birth|date de naissance|nationalit"
    r"|nationality|linkedin)"
)
_CV_SECTION = re.compile(
    r"^\W{0,6}(?:experiences?|formation|education|competences|skills|profil\w*|work experience|professional"
    r" (?:experience|summary)|parcours|langues|languages|summary|etudes|diplomes)\b.{0,40}$",
    re.MULTILINE,
)
_SALUTATION = re.compile(
    r"^ {0,8}(?:dear|madame|monsieur|mesdames|cher|chere|bonjour|to whom|estimad)\b.{0,60}[,:] ?$", re.MULTILINE
)
_SUBJECT = re.compile(r"^ {0,8}(?:objet|subject|re|asunto) ?:", re.MULTILINE)
_LETTER_TITLE = re.compile(
    r"^\W{0,6}(?:lettre d'interet|lettre de motivation|letter of (?:interest|motivation)|cover letter|expression of interest"
    r"|manifestation d'interet)\W*$",
    re.MULTILINE,
)
_CRIMINAL = re.compile(r"casier judiciaire|criminal record|bulletin n\W{0,3}3|police certificate")
_PROPOSAL = re.compile(
    r"^\W{0,6}(?:proposition technique|offre technique|technical (?:proposal|offer)|note methodologique)", re.MULTILINE
)
_BUDGET = re.compile(
    r"^\W{0,6}(?:proposition financiere|offre financiere|financial (?:proposal|offer)|budget)\b.{0,40}$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a page opens, and whether that is sure."""

    kind: DocumentKind
    sure: bool


def opens(page: FoldedPage) -> Opening | None:  # noqa: PLR0911 - one kind a line
    """Return what the page opens, or None where it reads as the continuation of the page before."""
    head = page.folded.lower[:_HEAD]
    if _CRIMINAL.search(head[:300]) and re.search(r"neant|bulletin|extrait|ministere|certificate", head):
        return Opening("criminal-record", sure=True)
    if _PROPOSAL.search(head[:250]):
        return Opening("technical-proposal", sure=True)
    if _BUDGET.search(head[:200]):
        return Opening("budget", sure=True)
    if _SALUTATION.search(head) or _LETTER_TITLE.search(head[:300]):
        return Opening(
            "letter",
            sure=bool(_SALUTATION.search(head) and (_SUBJECT.search(head) or re.search(r"\b20\d\d\b", head)))
            or bool(_LETTER_TITLE.search(head[:300])),
        )
    named = person_of_cv([page]) is not None
    title = _CV_TITLE.search(head[:250])
    if title and (named or _CONTACT.search(head) or _CV_SECTION.search(page.folded.lower[:2000])):
        return Opening("cv", sure=named)
    if named and _CONTACT.search(head) and _CV_SECTION.search(page.folded.lower[:2500]):
        return Opening("cv", sure=True)
    if named and _CV_SECTION.search(head):
        return Opening("cv", sure=False)
    return None


def is_titled(page: FoldedPage) -> bool:
    """Return whether a page is headed as a CV."""
    return bool(_CV_TITLE.search(page.folded.lower[:250]))
