"""Table → bytes: one writer per format; formulas neutralised in one place."""

from collections.abc import Sequence
from typing import Literal, get_args

from ami_cli.models.table import Table
from ami_cli.tables import delimited, markdown, page, word, workbook

Format = Literal["csv", "md", "xlsx", "html", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write(table: Table, form: Format, *, delimiter: str = ",") -> bytes:
    """Return the table in a format; `delimiter` matters to CSV alone (`;` is what a French Excel expects)."""
    return delimited.write(table, delimiter) if form == "csv" else _WRITERS[form]((table,))


def write_all(tables: Sequence[Table], form: Format, *, delimiter: str = ",") -> bytes:
    """Return several tables with the same columns in one file: a sheet, a page or a part each; in CSV one under the other."""
    if len(tables) == 1:
        return write(tables[0], form, delimiter=delimiter)
    return delimited.write(delimited.joined(tables), delimiter) if form == "csv" else _WRITERS[form](tables)


_WRITERS = {"md": markdown.write, "xlsx": workbook.write, "html": page.write, "docx": word.write}

__all__ = ["FORMATS", "Format", "write", "write_all"]
