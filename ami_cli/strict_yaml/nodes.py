"""From text to plain values with their lines. YAML guesses; this does not.

Known are null, `true` and `false`, whole numbers and text. A key that stands twice, an alias (and so every alias that
explodes), a merge key, a tag, a second document and deep nesting are refused, each with its line.
"""

import re
from typing import Any

import yaml

from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted
from ami_cli.strict_yaml.mistakes import mistake
from ami_cli.strict_yaml.source import Path, Source
from ami_cli.strict_yaml.syntax import plain_words

MAX_DEPTH = 24
MAX_VALUES = 40_000

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_CONSTANTS: dict[str, object] = {"": None, "null": None, "~": None, "true": True, "false": False}

REFUSED = object()
"""Stands where a value was refused: its mistake is told already, and nothing more is to be said of it."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):  # noqa: N818  # no error: it ends the walk where nothing more can be read
    """Nothing more can be read from the file."""


class _Walk:
    """One walk over the events of a file."""

    def __init__(self, text: str, file: str) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self.blocks: dict[Path, int] = {}
        self.source = Source(file, self.lines, self.blocks)
        self.mistakes: list[Remark] = []
        self.refused: set[Path] = set()
        self.values = 0
        self.events = yaml.parse(text, Loader=_PARSER)

    def document(self) -> object:
        """Return the values of the only document; REFUSED where it cannot be read."""
        try:
            next(self.events)
            start = next(self.events)
            if not isinstance(start, yaml.DocumentStartEvent):
                return None
            value = self.value(next(self.events), ())
            next(self.events)
            after = next(self.events)
            if isinstance(after, yaml.DocumentStartEvent):
                self.lines[("\0---",)] = line_of(after)
                self.refuse(("\0---",), "documents", *_DOCUMENTS)
        except _Stop:
            return REFUSED
        except yaml.YAMLError as error:
            line, message, remedy = plain_words(error)
            self.mistakes.append(
                Remark(name="syntax", severity="error", file=self.source.file, line=line, message=message, remedy=remedy)
            )
            return REFUSED
        return value

    def refuse(self, path: Path, name: str, message: Words, remedy: Words) -> object:
        """Note a mistake at `path` and return what stands in place of the value."""
        self.mistakes.append(mistake(self.source, path, name, message, remedy))
        self.refused.add(path)
        return REFUSED

    def value(self, event: Any, path: Path) -> object:
        """Return the value that `event` begins."""
        self.values += 1
        self.lines.setdefault(path, line_of(event))
        if len(path) > MAX_DEPTH or self.values > MAX_VALUES:
            self.refuse(path, "too-deep", *(_DEEP if len(path) > MAX_DEPTH else _MANY))
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            return self.refuse(path, "alias", *_ALIAS)
        found = self.collection(event, path)
        if event.anchor is not None:
            return self.refuse(path, "alias", *_ALIAS)
        return self.refuse(path, "tag", *_TAG) if event.tag is not None else found

    def collection(self, event: Any, path: Path) -> object:
        """Return a mapping, a list or a scalar, whatever `event` begins."""
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        if event.style == "|":
            self.blocks[path] = line_of(event) + 1
        return scalar(event.value, plain=event.style is None or event.style == "")

    def sequence(self, path: Path) -> list[object]:
        """Return the list whose items follow."""
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, object]:
        """Return the mapping whose keys and values follow; of a key that stands twice, the first value."""
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, path)
            twice = key in values
            place = (*path, key, "\0twice") if twice else (*path, key)
            self.lines[place] = line_of(event)
            if twice:
                self.told_twice(key, path, line_of(event))
            elif key == "<<":
                self.refuse(place, "alias", *_MERGE)
            value = self.value(next(self.events), place)
            if not twice:
                values[key] = value
        return values

    def key(self, event: Any, path: Path) -> str:
        """Return a key as the text that is written."""
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            return str(event.value)
        self.lines[(*path, "\0key")] = line_of(event)
        self.mistakes.append(
            Remark(name="key", severity="error", file=self.source.file, line=line_of(event), message=_KEY, remedy=_QUOTE)
        )
        raise _Stop

    def told_twice(self, key: str, path: Path, line: int) -> None:
        """Note that a key stands twice, with both lines."""
        first = self.lines[(*path, key)]
        place = mistake(self.source, (*path, key), "twice", _twice(key, first), _ONE)
        self.mistakes.append(place.model_copy(update={"line": line}))


def line_of(event: Any) -> int:
    """Return the line on which an event begins, from 1."""
    return int(event.start_mark.line) + 1


def scalar(value: str, *, plain: bool) -> object:
    """Return what a scalar is: quoted text is text; plain text is null, a switch, a whole number, or text."""
    if not plain:
        return value
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _INTEGER.fullmatch(value) else value


class Values:
    """The plain values of a file, where they stand, and the mistakes of its writing."""

    def __init__(self, text: str, file: str) -> None:
        """Read `text`; `file` is its name in messages."""
        walk = _Walk(text, file)
        self.root: object = walk.document()
        self.source = walk.source
        self.mistakes: tuple[Remark, ...] = tuple(walk.mistakes)
        self.refused = frozenset(walk.refused)

    def at(self, path: Path) -> object:
        """Return the value at `path`; a KeyError where there is none."""
        value = self.root
        for part in path:
            below: dict[Any, object] = dict(enumerate(value)) if isinstance(value, list) else {}
            value = (value if isinstance(value, dict) else below)[part]
        return value

    def nearest(self, path: Path) -> Path:
        """Return `path`, or its nearest parent that is in the file."""
        while path:
            try:
                self.at(path)
            except KeyError:
                path = path[:-1]
            else:
                return path
        return path


def _twice(key: str, first: int) -> Words:
    return Words(
        fr=f"la clé « {quoted(key)} » est écrite deux fois (déjà à la ligne {first})",
        en=f"the key “{quoted(key)}” is written twice (already on line {first})",
    )


_ONE = Words(fr="gardez une seule des deux", en="keep only one of the two")
_KEY = Words(fr="une clé doit être un simple mot", en="a key has to be a plain word")
_QUOTE = Words(
    fr="si c’est du texte, mettez-le entre guillemets droits", en="if this is text, put it between straight quotation marks"
)
_ALIAS = (
    Words(fr="les ancres et les renvois (& et *) ne sont pas acceptés", en="anchors and aliases (& and *) are not accepted"),
    Words(
        fr="écrivez la valeur en toutes lettres ; si c’est du texte, mettez-le entre guillemets droits",
        en="write the value out; if this is text, put it between straight quotation marks",
    ),
)
_MERGE = (
    Words(fr="la fusion « << » n’est pas acceptée", en="the merge key “<<” is not accepted"),
    Words(fr="écrivez les clés en toutes lettres", en="write the keys out"),
)
_TAG = (
    Words(fr="les étiquettes (!) ne sont pas acceptées", en="tags (!) are not accepted"),
    _QUOTE,
)
_DEEP = (
    Words(fr="trop de niveaux les uns dans les autres", en="too many levels inside one another"),
    Words(fr="vérifiez les crochets et les accolades", en="check the brackets and braces"),
)
_MANY = (
    Words(fr="trop de valeurs dans le fichier", en="too many values in the file"),
    Words(fr="vérifiez que c’est le bon fichier", en="check that it is the right file"),
)
_DOCUMENTS = (
    Words(fr="le fichier contient plusieurs documents (---)", en="the file holds several documents (---)"),
    Words(fr="gardez-en un par fichier", en="keep one per file"),
)
