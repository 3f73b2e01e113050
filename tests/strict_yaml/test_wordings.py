"""Every error that the models can meet has a plain wording in both languages."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from ami_cli.strict_yaml.wordings import FORMS, WORDINGS, told

KINDS = {
    "model": {"model_type"},
    "dict": {"dict_type"},
    "tuple": {"tuple_type", "missing", "too_long"},
    "str": {"string_type"},
    "int": {"int_type"},
    "bool": {"bool_type"},
    "decimal": {"decimal_type"},
    "literal": {"literal_error"},
    "model-fields": {"missing"},
}
"""What each part of a schema can answer; a pydantic `extra_forbidden` is told by `unknown_key`."""

BOUNDS = {
    "gt": "greater_than",
    "ge": "greater_than_equal",
    "le": "less_than_equal",
    "pattern": "string_pattern_mismatch",
}

SILENT = {"default", "nullable", "model-field", "definitions", "definition-ref", "function-before", "function-after", "union"}
"""Parts that only hold others, or whose words are their own; the unions are guarded by a validator before them."""

GUARDED = {"datetime", "date"}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str) and not schema["type"].endswith("-info"):
            yield schema
        for key, inner in schema.items():
            if key not in {"metadata", "ref", "serialization", "config"}:
                yield from parts(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from parts(inner)


def kinds_of(part: dict[str, Any]) -> set[str]:
    kind = part["type"]
    found = set(KINDS.get(kind, set()))
    found |= {error for bound, error in BOUNDS.items() if bound in part}
    if "min_length" in part:
        found.add("string_too_short" if kind == "str" else "too_short")
    if "max_length" in part:
        found.add("string_too_long" if kind == "str" else "too_long")
    return found


@pytest.mark.parametrize("model", [Call, Organisation])
def test_every_error_that_a_model_can_meet_has_its_wording(model: type[BaseModel]) -> None:
    found = list(parts(model.__pydantic_core_schema__))
    assert len(found) > 50
    assert {part["type"] for part in found} - set(KINDS) - SILENT - GUARDED == set()
    assert set().union(*map(kinds_of, found)) - set(WORDINGS) == set()


@pytest.mark.parametrize("model", [Call, Organisation])
def test_every_form_of_text_says_what_to_write(model: type[BaseModel]) -> None:
    patterns = {part["pattern"] for part in parts(model.__pydantic_core_schema__) if "pattern" in part}
    assert patterns
    assert patterns - set(FORMS) == set()


JARGON = ("string", "boolean", "integer", "dict", "tuple", "Input", "valid ", "None", "instance", "literal", "pydantic")


@pytest.mark.parametrize("kind", [*WORDINGS, "a kind of tomorrow"])
@pytest.mark.parametrize("value", [None, "x" * 500, True, 12, ["a"], {"a": 1}])
def test_a_wording_is_plain_short_and_in_both_languages(kind: str, value: object) -> None:
    context = {"gt": 0, "ge": 0, "le": 100, "min_length": 1, "max_length": 2, "pattern": r"^[A-Z]{2}$", "expected": "'a' or 'b'"}
    for words in told(kind, context, value):
        assert words.fr != words.en
        for text in (words.fr, words.en):
            assert len(text) < 200
            assert not [word for word in JARGON if word in text]
