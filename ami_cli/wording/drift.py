"""Where the templates of two languages no longer say the same: other blocks, other placeholders, other conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from ami_cli.models.page import RulePage
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.wording.templates import SUFFIX, read

PAGE = RulePage(
    name="templates-drifted",
    about="call",
    title=Words(fr="Modèles qui ne vont plus de pair", en="Templates that no longer match"),
    checks=Words(
        fr="Les modèles d’un document ont, dans chaque langue, les mêmes parties, les mêmes valeurs et les mêmes conditions.",
        en="The templates of a document have, in each language, the same parts, the same values and the same conditions.",
    ),
    why=Words(
        fr="Ce qui n’est que dans une langue manque aux lecteurs de l’autre, et les deux colonnes d’un avis bilingue se décalent.",
        en="What is in one language only is missing for readers of the other, and the two columns of a bilingual notice shift.",
    ),
    example=Words(
        fr="notice.fr.md.j2 imprime la durée de conservation, notice.en.md.j2 ne l’imprime pas.",
        en="notice.fr.md.j2 prints how long data is kept, notice.en.md.j2 does not.",
    ),
    remedy=Words(
        fr="donnez aux deux modèles les mêmes lignes, dans le même ordre",
        en="give both templates the same lines, in the same order",
    ),
)

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*(.*?)\s*-?%\}")
_PRINTED = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
_QUOTED = re.compile(r"(['\"]).*?\1")
_FILTER = re.compile(r"\|\s*\w+(?:\([^)]*\))?")
_BLOCK = re.compile(r"^\s*(#{1,6}|[-*+](?: \[ \])?|\d+[.)]|>|\||---)(?=\s|$)")
_NAME = re.compile(r"(.+)\.([a-z]{2,3})\." + re.escape(SUFFIX))


@dataclass(frozen=True)
class Line:
    """What one line of a template is, whatever its language: its block, its tags, its values."""

    number: int
    shape: tuple[str, ...]


def outline(source: str) -> tuple[Line, ...]:
    """Return the lines that shape the document; words alone, blank lines and comments do not."""
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source)
    lines = (Line(number, _shape(line)) for number, line in enumerate(bare.split("\n"), 1))
    return tuple(line for line in lines if line.shape)


def drifted(folders: tuple[Path, ...]) -> tuple[Remark, ...]:
    """Return a remark for each place where two templates of the same document differ.

    The templates are those that would be used: the workspace's before the ones `ami` brings.
    """
    used: dict[str, dict[str, Path]] = {}
    for folder in reversed(folders):
        for path in sorted(folder.rglob(f"*.{SUFFIX}")):
            named = _NAME.fullmatch(path.relative_to(folder).as_posix())
            if named:
                used.setdefault(named[1], {})[named[2]] = path
    return tuple(remark for _name, paths in sorted(used.items()) for remark in _between(paths))


def _between(paths: dict[str, Path]) -> Iterator[Remark]:
    """Compare each language with the first."""
    first, *others = paths.values()
    for other in others:
        one, two = (outline(read(path)) for path in (first, other))
        matched = SequenceMatcher(a=[line.shape for line in one], b=[line.shape for line in two], autojunk=False)
        for tag, start, end, other_start, other_end in matched.get_opcodes():
            if tag != "equal":
                yield _remark((first, one[start:end], _at(one, start)), (other, two[other_start:other_end], _at(two, other_start)))


def _at(lines: tuple[Line, ...], index: int) -> int:
    return lines[min(index, len(lines) - 1)].number if lines else 1


def _remark(one: tuple[Path, tuple[Line, ...], int], other: tuple[Path, tuple[Line, ...], int]) -> Remark:
    """Say it at the longer side: that is where the line to look at stands."""
    (path, lines, number), (twin, _lines, twin_number) = (one, other) if len(one[1]) >= len(other[1]) else (other, one)
    what = " ".join(lines[0].shape) if lines else ""
    return Remark(
        name=PAGE.name,
        severity="warning",
        file=str(path),
        line=number,
        message=Words(
            fr=f"« {what} » n’a pas de vis-à-vis dans {twin.name} (vers la ligne {twin_number})",
            en=f"“{what}” has none against it in {twin.name} (near line {twin_number})",
        ),
        remedy=PAGE.remedy,
    )


def _shape(line: str) -> tuple[str, ...]:
    """Return block, tags and values of a line: what is a choice of wording, a plural or a capital, is no difference."""
    block = _BLOCK.match(line)
    mark = (block[1].strip("0123456789") or block[1],) if block else ()
    tags = tuple(_QUOTED.sub("…", tag[1]) for tag in _TAG.finditer(line))
    values = {_FILTER.sub("", _QUOTED.sub("…", value[1])).strip() for value in _PRINTED.finditer(line)}
    return (*mark, *tags, *sorted(value for value in values if not value.startswith("…")))
