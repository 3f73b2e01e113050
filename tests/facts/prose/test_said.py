from pathlib import Path

import pytest
import yaml

from ami_cli.models.facts import StatedKind
from tests.facts.prose.conftest import Find

SAID = yaml.safe_load(Path(__file__).with_name("said.yaml").read_text(encoding="utf-8"))
KINDS: dict[str, tuple[StatedKind, ...]] = {
    "availability": ("availability",),
    "firm": ("firm", "independent"),
    "similar-mission": ("similar-mission",),
}
SENTENCES = [(name, wanted == "sure", text) for name in KINDS for wanted, texts in SAID[name].items() for text in texts]


@pytest.mark.parametrize(("name", "sure", "text"), SENTENCES)
def test_a_sentence_states_it_or_not(find: Find, name: str, sure: bool, text: str) -> None:  # noqa: FBT001 - a parameter of the case
    assert any(one.sure for kind in KINDS[name] for one in find(text, kind)) == sure


@pytest.mark.parametrize(("number", "text"), [(one["number"], one["text"]) for one in SAID["reference"]])
def test_so_many_contracts_are_told(find: Find, number: int, text: str) -> None:
    sure = [one for one in find(text, "reference") if one.sure]
    assert len(sure) == number
    assert len({one.quote for one in sure}) == number
