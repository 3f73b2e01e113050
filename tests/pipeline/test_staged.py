"""Commands that are advised name their stage, where it is not the first."""

from types import ModuleType

import pytest

from ami_cli.models.calendar import Stage
from ami_cli.pipeline import curing, deciding, settling
from ami_cli.pipeline.staged import flag, staged
from tests.rules.made_up import call


@pytest.mark.parametrize(("stage", "option"), [(None, ""), ("interest", ""), ("proposal", " --stage proposal")])
def test_only_a_later_stage_has_to_be_named(stage: Stage | None, option: str) -> None:
    assert flag(stage, call()) == option


@pytest.mark.parametrize(
    ("words", "of"),
    [("OPENED", curing), ("CLOSED", curing), ("RECORDED", deciding), ("HOW", settling), ("NOTHING", settling), ("NOTED", settling)],
)
def test_what_comes_next_names_the_stage_in_both_languages(words: str, of: ModuleType) -> None:
    later, first = (staged(getattr(of, words), option) for option in (" --stage proposal", ""))
    assert later.fr.count(" --stage proposal") == later.en.count(" --stage proposal") > 0
    assert "{" not in first.fr + first.en + later.fr + later.en
