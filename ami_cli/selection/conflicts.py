"""Possible conflicts of interest, found in the data and asked as questions: never a verdict."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Assessment, Evidence
from ami_cli.models.base import Model
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.folding import folded
from ami_cli.models.names import name_words
from ami_cli.models.text import Words

SHARED = frozenset(
    (
        *(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.fr",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
        ),
        *("yahoo.com", "yahoo.fr", "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.com", "gmx.fr", "aol.com"),
        *("orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "bbox.fr", "riseup.net"),
    )
)
"""Mail domains that say nothing of an employer: the public ones met most often in France and abroad."""
SHORTEST = 4
"""A shorter name is found by chance inside another."""


class Question(Model):
    """Something to ask an evaluator about a candidate, and where it was seen."""

    evaluator: str
    application: str
    question: Words
    evidence: tuple[Evidence, ...] = ()


def questions(evaluators: Sequence[Evaluator], assessments: Sequence[Assessment]) -> tuple[Question, ...]:
    """Return every question, in the order of evaluators and applications."""
    return tuple(
        question
        for evaluator in evaluators
        for assessment in sorted(assessments, key=lambda one: one.application.id)
        for question in _about(evaluator, assessment)
    )


def _about(evaluator: Evaluator, assessment: Assessment) -> Iterator[Question]:
    applicant = assessment.application.applicant or assessment.application.id
    domain = _domain(evaluator.email)
    if domain and domain not in SHARED and domain == _domain(assessment.application.email):
        yield _ask(
            evaluator,
            assessment,
            Words(
                fr=f"{evaluator.name} et {applicant} écrivent depuis le même domaine ({domain}) : y a-t-il un lien entre eux ?",
                en=f"{evaluator.name} and {applicant} write from the same domain ({domain}): is there a link between them?",
            ),
        )
    employer = _employer(evaluator, assessment)
    if employer:
        yield _ask(
            evaluator,
            assessment,
            Words(
                fr=f"{evaluator.name} et {applicant} ont le même employeur ({employer}) : y a-t-il un conflit d’intérêts ?",
                en=f"{evaluator.name} and {applicant} have the same employer ({employer}): is there a conflict of interest?",
            ),
        )
    seen = tuple(_named(evaluator.name, assessment))
    if seen:
        yield _ask(
            evaluator,
            assessment,
            Words(
                fr=f"Le nom de {evaluator.name} figure dans le dossier de {applicant} : à quel titre ?",
                en=f"The name of {evaluator.name} stands in the application of {applicant}: in what capacity?",
            ),
            seen,
        )


def _ask(evaluator: Evaluator, assessment: Assessment, question: Words, evidence: tuple[Evidence, ...] = ()) -> Question:
    return Question(evaluator=evaluator.name, application=assessment.application.id, question=question, evidence=evidence)


def _domain(email: str | None) -> str:
    return email.rpartition("@")[2].strip().lower() if email and "@" in email else ""


def _employer(evaluator: Evaluator, assessment: Assessment) -> str | None:
    if not evaluator.employer:
        return None
    application = assessment.application
    stated = (s.value for document in assessment.documents for s in document.facts.stated if s.what == "firm")
    firms = (application.applicant, application.firm, *(member.firm for member in application.team), *stated)
    return evaluator.employer if any(_alike(evaluator.employer, firm) for firm in firms if firm) else None


def _alike(one: str, other: str) -> bool:
    """Return whether one name holds the other, as « L’Atelier du récit » holds « Atelier du récit »: enough for a question."""
    shorter, longer = sorted((folded(one), folded(other)), key=len)
    return len(shorter) >= SHORTEST and re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def _named(name: str, assessment: Assessment) -> Iterator[Evidence]:
    wanted = sorted(name_words(name))
    if len(wanted) < 2:  # noqa: PLR2004 - a lone first name would be found everywhere
        return
    for document in assessment.documents:
        for page in document.facts.texts:
            for line in page.text.splitlines():
                if _stands_in(wanted, name_words(line)):
                    yield Evidence(document=document.file.path, page=page.number, quote=line.strip())


def _stands_in(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the words of the name stand side by side, in any order."""
    size = len(wanted)
    return any(sorted(words[start : start + size]) == wanted for start in range(len(words) - size + 1))
