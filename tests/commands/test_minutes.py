import hashlib
import io
import re
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.commands.conftest import CALL
from tests.running import run

COMMITTEE = """\
evaluators:
  - {name: Ana Ruiz, role: Opérations}
  - {name: Bo Lind, role: Capitalisation, employer: Atelier du récit}
"""


@pytest.fixture
def decided(judged: Path) -> Path:
    (judged / "evaluations" / CALL / "evaluators.yaml").write_text(COMMITTEE, "utf-8")
    assert run("decide", "--who", "Comité de sélection", "--now", "2025-09-03", where=judged).code == 0
    return judged


def written(root: Path, *words: str) -> dict[str, bytes]:
    made = run("minutes", "--now", "2025-09-04", *words, where=root)
    assert made.code == 0, made.err
    return {Path(line).name: Path(line).read_bytes() for line in made.out.splitlines()}


def test_the_minutes_say_who_what_and_why(decided: Path) -> None:
    text = written(decided, "--to", "md", "--lang", "en")[f"{CALL}-minutes.en.md"].decode()
    flat = text.replace("\\", "").replace("\u00a0", " ")
    for expected in (
        "Wednesday 3 September 2025, by Comité de sélection",
        "| Ana Ruiz | Opérations | no conflict of interest |",
        "Bo Lind and L’Atelier du Récit have the same employer",
        "| 5 | 0 | 5 | 0 | 0 | 1 |",
        "| Experience | 60.00 |",
        "| 1 | L’Atelier du Récit | 100.00 | shortlisted |",
        "1. Hélène Marchais",
        f"| evaluations/{CALL}/grids/ana-ruiz.xlsx |",
        f"| records/{CALL}/journal.jsonl, lines 1 to ",
    ):
        assert expected in flat, expected
    assert "Draft:" not in flat


def test_word_and_pdf_hold_the_same_words(decided: Path) -> None:
    files = written(decided, "--lang", "fr")
    word = Document(io.BytesIO(files[f"{CALL}-minutes.fr.docx"]))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(files[f"{CALL}-minutes.fr.pdf"])).pages)
    for expected in ("Cabinet Passerelles", "aucun conflit d’intérêts"):
        assert any(expected in cell for cell in cells), expected
        assert expected in pages, expected
    assert "Signature" in pages


def test_both_languages_follow_one_another_in_one_file(decided: Path) -> None:
    text = written(decided, "--to", "md", "--lang", "both")[f"{CALL}-minutes.fr-en.md"].decode()
    assert 0 < text.index("## Membres du comité") < text.index("## Members of the committee")


def test_minutes_before_a_decision_are_a_draft_and_say_so(judged: Path) -> None:
    text = written(judged, "--to", "md", "--lang", "en")[f"{CALL}-minutes.en.md"].decode()
    assert "no decision has been recorded yet" in text


def test_what_changed_after_the_decision_is_said(decided: Path) -> None:
    text = written(decided, "--to", "md", "--lang", "en", "--max", "1")[f"{CALL}-minutes.en.md"].decode()
    assert "have changed since this decision" in text


def test_the_same_minutes_are_the_same_bytes(decided: Path) -> None:
    first = written(decided, "--to", "docx,pdf,html")
    assert written(decided, "--to", "docx,pdf,html") == first


def test_minutes_of_a_draft_are_the_same_bytes_too(judged: Path) -> None:
    first = written(judged, "--to", "md")
    assert written(judged, "--to", "md") == first


def test_the_digest_of_the_journal_holds_after_more_was_added(decided: Path) -> None:
    text = written(decided, "--to", "md", "--lang", "en")[f"{CALL}-minutes.en.md"].decode()
    (row,) = (line for line in text.splitlines() if "journal" in line)
    count, digest = int(re.findall(r"lines 1 to (\d+)", row)[0]), row.split("|")[2].replace(" ", "")
    lines = (decided / "records" / CALL / "journal.jsonl").read_bytes().splitlines(keepends=True)
    assert len(lines) > count
    assert hashlib.sha256(b"".join(lines[:count])).hexdigest() == digest


def test_a_format_there_is_not_is_refused(judged: Path) -> None:
    assert run("minutes", "--to", "odt", where=judged).code == 2


def test_the_templates_are_twins() -> None:
    from ami_cli import starter

    def shape(language: str) -> list[str]:
        text = (starter.folder("templates") / f"minutes.{language}.md.j2").read_text("utf-8")
        text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL).replace(f"phrases.{language}", "phrases")
        return re.findall(r"\{[{%].*?[%}]\}|^#+|^\||^- |^1\. |^>", text, re.MULTILINE)

    assert shape("fr") == shape("en")


def test_minutes_say_what_the_call_provides_for_whatever_was_asked(decided: Path) -> None:
    text = written(decided, "--to", "md", "--lang", "en", "--max", "1")[f"{CALL}-minutes.en.md"].decode().replace("\\", "")
    assert "inviting at most three (3) candidates. This list was drawn up for at most one (1)." in text.replace("\u00a0", " ")
