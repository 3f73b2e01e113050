"""All the files of one publication: every format in every language asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from ami_cli.errors import UsageError
from ami_cli.models.content import Notice
from ami_cli.wording.compose import Setting, compose
from ami_cli.writers.brand import Brand
from ami_cli.writers.formats import FORMATS, write


@dataclass(frozen=True)
class Wish:
    """What is asked for, as it was typed."""

    to: str = "docx"
    languages: str | None = None
    draft: bool = False


def publish(setting: Setting, brand: Brand, wish: Wish) -> Iterator[tuple[PurePath, bytes]]:
    """Give the name and the bytes of each file asked for."""
    formats = _formats(wish.to)
    for language in _languages(wish.languages, setting.call.languages):
        tree = compose(setting, language)
        for form in formats:
            yield _name(setting, tree, language, form), write(tree, form, brand)


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
    unknown = [word for word in asked if word not in listed]
    if unknown or not asked:
        raise UsageError(
            fr=f"--lang : l’appel n’est pas écrit dans cette langue : « {', '.join(unknown) or words} »",
            en=f"--lang: the call is not written in this language: “{', '.join(unknown) or words}”",
            remedy_fr=f"les langues de l’appel sont : {', '.join(listed)}",
            remedy_en=f"the languages of the call are: {', '.join(listed)}",
        )
    return asked


def _name(setting: Setting, tree: Notice, language: str, form: str) -> PurePath:
    draft = "-DRAFT" if tree.draft else ""
    return PurePath(f"{setting.call.id}-notice{draft}.{language}.{form}")
