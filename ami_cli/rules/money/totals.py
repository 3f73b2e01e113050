"""The totals of a budget table: which rows they are, and what they say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Evidence
from ami_cli.models.folding import folded
from ami_cli.rules.engine.pieces import Piece
from ami_cli.rules.money.amounts import Amount, Basis, amount, basis, currency

_TOTAL = re.compile(r"(grand |montant |prix |cout |budget |overall )?total\b")
_PLAIN_WORDS = frozenset({
    "total", "grand", "general", "montant", "prix", "cout", "budget", "overall", "price", "cost", "amount", "offre", "offer",
    "mission", "de", "la", "du", "l", "of", "the", "en", "in", "a", "ht", "htva", "ttc", "hors", "taxe", "taxes", "comprises",
    "compris", "tva", "vat", "tax", "incl", "excl", "included", "excluded", "including", "excluding", "eur", "euro", "euros",
    "usd", "gbp", "chf",
})  # fmt: skip
"""Words of a label that is of the total of all."""


@dataclass(frozen=True)
class Total:
    """One row that gives a total; its currency and its tax basis may stand in the cell, the label or the heading."""

    amount: Amount
    currency: str | None
    basis: Basis | None
    shown: Evidence
    of_all: bool
    """False where its label says more than that: a total of days, or of one phase."""


def totals(piece: Piece) -> tuple[Total, ...]:
    """Return the totals of the sheets of a document; none where it has no sheets."""
    return tuple(total for sheet in piece.document.facts.sheets for total in _of_sheet(piece.path, sheet.rows))


def _of_sheet(path: str, rows: Sequence[Sequence[str]]) -> Iterator[Total]:
    for number, row in enumerate(rows):
        label = next((cell for cell in row if cell.strip()), "")
        cells = [(place, read) for place, cell in enumerate(row) if cell != label and (read := amount(cell))]
        if cells and _TOTAL.match(folded(label)):
            place, read = cells[-1]
            said = (row[place], label, *_headings(rows[:number], place))
            yield Total(
                read,
                next((found for text in said if (found := currency(text))), None),
                next((found for text in said if (found := basis(text))), None),
                Evidence(document=path, quote=" ".join(filter(None, (label, row[place])))[:200]),
                set(re.findall("[a-z]+", folded(label))) <= _PLAIN_WORDS,
            )


def _headings(above: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    """Give the words above a cell, the nearest first: the heading of its column."""
    column = (row[place] for row in reversed(above) if place < len(row))
    return (cell for cell in column if cell.strip() and amount(cell) is None)
