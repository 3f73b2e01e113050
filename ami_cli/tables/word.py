"""Table → Word: landscape A4, headings repeated on every page, the same bytes every time."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ami_cli.models.table import Cell, Table
from ami_cli.tables.neutral import neutral, visible_only
from ami_cli.writers import package

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.shared import Length
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_WIDE = 7
"""Above so many columns, text is set smaller."""
_USABLE_CM = 27.3
"""The width of landscape A4 between margins of 1.2 cm."""
_SHADE = "E8EEF2"


def write(tables: Sequence[Table]) -> bytes:
    """Return the tables as a Word file, each on a page of its own, its title above, its notes below."""
    from docx import Document
    from docx.enum.text import WD_BREAK

    word = Document()
    _page(word, tables[0])
    for number, table in enumerate(tables):
        if number:
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        word.add_heading(_text(table.title), level=1)
        if table.columns:
            _grid(word, table)
        for note in table.notes:
            word.add_paragraph(_text(note), style="List Bullet")
    out = io.BytesIO()
    word.save(out)
    return package.fixed(out.getvalue())


def _page(word: "Word", table: Table) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.2)
    style = word.styles["Normal"].font
    style.name, style.size = "Calibri", Pt(8 if len(table.columns) > _WIDE or table.one_page else 9.5)
    properties = word.core_properties
    properties.title, properties.author, properties.language = _text(table.title)[:255], "ami", table.language
    properties.created = properties.modified = _EPOCH


def _grid(word: "Word", table: Table) -> None:
    from docx.shared import Cm

    grid = word.add_table(rows=1, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    whole = sum(column.width for column in table.columns)
    widths = [Cm(_USABLE_CM * column.width / whole) for column in table.columns]
    for drawn, width in zip(grid.columns, widths, strict=True):
        drawn.width = width
    for cell, column, width in zip(grid.rows[0].cells, table.columns, widths, strict=True):
        _write(cell, _shown(column.title, table.language), column.align, width)
        cell.paragraphs[0].runs[0].bold = True
        _shade(cell)
    _repeated(grid)
    for row in table.rows:
        for cell, column, width, value in zip(grid.add_row().cells, table.columns, widths, row, strict=True):
            _write(cell, _shown(value, table.language), column.align, width)


def _write(cell: "WordCell", text: str, align: str, width: "Length") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cell.width = width
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = 0
    paragraph.alignment = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}.get(align)
    paragraph.add_run(text)


def _shade(cell: "WordCell") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no other way to shade a cell


def _repeated(grid: "WordTable") -> None:
    """Have the headings repeated on every page."""
    from docx.oxml import OxmlElement

    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - nor to repeat a row


def _shown(value: Cell, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(_text(value))
    return str(value).replace(".", ",") if language == "fr" else str(value)


def _text(text: str) -> str:
    return "\n".join(visible_only(text).splitlines())
