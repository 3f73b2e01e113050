"""Calls, documents and applications made up for tests: facts as the readers would give them, without a file."""

import hashlib
from collections.abc import Sequence
from typing import Any

from ami_cli import rules
from ami_cli.models.application import Application, Arrival, ReceivedFile
from ami_cli.models.assessment import Assessment, Case, Document, Outcome, Status
from ami_cli.models.call import Call
from ami_cli.models.facts import DocumentFacts, Page, Part, Sheet, Stated, StatedKind
from ami_cli.models.requirement import DocumentKind

WORDS = "Cette phrase sert de texte et ne dit rien de plus que cela. "

CV = {
    "id": "cv",
    "kind": "cv",
    "stage": "interest",
    "per": "member",
    "max_pages": 3,
    "limit": "each",
    "must_state": ["firm-if-any"],
}
LETTER = {
    "id": "letter",
    "kind": "letter",
    "stage": "interest",
    "max_pages": 3,
    "limit": "each",
    "must_state": ["similar-missions", {"references": 2}, "availability"],
}
EMAIL = {"email": "candidatures@exemple.org", "subjects": ["Capitalisation / Nantes"]}


def call(*documents: dict[str, Any], **fields: Any) -> Call:
    """Return a call in French and English that asks for a CV and a letter, or for other documents."""
    terms = {"documents": list(documents) or [CV, LETTER], "channels": {"rule": "only", "accepted": [EMAIL]}}
    terms |= fields.pop("application", {})
    content = {
        "version": 1,
        "id": "nantes",
        "languages": ["fr", "en"],
        "organisation": "maison",
        "title": both("Capitalisation"),
        "mission": {"kind": "capitalisation", "context": both("a"), "objective": both("b"), "deliverables": [both("c")]},
        "budget": {"ceiling": 15000},
        "calendar": {
            "timezone": "Europe/Paris",
            "milestones": [{"id": "interest", "kind": "deadline", "at": "2025-08-31T12:00"}],
        },
        "selection": {"shortlist_max": 6},
        "application": terms,
    }
    return Call.model_validate(content | fields, context={"languages": ("fr", "en")})


def both(text: str) -> dict[str, str]:
    """Return the same words in both languages."""
    return {"fr": text, "en": text}


def stated(what: StatedKind, quote: str, *, value: str | None = None, page: int | None = 1, sure: bool = True) -> Stated:
    """Return a statement."""
    return Stated(what=what, page=page, quote=quote, value=value, sure=sure)


def document(  # noqa: PLR0913  # one name for each fact a test may want to change
    path: str,
    kind: DocumentKind | None,
    *,
    confidence: float = 0.95,
    pages: int | None = 1,
    statements: Sequence[Stated] = (),
    person: str | None = None,
    parts: Sequence[Part] = (),
    text: str = WORDS * 5,
    delivery: str | None = None,
    inside: str | None = None,
    name: str | None = None,
    person_says: DocumentKind | None = None,
    ocr: bool = False,
    **facts: Any,
) -> Document:
    """Return a document of one part, read whole in French, its pages counted, unless told otherwise."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    content: dict[str, Any] = {
        "sha256": digest,
        "bytes": 40_000,
        "media_type": "application/pdf",
        "readable": True,
        "pages": pages,
        "pages_basis": "counted" if pages is not None else None,
        "text_layer": True,
        "language": "fr",
        "texts": tuple(Page(number=number, text=text, ocr=ocr) for number in range(1, (pages or 1) + 1)),
        "kinds": {kind: confidence} if kind else {},
        "stated": tuple(statements),
    }
    read = DocumentFacts.model_validate(content | facts)
    whole = Part(kind=kind, confidence=confidence, first_page=1 if pages else None, last_page=pages, person=person)
    file = ReceivedFile(
        path=path,
        name=name or path.rpartition("/")[2],
        sha256=read.sha256,
        bytes=read.bytes,
        delivery=delivery,
        person_says=person_says,
    )
    return Document(file=file, facts=read, kind=kind, confidence=confidence, parts=tuple(parts) or (whole,), inside=inside)


BUDGET = {"id": "budget", "kind": "budget", "stage": "proposal"}


def budget(*rows: tuple[str, ...], path: str = "budget.xlsx", name: str = "Budget", **facts: Any) -> Document:
    """Return a budget in a sheet, as readers give it; without a name, in a table of a text."""
    sheets = (Sheet(name=name, rows=rows),) if rows else ()
    lines = "\n".join("\t".join(row) for row in rows)
    return document(path, "budget", pages=None, texts=(Page(number=1, text=f"{name}\n{lines}"),), sheets=sheets, **facts)


def offer(*documents: Document, of: dict[str, Any] | None = None, **fields: Any) -> Case:
    """Return a case of the second stage, in which only a budget is due; `of` is the budget of the call."""
    its = call(BUDGET, budget={"ceiling": 15000} if of is None else of)
    files = [document.file for document in documents]
    return Case(call=its, stage="proposal", application=application(files=files, **fields), documents=documents)


def unreadable(path: str, problem: str = "encrypted", **facts: Any) -> Document:
    """Return a file that could not be read."""
    return document(
        path,
        None,
        confidence=0.0,
        pages=None,
        text="",
        readable=False,
        problem=problem,
        texts=(),
        text_layer=False,
        language=None,
        **facts,
    )


def cv(path: str = "files/cv.pdf", person: str = "Amina Diallo", **facts: Any) -> Document:
    """Return a CV."""
    return document(path, "cv", person=person, **facts)


def letter(path: str = "files/lettre.pdf", statements: Sequence[Stated] | None = None, **facts: Any) -> Document:
    """Return a letter that states all that is asked for, unless other statements are given."""
    return document(path, "letter", statements=EVERYTHING if statements is None else statements, **facts)


SIMILAR = stated("similar-mission", "j’ai conduit trois missions semblables")
REFERENCES = (
    stated("reference", "Fondation des Rives, 2022", value="Fondation des Rives"),
    stated("reference", "Ville de Sault, 2023", value="Ville de Sault"),
)
AVAILABLE = stated("availability", "disponible dès octobre")
EVERYTHING = (SIMILAR, *REFERENCES, AVAILABLE)


def arrival(at: str, by: str = "own-server") -> Arrival:
    """Return a candidate time."""
    return Arrival.model_validate({"at": at, "by": by})


def application(**fields: Any) -> Application:
    """Return an application that came on time, to the right address, with the right subject."""
    usual = {
        "id": "01-diallo",
        "path": "submissions/nantes/01-diallo",
        "applicant": "Amina Diallo",
        "channel": "email",
        "channel_address": "candidatures@exemple.org",
        "subject": "Capitalisation / Nantes",
        "received_at": "2025-08-30T09:00:00+02:00",
        "arrivals": [{"at": "2025-08-30T09:00:00+02:00", "by": "own-server"}],
    }
    return Application.model_validate(usual | fields)


def case(*documents: Document, of: Call | None = None, stage: str = "interest", **fields: Any) -> Case:
    """Return a case of these documents; without any, a complete CV and letter."""
    every = documents or (cv(), letter())
    fields.setdefault("files", [document.file for document in every])
    return Case.model_validate({"call": of or call(), "stage": stage, "application": application(**fields), "documents": every})


NO_FILE = Case(call=call(), stage="interest", application=application(), documents=())


def assess(examined: Case) -> Assessment:
    """Return what all rules say."""
    return rules.assess(examined)


def outcome(examined: Case, rule: str, requirement: str | None = None) -> Outcome:
    """Return the one outcome of a rule for a requirement."""
    (found,) = (one for one in assess(examined).outcomes if (one.rule, one.requirement) == (rule, requirement))
    return found


def status(examined: Case, rule: str, requirement: str | None = None) -> Status:
    """Return the status of that outcome."""
    return outcome(examined, rule, requirement).status
