"""A text is much shorter than its twin, has other paragraphs, or was not translated."""

import re
from collections.abc import Iterator
from itertools import combinations

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.base import Model
from ami_cli.models.text import TO_BE_SET, Text, Words
from ami_cli.models.texts import texts
from ami_cli.strict_yaml import Source, path_of

PAGE = page(
    "unequal-translation",
    title=Words(fr="Traduction inégale", en="Unequal translation"),
    checks=Words(
        fr="Dans chaque langue, un texte a à peu près la même longueur et le même nombre d’éléments de liste, et il est traduit. "
        "(Une langue absente est une erreur.)",
        en="In each language a text has about the same length and the same number of list items, and it is translated. "
        "(A language that is missing is a mistake.)",
    ),
    why=Words(
        fr="Les candidats d’une langue n’auraient pas les mêmes informations que les autres.",
        en="Applicants of one language would not have the same information as the others.",
    ),
    example=Words(fr="trois éléments de liste en français, deux en anglais.", en="three list items in French, two in English."),
    remedy=Words(fr="complétez la traduction", en="complete the translation"),
)

LEAST = 60
"""Characters below which lengths say nothing."""
SHARE = 0.6
"""French runs some 15 to 20 % longer than English; a twin below 60 % lacks something."""
SHORT_SHARE = 0.4
"""The same for texts under 200 characters, where one word weighs more."""
LONG = 200

_ITEM = re.compile(r"^[ \t]*(?:[-*•·–]|\d+[.)])[ \t]+\S", re.MULTILINE)
_SAME_IN_ALL = ("name", "short_name", "address", "contact_address", "paper")


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each text whose languages differ too much."""
    yield from _below(loaded.call, loaded.source)
    yield from _below(loaded.organisation, loaded.organisation_source)


def _below(model: Model, source: Source) -> Iterator[Doubt]:
    for path, text in texts(model):
        for first, second in combinations(text.languages(), 2):
            message = _difference(path, text, first, second)
            if message is not None:
                shorter = min(first, second, key=lambda language: len(text.of(language)))
                place = f"{path}.{shorter}"
                yield Doubt(place if path_of(place) in source.lines else path, message, source=source)


def _difference(path: str, text: Text, first: str, second: str) -> Words | None:
    one, other = text.of(first), text.of(second)
    if TO_BE_SET in {one, other}:
        return None
    if one == other:
        return _untranslated(path, one, first, second)
    items = len(_ITEM.findall(one)), len(_ITEM.findall(other))
    if items[0] != items[1]:
        return Words(
            fr=f"{items[0]} éléments de liste en « {first} », {items[1]} en « {second} »",
            en=f"{items[0]} list items in “{first}”, {items[1]} in “{second}”",
        )
    shorter, longer = sorted((len(one), len(other)))
    if longer >= LEAST and shorter < longer * (SHARE if longer >= LONG else SHORT_SHARE):
        language, twin = (first, second) if len(one) == shorter else (second, first)
        return Words(
            fr=f"le texte en « {language} » est bien plus court que celui en « {twin} » ({shorter} caractères contre {longer})",
            en=f"the text in “{language}” is much shorter than that in “{twin}” ({shorter} characters against {longer})",
        )
    return None


def _untranslated(path: str, words: str, first: str, second: str) -> Words | None:
    if path.rsplit(".", 1)[-1] in _SAME_IN_ALL or len(words.split()) <= 5:  # noqa: PLR2004  # short labels may be the same
        return None
    return Words(
        fr=f"le texte est le même en « {first} » et en « {second} »", en=f"the text is the same in “{first}” and in “{second}”"
    )


WARNING = CallWarning(PAGE, check)
