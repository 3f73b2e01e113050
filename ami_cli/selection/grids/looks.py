"""How the sheets of a grid look: few colours, yellow where something is to be written, one page wide on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ami_cli.models.table import lines
from ami_cli.selection.grids.plan import GridPlan

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

INK, BAND, INPUT, FAINT = "#1F3A4D", "#E8EEF2", "#FFF8DC", "#55636E"
NAMES_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3
"""Rows, counted from 0: what each column holds (hidden), the headings, the first candidate."""
MOST_POINTS = 400.0
"""A row higher than this does not fit on a screen; programs refuse 410."""


@dataclass(frozen=True)
class Column:
    """One column: the name it is read back by, its heading, its width in characters; hidden where people have no use for it."""

    name: str
    title: str
    width: float
    hidden: bool = False


class Styles:
    """The few looks of a grid."""

    def __init__(self, book: "Workbook") -> None:
        """Add the formats to a workbook."""
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
        edge = {"bottom": 1, "bottom_color": "#C8D2D9"}
        self.head: Format = book.add_format({**base, "bold": True, "font_color": "white", "bg_color": INK, "valign": "vcenter"})
        self.title: Format = book.add_format({**base, "bold": True, "font_size": 15, "font_color": INK, "text_wrap": False})
        self.plain: Format = book.add_format({**base, **edge})
        self.strong: Format = book.add_format({**base, **edge, "bold": True, "bg_color": BAND})
        self.number: Format = book.add_format({**base, **edge, "num_format": "0.0", "align": "right"})
        self.entry: Format = book.add_format({**base, **edge, "bg_color": INPUT, "locked": False})
        self.mark: Format = book.add_format({**base, **edge, "bg_color": INPUT, "locked": False, "bold": True})
        self.centre: Format = book.add_format({**base, **edge, "align": "center"})
        self.faint: Format = book.add_format({**base, **edge, "font_color": FAINT, "font_size": 9})


def lay_out(sheet: "Worksheet", grid: GridPlan, styles: Styles, columns: Sequence[Column], frozen: int) -> None:
    """Write title and headings, set widths and the page, freeze what should stay in sight, lock everything else."""
    first = next(index for index, column in enumerate(columns) if not column.hidden)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 24)
    sheet.write_string(0, first, f"{grid.call.title.any_of(grid.language)} — {grid.evaluator.name}", styles.title)
    sheet.set_row(NAMES_ROW, None, None, {"hidden": True})
    sheet.set_row(HEAD_ROW, height((column.title, column.width) for column in columns if not column.hidden))
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width, None, {"hidden": column.hidden})
        sheet.write_string(NAMES_ROW, index, column.name)
        sheet.write_string(HEAD_ROW, index, column.title, styles.head)
    sheet.freeze_panes(FIRST_ROW, frozen)
    _page(sheet)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def height(cells: Iterable[tuple[str, float]], *, least: int = 2, points: float = 15) -> float:
    """Return the points that the highest of some cells needs, each a text and the width of its column in characters."""
    most = max((lines(text, width) for text, width in cells), default=least)
    return min(max(most, least) * points, MOST_POINTS)


def _page(sheet: "Worksheet") -> None:
    sheet.repeat_rows(HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_footer("&L&F&R&P / &N")
