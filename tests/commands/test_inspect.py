import json
from pathlib import Path

from tests.facts.making import docx, paragraph, pdf
from tests.running import run

LETTER = "Objet : candidature\nMadame, Monsieur,\nNous avons l’honneur de vous adresser notre candidature.\nCordialement"


def test_facts_as_lines_of_json_one_a_file(tmp_path: Path) -> None:
    (tmp_path / "lettre.pdf").write_bytes(pdf(LETTER.replace("’", "'")))
    (tmp_path / "vide.pdf").write_bytes(b"")
    ended = run("inspect", tmp_path / "lettre.pdf", tmp_path / "vide.pdf", "--format", "jsonl", "--no-cache", "--jobs", 1)
    assert ended.code == 0
    letter, empty = (json.loads(line) for line in ended.out.splitlines())
    assert {
        key: letter[key] for key in ("path", "media_type", "readable", "problem", "encrypted", "pages", "pages_basis", "text_layer")
    } == {
        "path": str(tmp_path / "lettre.pdf"),
        "media_type": "application/pdf",
        "readable": True,
        "problem": None,
        "encrypted": "no",
        "pages": 1,
        "pages_basis": "counted",
        "text_layer": True,
    }
    assert (letter["kind"], letter["language"]) == ("letter", "fr")
    assert (empty["readable"], empty["problem"], empty["pages"], empty["members"]) == (False, "empty", None, [])


def test_the_table_says_in_words_what_happened_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(paragraph("Bonjour à tous et merci de votre lecture attentive")))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    ended = run("inspect", tmp_path, "--lang", "en", environment={"COLUMNS": "200"})
    assert ended.code == 0
    assert "damaged file: ask for it again, as a PDF" in ended.out


def test_the_cache_lies_in_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "calls").mkdir()
    (tmp_path / "cv.pdf").write_bytes(pdf("Curriculum vitae"))
    first = run("inspect", "cv.pdf", "--format", "jsonl", where=tmp_path)
    assert (tmp_path / ".ami" / "cache.sqlite3").is_file()
    assert run("inspect", "cv.pdf", "--format", "jsonl", where=tmp_path) == first


def test_a_path_that_is_not_there_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    ended = run("inspect", tmp_path / "nulle-part.pdf")
    assert ended.code == 4
    assert "introuvable" in ended.err


def test_a_message_is_inspected_as_a_message(tmp_path: Path) -> None:
    mail = (
        b"Received: from a by mx.example.org; Mon, 1 Sep 2025 10:00:00 +0200\nFrom: Ana <ana@example.org>\nTo: b@example.org\n"
        b"Subject: =?utf-8?q?Candidature_=C3=A9t=C3=A9?=\nDate: Mon, 1 Sep 2025 09:59:00 +0200\n"
        b"Content-Disposition: attachment; filename=cv.txt\nContent-Type: text/plain\n\nBonjour"
    )
    (tmp_path / "m.eml").write_bytes(mail)
    (tmp_path / "two.mbox").write_bytes(2 * (b"From a@b Mon Sep  1 10:00:00 2025\n" + mail + b"\n\n"))
    ended = run("inspect", tmp_path / "m.eml", tmp_path / "two.mbox", "--format", "jsonl")
    one, two = (json.loads(line) for line in ended.out.splitlines())
    assert {key: one[key] for key in ("media_type", "subject", "from", "to", "date", "received_at", "received_by")} == {
        "media_type": "message/rfc822",
        "subject": "Candidature été",
        "from": "ana@example.org",
        "to": ["b@example.org"],
        "date": "Mon, 1 Sep 2025 09:59:00 +0200",
        "received_at": "2025-09-01T10:00:00+02:00",
        "received_by": "mx.example.org",
    }
    assert [(attachment["name"], attachment["bytes"]) for attachment in one["attachments"]] == [("cv.txt", 7)]
    assert (two["media_type"], len(two["messages"]), two["subject"]) == ("application/mbox", 2, "Candidature été")


def test_of_one_file_alone_it_shows_what_it_states(tmp_path: Path) -> None:
    (tmp_path / "lettre.txt").write_text("Madame, Monsieur,\n\nJe suis disponible dès mars 2027.\n\nAda Roy", encoding="utf-8")
    alone = run("inspect", "lettre.txt", "--no-cache", where=tmp_path)
    _, _, stated = alone.out.partition("Ce que le fichier indique\n")
    assert [line.split() for line in stated.splitlines() if "disponib" in line] == [
        ["une", "disponibilité", "Je", "suis", "disponible", "dès", "mars", "2027."]
    ]
    (tmp_path / "autre.txt").write_text("Bonjour", encoding="utf-8")
    both = run("inspect", "lettre.txt", "autre.txt", "--no-cache", where=tmp_path)
    assert "Je suis disponible" not in both.out
    told = run("inspect", "lettre.txt", "--format", "jsonl", "--no-cache", where=tmp_path)
    assert {"what": "availability", "page": None, "quote": "Je suis disponible dès mars 2027.", "value": "mars", "sure": True} in (
        json.loads(told.out)["stated"]
    )


def test_a_folder_without_files_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    (tmp_path / "vide" / ".caché").touch()
    french = run("inspect", "vide", where=tmp_path)
    assert (french.code, french.out, french.err) == (
        0,
        "",
        "Aucun fichier à lire dans vide (les fichiers cachés et les raccourcis ne comptent pas). Vérifiez le dossier.\n",
    )
    english = run("inspect", "vide", "--lang", "en", "--format", "jsonl", where=tmp_path)
    assert (english.code, english.out, english.err) == (
        0,
        "",
        "No file to read in vide (hidden files and links do not count). Check the folder.\n",
    )
