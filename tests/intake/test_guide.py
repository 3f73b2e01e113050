"""The guide of application.yaml says what the program does."""

import re
from pathlib import Path

import pytest

from ami_cli.intake import application
from ami_cli.intake.form import ApplicationForm
from ami_cli.models.base import Model
from ami_cli.models.call import Budget
from ami_cli.models.selection import Selection
from ami_cli.strict_yaml import model_of, values_of

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("guide", ["ingest.md", "ingest.fr.md"])
def test_the_example_of_the_guide_is_read_without_a_mistake(guide: str, tmp_path: Path) -> None:
    example = re.findall(r"```yaml\n(.*?)```", (DOCS / guide).read_text(encoding="utf-8"), re.DOTALL)[0]
    (tmp_path / "files").mkdir()
    for path in re.findall(r"path: (files/[\w.-]+)", example):
        (tmp_path / path).write_bytes(path.encode())
    (tmp_path / "application.yaml").write_text(example, encoding="utf-8")
    found = application(tmp_path)
    assert (found.mistakes, found.applicant, len(found.files), len(found.set_aside)) == ((), "Atelier Rivage", 2, 1)


@pytest.mark.parametrize("guide", ["ingest.md", "ingest.fr.md"])
def test_every_key_is_in_the_guide(guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    assert [key for key in ApplicationForm.model_fields if key not in text] == []


@pytest.mark.parametrize("guide", ["second-stage.md", "second-stage.fr.md"])
def test_the_examples_of_the_second_stage_are_read_without_a_mistake(guide: str, tmp_path: Path) -> None:
    said, price = re.findall(r"```yaml\n(.*?)```", (DOCS / guide).read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "application.yaml").write_text(price, encoding="utf-8")
    found = application(tmp_path)
    assert found.mistakes == ()
    assert found.price is not None
    assert found.price.amount == 14400
    (tmp_path / "call.yaml").write_text(said, encoding="utf-8")
    values, mistakes = values_of(tmp_path / "call.yaml")
    assert (values is not None, mistakes) == (True, ())
    assert values is not None
    assert not isinstance(model_of(_OfACall, values, {"languages": ("fr", "en")}), tuple)


class _OfACall(Model):
    budget: Budget
    award: Selection
