from collections.abc import Callable

import pytest

from ami_cli.facts.prose import understand
from ami_cli.models.facts import Page, Stated, StatedKind

Find = Callable[[str, StatedKind], tuple[Stated, ...]]


@pytest.fixture
def find() -> Find:
    """Give what is found of one kind in a text of one page."""

    def found(text: str, what: StatedKind) -> tuple[Stated, ...]:
        return tuple(one for one in understand((Page(number=1, text=text),)).stated if one.what == what)

    return found
