"""What has changed between two versions of a call, as a corrigendum says it."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import RootModel

from ami_cli.models.base import Model
from ami_cli.models.calendar import in_utc
from ami_cli.models.call import Call
from ami_cli.models.text import Text
from ami_cli.wording.values import Prose

Kind = Literal["milestone", "document", "channel", "need", "budget", "text", "other"]
Extension = Literal["same", "later", "sooner", "unknown"]

_KEYED: dict[str, Kind] = {"calendar.milestones": "milestone", "application.documents": "document"}
_LISTED: dict[str, Kind] = {"application.channels.accepted": "channel", "profile": "need"}
_SILENT = {"version", "id", "organisation", "languages"}
"""What is not for readers: the shape of the file, not the call."""


@dataclass(frozen=True)
class Change:
    """One change: what it is about, what stood before, what stands now; None where nothing did."""

    kind: Kind
    section: str
    field: str
    label: Text | None
    old: Any
    new: Any


def changes(before: Call, after: Call, language: str) -> tuple[Change, ...]:
    """Return what has changed, in the order of the call; the words in `language`, the same places in every language."""
    names = [name for name in type(after).model_fields if name not in _SILENT]
    found = [change for name in names for change in _between(getattr(before, name), getattr(after, name), name, language)]
    return tuple(found)


def extension(before: Call, after: Call) -> Extension:
    """Tell whether the deadline of the first stage has moved, and which way."""
    old, new = (call.calendar.deadline(call.first_stage) for call in (before, after))
    old_at = before.calendar.moment(old) if old else None
    new_at = after.calendar.moment(new) if new else None
    if old_at is None or new_at is None:
        return "unknown" if old != new else "same"
    if in_utc(old_at) == in_utc(new_at):
        return "same"
    return "later" if in_utc(new_at) > in_utc(old_at) else "sooner"


def _between(old: Any, new: Any, path: str, language: str) -> Iterator[Change]:
    if old == new:
        return
    if path in _KEYED:
        yield from _keyed(old, new, path)
    elif path in _LISTED:
        yield from _listed(old, new, path, _LISTED[path])
    elif path == "budget":
        yield _change("budget", path, old, new)
    elif isinstance(old, Text) or isinstance(new, Text):
        yield from _texts(old, new, path, language)
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from _tuples(old or (), new or (), path, language)
    elif isinstance(old, (Model, RootModel)) or isinstance(new, (Model, RootModel)):
        yield from _models(old, new, path, language)
    else:
        yield _change("other", path, _plain(old), _plain(new))


def _models(old: Any, new: Any, path: str, language: str) -> Iterator[Change]:
    """Compare field by field; where one of the two is missing, its fields stand against nothing."""
    shape = type(new if new is not None else old)
    if issubclass(shape, RootModel):
        old_root, new_root = (value.root if value is not None else {} for value in (old, new))
        for key in dict.fromkeys((*old_root, *new_root)):
            yield from _between(old_root.get(key), new_root.get(key), f"{path}.{key}", language)
        return
    for name in shape.model_fields:
        if name not in {"previously", "printed"}:
            yield from _between(getattr(old, name, None), getattr(new, name, None), f"{path}.{name}", language)


def _keyed(old: Sequence[Any], new: Sequence[Any], path: str) -> Iterator[Change]:
    """Compare items by their id; only what a reader sees counts."""
    before, after = ({item.id: item for item in items} for items in (old, new))
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        if _seen(one) != _seen(other):
            yield _change(_KEYED[path], path, one, other, label=getattr(other or one, "label", None))


def _seen(item: Any) -> Any:
    return None if item is None else item.model_dump(exclude={"printed", "previously"})


def _listed(old: Sequence[Any], new: Sequence[Any], path: str, kind: Kind) -> Iterator[Change]:
    """Compare items that have no id by what they say: those that stay are passed by."""
    matched = difflib.SequenceMatcher(a=[repr(item) for item in old], b=[repr(item) for item in new], autojunk=False)
    for tag, first, last, start, end in matched.get_opcodes():
        if tag == "equal":
            continue
        for index in range(max(last - first, end - start)):
            one = old[first + index] if first + index < last else None
            other = new[start + index] if start + index < end else None
            yield _change(kind, path, one, other)


def _tuples(old: Sequence[Any], new: Sequence[Any], path: str, language: str) -> Iterator[Change]:
    for change in _listed(old, new, path, "other"):
        one, other = change.old, change.new
        if isinstance(one, Text) or isinstance(other, Text):
            yield _change("text", path, *(_prose(text, language) for text in (one, other)))
        elif isinstance(one, Model) or isinstance(other, Model):
            yield from _models(one, other, path, language)
        else:
            yield _change("other", path, _plain(one), _plain(other))


def _texts(old: Text | None, new: Text | None, path: str, language: str) -> Iterator[Change]:
    """Compare paragraph by paragraph where both versions have as many; else the whole text stands against the whole."""
    if old is None or new is None:
        yield _change("text", path, _prose(old, language), _prose(new, language))
        return
    languages = [code for code in new.languages() if code in old.root]
    split = {code: (_paragraphs(old.of(code)), _paragraphs(new.of(code))) for code in languages}
    if language not in split or len({len(side) for pair in split.values() for side in pair}) > 1:
        yield _change("text", path, _prose(old, language), _prose(new, language))
        return
    mine = split[language]
    for index, (one, other) in enumerate(zip(*mine, strict=True)):
        if any(before[index] != after[index] for before, after in split.values()):
            yield _change("text", path, Prose(one, path), Prose(other, path))


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text.strip())


def _prose(text: Text | None, language: str) -> Prose | None:
    return None if text is None else Prose(text.any_of(language), "")


def _plain(value: Any) -> Any:
    """Return a value that can be printed: several words as one string."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or None
    return value


def _change(kind: Kind, path: str, old: Any, new: Any, *, label: Text | None = None) -> Change:
    section, _, rest = path.partition(".")
    return Change(kind=kind, section=section, field=rest.rsplit(".", maxsplit=1)[-1], label=label, old=old, new=new)
