"""Table → bytes: one writer per format; formulas neutralised in one place."""

from typing import Literal, get_args

from ami_cli.models.table import Table
from ami_cli.tables import delimited, markdown, page, word, workbook

Format = Literal["csv", "md", "xlsx", "html", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write(table: Table, form: Format, *, delimiter: str = ",") -> bytes:
    """Return the table in a format; `delimiter` matters to CSV alone (`;` is what a French Excel expects)."""
    if form == "csv":
        return delimited.write(table, delimiter)
    writers = {"md": markdown.write, "xlsx": workbook.write, "html": page.write, "docx": word.write}
    return writers[form](table)


__all__ = ["FORMATS", "Format", "write"]
