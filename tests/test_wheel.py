"""What `pip install .` brings: the starter templates, the calls and the demo, beside the code."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("folder", ["templates", "calls"])
def test_the_wheel_carries_what_a_new_workspace_starts_from(names: set[str], folder: str) -> None:
    base = ROOT / folder
    files = {path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file() and not path.name.startswith(".")}
    assert files
    assert {f"ami_cli/starter/{folder}/{name}" for name in files} - names == set()


def test_the_wheel_carries_the_code_and_the_demo_and_nothing_else(names: set[str]) -> None:
    package = ROOT / "ami_cli"
    kept = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.relative_to(ROOT).as_posix() for path in kept} - names == set()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"ami_cli"}
