"""What several tests share: the two real calls, and the example workspace, made once."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from ami_cli import call, notice, starter
from tests.running import run
from tests.snapshots import Compare, comparing

settings.register_profile("steady", deadline=None)  # a busy machine is no failure of ours
settings.load_profile("steady")
# without the programs that some machines have: what tests see, and how long they take, is the same everywhere
os.environ |= {"AMI_SOFFICE": "", "AMI_TESSERACT": ""}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write the files of tests/expected anew")


@pytest.fixture(scope="session")
def expected_text(request: pytest.FixtureRequest) -> Compare:
    """Compare text with a file below `tests/expected/`."""
    return comparing(update=bool(request.config.getoption("--update-expected")))


CALLS = starter.folder("calls")
NOW = datetime(2026, 1, 2, 9, tzinfo=UTC)


def setting(name: str, *, draft: bool = False, templates: tuple[Path, ...] = ()) -> notice.Setting:
    loaded = call.load(CALLS / f"{name}.yaml")
    return notice.Setting(loaded.call, loaded.organisation, (*templates, starter.folder("templates")), NOW, draft)


@pytest.fixture
def nantes() -> notice.Setting:
    return setting("capitalisation-mna-nantes")


@pytest.fixture
def trafficking() -> notice.Setting:
    return setting("positionnement-traite", draft=True)


@pytest.fixture
def brand() -> notice.Brand:
    return notice.Brand(folders=(starter.folder("templates"),))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example workspace, as `ami demo` leaves it. Read it; to change it, copy it."""
    root = tmp_path_factory.mktemp("example") / "w"
    made = run("demo", root, "--now", "2025-09-01")
    assert made.code == 0, made.err
    return root
