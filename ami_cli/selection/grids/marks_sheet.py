"""The sheet with one row per candidate and criterion: what evaluators mark, beside what there is to read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ami_cli.selection.criteria import Leaf
from ami_cli.selection.grids import words
from ami_cli.selection.grids.cited import cited
from ami_cli.selection.grids.looks import FIRST_ROW, Column, Styles, height, lay_out
from ami_cli.selection.grids.marks import choices
from ami_cli.selection.grids.plan import Entry, GridPlan

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

N, APPLICATION, CRITERION, NUMBER, CANDIDATE, LABEL, WEIGHT, MARK, COMMENT, EVIDENCE, SHARE = range(11)
"""The places of the columns."""
LEVELS = "levels"
"""The hidden sheet that holds the entries of the drop-downs."""


def columns(grid: GridPlan) -> tuple[Column, ...]:
    """Return the columns; without marks, the weight is of no use and grounds take its room."""
    lang, scored = grid.language, grid.frame.scored
    mark = Column("mark", words.MARK.of(lang), 16) if scored else Column("ground", words.GROUND.of(lang), 40)
    return (
        Column("n", "n", 4, hidden=True),
        Column("application", "application", 10, hidden=True),
        Column("criterion", "criterion", 10, hidden=True),
        Column("number", words.NUMBER.of(lang), 5),
        Column("candidate", words.CANDIDATE.of(lang), 22),
        Column("label", words.CRITERION.of(lang), 30),
        Column("weight", words.WEIGHT.of(lang), 8, hidden=not scored),
        mark,
        Column("comment", words.COMMENT.of(lang), 34),
        Column("evidence", words.EVIDENCE.of(lang), 56),
        Column("share", "share", 8, hidden=True),
    )


def fill(sheet: "Worksheet", grid: GridPlan, styles: Styles) -> None:
    """Write the rows, candidate by candidate in the evaluator's order."""
    shown = columns(grid)
    lay_out(sheet, grid, styles, shown, frozen=LABEL)
    row = FIRST_ROW
    for number, entry in enumerate(grid.entries, start=1):
        for place, leaf in enumerate(grid.criteria):
            sheet.set_row(row, _height(entry, leaf, grid, shown))
            _row(sheet, row, (number, entry, place, leaf), grid, styles)
            row += 1
    if grid.frame.scored and grid.entries:
        _offer(sheet, grid)


def _height(entry: Entry, leaf: Leaf, grid: GridPlan, shown: Sequence[Column]) -> float:
    label, cites = leaf.criterion.label.any_of(grid.language), _cites(entry, leaf, grid)
    reading = height([(cites, shown[EVIDENCE].width * 1.35)], least=1, points=12.5)  # it is set smaller
    return max(height([(label, shown[LABEL].width), (entry.applicant, shown[CANDIDATE].width)]), reading)


def _cites(entry: Entry, leaf: Leaf, grid: GridPlan) -> str:
    return "\n".join(cited(item, grid.language) for item in entry.evidence[leaf.id])


def _row(sheet: "Worksheet", row: int, what: tuple[int, Entry, int, Leaf], grid: GridPlan, styles: Styles) -> None:
    number, entry, place, leaf = what
    name = styles.strong if place == 0 else styles.faint
    sheet.write_number(row, N, number)
    sheet.write_string(row, APPLICATION, entry.application)
    sheet.write_string(row, CRITERION, leaf.id)
    sheet.write_number(row, NUMBER, number, styles.centre)
    sheet.write_string(row, CANDIDATE, entry.applicant, name)
    sheet.write_string(row, LABEL, leaf.criterion.label.any_of(grid.language), styles.plain)
    sheet.write_number(row, WEIGHT, round(float(leaf.weight * 100), 4), styles.number)
    sheet.write_blank(row, MARK, None, styles.mark)
    sheet.write_blank(row, COMMENT, None, styles.entry)
    sheet.write_string(row, EVIDENCE, _cites(entry, leaf, grid), styles.faint)
    if grid.frame.scored:
        _share(sheet, row, place, grid)


def _share(sheet: "Worksheet", row: int, place: int, grid: GridPlan) -> None:
    """The hidden share of 100 that the totals add up."""
    scale = grid.criteria[place].scale
    entries = choices(scale, grid.language)
    first, last = column_letter(place * 2), column_letter(place * 2 + 1)
    cell, weight = f"{column_letter(MARK)}{row + 1}", f"{column_letter(WEIGHT)}{row + 1}"
    table = f"{LEVELS}!${first}$1:${last}${max(len(entries), 1)}"
    value = f"IF(ISNUMBER({cell}),{cell},VLOOKUP({cell},{table},2,FALSE))" if entries else cell
    sheet.write_formula(row, SHARE, f'=IF({cell}="","",{value}/{float(scale.most)}*{weight})', None, "")


def _offer(sheet: "Worksheet", grid: GridPlan) -> None:
    """Drop-down or range for the marks: one rule for all the cells of a scale, so that thousands of cells stay quick to open."""
    places: dict[str, list[int]] = {}
    for place, leaf in enumerate(grid.criteria):
        places.setdefault(leaf.scale.model_dump_json(), []).append(place)
    for same in places.values():
        cells = tuple(_cells(same, grid))
        ranges = " ".join(f"{column_letter(MARK)}{top + 1}:{column_letter(MARK)}{bottom + 1}" for top, _, bottom, _ in cells)
        rule = _rule(same[0], grid) | _help(grid, same[0])
        sheet.data_validation(*cells[0], rule | ({"multi_range": ranges} if len(cells) > 1 else {}))


def _cells(places: Sequence[int], grid: GridPlan) -> Iterator[tuple[int, int, int, int]]:
    """Give the ranges of marks of some criteria: the whole column where they are all."""
    size = len(grid.criteria)
    if len(places) == size:
        yield FIRST_ROW, MARK, FIRST_ROW + len(grid.entries) * size - 1, MARK
        return
    for number in range(len(grid.entries)):
        for place in places:
            row = FIRST_ROW + number * size + place
            yield row, MARK, row, MARK


def _rule(place: int, grid: GridPlan) -> dict[str, object]:
    scale = grid.criteria[place].scale
    entries = choices(scale, grid.language)
    if entries:
        letter = column_letter(place * 2)
        return {"validate": "list", "source": f"={LEVELS}!${letter}$1:${letter}${len(entries)}"}
    ends = {"minimum": float(scale.least), "maximum": float(scale.most)}
    return {"validate": "decimal", "criteria": "between", **ends}


def _help(grid: GridPlan, place: int) -> dict[str, str]:
    """Return what is said where a mark is refused."""
    scale = grid.criteria[place].scale
    title, message = words.refused(grid.language, f"{scale.least.normalize():f}", f"{scale.most.normalize():f}")
    return {"error_title": title, "error_message": message}


def column_letter(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
