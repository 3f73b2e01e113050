"""Which paragraphs changed in one language since both were last read together."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from ami_cli.models.page import RulePage
from ami_cli.models.text import Text, Words
from ami_cli.models.texts import texts

PAGE = RulePage(
    name="translation-not-reviewed",
    about="call",
    title=Words(fr="Traduction à relire", en="Translation to be read again"),
    checks=Words(
        fr="Un paragraphe modifié dans une langue l’a été aussi dans les autres, depuis la dernière relecture : "
        "celle que note « ami validate --reviewed », sinon le dernier commit de git.",
        en="A paragraph changed in one language has been changed in the others too since the last reading: "
        "the one noted by “ami validate --reviewed”, else the last commit of git.",
    ),
    why=Words(
        fr="Une correction oubliée dans l’autre langue fait deux appels qui se contredisent.",
        en="A correction forgotten in the other language makes two calls that contradict each other.",
    ),
    example=Words(
        fr="« trois ateliers » devient « quatre ateliers » en français ; l’anglais dit toujours “three”.",
        en="“trois ateliers” becomes “quatre ateliers” in French; the English still says “three”.",
    ),
    remedy=Words(
        fr="relisez les deux langues, puis notez-le : ami validate --reviewed",
        en="read both languages, then note it: ami validate --reviewed",
    ),
)

Digests = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Path of a text → language → a digest for each paragraph."""


@dataclass(frozen=True)
class Stale:
    """A paragraph that changed in one language and not in another."""

    path: str
    changed: str
    unchanged: str
    paragraph: int
    """Counted from 1."""
    position: int
    """Where it starts in the text, in characters."""
    text: str


def digests(call: Call, organisation: Organisation) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what to remember of every text, so that a later change of one language can be told."""
    return {path: _digests(text) for path, text in _texts(call, organisation)}


def stale(before: Digests, call: Call, organisation: Organisation) -> Iterator[Stale]:
    """Give each paragraph that differs from `before` in one language while another has stayed as it was."""
    for path, text in _texts(call, organisation):
        known, now = before.get(path), _digests(text)
        if known is None:
            continue
        moved = {language: _moved(known[language], found) for language, found in now.items() if language in known}
        for language, places in moved.items():
            others = [other for other, elsewhere in moved.items() if other != language and not elsewhere & places]
            if places and others:
                yield _stale(path, text, language, others[0], min(places))


def _texts(call: Call, organisation: Organisation) -> Iterator[tuple[str, Text]]:
    yield from texts(call)
    yield from texts(organisation, "organisation")


def _stale(path: str, text: Text, changed: str, unchanged: str, index: int) -> Stale:
    words = text.of(changed)
    starts = [match.start() for match in re.finditer(r"(?:\A|\n\s*\n)\s*(?=\S)", words)]
    position = starts[min(index, len(starts) - 1)] if starts else 0
    return Stale(path, changed, unchanged, index + 1, position, words)


def _moved(before: tuple[str, ...], now: tuple[str, ...]) -> set[int]:
    """Return the places of the paragraphs that differ; where one was added or taken out, all from there on."""
    common = sum(1 for _pair in zip(before, now, strict=False))
    differing = {index for index in range(common) if before[index] != now[index]}
    return differing | set(range(common, max(len(before), len(now))))


def _digests(text: Text) -> dict[str, tuple[str, ...]]:
    return {language: tuple(map(_digest, re.split(r"\n\s*\n", text.of(language)))) for language in text.languages()}


def _digest(paragraph: str) -> str:
    return hashlib.sha256(" ".join(paragraph.split()).encode()).hexdigest()[:16]
