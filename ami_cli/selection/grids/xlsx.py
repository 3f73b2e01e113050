"""A grid as a workbook: one row per candidate and criterion, drop-downs, totals by formula, everything else locked.

Ids stand in hidden columns and names in a hidden row, so that a grid is read back by what it is about and not by where
something lies.
"""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ami_cli.selection.grids import candidates_sheet, marks_sheet, words
from ami_cli.selection.grids.looks import Styles
from ami_cli.selection.grids.marks import choices
from ami_cli.selection.grids.plan import GridPlan

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The creation date written in every workbook: the same grid is the same bytes."""
SHEET_IDS = "ami"


def write(grid: GridPlan) -> bytes:
    """Return the workbook of one evaluator."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"{words.GRID.of(grid.language)} {grid.call.id}", "created": EPOCH})
    book.set_size(2400, 1600)
    styles = Styles(book)
    summary = book.add_worksheet(words.CANDIDATES.of(grid.language))
    rows = book.add_worksheet(words.GRID.of(grid.language))
    _read_me(book.add_worksheet(words.READ_ME.of(grid.language)), grid, styles)
    _ids(book.add_worksheet(SHEET_IDS), grid)
    _levels(book.add_worksheet(marks_sheet.LEVELS), grid)
    marks_sheet.fill(rows, grid, styles)
    candidates_sheet.fill(summary, grid, styles)
    summary.activate()
    book.close()
    return buffer.getvalue()


def _read_me(sheet: "Worksheet", grid: GridPlan, styles: Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, grid.call.title.any_of(grid.language), styles.title)
    for row, line in enumerate(words.INSTRUCTIONS, start=2):
        sheet.write_string(row, 0, f"{row - 1}. {line.of(grid.language)}", styles.plain)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()


def _ids(sheet: "Worksheet", grid: GridPlan) -> None:
    """What the grid is for, read back before anything else."""
    asked = grid.frame
    facts = {"version": "1", "call": grid.call.id, "stage": asked.stage, "evaluator": grid.evaluator.name}
    facts |= {"list": asked.list_digest, "language": grid.language}
    facts |= {"rows": words.GRID.of(grid.language), "candidates": words.CANDIDATES.of(grid.language)}
    for row, (name, value) in enumerate(facts.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
    sheet.protect()


def _levels(sheet: "Worksheet", grid: GridPlan) -> None:
    """The entries of the drop-downs, each with its value: two columns a criterion."""
    for place, leaf in enumerate(grid.criteria):
        for row, (entry, level) in enumerate(zip(choices(leaf.scale, grid.language), leaf.scale.levels, strict=True)):
            sheet.write_string(row, place * 2, entry)
            sheet.write_number(row, place * 2 + 1, float(level.value))
    sheet.hide()
    sheet.protect()
