import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from ami_cli import starter
from tests.running import run

ROOT = starter.folder("calls").parent


def test_render_writes_each_format_in_each_language_and_says_where(tmp_path: Path) -> None:
    done = run("render", "capitalisation-mna-nantes", "--to", "md,docx", "--out", tmp_path, "--now", "2026-01-01", where=ROOT)
    names = [f"capitalisation-mna-nantes-notice.{language}.{form}" for language in ("fr", "en") for form in ("md", "docx")]
    assert done == (0, "".join(f"{tmp_path / name}\n" for name in names), "")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_two_renders_with_the_same_now_are_identical(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        run("render", "capitalisation-mna-nantes", "--to", "all", "--out", tmp_path / folder, "--now", "2026-01-01", where=ROOT)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_what_is_to_be_set_stops_it_with_lines_and_a_draft_is_named_so(tmp_path: Path) -> None:
    stopped = run("render", "positionnement-traite", "--out", tmp_path, where=ROOT)
    assert stopped.code == 3
    assert "positionnement-traite.yaml:" in stopped.err
    assert "application.channels.accepted.0.email" in stopped.err
    assert list(tmp_path.iterdir()) == []
    drafted = run("render", "positionnement-traite", "--draft", "--lang", "en", "--to", "md", "--out", tmp_path, where=ROOT)
    assert drafted.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["positionnement-traite-notice-DRAFT.en.md"]


@pytest.mark.parametrize(("words", "said"), [(("--to", "odt"), "odt"), (("--lang", "de"), "de"), (("--to", ","), ",")])
def test_a_format_or_language_there_is_not_is_wrong_usage(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    wrong = run("render", "capitalisation-mna-nantes", *words, "--out", tmp_path, where=ROOT)
    assert (wrong.code, said in wrong.err) == (2, True)


def test_a_broken_template_is_exit_5_with_file_and_line(tmp_path: Path) -> None:
    run("init", tmp_path)
    for name in ("capitalisation-mna-nantes.yaml", "organisations/mdm-france.yaml"):
        (tmp_path / "calls" / name).write_bytes((ROOT / "calls" / name).read_bytes())
    (tmp_path / "templates" / "notice.fr.md.j2").write_text("# {{ call.titel }}\n")
    broken = run("render", "--lang", "fr", where=tmp_path)
    assert broken.code == 5
    assert "notice.fr.md.j2:1" in broken.err


def test_the_journal_holds_the_digests_of_all_that_a_notice_was_made_from(tmp_path: Path) -> None:
    for folder in ("calls", "templates"):
        shutil.copytree(starter.folder(folder), tmp_path / folder)
    run("render", "capitalisation-mna-nantes", "--to", "md", "--lang", "fr", "--now", "2026-01-01", where=tmp_path)
    (line,) = (tmp_path / "records" / "capitalisation-mna-nantes" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    made_from = json.loads(line)["inputs"]
    wording = [path for path in (tmp_path / "templates").rglob("*") if path.is_file()]
    read = [
        tmp_path / "calls" / "capitalisation-mna-nantes.yaml",
        tmp_path / "calls" / "organisations" / "mdm-france.yaml",
        *wording,
    ]
    assert made_from == {path.relative_to(tmp_path).as_posix(): sha256(path.read_bytes()).hexdigest() for path in read}
