"""How wide the columns of a table are, the same in every format."""

from collections.abc import Sequence

_LINE, _PADDING = 88, 4
"""Letters that go on a line of a page, and those that the space around a cell takes."""
_LONG = 60
"""A cell that holds more letters is folded: it asks for no more room than one that holds so many."""


def shares(rows: Sequence[Sequence[str]], *, divided: bool = False) -> list[float]:
    """Return the share of the width for each column: by its longest cell, but with room for its longest word.

    A divided table has two halves of the same width, each shared out by itself.
    """
    if divided:
        middle = len(rows[0]) // 2
        halves = ([row[:middle] for row in rows], [row[middle:] for row in rows])
        return [round(share / 2, 4) for half in halves for share in _shares(half, _LINE / 2)]
    return _shares(rows, _LINE)


def _shares(rows: Sequence[Sequence[str]], line: float) -> list[float]:
    columns = [[row[index] for row in rows] for index in range(len(rows[0]))]
    wanted = [max(min(max(map(len, column)), _LONG), 1) for column in columns]
    needed = [(max((len(word) for cell in column for word in cell.split()), default=0) + _PADDING) / line for column in columns]
    least = [min(need, 1 / len(columns)) for need in needed]
    spare = max(1 - sum(least), 0)
    beyond = [max(want / sum(wanted) - little, 0) for want, little in zip(wanted, least, strict=True)]
    widths = [little + (spare * more / sum(beyond) if sum(beyond) else 0) for little, more in zip(least, beyond, strict=True)]
    return [round(width / sum(widths), 4) for width in widths]
