"""A grid as a workbook: one row per candidate and criterion, drop-downs, totals by formula, everything else locked.

Ids stand in hidden columns, so that a grid is read back by what it is about and not by where a row lies.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ami_cli.selection.grids import words
from ami_cli.selection.grids.cited import cited
from ami_cli.selection.grids.marks import choices
from ami_cli.selection.grids.plan import Entry, GridPlan, selection_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The creation date written in every workbook: the same grid is the same bytes."""
INK, BAND, INPUT, FAINT = "#1F3A4D", "#E8EEF2", "#FFF8DC", "#667788"
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
    styles = _Styles(book)
    summary = book.add_worksheet(words.CANDIDATES.of(grid.language))
    rows = book.add_worksheet(words.GRID.of(grid.language))
    _read_me(book.add_worksheet(words.READ_ME.of(grid.language)), grid, styles)
    _ids(book.add_worksheet(SHEET_IDS), grid)
    _levels(book, grid)
    _rows(rows, grid, styles)
    _summary(summary, grid, styles)
    summary.activate()
    book.close()
    return buffer.getvalue()


class _Styles:
    """The few looks of a grid."""

    def __init__(self, book: "Workbook") -> None:
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
        edge = {"bottom": 1, "bottom_color": "#C8D2D9"}
        self.head: Format = book.add_format({**base, "bold": True, "font_color": "white", "bg_color": INK, "valign": "vcenter"})
        self.title: Format = book.add_format({**base, "bold": True, "font_size": 15, "font_color": INK, "text_wrap": False})
        self.plain: Format = book.add_format({**base, **edge})
        self.strong: Format = book.add_format({**base, **edge, "bold": True, "bg_color": BAND})
        self.number: Format = book.add_format({**base, **edge, "num_format": "0.0", "align": "right"})
        self.entry: Format = book.add_format({**base, **edge, "bg_color": INPUT, "locked": False})
        self.mark: Format = book.add_format({**base, **edge, "bg_color": INPUT, "locked": False, "bold": True})
        self.faint: Format = book.add_format({**base, **edge, "font_color": FAINT, "font_size": 9})


def _scored(grid: GridPlan) -> bool:
    return selection_of(grid.call, grid.stage).mode == "scored"


def _heading(sheet: "Worksheet", grid: GridPlan, styles: _Styles, columns: Sequence[tuple[str, float]], hidden: int) -> None:
    """Title in the first row, headings in the third, hidden id columns first, panes frozen below."""
    sheet.hide_gridlines(2)
    sheet.set_row(0, 24)
    sheet.write_string(0, hidden, f"{grid.call.title.any_of(grid.language)} — {grid.evaluator.name}", styles.title)
    sheet.set_row(2, 32)
    for index, (title, width) in enumerate(columns):
        sheet.set_column(index, index, width, None, {"hidden": index < hidden})
        sheet.write_string(2, index, title, styles.head)
    sheet.freeze_panes(3, hidden + 2)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_footer("&L&F&R&P / &N")
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def _rows(sheet: "Worksheet", grid: GridPlan, styles: _Styles) -> None:
    lang, scored = grid.language, _scored(grid)
    columns = [
        ("n", 4.0),
        ("application", 10.0),
        ("criterion", 10.0),
        (words.NUMBER.of(lang), 5.0),
        (words.CANDIDATE.of(lang), 24.0),
        (words.CRITERION.of(lang), 34.0),
        (words.WEIGHT.of(lang), 9.0),
        ((words.MARK if scored else words.GROUND).of(lang), 22.0 if scored else 50.0),
        (words.COMMENT.of(lang), 40.0),
        (words.EVIDENCE.of(lang), 70.0),
        ("share", 8.0),
    ]
    _heading(sheet, grid, styles, columns, hidden=3)
    sheet.set_column(10, 10, 8, None, {"hidden": True})
    row = 3
    for number, entry in enumerate(grid.entries, start=1):
        for place, leaf in enumerate(grid.criteria):
            sheet.write_number(row, 0, number)
            sheet.write_string(row, 1, entry.application)
            sheet.write_string(row, 2, leaf.id)
            sheet.write_number(row, 3, number, styles.strong if place == 0 else styles.faint)
            sheet.write_string(row, 4, entry.applicant, styles.strong if place == 0 else styles.faint)
            sheet.write_string(row, 5, leaf.criterion.label.any_of(lang), styles.plain)
            sheet.write_number(row, 6, round(float(leaf.weight * 100), 4), styles.number)
            sheet.write_blank(row, 7, None, styles.mark)
            sheet.write_blank(row, 8, None, styles.entry)
            sheet.write_string(row, 9, "\n".join(cited(item, lang) for item in entry.evidence[leaf.id]), styles.faint)
            if scored:
                _mark_cell(sheet, row, place, grid)
            row += 1


def _mark_cell(sheet: "Worksheet", row: int, place: int, grid: GridPlan) -> None:
    """Drop-down or range for the mark, and the hidden share of 100 that the totals add up."""
    leaf = grid.criteria[place]
    entries = choices(leaf.scale, grid.language)
    if entries:
        column = _letter(place * 2)
        sheet.data_validation(row, 7, row, 7, {"validate": "list", "source": f"=levels!${column}$1:${column}${len(entries)}"})
    else:
        sheet.data_validation(
            row,
            7,
            row,
            7,
            {"validate": "decimal", "criteria": "between", "minimum": float(leaf.scale.least), "maximum": float(leaf.scale.most)},
        )
    cell = f"H{row + 1}"
    table = f"levels!${_letter(place * 2)}$1:${_letter(place * 2 + 1)}${max(len(entries), 1)}"
    value = f"IF(ISNUMBER({cell}),{cell},VLOOKUP({cell},{table},2,FALSE))" if entries else cell
    sheet.write_formula(row, 10, f'=IF({cell}="","",{value}/{float(leaf.scale.most)}*G{row + 1})', None, "")


def _summary(sheet: "Worksheet", grid: GridPlan, styles: _Styles) -> None:
    lang, scored = grid.language, _scored(grid)
    columns = [
        ("n", 4.0),
        ("application", 10.0),
        (words.NUMBER.of(lang), 5.0),
        (words.CANDIDATE.of(lang), 36.0),
        (words.WAIVED.of(lang), 12.0),
        (words.CONFLICT.of(lang), 12.0),
        (words.ABSTENTION.of(lang), 12.0),
        (words.REASON.of(lang), 36.0),
        ((words.MISSING if scored else words.RETAINED).of(lang), 12.0),
        ((words.TOTAL if scored else words.GROUND).of(lang), 12.0 if scored else 50.0),
        (words.GENERAL.of(lang), 50.0),
    ]
    _heading(sheet, grid, styles, columns, hidden=2)
    for number, entry in enumerate(grid.entries, start=1):
        _summary_row(sheet, number, entry, grid, styles)


def _summary_row(sheet: "Worksheet", number: int, entry: Entry, grid: GridPlan, styles: _Styles) -> None:
    lang, row = grid.language, number + 2
    sheet.write_number(row, 0, number)
    sheet.write_string(row, 1, entry.application)
    sheet.write_number(row, 2, number, styles.plain)
    sheet.write_string(row, 3, entry.applicant, styles.strong)
    sheet.write_string(row, 4, words.YES.of(lang) if entry.waived else "", styles.plain)
    yes_no = {"validate": "list", "source": [words.YES.of(lang), words.NO.of(lang)]}
    for column in (5, 6, *(() if _scored(grid) else (8,))):
        sheet.write_blank(row, column, None, styles.entry)
        sheet.data_validation(row, column, row, column, yes_no)
    sheet.write_blank(row, 7, None, styles.entry)
    sheet.write_blank(row, 10, None, styles.entry)
    if not _scored(grid):
        sheet.write_blank(row, 9, None, styles.entry)
        return
    source = f"'{words.GRID.of(lang)}'"
    last = 3 + len(grid.entries) * len(grid.criteria)
    blanks = f'=COUNTIFS({source}!$A$4:$A${last},{number},{source}!$K$4:$K${last},"")'
    total = f"=SUMIF({source}!$A$4:$A${last},{number},{source}!$K$4:$K${last})"
    sheet.write_formula(row, 8, blanks, styles.plain, len(grid.criteria))
    sheet.write_formula(row, 9, total, styles.number, 0)


def _read_me(sheet: "Worksheet", grid: GridPlan, styles: _Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, grid.call.title.any_of(grid.language), styles.title)
    for row, line in enumerate(words.INSTRUCTIONS, start=2):
        sheet.write_string(row, 0, f"{row - 1}. {line.of(grid.language)}", styles.plain)
    sheet.protect()


def _ids(sheet: "Worksheet", grid: GridPlan) -> None:
    """What the grid is for, read back before anything else."""
    facts = {"version": "1", "call": grid.call.id, "stage": grid.stage, "evaluator": grid.evaluator.name, "list": grid.list_digest}
    facts |= {"language": grid.language, "rows": words.GRID.of(grid.language), "candidates": words.CANDIDATES.of(grid.language)}
    for row, (name, value) in enumerate(facts.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
    sheet.protect()


def _levels(book: "Workbook", grid: GridPlan) -> None:
    sheet = book.add_worksheet("levels")
    for place, leaf in enumerate(grid.criteria):
        for row, (entry, level) in enumerate(zip(choices(leaf.scale, grid.language), leaf.scale.levels, strict=True)):
            sheet.write_string(row, place * 2, entry)
            sheet.write_number(row, place * 2 + 1, float(level.value))
    sheet.hide()
    sheet.protect()


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
