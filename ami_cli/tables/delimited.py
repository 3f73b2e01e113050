"""Table → CSV, in UTF-8 with the mark that Excel wants to see."""

import csv
import io
from collections.abc import Sequence

from ami_cli.models.table import Cell, Column, Table
from ami_cli.tables.neutral import neutral_anywhere

_WHICH = {"fr": "Tableau", "en": "Table"}


def write(table: Table, delimiter: str = ",") -> bytes:
    """Return the table as CSV; the title and the notes are left out, so that every line is data."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([_cell(column.title) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def joined(tables: Sequence[Table]) -> Table:
    """Return the rows of several tables with the same columns as one, with the title of each in a first column."""
    first = tables[0]
    columns = (Column(title=_WHICH.get(first.language, _WHICH["en"])), *first.columns)
    rows = tuple((one.title, *row) for one in tables for row in one.rows)
    return first.model_copy(update={"columns": columns, "rows": rows})


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # One line: a program that cuts at another separator would take what follows a line end for a new row.
        return neutral_anywhere(" ".join(value.splitlines()))
    return str(value)
