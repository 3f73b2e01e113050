"""The JSON Schema of call files and of organisation files, so that editors complete and check while one types."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ami_cli.call.fields import described
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors know best."""

_WORDS = {"type": "string", "minLength": 1}
_TEXT = {
    "description": "Les mots, dans chaque langue de l’appel : {fr: …, en: …} — The words, in each language of the call",
    "anyOf": [
        {
            "type": "object",
            "patternProperties": {"^[a-z]{2,3}$": {"type": "string", "minLength": 1}},
            "additionalProperties": False,
        },
        {"type": "string", "minLength": 1},
    ],
}
_STATEMENTS = ["firm", "firm-if-any", "similar-missions", "references", "availability"]
_MUST_STATE = {
    "description": "Ce que la pièce doit dire — What the document has to state",
    "anyOf": [
        {"type": "string", "enum": _STATEMENTS},
        {"type": "object", "properties": {"references": {"type": "integer", "minimum": 1}}, "additionalProperties": False},
        {"type": "object", "properties": {"other": {"$ref": "#/$defs/Text"}}, "additionalProperties": False},
    ],
}
_FIRST = ("$schema", "title", "description", "type")


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a call file."""
    return _schema_of(Call, "Appel — Call for expressions of interest (ami, version 1)")


def organisation_schema() -> dict[str, Any]:
    """Return the JSON Schema of an organisation file."""
    return _schema_of(Organisation, "Organisation — Organisation (ami, version 1)")


def as_file(content: Mapping[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    raw = model.model_json_schema()
    definitions = {name: _definition(name, part) for name, part in raw.pop("$defs").items()}
    whole = _definition(model.__name__, raw) | {"$schema": DRAFT, "title": title, "$defs": definitions}
    return {key: whole[key] for key in _FIRST if key in whole} | {key: whole[key] for key in whole if key not in _FIRST}


def _definition(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Return one model's schema: plain forms, no titles, and what each key means."""
    if name == "Text":
        return _TEXT
    if name == "MustState":
        return _MUST_STATE
    plain: dict[str, Any] = _plain({key: value for key, value in part.items() if key not in {"title", "description", "$defs"}})
    for field, of_field in plain.get("properties", {}).items():
        words = " — ".join(described(name, field, language) for language in ("fr", "en"))
        plain["properties"][field] = {"description": words, **_alone(of_field)}
    return plain


def _alone(of_field: dict[str, Any]) -> dict[str, Any]:
    """Return a field in a form that may stand beside a description: draft 7 ignores what stands beside a reference."""
    return {"allOf": [{"$ref": of_field["$ref"]}]} if "$ref" in of_field else of_field


def _plain(part: Any) -> Any:
    """Return a schema without what only Python needs: titles, defaults that are no plain value, numbers as text, fixed tuples."""
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    if part.get("anyOf", [{}])[0].get("type") == "number":
        return {"type": "number"} | {new: part[old] for old, new in (("ge", "minimum"), ("le", "maximum")) if old in part}
    alternatives = part.get("anyOf", [])
    if len(alternatives) > 1 and alternatives[1:] == [{"type": "null"}] and "$ref" not in alternatives[0]:
        return _or_null(_plain(alternatives[0]))
    kept = {key: _plain(value) for key, value in part.items() if not _is_noise(key, value)}
    if "prefixItems" in kept:
        kept["items"] = kept.pop("prefixItems")
    return kept


def _or_null(part: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that accepts null too, with its bounds beside its type: editors then say which bound is passed."""
    nullable = {**part, "type": [part["type"], "null"]}
    return nullable | ({"enum": [*part["enum"], None]} if "enum" in part else {})


def _is_noise(key: str, value: Any) -> bool:
    """Return whether a keyword says nothing to an editor; a property that is named `title` holds a mapping and stays."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and not isinstance(value, bool | int | str))
