"""What a placeholder of a template prints, and the mark that holds its place until the template's Markdown is read.

A template and a call are both Markdown, but only the template may decide the shape of the page. So a placeholder never
prints the words themselves: it prints a mark, the Markdown of the template is read with the marks in it, and each mark
is then replaced by what it stands for. Whatever the words contain, they cannot end a list, open a table or run as code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ami_cli.models.text import TO_BE_SET, Text
from ami_cli.wording import dates

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")

MISSING = {"fr": "[à compléter]", "en": "[to be set]"}
"""What a draft shows where the call says `to-be-set`."""


def not_set(language: str) -> str:
    """Return what stands for `to-be-set` in a language."""
    return MISSING.get(language, MISSING["en"])


_TRUTH = {"fr": ("non", "oui"), "en": ("no", "yes")}


@dataclass(frozen=True)
class Prose:
    """Words of the call, in CommonMark."""

    text: str
    path: str


@dataclass(frozen=True)
class Plain:
    """Words that are text and nothing else, set with the typography of the language."""

    text: str


@dataclass(frozen=True)
class Literal:
    """Words to be typed exactly: an address, a subject."""

    text: str
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Missing:
    """What the call says is `to-be-set`."""

    text: str


Value = Prose | Plain | Literal | Missing


class UnprintableError(ValueError):
    """A placeholder stands for something that has no words, such as a whole part of the call."""


@dataclass
class Marks:
    """The values printed so far, in one language."""

    language: str
    literals: Mapping[str, Literal]
    paths: Mapping[int, str]
    values: list[Value] = field(default_factory=list)

    def print(self, thing: Any) -> Any:
        """Return the mark of what a placeholder stands for; the result of a macro is marked already."""
        if hasattr(thing, "__html__") or (isinstance(thing, str) and not thing):
            return thing
        self.values.append(self.value(thing))
        return f"{OPEN}{len(self.values) - 1}{CLOSE}"

    def value(self, thing: Any) -> Value:
        """Return how a thing is printed; UnprintableError where it has no words."""
        if isinstance(thing, (Prose, Plain, Literal, Missing)):
            return thing
        if thing == TO_BE_SET or (isinstance(thing, Text) and thing.of(self.language) == TO_BE_SET):
            return Missing(not_set(self.language))
        if isinstance(thing, Text):
            return Prose(thing.of(self.language), self.paths.get(id(thing), ""))
        if isinstance(thing, str):
            return self.literals.get(thing, Plain(thing))
        if isinstance(thing, bool):
            return Plain(_TRUTH.get(self.language, _TRUTH["en"])[thing])
        if isinstance(thing, (int, Decimal)):
            return Plain(dates.number(thing, self.language))
        raise UnprintableError(type(thing).__name__)
