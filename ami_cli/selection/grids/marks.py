"""How a mark is written in a cell, and read back."""

from decimal import Decimal, InvalidOperation

from ami_cli.models.selection import Scale

SEPARATOR = " · "
"""Between the value and its meaning in a drop-down: `4 · Bon`."""


def choices(scale: Scale, language: str) -> tuple[str, ...]:
    """Return the drop-down entries of a scale with levels, in order; empty where any number of the range will do."""
    return tuple(f"{level.value.normalize():f}{SEPARATOR}{level.label.any_of(language)}" for level in scale.levels)


def read(written: object, scale: Scale) -> Decimal | None:
    """Return the mark that a cell holds, or None where it is no mark of the scale.

    Accepted: a number, a number as text with a point or a comma, and an entry of the drop-down.
    """
    text = str(written).split(SEPARATOR.strip(), maxsplit=1)[0].strip().replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or not scale.least <= value <= scale.most:
        return None
    if scale.levels and value not in {level.value for level in scale.levels}:
        return None
    return value
