import pytest

from ami_cli.facts.sorting import documents, kind_by_name
from ami_cli.models.application import Application, PieceOverride, ReceivedFile
from ami_cli.models.facts import DocumentFacts, Member, Part
from ami_cli.models.requirement import DocumentKind

SHA = "a" * 64
NAMES = [
    ("cv", "CV_Ada-Roy.pdf"),
    ("cv", "curriculum vitae.docx"),
    ("letter", "Lettre d’intérêt.pdf"),
    ("letter", "cover_letter.pdf"),
    ("criminal-record", "extrait casier B3.pdf"),
    ("budget", "Proposition financière.xlsx"),
    ("technical-proposal", "Proposition technique.pdf"),
    ("references", "Liste des références.pdf"),
    (None, "Document1.pdf"),
    (None, "scan.pdf"),
]


def facts(
    kinds: dict[DocumentKind, float], *, pages: int = 2, members: tuple[Member, ...] = (), parts: tuple[Part, ...] = ()
) -> DocumentFacts:
    return DocumentFacts(
        sha256=SHA,
        bytes=10,
        media_type="application/pdf",
        readable=True,
        pages=pages,
        pages_basis="counted",
        kinds=kinds,
        members=members,
        parts=parts,
    )


def received(
    name: str = "Document1.pdf", person_says: DocumentKind | None = None, pieces: tuple[PieceOverride, ...] = ()
) -> ReceivedFile:
    return ReceivedFile(path=f"files/{name}", name=name, sha256=SHA, bytes=10, person_says=person_says, pieces=pieces)


def application(file: ReceivedFile) -> Application:
    return Application(id="01-roy", path="submissions/x/01-roy", files=(file,))


@pytest.mark.parametrize(("kind", "name"), NAMES)
def test_what_a_file_name_tells(kind: str | None, name: str) -> None:
    assert kind_by_name(name) == kind


KINDS: list[tuple[DocumentKind | None, dict[DocumentKind, float], str]] = [
    ("letter", {"letter": 0.95, "cv": 0.1, "other": 0.05}, "CV.pdf"),
    ("cv", {"letter": 0.5, "cv": 0.45, "other": 0.5}, "CV.pdf"),
    ("cv", {"cv": 0.7, "other": 0.3}, "CV.pdf"),
    ("cv", {}, "CV.pdf"),
    (None, {}, "scan.pdf"),
    ("other", {"cv": 0.05, "other": 0.9}, "CV.pdf"),
]


@pytest.mark.parametrize(("kind", "kinds", "name"), KINDS)
def test_the_name_decides_only_where_the_content_does_not(kind: str | None, kinds: dict[DocumentKind, float], name: str) -> None:
    (document,) = documents(application(received(name)), {SHA: facts(kinds)})
    assert document.kind == kind
    assert [part.kind for part in document.parts] == [kind]


def test_a_kind_by_its_name_alone_is_doubtful() -> None:
    (document,) = documents(application(received("CV.pdf")), {SHA: facts({})})
    assert (document.kind, document.confidence < 0.6) == ("cv", True)


def test_what_a_person_says_wins() -> None:
    (document,) = documents(application(received("CV.pdf", person_says="budget")), {SHA: facts({"cv": 0.99})})
    assert (document.kind, document.confidence, document.parts[0].kind) == ("budget", 1.0, "budget")


def test_pieces_given_by_a_person_replace_those_that_were_read() -> None:
    pieces = (PieceOverride(kind="letter", first_page=1, last_page=1), PieceOverride(kind="cv", first_page=2, person="Ada Roy"))
    (document,) = documents(application(received(pieces=pieces)), {SHA: facts({"cv": 0.99}, pages=3)})
    assert [(part.kind, part.first_page, part.last_page, part.person, part.confidence) for part in document.parts] == [
        ("letter", 1, 1, None, 1.0),
        ("cv", 2, 3, "Ada Roy", 1.0),
    ]


def test_parts_that_were_read_are_kept() -> None:
    parts = (
        Part(kind="letter", confidence=0.9, first_page=1, last_page=1),
        Part(kind="cv", confidence=0.9, first_page=2, last_page=2),
    )
    (document,) = documents(application(received()), {SHA: facts({"letter": 0.9}, parts=parts)})
    assert document.parts == parts


def test_a_file_inside_an_archive_is_a_document_of_its_own() -> None:
    inner = facts({"cv": 0.95}).model_copy(update={"sha256": "b" * 64})
    found = documents(
        application(received("dossier.zip")), {SHA: facts({}, members=(Member(path="dossier/CV Ada.pdf", facts=inner),))}
    )
    assert [(one.file.path, one.file.name, one.inside, one.kind) for one in found] == [
        ("files/dossier.zip", "dossier.zip", None, None),
        ("files/dossier.zip/dossier/CV Ada.pdf", "CV Ada.pdf", "files/dossier.zip", "cv"),
    ]


def test_a_file_without_facts_is_one_that_was_not_read() -> None:
    (document,) = documents(application(received()), {})
    assert (document.facts.readable, document.facts.problem, len(document.parts)) == (False, "damaged", 1)
