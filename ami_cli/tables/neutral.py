"""The one place where a cell that a spreadsheet would take for a formula is made plain text."""

import re
import unicodedata
from decimal import Decimal

from ami_cli.models.table import Cell

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
"""What makes a spreadsheet calculate; it also takes the full-width and small forms for the plain ones."""

_INSIDE = re.compile(rf"([;,|\t\r\n])([\s\"]*)(?=[{re.escape(SIGNS)}])")


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe stands before what would make it one.

    Spaces, line ends and invisible characters before the sign do not hide it. Neutralising twice changes nothing.
    """
    if text[:1] in {"\t", "\r", "\n"} or _visible(text)[:1] in tuple(SIGNS):
        return f"'{text}"
    return text


def neutral_anywhere(text: str) -> str:
    """Return text, without what is invisible, that stays harmless even where a program cuts it at another separator than ours."""
    return neutral(_INSIDE.sub(r"\1\2'", visible_only(text)))


def cell(value: Cell) -> str | int | float | None:
    """Return a cell as a spreadsheet should hold it: numbers stay numbers, text is neutral, nothing stays nothing."""
    if isinstance(value, str):
        return neutral(visible_only(value))
    return float(value) if isinstance(value, Decimal) else value


def visible_only(text: str) -> str:
    """Return text without control and direction characters; tabs and line ends stay."""
    return "".join(c for c in text if c in "\t\r\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})


def _visible(text: str) -> str:
    return text.lstrip("".join({c for c in text if c.isspace() or unicodedata.category(c) in {"Cc", "Cf", "Zs", "Zl", "Zp"}}))
