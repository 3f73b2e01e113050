"""The sheet with one row per candidate: conflicts and abstentions first, needs, totals, what is to be said of the whole."""

from typing import TYPE_CHECKING

from ami_cli.selection.grids import marks_sheet, words
from ami_cli.selection.grids.looks import FIRST_ROW, Column, Styles, height, lay_out
from ami_cli.selection.grids.plan import Entry, GridPlan

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CHOSEN = ("conflict", "abstention", "retained")
"""Columns answered by yes or no, beside those of the needs."""


def columns(grid: GridPlan) -> tuple[Column, ...]:
    """Return the columns: one for each eliminatory need, and totals only where there are marks."""
    lang = grid.language
    needs = (Column(need.id, f"{words.NEED.of(lang)} {need.need.any_of(lang)}", 22) for need in grid.frame.needs)
    last = (Column("missing", words.MISSING.of(lang), 11), Column("total", words.TOTAL.of(lang), 11))
    if not grid.frame.scored:
        last = (Column("retained", words.RETAINED.of(lang), 11), Column("ground", words.GROUND.of(lang), 44))
    return (
        Column("n", "n", 4, hidden=True),
        Column("application", "application", 10, hidden=True),
        Column("number", words.NUMBER.of(lang), 5),
        Column("candidate", words.CANDIDATE.of(lang), 30),
        Column("waived", words.WAIVED.of(lang), 12),
        Column("conflict", words.CONFLICT.of(lang), 12),
        Column("abstention", words.ABSTENTION.of(lang), 12),
        Column("reason", words.REASON.of(lang), 30),
        *needs,
        *last,
        Column("comment", words.GENERAL.of(lang), 44),
    )


def fill(sheet: "Worksheet", grid: GridPlan, styles: Styles) -> None:
    """Write the rows, in the evaluator's order."""
    shown = columns(grid)
    lay_out(sheet, grid, styles, shown, frozen=4)
    source = [words.YES.of(grid.language), words.NO.of(grid.language)]
    for index, column in enumerate(shown):
        if grid.entries and (column.name in CHOSEN or column.name.startswith("need-")):
            last = FIRST_ROW + len(grid.entries) - 1
            sheet.data_validation(FIRST_ROW, index, last, index, {"validate": "list", "source": source})
    name = next(column.width for column in shown if column.name == "candidate")
    for number, entry in enumerate(grid.entries, start=1):
        sheet.set_row(FIRST_ROW + number - 1, height([(entry.applicant, name)]))
        for index, column in enumerate(shown):
            _cell(sheet, (FIRST_ROW + number - 1, index, column), (number, entry), grid, styles)


def _cell(sheet: "Worksheet", where: tuple[int, int, Column], who: tuple[int, Entry], grid: GridPlan, styles: Styles) -> None:
    row, index, column = where
    number, entry = who
    match column.name:
        case "n":
            sheet.write_number(row, index, number)
        case "application":
            sheet.write_string(row, index, entry.application)
        case "number":
            sheet.write_number(row, index, number, styles.centre)
        case "candidate":
            sheet.write_string(row, index, entry.applicant, styles.strong)
        case "waived":
            sheet.write_string(row, index, words.YES.of(grid.language) if entry.waived else "", styles.centre)
        case "missing":
            sheet.write_formula(row, index, _missing(number, grid), styles.centre, len(grid.criteria))
        case "total":
            sheet.write_formula(row, index, _total(number, grid), styles.number, 0)
        case _:
            sheet.write_blank(row, index, None, styles.entry)


def _missing(number: int, grid: GridPlan) -> str:
    return f'=COUNTIFS({_range(marks_sheet.N, grid)},{number},{_range(marks_sheet.SHARE, grid)},"")'


def _total(number: int, grid: GridPlan) -> str:
    return f"=SUMIF({_range(marks_sheet.N, grid)},{number},{_range(marks_sheet.SHARE, grid)})"


def _range(column: int, grid: GridPlan) -> str:
    letter, last = marks_sheet.column_letter(column), FIRST_ROW + len(grid.entries) * len(grid.criteria)
    return f"'{words.GRID.of(grid.language)}'!${letter}${FIRST_ROW + 1}:${letter}${last}"
