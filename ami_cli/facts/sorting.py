"""The documents of an application: its files with their facts, and what each is once names and corrections are considered."""

import re
from collections.abc import Iterator, Mapping

from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts, Part
from ami_cli.models.folding import folded
from ami_cli.models.requirement import DocumentKind

_NAMED: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    ("criminal-record", re.compile(r"casier|criminal|bulletin ?(?:n.{0,2})?3|\bb3\b|police|antecedentes|extrait ?n?.?3")),
    ("budget", re.compile(r"budget|financ|devis|quotation|price|presupuesto|prix")),
    ("technical-proposal", re.compile(r"proposition tech|offre tech|technical|methodolog|note tech|propuesta tecnica|proposal")),
    ("cv", re.compile(r"\bcvs?\b|cv\d|curriculum|resume|lebenslauf|hoja de vida|\bvitae\b")),
    (
        "letter",
        re.compile(r"lettre|letter|motivation|interet|interest|\bldm\b|\blm\b|\beoi\b|candidature|manifestation|\bami\b|carta"),
    ),
    ("references", re.compile(r"references?|track record|attestation")),
)
_NAME_ALONE = 0.55
"""What a telling file name is worth where the content says nothing."""
_NAME_ADDS = 0.15
_CLOSE = 0.25
_SURE = 0.9


def documents(application: Application, facts: Mapping[str, DocumentFacts]) -> tuple[Document, ...]:
    """Return every file of the application with what it is, archives opened: a file inside one is a document of its own.

    What a person says (`person_says`, `pieces`) wins; then the content; the file's name decides only between close kinds.
    """
    return tuple(
        document for file in application.files for document in _of_file(file, facts.get(file.sha256) or _unread(file), None)
    )


def _unread(file: ReceivedFile) -> DocumentFacts:
    return DocumentFacts(
        sha256=file.sha256,
        bytes=file.bytes,
        media_type=file.media_type or "application/octet-stream",
        readable=False,
        problem="damaged",
        detail="the file was not read",
    )


def _of_file(file: ReceivedFile, facts: DocumentFacts, inside: str | None) -> Iterator[Document]:
    yield _document(file, facts, inside)
    for member in facts.members:
        path = f"{file.path}/{member.path}"
        received = ReceivedFile(
            path=path,
            name=member.path.rpartition("/")[2] or member.path,
            sha256=member.facts.sha256,
            bytes=member.facts.bytes,
            media_type=member.facts.media_type,
            delivery=file.delivery,
            stage=file.stage,
        )
        yield from _of_file(received, member.facts, file.path)


def _document(file: ReceivedFile, facts: DocumentFacts, inside: str | None) -> Document:
    kind, confidence = _kind(file, facts)
    parts = _corrected(file, facts) or _read_parts(facts, kind, confidence, said=file.person_says is not None)
    if file.pieces:
        kind, confidence = parts[0].kind, 1.0
    return Document(file=file, facts=facts, kind=kind, confidence=confidence, parts=parts, inside=inside)


def _kind(file: ReceivedFile, facts: DocumentFacts) -> tuple[DocumentKind | None, float]:
    if file.person_says is not None:
        return file.person_says, 1.0
    named = kind_by_name(file.name)
    if not facts.kinds:
        return (named, _NAME_ALONE) if named and not facts.members else (None, 0.0)
    best = max(facts.kinds, key=lambda kind: facts.kinds[kind])
    confidence = facts.kinds[best]
    if named is None or confidence >= _SURE:
        return best, confidence
    if named == best:
        return best, min(1.0, confidence + _NAME_ADDS)
    if confidence - facts.kinds.get(named, 0.0) <= _CLOSE or (best == "other" and facts.kinds.get(named, 0.0) >= _CLOSE):
        return named, max(facts.kinds.get(named, 0.0), _NAME_ALONE)
    return best, confidence


def kind_by_name(name: str) -> DocumentKind | None:
    """Return the kind that a file's name tells, or None."""
    words = re.sub(r"[_.\-\s]+", " ", folded(name.rpartition("/")[2].rpartition(".")[0] or name))
    return next((kind for kind, pattern in _NAMED if pattern.search(words)), None)


def _corrected(file: ReceivedFile, facts: DocumentFacts) -> tuple[Part, ...]:
    return tuple(
        Part(
            kind=piece.kind,
            confidence=1.0,
            first_page=piece.first_page or (1 if facts.pages else None),
            last_page=piece.last_page or facts.pages or None,
            person=piece.person,
        )
        for piece in file.pieces
    )


def _read_parts(facts: DocumentFacts, kind: DocumentKind | None, confidence: float, *, said: bool) -> tuple[Part, ...]:
    if len(facts.parts) > 1 and not said:
        return facts.parts
    person = facts.parts[0].person if facts.parts and facts.parts[0].kind in {kind, None} else None
    last = facts.pages or (facts.parts[0].last_page if facts.parts else None)
    return (Part(kind=kind, confidence=confidence, first_page=1 if last else None, last_page=last, person=person),)
