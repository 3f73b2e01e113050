from pathlib import Path

import pytest

from ami_cli import starter
from tests.running import run

ROOT = starter.folder("calls").parent
GALLERY = ROOT / "docs" / "gallery"


@pytest.mark.parametrize(("call", "words"), [("capitalisation-mna-nantes", ()), ("positionnement-traite", ("--draft",))])
def test_the_gallery_is_what_render_writes(tmp_path: Path, call: str, words: tuple[str, ...]) -> None:
    """`make gallery` puts it right. Word and PDF files are made of the same trees; their bytes may follow the libraries."""
    made = run(
        "render", call, *words, "--to", "html,md,txt,ics", "--lang", "fr,en", "--now", "2026-01-01", "--out", tmp_path, where=ROOT
    )
    assert made.code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 8
    assert [name for name in names if (GALLERY / name).read_bytes() != (tmp_path / name).read_bytes()] == []


def test_every_file_of_the_gallery_is_linked_from_its_page() -> None:
    page = (GALLERY / "README.md").read_text(encoding="utf-8")
    files = [path.relative_to(GALLERY).as_posix() for path in GALLERY.rglob("*") if path.is_file() and path.name != "README.md"]
    assert len(files) == 36
    assert [name for name in files if f"]({name})" not in page] == []
