"""Numbers and switches as a call file writes them: nothing is guessed from another kind of value."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, Strict

from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted, wrong

_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")

Whole = Annotated[int, Strict(), Field(gt=0)]
"""A whole number from 1 up; text and true/false are no number."""

Switch = Annotated[bool, Strict()]
"""`true` or `false`; `yes` or `oui` are text."""


def _decimal(value: object) -> object:
    if isinstance(value, bool) or (isinstance(value, str) and not _DECIMAL.fullmatch(value)):
        raise wrong(
            "number",
            fr=f"« {quoted(value)} » n’est pas un nombre",
            en=f"“{quoted(value)}” is not a number",
            remedy_fr="écrivez les chiffres seuls, un point pour les décimales : 15000 ou 12.5",
            remedy_en="write the digits alone, with a point for decimals: 15000 or 12.5",
        )
    return value


Number = Annotated[Decimal, BeforeValidator(_decimal)]
"""A decimal number: `15000` or `12.5`, no spaces, no comma, no sign of currency."""

Percent = Annotated[Number, Field(ge=0, le=100)]
Amount = Annotated[Number, Field(ge=0)]


def _name_of(item: object) -> object:
    return getattr(item, "id", item)


def twice(name: object) -> tuple[Words, Words]:
    """Return what is wrong where a name is in a list twice, and what to do."""
    shown = quoted(name)
    return (
        Words(fr=f"« {shown} » figure deux fois dans la liste", en=f"“{shown}” is in the list twice"),
        Words(
            fr="supprimez l’une des deux entrées, ou donnez-lui un autre nom",
            en="remove one of the two entries, or give it another name",
        ),
    )


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[object] = set()
    for index, name in enumerate(map(_name_of, values)):
        if name in seen:
            message, remedy = twice(name)
            raise wrong("twice", fr=message.fr, en=message.en, remedy_fr=remedy.fr, remedy_en=remedy.en, at=str(index))
        seen.add(name)
    return values


Unique = AfterValidator(_unique)
"""Nothing is in the list twice; entries that have an `id` are compared by it."""
