"""From plain values to a model, with every mistake of both."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, RootModel, ValidationError

from ami_cli.models.base import Model
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.strict_yaml.mistakes import mistake
from ami_cli.strict_yaml.nodes import Values
from ami_cli.strict_yaml.source import Path, path_of
from ami_cli.strict_yaml.wordings import told, unknown_key

M = TypeVar("M", bound=Model)


def model_of(kind: type[M], values: Values, context: Mapping[str, object], start: Words | None = None) -> M | tuple[Remark, ...]:
    """Return the model, or every mistake of the file: those of its writing and those of its values.

    `start` is what to do about a file without keys; where it is not given, the keys that belong there are named.
    """
    if not isinstance(values.root, dict):
        return values.mistakes or (mistake(values.source, (), "empty", _NO_KEYS, start or _keys_wanted(kind)),)
    try:
        model = kind.model_validate(values.root, context=dict(context))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        found = tuple(remark for detail in details if (remark := _told(kind, values, detail)))
        return values.mistakes + found
    return values.mistakes or model


def _told(kind: type[Model], values: Values, detail: Any) -> Remark | None:
    context = detail.get("ctx", {})
    path: Path = tuple(part for part in detail["loc"] if part != "[key]") + path_of(context.get("at", ""))
    if any(path[: len(refused)] == refused for refused in values.refused):
        return None
    if detail["type"] != "missing":
        path = values.nearest(path)
    if detail["type"] == "extra_forbidden":
        message, remedy = unknown_key(str(path[-1]), keys_at(kind, path[:-1]))
    else:
        message, remedy = told(detail["type"], context, _value(values, path))
    return mistake(values.source, path, _NAMES.get(detail["type"], "value"), message, remedy)


def _value(values: Values, path: Path) -> object:
    try:
        return values.at(path)
    except KeyError:
        return None


def keys_at(kind: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the model knows at `path`."""
    found = model_at(kind, path)
    return list(found.model_fields) if found is not None and not issubclass(found, RootModel) else []


def model_at(kind: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that stands at `path` below `kind`, or None where a plain value stands there."""
    here: type[BaseModel] | None = kind
    for part in path:
        if isinstance(part, int):
            continue
        field = here.model_fields.get(part) if here is not None else None
        here = _model_in(field.annotation) if field is not None else None
    return here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


_NAMES = {"missing": "missing-key", "extra_forbidden": "unknown-key"}
_NO_KEYS = Words(fr="le fichier est vide, ou n’est pas fait de clés", en="the file is empty, or is not made of keys")


def _keys_wanted(kind: type[Model]) -> Words:
    needed = ", ".join(name for name, field in kind.model_fields.items() if field.is_required())
    if needed:
        return Words(fr=f"écrivez-y au moins ces clés : {needed}", en=f"write at least these keys in it: {needed}")
    known = ", ".join(name for name in kind.model_fields if name != "version")
    return Words(fr=f"écrivez-y ce qui convient ({known}), ou supprimez-le", en=f"write what belongs there ({known}), or delete it")
