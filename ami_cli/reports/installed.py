"""What is installed → a table for people."""

from collections.abc import Iterable

from ami_cli.models.installation import Piece
from ami_cli.models.table import Column, Table
from ami_cli.models.text import Words

_TITLE = Words(fr="Ce dont ami se sert pour lire", en="What ami reads with")
_COLUMNS = (
    (Words(fr="Élément", en="Piece"), 20),
    (Words(fr="État", en="State"), 30),
    (Words(fr="Sans lui", en="Without it"), 60),
    (Words(fr="Pour l’installer", en="To install it"), 50),
)
_MISSING = Words(fr="absent", en="missing")


def installed(pieces: Iterable[Piece], language: str) -> Table:
    """Return the table; what is there needs no remedy."""
    return Table(
        title=_TITLE.of(language),
        columns=tuple(Column(title=title.of(language), width=width) for title, width in _COLUMNS),
        rows=tuple(_row(piece, language) for piece in pieces),
        language=language,
    )


def _row(piece: Piece, language: str) -> tuple[str | None, ...]:
    if piece.found is not None:
        return (piece.name, piece.found, None, None)
    return (piece.name, _MISSING.of(language), piece.without.of(language), piece.install)
