"""A call file and the organisation's beside it: both, or every mistake of both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ami_cli.call.mistakes import InvalidCall
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.models.values import twice
from ami_cli.strict_yaml import Path as Place
from ami_cli.strict_yaml import Source, Values, mistake, model_of, values_of, written

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True)
class Loaded:
    """A call, who publishes it, and where each value of both stands."""

    call: Call
    organisation: Organisation
    source: Source
    organisation_source: Source


START = Words(fr="partez d’un modèle : ami new-call", en="start from a model: ami new-call")
"""What to do about a call file without keys."""


def load(path: Path) -> Loaded:
    """Load a call file and `organisations/<id>.yaml` beside it.

    Raises:
        InvalidCall: with every mistake of both files at once.
    """
    values, mistakes = values_of(path)
    if values is None:
        raise InvalidCall(mistakes)
    context = _context(values)
    call = model_of(Call, values, context, START)
    organisation, organisation_source = _organisation(path, values, context)
    if isinstance(call, tuple) or isinstance(organisation, tuple):
        wrong_in_call = (*call, *_told_twice(values, call)) if isinstance(call, tuple) else ()
        raise InvalidCall((*wrong_in_call, *(organisation if isinstance(organisation, tuple) else ())))
    return Loaded(call, organisation, values.source, organisation_source)


def organisation_mistakes(path: Path) -> tuple[Remark, ...]:
    """Return every mistake of an organisation file on its own; its words may be in any languages."""
    values, mistakes = values_of(path)
    if values is None:
        return mistakes
    found = model_of(Organisation, values, {})
    return found if isinstance(found, tuple) else ()


def _context(values: Values) -> dict[str, object]:
    """Return what the texts need to know: the languages of the call, where they can be read."""
    listed = values.root.get("languages") if isinstance(values.root, dict) else None
    if isinstance(listed, list) and listed and all(isinstance(one, str) and _LANGUAGE.fullmatch(one) for one in listed):
        return {"languages": tuple(dict.fromkeys(listed))}
    return {}


def _told_twice(values: Values, told: tuple[Remark, ...]) -> Iterator[Remark]:
    """Give each id that is in a list twice, also where something else is wrong in the list and its model was never made."""
    known = {remark.path for remark in told}
    for path, items in _lists(values.root, ()):
        ids = [item.get("id") if isinstance(item, dict) else None for item in items]
        for index, name in enumerate(ids):
            place = (*path, index)
            if isinstance(name, str) and name in ids[:index] and written(place) not in known:
                yield mistake(values.source, place, "value", *twice(name))


def _lists(value: object, path: Place) -> Iterator[tuple[Place, list[object]]]:
    if isinstance(value, list):
        yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield from _lists(below, (*path, key))


def _organisation(path: Path, values: Values, context: dict[str, object]) -> tuple[Organisation | tuple[Remark, ...], Source]:
    name = values.root.get("organisation") if isinstance(values.root, dict) else None
    if not isinstance(name, str) or not _ID.fullmatch(name):
        return (), values.source
    beside = path.parent / "organisations" / f"{name}.yaml"
    if not beside.exists():
        return (_no_organisation(values, beside),), values.source
    found, mistakes = values_of(beside)
    if found is None:
        return mistakes, values.source
    return model_of(Organisation, found, context), found.source


def _no_organisation(values: Values, beside: Path) -> Remark:
    return mistake(
        values.source,
        ("organisation",),
        "no-organisation",
        Words(fr=f"le fichier de l’organisation manque : {beside}", en=f"the file of the organisation is missing: {beside}"),
        Words(
            fr="créez ce fichier, ou corrigez le nom ; ami init en écrit un modèle",
            en="make this file, or correct the name; ami init writes a model of it",
        ),
    )
