from datetime import UTC, datetime
from pathlib import Path

import pytest

from ami_cli import call, notice, starter

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
