"""The schema is fresh, complete, and agrees with the loader on every call file."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel, RootModel

from ami_cli import call
from ami_cli.call.fields import described, described_models
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from ami_cli.strict_yaml.reading import model_at

CALLS = Path(__file__).parents[2] / "calls"
FILES = sorted(CALLS.glob("*.yaml"))
ORGANISATIONS = sorted(CALLS.glob("organisations/*.yaml"))


def mistakes(schema: dict[str, Any], content: object) -> list[str]:
    Draft7Validator.check_schema(schema)
    return [f"{list(error.path)}: {error.message}" for error in Draft7Validator(schema).iter_errors(content)]


def values(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # text alone; numbers are put right below


def typed(content: Any) -> Any:
    """Return the values as an editor's YAML has them: whole numbers and switches, dates as text."""
    if isinstance(content, dict):
        return {key: typed(value) for key, value in content.items()}
    if isinstance(content, list):
        return [typed(value) for value in content]
    return int(content) if content.isdecimal() else {"true": True, "false": False}.get(content, content)


def test_the_schemas_in_the_repository_are_fresh() -> None:
    assert (CALLS / "call.schema.json").read_text("utf-8") == call.as_file(call.schema())
    assert (CALLS / "organisation.schema.json").read_text("utf-8") == call.as_file(call.organisation_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_call_in_the_repository_loads_and_fits_the_schema(path: Path) -> None:
    assert call.load(path).call.id == path.stem
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=call.schema.json\n")
    assert mistakes(call.schema(), typed(values(path))) == []


@pytest.mark.parametrize("path", ORGANISATIONS, ids=lambda path: path.stem)
def test_every_organisation_in_the_repository_fits_the_schema(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../organisation.schema.json\n")
    assert mistakes(call.organisation_schema(), typed(values(path))) == []


def test_there_are_calls_and_organisations() -> None:
    assert len(FILES) >= 2
    assert ORGANISATIONS


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("titel", "x"), "[]: Additional properties are not allowed ('titel' was unexpected)"),
        (("version", 2), "['version']: 1 was expected"),
        (("budget", {"ceiling": -1}), "['budget', 'ceiling']: -1 is less than the minimum of 0"),
        (("languages", ["FR"]), "['languages', 0]: 'FR' does not match '^[a-z]{2,3}$'"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(change: tuple[str, object], expected: str) -> None:
    content = {**typed(values(FILES[0])), change[0]: change[1]}
    assert mistakes(call.schema(), content) == [expected]


def models_below(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    if model.__name__ not in seen and not issubclass(model, RootModel):
        seen[model.__name__] = model
        for name in model.model_fields:
            inner = model_at(model, (name,))
            if inner is not None:
                models_below(inner, seen)
    return seen


def test_every_key_is_described_in_both_languages_and_nothing_else_is() -> None:
    found = models_below(Organisation, models_below(Call, {}))
    assert described_models() == {name: tuple(model.model_fields) for name, model in found.items()} | {
        name: fields for name, fields in described_models().items() if name not in found
    }
    assert set(described_models()) == set(found)
    for name, model in found.items():
        for field in model.model_fields:
            assert described(name, field, "fr")
            assert described(name, field, "en")


def test_to_be_set_is_allowed_where_the_model_allows_it() -> None:
    content = typed(values(FILES[0]))
    content["title"] = "to-be-set"
    content["calendar"]["milestones"][0]["at"] = "to-be-set"
    assert mistakes(call.schema(), content) == []
