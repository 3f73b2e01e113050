"""A call file written for people: block by block, each key explained once, every word from outside kept as data."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, RootModel

from ami_cli.call.fields import described
from ami_cli.models.call import Call
from ami_cli.models.text import Text, Words
from ami_cli.strict_yaml.nodes import scalar as read
from ami_cli.strict_yaml.reading import model_at
from ami_cli.strict_yaml.writing import scalar as quoted

SCHEMA_LINE = "# yaml-language-server: $schema=call.schema.json"
WIDTH = 120
"""Columns that a line with its comment may fill."""

_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?|[\w(][\w ’.()/°+@-]*")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ALSO = Words(fr="possible aussi", en="also possible")
_INTRO = Words(
    fr="Un appel : tout ce que l’avis, les vérifications et les lettres diront se lit ici.\n"
    "Remplacez chaque to-be-set ; « ami validate » dit ceux qui restent, et ce qu’un lecteur attentif y trouverait.",
    en="A call: all that the notice, the checks and the letters will say is read from here.\n"
    "Replace each to-be-set; `ami validate` tells those that remain, and what a careful reader would find.",
)


def call_file(values: Mapping[str, Any], language: str) -> str:
    """Return the text of a call file; its comments are in `language`, and the loader gives the values back."""
    writer = _Writer(language)
    lines = [SCHEMA_LINE, *(f"# {line}" for line in _INTRO.of(language).splitlines())]
    for key in (key for key in Call.model_fields if key in values):
        block = list(writer.entry(key, values[key], Call, 0))
        lines += ["", *block] if len(block) > 1 else block
    lines += ["", *writer.also(Call, values, 0)]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes values, and remembers which keys were explained."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.explained: set[tuple[str, str]] = set()

    def entry(self, key: str, value: Any, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        """Give the lines of one key and its value."""
        comment = self.comment(model, key)
        below = None if model is None else model_at(model, (key,))
        head = f"{' ' * indent}{_key(key)}:"
        flat = _flat(value, below)
        if flat is not None and (len(head) + len(flat) < WIDTH or _only_flat(value)):
            yield from _commented(f"{head} {flat}", comment, indent)
        elif isinstance(value, str):
            yield from _commented(f"{head} {_block_mark(value)}", comment, indent)
            yield from _block(value, indent + 2)
        else:
            yield from _commented(head, comment, indent)
            yield from self.nested(value, below, indent + 2)

    def nested(self, value: Any, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        """Give the lines of a mapping or a list, indented."""
        if isinstance(value, Mapping):
            plain = None if model is not None and issubclass(model, RootModel) else model
            new = plain is not None and (plain.__name__, "") not in self.explained
            for key, inner in value.items():
                yield from self.entry(key, inner, plain, indent)
            if new and plain is not None:
                self.explained.add((plain.__name__, ""))
                yield from self.also(plain, value, indent)
        else:
            for item in value:
                yield from self.item(item, model, indent)

    def item(self, item: Any, model: type[BaseModel] | None, indent: int) -> Iterator[str]:
        """Give the lines of one item of a list."""
        flat = _flat(item, model)
        if flat is not None and (indent + len(flat) < WIDTH or _only_flat(item)):
            yield f"{' ' * indent}- {flat}"
        elif isinstance(item, str):
            yield f"{' ' * indent}- {_block_mark(item)}"
            yield from _block(item, indent + 2)
        else:
            lines = list(self.nested(item, model, indent + 2))
            first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[first] = f"{' ' * indent}- {lines[first].lstrip()}"
            yield from lines

    def comment(self, model: type[BaseModel] | None, key: str) -> str:
        """Return what a key means, the first time it is written, with the values that it may have."""
        if model is None or (model.__name__, key) in self.explained:
            return ""
        self.explained.add((model.__name__, key))
        words = described(model.__name__, key, self.language)
        choices = [str(choice) for choice in _choices(model.model_fields[key].annotation)]
        return f"{words} ({' · '.join(choices)})" if len(choices) > 1 else words

    def also(self, model: type[BaseModel], values: Mapping[str, Any], indent: int) -> Iterator[str]:
        """Give a comment with the keys that are not used, and what they are for."""
        absent = [key for key in model.model_fields if key not in values]
        title = f"{_ALSO.of(self.language)}{' :' if self.language == 'fr' else ':'}"
        if absent and model is Call:
            yield f"# {title}"
            yield from (f"#   {key}: {described('Call', key, self.language)}" for key in absent)
        elif absent:
            yield from _comment_lines(f"{title} {', '.join(absent)}", indent)


def _choices(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())


def _commented(line: str, comment: str, indent: int) -> Iterator[str]:
    if not comment:
        yield line
    elif (indent or not line.endswith(":")) and len(line) + len(comment) + 4 <= WIDTH:
        yield f"{line}  # {comment}"
    else:
        yield from _comment_lines(comment, indent)
        yield line


def _comment_lines(comment: str, indent: int) -> list[str]:
    lead = f"{' ' * indent}# "
    return textwrap.wrap(comment, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)


def _flat(value: Any, model: type[BaseModel] | None) -> str | None:
    """Return a value on one line where it reads well there: a scalar, short words in each language, a list of them."""
    if isinstance(value, Mapping):
        return _flat_mapping(value, model)
    if isinstance(value, list | tuple):
        return _flat_list(value, model)
    if isinstance(value, str) and ("\n" in value or len(value) > WIDTH) and _can_be_block(value):
        return None
    return _scalar(value)


def _only_flat(value: Any) -> bool:
    """Return whether a value has no other form than one line: a number, or text that would not come back from a block."""
    return not isinstance(value, Mapping | list | tuple) and not (isinstance(value, str) and _can_be_block(value))


def _flat_mapping(value: Mapping[str, Any], model: type[BaseModel] | None) -> str | None:
    if value and model is not None and model.__name__ not in {"Text", "MustState"}:
        return None
    parts = {key: _flat(inner, Text) for key, inner in value.items()}
    if any(part is None or len(part) > WIDTH // 2 for part in parts.values()):
        return None
    return "{" + ", ".join(f"{_key(key)}: {part}" for key, part in parts.items()) + "}"


def _flat_list(value: list[Any] | tuple[Any, ...], model: type[BaseModel] | None) -> str | None:
    simple = model is None or model.__name__ == "MustState"
    parts = [_flat(item, model) for item in value] if simple or not value else [None]
    return None if any(part is None for part in parts) else "[" + ", ".join(part or "" for part in parts) + "]"


def _scalar(value: Any) -> str:
    """Return a scalar as plain as the loader allows: what it would read as something else is quoted."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not value.endswith(" ") and read(value, plain=True) == value:
        return value
    if isinstance(value, str | bool | int) or value is None:
        return quoted(value)
    return str(value)


def _key(key: str) -> str:
    return key if _NAME.fullmatch(key) else quoted(key)


def _can_be_block(text: str) -> bool:
    """Return whether text may stand as a `|` block and come back the same."""
    clean = not _UNFIT.search(text) and not any(line.isspace() for line in text.split("\n"))
    return clean and bool(text.strip()) and not text.startswith((" ", "\n")) and not text.endswith("\n\n")


def _block_mark(text: str) -> str:
    return "|" if text.endswith("\n") else "|-"


def _block(text: str, indent: int) -> Iterator[str]:
    for line in text.removesuffix("\n").split("\n"):
        yield f"{' ' * indent}{line}" if line else ""
