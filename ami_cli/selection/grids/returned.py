"""What came back, whatever the format: fields with the place where each was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ami_cli.selection.grids import words

SAYS_NO = {words.NO.fr, words.NO.en}
DECLARED = ("conflict", "abstention")
"""Fields in which a plain no is no answer yet: text grids are handed out with it."""


@dataclass(frozen=True)
class Field:
    """One written value, and where: `grille-ana.xlsx · Grille!H12`."""

    place: str
    value: object = None
    formula: bool = False

    @property
    def text(self) -> str | None:
        """Return the value as text, None where nothing is written."""
        return None if self.value is None else str(self.value).strip() or None


@dataclass(frozen=True)
class Row:
    """One candidate, or one criterion of a candidate: its ids and its fields by name."""

    place: str
    key: tuple[str, ...]
    fields: Mapping[str, Field] = field(default_factory=dict)

    def get(self, name: str) -> Field:
        """Return a field, empty where the row does not have it."""
        return self.fields.get(name, Field(self.place))

    @property
    def untouched(self) -> bool:
        """Return whether nobody has written anything in the row."""
        return all(one.text is None or (name in DECLARED and one.text.casefold() in SAYS_NO) for name, one in self.fields.items())


@dataclass(frozen=True)
class Returned:
    """A grid as it came back: what it says it is for, its rows, and where each kind of row stands."""

    source: str
    sha256: str
    said: Mapping[str, str]
    """`call`, `stage`, `evaluator`, `list`."""
    candidates: tuple[Row, ...]
    marks: tuple[Row, ...]

    @property
    def untouched(self) -> bool:
        """Return whether it is as it was handed out."""
        return all(row.untouched for row in (*self.candidates, *self.marks))
