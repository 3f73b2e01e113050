from pathlib import Path

import pytest

from ami_cli.errors import SourceError, UsageError
from ami_cli.workspace import Workspace, call_file, find


def workspace(root: Path, *calls: str, received: tuple[str, ...] = ()) -> Workspace:
    (root / "calls").mkdir()
    for call in calls:
        (root / "calls" / f"{call}.yaml").write_text("")
    for call in received:
        (root / "submissions" / call).mkdir(parents=True)
    return Workspace(root)


def test_the_workspace_is_found_from_any_folder_below_it(tmp_path: Path) -> None:
    there = workspace(tmp_path, received=("a",))
    assert find(tmp_path / "submissions" / "a") == there


def test_no_workspace_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        find(tmp_path)
    assert "ami init" in raised.value.remedy("fr")


def test_a_call_is_named_by_id_by_path_or_not_at_all(tmp_path: Path) -> None:
    here = workspace(tmp_path, "a", "b", received=("b",))
    only = workspace(tmp_path / "submissions", "c")
    assert call_file(here, "a") == tmp_path / "calls" / "a.yaml"
    assert call_file(here, str(tmp_path / "calls" / "a.yaml")) == tmp_path / "calls" / "a.yaml"
    assert call_file(here, None) == tmp_path / "calls" / "b.yaml"
    assert call_file(only, None) == only.calls / "c.yaml"


@pytest.mark.parametrize(
    ("calls", "received", "asked", "said"),
    [
        (("abc",), (), "abd", "did you mean “abc”?"),
        (("a",), (), "../a", "no call is named"),
        ((), (), None, "there is no call yet"),
        (("a", "b"), ("a", "b"), None, "several calls are possible"),
        (("a", "b"), (), None, "several calls are possible"),
    ],
)
def test_a_call_that_cannot_be_told_is_wrong_usage(
    tmp_path: Path, calls: tuple[str, ...], received: tuple[str, ...], asked: str | None, said: str
) -> None:
    with pytest.raises(UsageError) as raised:
        call_file(workspace(tmp_path, *calls, received=received), asked)
    assert said in raised.value.of("en")
