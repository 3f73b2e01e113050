"""Table → CSV, in UTF-8 with the mark that Excel wants to see."""

import csv
import io

from ami_cli.models.table import Cell, Table
from ami_cli.tables.neutral import neutral_anywhere


def write(table: Table, delimiter: str = ",") -> bytes:
    """Return the table as CSV; the title and the notes are left out, so that every line is data."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([_cell(column.title) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # One line: a program that cuts at another separator would take what follows a line end for a new row.
        return neutral_anywhere(" ".join(value.splitlines()))
    return str(value)
