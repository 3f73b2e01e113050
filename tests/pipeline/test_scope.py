from pathlib import Path

import pytest

from ami_cli.errors import AmiError
from ami_cli.pipeline.scope import of_one_call, scopes


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for call in ("a", "b"):
        (tmp_path / "calls").mkdir(exist_ok=True)
        (tmp_path / "calls" / f"{call}.yaml").write_text("")
        (tmp_path / "submissions" / call / "01-x" / "files").mkdir(parents=True)
    (tmp_path / "elsewhere" / "01-x").mkdir(parents=True)
    (tmp_path / "elsewhere" / "01-x" / "cv.pdf").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "asked", "meant"),
    [
        (None, None, [("a", "submissions/a", False), ("b", "submissions/b", False)]),
        (None, "b", [("b", "submissions/b", False)]),
        ("submissions", None, [("a", "submissions/a", False), ("b", "submissions/b", False)]),
        ("submissions/", "a", [("a", "submissions/a", False)]),
        ("submissions/b", None, [("b", "submissions/b", False)]),
        ("submissions/b", "a", [("a", "submissions/b", False)]),
        ("submissions/b/01-x", None, [("b", "submissions/b/01-x", True)]),
        ("submissions/b/01-x/files", None, [("b", "submissions/b/01-x", True)]),
        ("elsewhere", "a", [("a", "elsewhere", False)]),
        ("elsewhere/01-x", "calls/a.yaml", [("a", "elsewhere/01-x", True)]),
    ],
)
def test_a_path_means_calls_and_applications(
    place: Path, path: str | None, asked: str | None, meant: list[tuple[str, str, bool]]
) -> None:
    found = scopes(Path(path) if path else None, asked)
    shown = [(one.call_file.stem, one.folder.resolve().relative_to(place).as_posix(), one.single) for one in found]
    assert shown == meant


@pytest.mark.parametrize(
    ("path", "asked", "code"), [("nowhere", None, 4), ("elsewhere", None, 2), (None, "c", 2), ("submissions/c", None, 4)]
)
def test_a_path_that_means_nothing_is_an_error(place: Path, path: str | None, asked: str | None, code: int) -> None:
    (place / "submissions" / "c").mkdir()
    with pytest.raises(AmiError) as raised:
        scopes(Path(path) if path else None, asked)
    assert raised.value.code == code


def test_a_folder_that_belongs_to_no_call_is_said_and_not_skipped(place: Path) -> None:
    (place / "submissions" / "c").mkdir()
    with pytest.raises(AmiError) as raised:
        scopes(None, None)
    assert "submissions/c" in raised.value.of("fr")


def test_one_call_is_meant_by_name(place: Path) -> None:
    assert of_one_call("a").folder.resolve() == place / "submissions" / "a"
    with pytest.raises(AmiError):
        of_one_call(None)


def test_what_is_found_without_a_path_is_named_from_where_one_stands(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one.folder for one in scopes(None, None)] == [Path("submissions/a"), Path("submissions/b")]
    monkeypatch.chdir(place / "calls")
    assert [one.folder for one in scopes(None, "a")] == [place / "submissions" / "a"]
