import json
from pathlib import Path

import pytest

from ami_cli import reports
from ami_cli.models.assessment import Assessment
from ami_cli.pipeline import checking


@pytest.fixture(scope="module")
def assessments(example: Path) -> tuple[Assessment, ...]:
    return tuple(checking.check(checking.waiting(example / "submissions", None), checking.How()))


@pytest.mark.parametrize("form", reports.FORMATS)
def test_what_is_told_piece_by_piece_is_what_is_written_at_once(assessments: tuple[Assessment, ...], form: reports.Format) -> None:
    told = "".join(reports.as_text(iter(assessments), form, "fr", several=False))
    assert told == reports.write(assessments, form, "fr")


def test_several_calls_are_a_list_of_objects(assessments: tuple[Assessment, ...]) -> None:
    both = [assessments[0].model_copy(update={"call": "a"}), *assessments[1:3]]
    told = "".join(reports.as_text(iter(both), "json", "en", several=True))
    assert told == reports.write(both, "json", "en")
    assert [one["call"] for one in json.loads(told)] == ["a", assessments[1].call]


def test_the_count_agrees_with_its_number() -> None:
    assert reports.counted({"complete": 1, "incomplete": 2}).fr == "3 candidatures : 1 complète, 2 incomplètes, 0 à vérifier."
    assert reports.counted({"to_verify": 1}).en == "1 application: 0 complete, 0 incomplete, 1 to verify."
