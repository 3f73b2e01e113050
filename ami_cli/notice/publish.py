"""All the files of one publication: every format in every language asked for."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import cast, get_args

from ami_cli.errors import UsageError
from ami_cli.models.content import Notice
from ami_cli.notice.kinds import Document, Kind, in_one, in_two
from ami_cli.wording.compose import Setting
from ami_cli.writers.brand import Brand
from ami_cli.writers.formats import FORMATS, SIDE_BY_SIDE, write

_WRITERS = 2
"""Typst works beside Python: a PDF is laid out while a Word file is written."""

BOTH = "both"
"""The first two languages of the call, side by side."""


@dataclass(frozen=True)
class Wish:
    """What is asked for, as it was typed."""

    to: str = "docx"
    languages: str | None = None
    kind: Kind = "notice"
    since: str | None = None
    """A revision of git or a file: the version that a corrigendum compares with."""
    questions: Path | None = None
    """The file of questions and answers."""
    draft: bool = False

    def __post_init__(self) -> None:
        """Refuse words that do not fit together, before anything is read."""
        if (self.kind == "corrigendum") != (self.since is not None):
            raise UsageError(
                fr="un rectificatif se compare à une version antérieure, et lui seul",
                en="a corrigendum compares with an earlier version, and nothing else does",
                remedy_fr="écrivez par exemple : ami render --kind corrigendum --since v1 (une révision git ou un fichier)",
                remedy_en="write for instance: ami render --kind corrigendum --since v1 (a git revision or a file)",
            )


def kind_of(words: str) -> Kind:
    """Return the kind of document that a word names; a UsageError where it names none."""
    for kind in get_args(Kind):
        if kind == words:
            return cast("Kind", kind)
    kinds = ", ".join(get_args(Kind))
    raise UsageError(
        fr=f"--kind : il n’y a pas de document « {words} »",
        en=f"--kind: there is no document “{words}”",
        remedy_fr=f"les documents sont : {kinds}",
        remedy_en=f"the documents are: {kinds}",
    )


def publish(setting: Setting, document: Document, brand: Brand, wish: Wish) -> Iterator[tuple[PurePath, bytes]]:
    """Give the name and the bytes of each file asked for; formats are written while the next language is composed."""
    with ThreadPoolExecutor(max_workers=_WRITERS) as writers:
        begun = [
            (_name(setting, document, tree, form), writers.submit(write, tree, form, brand))
            for tree, formats in _trees(setting, document, wish)
            for form in formats
        ]
        for name, content in begun:
            yield name, content.result()


def _trees(setting: Setting, document: Document, wish: Wish) -> Iterator[tuple[Notice, tuple[str, ...]]]:
    """Give each document with the formats it is wanted in; what is made in one language serves for the two."""
    asked = _formats(wish.to)
    alone: dict[str, Notice] = {}
    for language in _languages(wish.languages, setting.call.languages):
        if language == BOTH:
            yield in_two(setting, document, alone), _side_by_side(asked, wish.to)
        else:
            alone[language] = in_one(setting, document, language)
            yield alone[language], asked


def _side_by_side(asked: tuple[str, ...], words: str) -> tuple[str, ...]:
    """Return those of the formats that have two columns; a UsageError where none of them has."""
    formats = tuple(form for form in asked if form in SIDE_BY_SIDE)
    if not formats:
        raise UsageError(
            fr=f"--lang both : ce format n’a pas deux colonnes : {words}",
            en=f"--lang both: this format does not have two columns: {words}",
            remedy_fr=f"les formats à deux colonnes sont : {', '.join(SIDE_BY_SIDE)}",
            remedy_en=f"the formats with two columns are: {', '.join(SIDE_BY_SIDE)}",
        )
    return formats


def _formats(words: str) -> tuple[str, ...]:
    """Return the formats of `docx,md`, or all of them for `all`; a UsageError for one there is not."""
    asked = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",") if word.strip()))
    unknown = [word for word in asked if word not in FORMATS and word != "all"]
    if unknown or not asked:
        raise UsageError(
            fr=f"--to : format inconnu : « {', '.join(unknown) or words} »",
            en=f"--to: no such format: “{', '.join(unknown) or words}”",
            remedy_fr=f"les formats sont : {', '.join(FORMATS)}, ou all pour tous",
            remedy_en=f"the formats are: {', '.join(FORMATS)}, or all",
        )
    return FORMATS if "all" in asked else asked


def _languages(words: str | None, listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of `fr,en`, those of the call where none is asked; a UsageError for one the call does not list."""
    if words is None:
        return listed
    asked = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",") if word.strip()))
    unknown = [word for word in asked if word not in (*listed, *((BOTH,) if len(listed) > 1 else ()))]
    if unknown or not asked:
        raise UsageError(
            fr=f"--lang : l’appel n’est pas écrit dans cette langue : « {', '.join(unknown) or words} »",
            en=f"--lang: the call is not written in this language: “{', '.join(unknown) or words}”",
            remedy_fr=f"les langues de l’appel sont : {', '.join(listed)}",
            remedy_en=f"the languages of the call are: {', '.join(listed)}",
        )
    return asked


def _name(setting: Setting, document: Document, tree: Notice, form: str) -> PurePath:
    draft = "-DRAFT" if tree.draft else ""
    return PurePath(f"{setting.call.id}-{document.kind}{draft}.{'-'.join(tree.languages)}.{form}")
