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
