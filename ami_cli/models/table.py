"""A table: what every tabular format is written from."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from ami_cli.models.base import Model

Cell = str | int | Decimal | None
"""Text is data, never formula or markup: each writer neutralises it."""


Align = Literal["left", "right", "center"]


class Column(Model):
    """A heading, and how wide and how aligned the column likes to be."""

    title: str
    align: Align = "left"
    width: int = 20
    """In characters, for formats that have widths."""


class Table(Model):
    """A titled grid; every row has as many cells as there are columns."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    language: str = "fr"
    one_page: bool = False
    """Whether it should fit on one landscape A4 page, where the format has pages."""

    @model_validator(mode="after")
    def _rectangular(self) -> "Table":
        if any(len(row) != len(self.columns) for row in self.rows):
            message = "a row has not as many cells as there are columns"
            raise ValueError(message)
        return self


def table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], language: str) -> Table:
    """Return a table from any sequences."""
    return Table(title=title, columns=tuple(columns), rows=tuple(tuple(row) for row in rows), language=language)


FILLED = 0.85
"""The part of a line that words fill before they wrap, in a font somewhat wider than the one meant."""


def lines(text: str, width: float) -> int:
    """Return how many lines a text takes, nearly, in a column `width` characters wide.

    Not every program fits the rows of a workbook to their text when it opens it: without a height, long text is cut.
    """
    each = max(int(width * FILLED), 1)
    return sum(max(-(-len(line) // each), 1) for line in text.splitlines())
