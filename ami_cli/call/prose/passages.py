"""The prose of a call and of its organisation: every text, where it stands, and its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.call.loading import Loaded
from ami_cli.models.base import Model
from ami_cli.models.text import TO_BE_SET
from ami_cli.models.texts import texts
from ami_cli.strict_yaml import Source, path_of

_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?;](?=[^\s]))+")
_SOFT_BREAK = re.compile(r"\n(?![ \t]*(?:\n|[-*•·–]|\d+[.)]\s))")


@dataclass(frozen=True)
class Sentence:
    """A sentence, or an item of a list, and where it begins in its passage."""

    text: str
    start: int


@dataclass(frozen=True)
class Passage:
    """The words of one text in one language."""

    path: str
    language: str
    words: str
    source: Source

    def line(self, position: int = 0) -> int:
        """Return the line on which a character of the words stands."""
        return self.source.line_within(self.path, self.words, position)

    @property
    def flowing(self) -> str:
        """Return the words, of the same length, with line breaks inside a paragraph made spaces."""
        return _SOFT_BREAK.sub(" ", self.words)

    def sentences(self) -> Iterator[Sentence]:
        """Give the sentences and the items of lists, in order."""
        for match in _SENTENCE.finditer(self.flowing):
            if match.group().strip():
                yield Sentence(match.group(), match.start())


def passages(loaded: Loaded) -> Iterator[Passage]:
    """Give every text of the call, then of the organisation, in every language; what is `to-be-set` is left out."""
    yield from _below(loaded.call, "", loaded.source)
    yield from _below(loaded.organisation, "", loaded.organisation_source)


def _below(model: Model, path: str, source: Source) -> Iterator[Passage]:
    for place, text in texts(model, path):
        for language, words in text.root.items():
            if words != TO_BE_SET:
                exact = f"{place}.{language}"
                yield Passage(exact if path_of(exact) in source.lines else place, language, words, source)
