"""How wide the columns of a table are, the same in every format."""

from collections.abc import Sequence


def shares(rows: Sequence[Sequence[str]], *, divided: bool = False) -> list[float]:
    """Return the share of the width for each column: that of its longest cell, but no less than a sixth of the whole.

    A divided table has two halves of the same width, each shared out by itself.
    """
    if divided:
        middle = len(rows[0]) // 2
        halves = ([row[:middle] for row in rows], [row[middle:] for row in rows])
        return [round(share / 2, 4) for half in halves for share in shares(half)]
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    least = sum(longest) / 6
    widths = [max(length, least, 1) for length in longest]
    return [round(width / sum(widths), 4) for width in widths]
