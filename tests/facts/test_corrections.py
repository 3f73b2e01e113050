from ami_cli.facts import documents
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.facts import DocumentFacts, Part
from ami_cli.models.requirement import DocumentKind

SHA = "a" * 64
TWO = (
    Part(kind="letter", confidence=0.9, first_page=1, last_page=1),
    Part(kind="cv", confidence=0.9, first_page=2, last_page=3, person="Amina Diallo"),
)
FACTS = DocumentFacts(sha256=SHA, bytes=1, media_type="application/pdf", readable=True, pages=3, kinds={"cv": 0.9}, parts=TWO)


def parts(said: DocumentKind | None) -> tuple[tuple[DocumentKind | None, int | None, int | None], ...]:
    file = ReceivedFile(path="a.pdf", name="a.pdf", sha256=SHA, bytes=1, person_says=said)
    (document,) = documents(Application(id="1", path="1", files=(file,)), {SHA: FACTS})
    return tuple((part.kind, part.first_page, part.last_page) for part in document.parts)


def test_parts_that_were_read_stand_until_a_person_says_otherwise() -> None:
    assert parts(None) == (("letter", 1, 1), ("cv", 2, 3))
    assert parts("letter") == (("letter", 1, 3),)
