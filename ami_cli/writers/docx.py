"""The document as a Word file, in the styles, header and footer of `templates/brand.docx`."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt

from ami_cli.models.content import (
    Block,
    Box,
    CodeBlock,
    Copy,
    Heading,
    Item,
    Listing,
    NewPage,
    Notice,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)
from ami_cli.wording.dates import language_name
from ami_cli.writers import docx_frame, package
from ami_cli.writers.brand import Brand
from ami_cli.writers.shares import shares

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph as WordParagraph

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_DEEPEST_LIST = 3
_CELL_MARGINS = Cm(0.6)
_AFTER_BOX = Pt(10)
_GAP = Pt(9)


def write(notice: Notice, brand: Brand) -> bytes:
    """Return the bytes of a .docx, the same for the same document and brand; TemplateError where brand.docx is wrong."""
    word = docx_frame.opened(brand)
    docx_frame.dress(word, notice, brand)
    _Writer(word, notice.language).all(notice)
    out = io.BytesIO()
    word.save(out)
    return package.fixed(out.getvalue())


class _Writer:
    """Adds blocks to the body, or to a cell where two languages stand side by side."""

    def __init__(self, word: "Word", language: str) -> None:
        self.word, self.language = word, language
        self.styles = {found.name: found.style_id for found in word.styles if found.name}
        self.place: Word | WordCell = word
        self.new_page = False
        self.pairs: WordTable | None = None
        self.last: WordParagraph | None = None

    def all(self, notice: Notice) -> None:
        for block, following in _with_next(notice.blocks):
            if isinstance(block, Pair):
                self.pair(block, following, notice.languages)
            elif isinstance(block, Table) and block.divided:
                self.across(block, notice.languages)
            else:
                self.pairs = None
                self.block(block, following)

    def block(self, block: Block, following: Block | None = None, style: str | None = None, depth: int = 1) -> None:
        match block:
            case Heading():
                self.paragraph(block.runs, "Title" if block.level == 1 else f"Heading {block.level - 1}")
            case Paragraph():
                added = self.paragraph(block.runs, style or ("Kicker" if block.role == "kicker" else "Normal"))
                if isinstance(following, (Listing, Table, Copy)) or plain(block.runs).endswith(":"):
                    added.paragraph_format.keep_with_next = True
            case Listing():
                self.listing(block, depth, style)
            case Table():
                self.table(block)
            case Box():
                for inner, after in _with_next(block.blocks):
                    self.block(inner, after, "Box")
                if self.last is not None:
                    self.last.paragraph_format.space_after = _AFTER_BOX
            case _:
                self.plain_block(block)

    def plain_block(self, block: Block) -> None:
        match block:
            case Copy():
                self.paragraph((block.run,), "Copy" if block.run.literal else "Normal")
            case CodeBlock():
                self.paragraph((Run(text=block.text, literal=True),), "Preformatted")
            case NewPage():
                self.new_page = True
            case _:
                raise AssertionError(block.kind)  # pairs stand at the top only: all() sees to them

    def paragraph(self, runs: Runs, style: str) -> "WordParagraph":
        added = self.place.add_paragraph()
        added._p.style = self.styles[style]  # by its id: python-docx would look through every style for each paragraph
        if self.new_page:
            added.paragraph_format.page_break_before = True
            self.new_page = False
        for run in runs:
            self.run(added, run)
        self.last = added
        return added

    def run(self, paragraph: "WordParagraph", run: Run) -> None:
        added = paragraph.add_run(run.text)  # python-docx turns a newline into a line break
        added.bold, added.italic = run.strong or None, run.emphasis or None
        style = self.run_style(paragraph, run)
        if style:
            added._r.style = self.styles[style]
        if run.language and run.language != self.language:
            _speak(added._r.get_or_add_rPr(), run.language)
        if run.link:
            target = paragraph.part.relate_to(run.link, _HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink", attrs={qn("r:id"): target})
            added._r.addprevious(link)
            link.append(added._r)

    def run_style(self, paragraph: "WordParagraph", run: Run) -> str | None:
        if run.missing:
            return "Missing"
        if run.link:
            return "Hyperlink"
        typed = {self.styles["Copy"], self.styles["Preformatted"]}
        return "Literal" if run.literal and paragraph._p.style not in typed else None

    def listing(self, block: Listing, depth: int, style: str | None) -> None:
        level = "" if depth == 1 else f" {min(depth, _DEEPEST_LIST)}"
        own = ("List Number" if block.numbered else "List Bullet") + level
        number = self._restarted(own, block.start) if block.numbered else None
        for item in block.items:
            self.item(item, style or ("Checklist" if item.tick else own), depth, number, boxed=style is not None)
        if depth == 1 and style is None and self.last is not None and self.place is self.word:
            self.last.paragraph_format.space_after = Pt(8)

    def item(self, item: Item, style: str, depth: int, number: int | None, *, boxed: bool) -> None:
        for index, (block, following) in enumerate(_with_next(item.blocks)):
            if index == 0 and isinstance(block, Paragraph):
                added = self.paragraph(block.runs, style)
                added.paragraph_format.keep_with_next = isinstance(following, Listing) or None
                if number is not None and not boxed:
                    _numbered(added, number)
            elif isinstance(block, Paragraph) and not boxed:
                added = self.paragraph(block.runs, "Normal")
                added.paragraph_format.left_indent = Cm(0.63 * (depth + 1))
            else:
                self.block(block, following, style if boxed else None, depth + 1)

    def _restarted(self, style: str, start: int) -> int:
        """Return a numbering of its own for one list, so that each list counts from its start."""
        numbering = self.word.part.numbering_part.element
        properties = self.word.styles[style].element.pPr
        known = numbering.num_having_numId(properties.numPr.numId.val)
        added = numbering.add_num(known.abstractNumId.val)
        added.add_lvlOverride(0).add_startOverride(start)
        return int(added.numId)

    def table(self, block: Table) -> None:
        table = self._new_table(len(block.rows) + 1, len(block.header), "Ami Table")
        for row, cells in zip(table.rows, (block.header, *block.rows), strict=True):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, runs in zip(row.cells, cells, strict=True):
                added = cell.paragraphs[0]
                added.paragraph_format.space_after = 0
                added.paragraph_format.keep_with_next = row is not table.rows[-1] or None
                for run in runs:
                    self.run(added, run)
        _header(table)
        _spread(table, block, within=None if self.place is self.word else _CELL_MARGINS)
        self.gap()

    def gap(self) -> None:
        """Add the small paragraph that has to stand after a table."""
        added = self.place.add_paragraph()
        added.paragraph_format.space_after = 0
        added.paragraph_format.line_spacing = _GAP

    def _new_table(self, rows: int, columns: int, style: str) -> "WordTable":
        table: WordTable = self.word.add_table(rows, columns) if self.place is self.word else self.place.add_table(rows, columns)
        table._tbl.tblStyle_val = self.styles[style]
        return table

    def pair(self, pair: Pair, following: Block | None, languages: tuple[str, ...]) -> None:
        if isinstance(pair.left, NewPage):
            self.new_page, self.pairs = True, None
            return
        left, right = self.row(languages)
        after = following.left if isinstance(following, Pair) else following
        for cell, block, language in ((left, pair.left, languages[0]), (right, pair.right, languages[1])):
            self.place = cell
            blank = cell.paragraphs[0]._p
            self.block(block, after)
            cell._tc.remove(blank)
            _speak_all(cell, language, self.language)
        self.place = self.word

    def across(self, table: Table, languages: tuple[str, ...]) -> None:
        """Set a table of both languages over the two columns."""
        left, right = self.row(languages)
        self.place = left.merge(right)
        blanks = [paragraph._p for paragraph in self.place.paragraphs]
        self.table(table)
        for blank in blanks:
            blank.getparent().remove(blank)
        self.place = self.word

    def row(self, languages: tuple[str, ...]) -> "tuple[WordCell, WordCell]":
        """Return the cells of a new row of the two columns."""
        if self.pairs is None:
            self.pairs = self._columns(languages)
        left, right = self.pairs.add_row().cells  # type: ignore[no-untyped-call]  # python-docx does not say
        return left, right

    def _columns(self, languages: tuple[str, ...]) -> "WordTable":
        if self.new_page:
            self.word.add_paragraph().paragraph_format.page_break_before = True
            self.new_page = False
        table: WordTable = self.word.add_table(1, 2)
        table._tbl.tblStyle_val = self.styles["Ami Side by Side"]
        for cell, language in zip(table.rows[0].cells, languages, strict=True):
            cell.paragraphs[0].add_run(language_name(language, language).capitalize())
        _header(table)
        return table


def _with_next(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Block | None]]:
    yield from zip(blocks, (*blocks[1:], None), strict=True)


def _header(table: "WordTable") -> None:
    """Say that the first row is the header, and repeat it on each page."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _spread(table: "WordTable", block: Table, *, within: Length | None) -> None:
    """Give each column its share of the width; a table in a cell keeps within the margins of the cell."""
    whole = sum(column.width or 0 for column in table.columns) - (within or 0)
    texts = [[plain(cell) for cell in row] for row in (block.header, *block.rows)]
    for column, share in zip(table.columns, shares(texts, divided=block.divided), strict=True):
        column.width = Emu(round(whole * share))
        for cell in column.cells:
            cell.width = column.width


def _numbered(paragraph: "WordParagraph", number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number
    properties.get_or_add_ilvl().val = 0


def _speak(properties: Any, language: str) -> None:
    region = docx_frame.REGIONS.get(language, language)
    properties.append(OxmlElement("w:lang", attrs={qn("w:val"): region, qn("w:eastAsia"): region}))


def _speak_all(cell: "WordCell", language: str, document: str) -> None:
    """Give the language of a column to those of its runs that do not have one of their own."""
    if language == document:
        return
    for run in cell._tc.iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        if properties.find(qn("w:lang")) is None:
            _speak(properties, language)
