"""Documents as `ami inspect` and `ami check` give them to machines: fields are added, never renamed."""

from typing import Any

from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts, Part
from ami_cli.reports.stated import as_stated


def inspected(document: Document) -> dict[str, Any]:
    """Return one document: its facts, and its kind once name and people's corrections are considered."""
    person = document.parts[0].person if len(document.parts) == 1 else None
    return {
        "path": document.file.path,
        **_content(document.file.sha256, document.facts),
        "kind": document.kind,
        "confidence": round(document.confidence, 3),
        "person": person,
        "parts": [_part(part) for part in document.parts],
        "members": [],
        "inside": document.inside,
        "name": document.file.name,
        "problem_detail": document.facts.detail,
        "stated": as_stated(document),
    }


def _content(sha256: str, facts: DocumentFacts) -> dict[str, Any]:
    return {
        "sha256": sha256,
        "bytes": facts.bytes,
        "media_type": facts.media_type,
        "readable": facts.readable and not facts.recognised,
        "problem": "no-text" if facts.recognised else facts.problem,
        "encrypted": facts.encrypted,
        "pages": facts.pages,
        "pages_basis": facts.pages_basis,
        "text_layer": facts.text_layer,
        "ocr": facts.recognised or bool(facts.recognised_pages),
        "ocr_pages": list(facts.recognised_pages),
        "unread_pages": list(facts.unread),
        "language": facts.language,
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "first_page": part.first_page,
        "last_page": part.last_page,
        "person": part.person,
        "confidence": round(part.confidence, 3),
        "sure": part.sure,
    }
