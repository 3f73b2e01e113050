"""A table: what every tabular format is written from."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from ami_cli.models.base import Model

Cell = str | int | Decimal | None
"""Text is data, never formula or markup: each writer neutralises it."""


class Column(Model):
    """A heading, and how wide and how aligned the column likes to be."""

    title: str
    align: Literal["left", "right", "center"] = "left"
    width: int = 20
    """In characters, for formats that have widths."""


class Table(Model):
    """A titled grid; every row has as many cells as there are columns."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    language: str = "fr"

    @model_validator(mode="after")
    def _rectangular(self) -> "Table":
        if any(len(row) != len(self.columns) for row in self.rows):
            message = "a row has not as many cells as there are columns"
            raise ValueError(message)
        return self


def table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], language: str) -> Table:
    """Return a table from any sequences."""
    return Table(title=title, columns=tuple(columns), rows=tuple(tuple(row) for row in rows), language=language)
