"""YAML as `ami ingest` writes it: every text from outside in quotes, so that it is text and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import datetime

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def quoted(text: str) -> str:
    """Return a text in double quotes, in which only what can be seen stands as it is."""
    return '"' + "".join(_ESCAPES.get(char) or (char if _plain(char) else _escaped(char)) for char in text) + '"'


def _plain(char: str) -> bool:
    return char == " " or (char.isprintable() and char != "\ufeff")


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  # half characters, which UTF-8 has no place for
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  # widths of YAML


def lines(value: Mapping[str, object]) -> list[str]:
    """Return the lines of a mapping; keys without value are left out."""
    return [line for key, item in value.items() if item not in (None, (), [], {}) for line in _entry(key, item, "")]


def _entry(key: str, item: object, indent: str) -> list[str]:
    if isinstance(item, Mapping):
        return [f"{indent}{key}: {_flow(item)}"]
    if isinstance(item, Sequence) and not isinstance(item, str):
        return [f"{indent}{key}:", *(line for one in item for line in _item(one, f"{indent}  "))]
    return [f"{indent}{key}: {_scalar(item)}"]


def _item(item: object, indent: str) -> list[str]:
    if not isinstance(item, Mapping):
        return [f"{indent}- {_scalar(item)}"]
    short = all(not isinstance(one, Mapping | list | tuple) for one in item.values())
    if short:
        return [f"{indent}- {_flow(item)}"]
    inner = [line for key, one in item.items() if one not in (None, (), []) for line in _entry(key, one, f"{indent}  ")]
    return [f"{indent}- {inner[0].strip()}", *inner[1:]]


def _flow(item: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(one)}" for key, one in item.items() if one is not None) + "}"


def _scalar(item: object) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int):
        return str(item)
    return quoted(item.isoformat() if isinstance(item, datetime) else str(item))
