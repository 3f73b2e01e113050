"""What facts rest on is noticed when it changes."""

import sys
from pathlib import Path

import pytest

from ami_cli.facts.tools import NONE
from ami_cli.facts.versions import surroundings


def test_another_version_of_a_library_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = surroundings(NONE)
    (tmp_path / "pypdf-99.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere"), *sys.path])
    assert surroundings(NONE) != before
    (tmp_path / "pypdf-99.0.dist-info").rename(tmp_path / "pypdf_table-99.0.dist-info")
    assert surroundings(NONE) == before


def test_a_library_whose_metadata_is_not_named_after_it_says_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = tmp_path / "pypdf.egg-info"
    about.mkdir()
    (about / "PKG-INFO").write_text("Name: pypdf\nVersion: 98.5\n")
    others = ("charset_normalizer", "openpyxl", "pi_heif", "pillow", "pypdfium2", "striprtf")
    for name in others:
        (tmp_path / f"{name}-1.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    names = [f"{name}-1.dist-info" for name in others]
    assert surroundings(NONE).split(" ") == [*names[:4], "pypdf", "98.5", *names[4:], "none", "none"]
