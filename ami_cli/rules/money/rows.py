"""The rows of a budget, wherever they stand: sheets, tables of a text, lines of a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from ami_cli.models.assessment import Evidence
from ami_cli.models.facts import Sheet
from ami_cli.models.folding import folded
from ami_cli.rules.engine.phrases import clean
from ami_cli.rules.engine.pieces import Piece
from ami_cli.rules.money.amounts import Amount, amount
from ami_cli.rules.money.lines import lines

Kind = Literal["item", "subtotal", "total", "tax"]
Role = Literal["quantity", "price", "share", "tax", "amount"]

_OPENING = r"^(?:[\W\d]*|[a-z][.)] ?|soit |le |la |notre )*"
_SUBTOTAL = re.compile(_OPENING + r"(?:sous|sub)[ -]?total")
_TOTAL = re.compile(_OPENING + r"(?:(?:grand|montant|prix|cout|budget|overall|net) )?(?:total|a payer)\b")
_TAX = re.compile(_OPENING + r"(?:montant (?:de la )?|total (?:de la )?|dont )?(?:tva|t\.v\.a|vat|taxes?)\b(?! (?:non|not))")
_ALL = frozenset({
    "total", "grand", "general", "generale", "montant", "prix", "cout", "budget", "overall", "net", "price", "cost", "amount",
    "offre", "offer", "proposition", "proposal", "mission", "prestation", "projet", "project", "global", "globale", "de", "la",
    "le", "du", "des", "d", "l", "our", "notre", "of", "the", "en", "in", "a", "est", "is", "s", "eleve", "soit", "payer",
    "ht", "htva", "ttc", "hors", "taxe", "taxes", "comprise", "comprises", "compris", "tva", "vat", "tax", "incl", "excl",
    "included", "excluded", "including", "excluding", "inclusive", "exclusive", "toutes", "eur", "euro", "euros", "usd", "gbp",
    "chf",
})  # fmt: skip
"""Words of a label that is of the total of all."""
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("share", re.compile(r"%|\b(?:pourcentages?|percent\w*|part|share|poids|taux de tva|vat rate)\b")),
    (
        "price",
        re.compile(
            r"\b(?:unitaires?|pu|p\.u|unit (?:price|cost|rate)|tarifs?|tjm|taux|rate|daily (?:rate|fee|cost))\b"
            r"|\b(?:prix|cout|price|cost|fee)s? ?(?:/|(?:par|per|a la|by) )"
        ),
    ),
    (
        "quantity",
        re.compile(
            r"\b(?:quantites?|qtes?|qty|quantity|nombre|nbre?|nb|number|jours?|days?|units?|duree|volume|personnes?|persons?)\b"
        ),
    ),
    ("tax", re.compile(r"^\W*(?:montant |dont )?(?:tva|vat|taxes?)\b(?! (?:comprise|incl))")),
)


@dataclass(frozen=True)
class Cell:
    """An amount of a row: its column, its words, what they may mean, and where it stands in a workbook."""

    column: int
    text: str
    amount: Amount
    place: str | None = None


@dataclass(frozen=True)
class Row:
    """One row: its label and its amounts from left to right."""

    label: str
    cells: tuple[Cell, ...]
    percents: tuple[Decimal, ...] = ()
    page: int | None = None

    @cached_property
    def kind(self) -> Kind:
        """Return what the row gives, by its label."""
        words = folded(self.label)
        if _SUBTOTAL.search(words):
            return "subtotal"
        if _TAX.search(words):
            return "tax"
        if not _TOTAL.search(words):
            return "item"
        return "total" if set(re.findall("[a-z]+", words)) <= _ALL else "subtotal"


@dataclass(frozen=True)
class Grid:
    """Rows that belong together: one sheet, one table, or the lines of the pages of a piece."""

    path: str
    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    """The words above each column."""
    exact: bool = True
    """False where columns are guessed from the spaces of a line."""
    ocr: bool = False

    def heading(self, cell: Cell) -> str:
        """Return the words above a cell."""
        return self.headings[cell.column] if cell.column < len(self.headings) else ""

    def role(self, cell: Cell) -> Role:
        """Return what the column of a cell gives, by its heading."""
        words = folded(self.heading(cell))
        return next((role for role, pattern in _ROLES if pattern.search(words)), "amount")

    def amounts(self, row: Row) -> tuple[Cell, ...]:
        """Return the cells of a row that give money for the whole row: neither a number of days nor a daily rate."""
        return tuple(cell for cell in row.cells if self.role(cell) == "amount")

    def shown(self, row: Row, cell: Cell) -> Evidence:
        """Return a cell with its label, as evidence."""
        quote = clean(f"{row.label} {cell.text}", 200)
        return Evidence(document=self.path, page=row.page, place=cell.place, quote=quote, ocr=self.ocr)


def grids(piece: Piece) -> tuple[Grid, ...]:
    """Return the tables of a document: its sheets or its tables, else the lines of its text."""
    printed = [(page.number, " ".join(page.text.split())) for page in piece.texts()] if _laid_out(piece) else []
    sheets = [_of_sheet(piece, sheet, printed) for sheet in piece.document.facts.sheets]
    found = tuple(grid for grid in sheets if any(row.kind == "total" for row in grid.rows))
    if found or any(sheet.name for sheet in piece.document.facts.sheets):
        return found or tuple(sheets)
    read = tuple(Row(line.label, (Cell(0, line.text, line.amount),), line.percents, line.page) for line in lines(piece.texts()))
    return (Grid(piece.path, read, exact=False, ocr=any(page.ocr for page in piece.texts())),)


def _laid_out(piece: Piece) -> bool:
    return piece.document.facts.pages_basis in {"counted", "converted"}


def _of_sheet(piece: Piece, sheet: Sheet, printed: Sequence[tuple[int, str]]) -> Grid:
    rows = tuple(_rows(sheet, printed))
    first = next((number for number, row in enumerate(sheet.rows) if _numbers(row)), len(sheet.rows))
    width = max(map(len, sheet.rows), default=0)
    return Grid(piece.path, rows, tuple(_heading(sheet.rows[:first], column) for column in range(width)))


def _rows(sheet: Sheet, printed: Sequence[tuple[int, str]]) -> Iterator[Row]:
    for number, row in enumerate(sheet.rows, start=1):
        found = _numbers(row)
        percents = tuple(percent for cell in row for percent in _percents(cell))
        if found or percents:
            words = row[: found[0][0]] if found else row
            cells = tuple(Cell(at, row[at], read, _place(sheet.name, at, number)) for at, read in found)
            page = _page(printed, cells[-1].text) if cells and not sheet.name else None
            yield Row(clean(" ".join(filter(None, words)), 200), cells, percents, page)


def _numbers(row: Sequence[str]) -> tuple[tuple[int, Amount], ...]:
    """Return the amounts that stand after the label of a row, each with its column."""
    after = _label(row) + 1
    return tuple((at, read) for at, cell in enumerate(row) if at >= after and (read := amount(cell)) is not None)


def _label(row: Sequence[str]) -> int:
    """Return the column of the first words of a row; numbers before it only count rows."""
    return next((at for at, cell in enumerate(row) if any(map(str.isalpha, cell))), -1 if any(row) else len(row))


def _heading(above: Sequence[Sequence[str]], column: int) -> str:
    """Return the words nearest above a column."""
    texts = (row[column] for row in reversed(above) if column < len(row))
    return next((text for text in texts if any(map(str.isalpha, text)) or "%" in text), "")


def _percents(text: str) -> Iterator[Decimal]:
    for found in re.findall(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?%", text):
        yield Decimal(found.replace(",", "."))


def _place(sheet: str, column: int, row: int) -> str | None:
    """Return `Budget!C7` as spreadsheets write it; a table of a text has no name."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{clean(sheet, 40)}!{letters}{row}" if sheet else None


def _page(printed: Sequence[tuple[int, str]], text: str) -> int | None:
    """Return the page on which a cell of a table is printed, where one page alone has it."""
    found = [number for number, words in printed if text in words]
    return found[0] if len(found) == 1 else None
