"""What has changed between two versions of a call, as a corrigendum says it."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import RootModel

from ami_cli.models.base import Model
from ami_cli.models.calendar import in_utc
from ami_cli.models.call import Call, Section
from ami_cli.models.organisation import DataProtection, Organisation
from ami_cli.models.requirement import Declaration
from ami_cli.models.text import Text
from ami_cli.wording.values import Prose

Item = Literal[
    "milestone", "renamed-milestone", "document", "channel", "need", "lot", "criterion", "payment", "cost", "reference", "annex",
    "declaration", "section",
]  # fmt: skip
"""What stands in a list, and is told whole; of a section, each paragraph."""
Kind = Literal[Item, "amount", "scale", "moment", "percent", "languages", "countries", "days", "word", "text", "other"]
"""How the two values are put into words: `word` is one of a few words, `other` a number, a yes or no, or as it is typed."""
Extension = Literal["same", "later", "sooner", "unknown"]

_ITEMS: dict[str, Item] = {
    "calendar.milestones": "milestone",
    "application.documents": "document",
    "application.declarations": "declaration",
    "application.channels.accepted": "channel",
    "profile": "need",
    "lots": "lot",
    "annexes": "annex",
    "references": "reference",
    "budget.payments": "payment",
    "budget.costs": "cost",
    "selection.criteria": "criterion",
    "award.criteria": "criterion",
}
_KINDS: dict[str, Kind] = {
    "scale": "scale", "until": "moment", "languages": "languages", "countries": "countries", "effort_days": "days", "rule": "word",
    "mode": "word", "tie": "word", "covers": "word", "procedure": "word", "contingency_of": "word",
}  # fmt: skip
"""By the name of the field; what ends in `percent` is a share."""
_AMOUNT = ("ceiling", "floor", "exact", "currency", "taxes")
"""The fields of a budget that one amount tells."""
_SILENT = re.compile(
    r"version|id|organisation|languages|mission\.kind|(selection|award)\.(minimum|published|partial_scores)|.*\.(printed|previously|look_for)"
)
"""What no reader of a notice sees."""
_APART = ("text", "note")
"""What an item says in paragraphs: told by itself, for a line of a table cannot hold it."""


@dataclass(frozen=True)
class Change:
    """One change: what it is about, what stood before, what stands now; None where nothing did."""

    kind: Kind
    section: str
    field: str
    old: Any
    new: Any
    item_kind: Item | None = None
    item: Any = None
    """The item of a list whose text has changed."""


def as_published(call: Call, organisation: Organisation) -> Call:
    """Return the call with what its notice takes from the organisation, so that this is compared too."""
    data = (call.data_protection or DataProtection()).completed_by(organisation.data_protection)
    return call.model_copy(update={"eligibility": call.eligibility or organisation.eligibility, "data_protection": data})


def changes(before: Call, after: Call, language: str) -> tuple[Change, ...]:
    """Return what has changed, in the order of the call; the words in `language`, the same places in every language."""
    return tuple(_fields(before, after, "", language, type(after).model_fields))


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


def _fields(old: Any, new: Any, path: str, language: str, names: Iterable[str]) -> Iterator[Change]:
    """Compare field by field; where one of the two is missing, its fields stand against nothing."""
    for name in names:
        below = f"{path}.{name}".lstrip(".")
        if not _SILENT.fullmatch(below):
            yield from _between(getattr(old, name, None), getattr(new, name, None), below, language)


def _between(old: Any, new: Any, path: str, language: str) -> Iterator[Change]:
    if old == new:
        return
    name = path.rsplit(".", maxsplit=1)[-1]
    if path in _ITEMS:
        yield from _items(old or (), new or (), path, language)
    elif path == "budget":
        yield from _budget(old, new, language)
    elif isinstance(old, Text) or isinstance(new, Text):
        yield from _texts(old, new, path, language)
    elif name in _KINDS or name.endswith("percent"):
        yield _change(_KINDS.get(name, "percent"), path, *(None if value == () else value for value in (old, new)))
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from _tuples(old or (), new or (), path, language)
    elif isinstance(old, RootModel) or isinstance(new, RootModel):
        one, other = (side.root if side is not None else {} for side in (old, new))
        for key in dict.fromkeys((*one, *other)):
            yield from _between(one.get(key), other.get(key), f"{path}.{key}", language)
    elif isinstance(old, Model) or isinstance(new, Model):
        yield from _fields(old, new, path, language, type(new if new is not None else old).model_fields)
    else:
        yield _change("other", path, old, new)


def _budget(old: Any, new: Any, language: str) -> Iterator[Change]:
    if any(getattr(old, name) != getattr(new, name) for name in _AMOUNT):
        yield _change("amount", "budget", old, new)
    yield from _fields(old, new, "budget", language, [name for name in type(new).model_fields if name not in _AMOUNT])


def _items(old: Sequence[Any], new: Sequence[Any], path: str, language: str) -> Iterator[Change]:
    """Compare the items of a list; only what a reader sees counts."""
    kind = _ITEMS[path]
    for one, other in _matched(old, new):
        if one is None or other is None or _seen(one) != _seen(other):
            yield _change(_renamed(kind, one, other), path, one, other)
        for name in _APART:
            for change in _texts(getattr(one, name, None), getattr(other, name, None), f"{path}.{name}", language):
                if kind != "declaration":
                    yield replace(change, item_kind=kind, item=other if other is not None else one)


def _renamed(kind: Item, one: Any, other: Any) -> Item:
    """Tell a milestone that is called otherwise from one that has only moved."""
    if kind != "milestone" or one is None or other is None:
        return kind
    same = one.label == other.label and (one.label or (one.kind, one.stage) == (other.kind, other.stage))
    return kind if same else "renamed-milestone"


def _seen(item: Any) -> Any:
    """Return what a reader sees of an item: where it is called by a name of its own, its kind is not seen."""
    hidden = {"printed", "previously", "look_for", *(() if isinstance(item, Declaration) else _APART)}
    return item.model_dump(exclude=hidden | ({"kind"} if getattr(item, "label", None) else set()))


def _matched(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Give what stands against what: by id, else by what the items say; what has none against it stands against nothing."""
    if all(hasattr(item, "id") for item in (*old, *new)):
        before, after = ({item.id: item for item in items} for items in (old, new))
        yield from ((before.get(key), after.get(key)) for key in dict.fromkeys((*before, *after)))
        return
    matched = difflib.SequenceMatcher(a=[repr(item) for item in old], b=[repr(item) for item in new], autojunk=False)
    for tag, first, last, start, end in matched.get_opcodes():
        if tag != "equal":
            for index in range(max(last - first, end - start)):
                one = old[first + index] if first + index < last else None
                yield one, new[start + index] if start + index < end else None


def _tuples(old: Sequence[Any], new: Sequence[Any], path: str, language: str) -> Iterator[Change]:
    for one, other in _matched(old, new):
        if isinstance(one, Section) or isinstance(other, Section):
            for change in _fields(one, other, path, language, Section.model_fields):
                yield replace(change, item_kind="section", item=other if other is not None else one)
        else:
            yield from _between(one, other, path, language)


def _texts(old: Text | None, new: Text | None, path: str, language: str) -> Iterator[Change]:
    """Compare paragraph by paragraph where both versions have as many; else the whole text stands against the whole."""
    if old == new:
        return
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


def _change(kind: Kind, path: str, old: Any, new: Any) -> Change:
    section, _, rest = path.partition(".")
    return Change(kind=kind, section=section, field=rest.rsplit(".", maxsplit=1)[-1], old=old, new=new)
