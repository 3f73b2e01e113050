"""The table of `ami inspect`: names as short as they can be told apart, and what is wrong in words."""

from typing import Any, NamedTuple

import pytest

from ami_cli.models.application import ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts, Member, Part
from ami_cli.models.message import AttachmentSeen, MessageSeen
from ami_cli.reports.inspection import inspection

ZIP = "application/zip"


class Seen(NamedTuple):
    documents: tuple[Document, ...]
    messages: tuple[MessageSeen, ...] = ()


def seen(path: str, inside: str | None = None, **facts: Any) -> Document:
    content = {"sha256": "1" * 64, "bytes": 9, "media_type": "application/pdf", "readable": True, "language": "fr"}
    file = ReceivedFile(path=path, name=path.rpartition("/")[2], sha256="1" * 64, bytes=9)
    return Document(
        file=file, facts=DocumentFacts.model_validate(content | facts), kind=None, confidence=0.0, parts=(), inside=inside
    )


def rows(*files: Seen, language: str = "fr") -> tuple[tuple[Any, ...], ...]:
    return inspection(files, language).rows


def test_files_are_named_by_as_much_of_their_path_as_no_other_has() -> None:
    paths = ("/w/a/01/cv.pdf", "/w/a/02/cv.pdf", "/w/a/02/lettre.pdf", "/w/a/02/lettre.pdf", "/v/02/cv.pdf", "cv.pdf")
    assert [row[0] for row in rows(*(Seen((seen(path),)) for path in paths))] == [
        "01/cv.pdf",
        "a/02/cv.pdf",
        "lettre.pdf",
        "lettre.pdf",
        "v/02/cv.pdf",
        "cv.pdf",
    ]


def test_a_name_over_two_lines_is_one_row() -> None:
    assert rows(Seen((seen("/w/a\nb.pdf"),)))[0][0] == "a\ufffdb.pdf"


def test_what_lies_in_an_archive_stands_below_it() -> None:
    inner = (Member(path="x", facts=seen("x").facts),)
    archive = Seen(
        (
            seen("/w/a.zip", media_type=ZIP, members=inner * 2),
            seen("/w/a.zip/b/c.zip", "/w/a.zip", media_type=ZIP, members=inner),
            seen("/w/a.zip/b/c.zip/cv.pdf", "/w/a.zip/b/c.zip"),
            seen("/w/a.zip/lettre.pdf", "/w/a.zip"),
        )
    )
    assert [row[:2] for row in rows(archive)] == [
        ("a.zip", "archive de 2 fichiers"),
        ("└ b/c.zip", "archive d’un fichier"),
        ("  └ cv.pdf", None),
        ("└ lettre.pdf", None),
    ]


@pytest.mark.parametrize(
    ("facts", "fr", "en"),
    [
        ({}, "lu", "read"),
        ({"truncated": True}, "lu en partie : le reste est à lire par une personne", "read in part: a person has to read the rest"),
        ({"recognised": True}, "lu par reconnaissance de caractères : à vérifier", "read by character recognition: to verify"),
        (
            {"recognised_pages": (2, 3), "unread": (5,)},
            "lu, pages 2 et 3 par reconnaissance de caractères : à vérifier ; page 5 sans texte (scan) : à lire par une personne",
            "read, pages 2 and 3 by character recognition: to verify; page 5 without text (scan): a person has to read it",
        ),
        (
            {"readable": False, "problem": "encrypted"},
            "protégé par un mot de passe : demandez une copie ouverte",
            "protected by a password: ask for an open copy",
        ),
    ],
)
def test_how_a_file_was_read(facts: dict[str, Any], fr: str, en: str) -> None:
    file = Seen((seen("cv.pdf", **facts),))
    assert [rows(file)[0][4], rows(file, language="en")[0][4]] == [fr, en]


def test_where_a_number_of_pages_comes_from_is_said_once_below() -> None:
    files = [Seen((seen(f"{basis}.docx", pages=3, pages_basis=basis),)) for basis in ("counted", "converted", "declared")]
    table = inspection(files, "en")
    assert [row[2] for row in table.rows] == ["3", "≈ 3", "3 ?"]
    assert [note.split(":")[0] for note in table.notes] == ["≈", "?"]
    assert inspection(files[:1], "en").notes == ()


@pytest.mark.parametrize(("number", "words"), [(0, "sans pièce jointe"), (1, "1 pièce jointe"), (2, "2 pièces jointes")])
def test_a_message_says_what_is_attached(number: int, words: str) -> None:
    attached = tuple(AttachmentSeen(name="a", bytes=1, sha256="1" * 64, media_type="x/y") for _ in range(number))
    message = MessageSeen(
        subject="Candidature", sender="a@b.example", to=(), date="", received_at=None, received_by=None, attachments=attached
    )
    assert rows(Seen((seen("m.eml"),), (message,))) == (("m.eml", "message", None, None, f"Candidature, de a@b.example, {words}"),)


def test_of_one_file_alone_the_documents_in_it_are_told_with_their_pages() -> None:
    parts = (
        Part(kind="letter", confidence=0.9, first_page=1, last_page=1),
        Part(kind="cv", confidence=0.9, first_page=2, last_page=4, person="Ada\nRoy"),
        Part(kind=None, confidence=0.0),
    )
    whole = Seen((seen("/w/lot.pdf").model_copy(update={"parts": parts}),))
    assert inspection([whole], "fr").notes == (
        "lot.pdf, page 1 : lettre",
        "lot.pdf, pages 2 à 4 : CV (Ada\ufffdRoy)",
        "lot.pdf : autre",
    )
    assert inspection([whole], "en").notes[1] == "lot.pdf, pages 2 to 4: CV (Ada\ufffdRoy)"
    assert inspection([whole, whole], "fr").notes == ()
    assert inspection([Seen((whole.documents[0].model_copy(update={"parts": parts[:1]}),))], "fr").notes == ()
