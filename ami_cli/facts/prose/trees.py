"""Trees of three questions, summed: what passages say in their context, as learnt by boosting.

The table is written by `benchmarks/fit_context.py`. Each of its lines is one tree: which statement it speaks of, seven questions
(a figure and the bound it is held against, from the first question down), and what each of the eight answers weighs.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Figures = NDArray[np.float64]

DEPTH = 3
QUESTIONS = 2**DEPTH - 1
STATES = 4
SCALE = 10_000
"""What an answer weighs is kept as whole numbers, so that the order of the sums changes nothing."""
_FILE = "context_trees.tsv"


class Trees:
    """As many trees for each statement."""

    def __init__(self, figures: "Places", bounds: "Figures", answers: "Places") -> None:
        """Take, statement by statement and tree by tree, the seven figures asked for, their bounds, and the eight answers."""
        self._each = figures.shape[1]
        self._figures = figures.ravel()
        self._bounds = bounds.ravel()
        self._answers = answers.ravel()

    def weigh(self, rows: "Figures", row_of: "Places", states: "Places") -> "Figures":
        """Return what the figures of a row say of a statement, for each pair of both."""
        import numpy as np

        values, start = rows.ravel(), (row_of * rows.shape[1])[:, None]
        tree = (states * self._each)[:, None] + np.arange(self._each)
        question = tree * QUESTIONS
        place = np.zeros(tree.shape, np.intp)
        for _ in range(DEPTH):
            asked = question + place
            above = values.take(start + self._figures.take(asked)) > self._bounds.take(asked)
            place += place + 1 + above
        said: Figures = self._answers.take(tree * (QUESTIONS + 1) + place - QUESTIONS).sum(axis=1) / SCALE
        return said


@cache
def of_the_house() -> Trees:
    """Return the trees that are part of the package."""
    text = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    return read(text.split("\n")[1:-1])


def read(lines: Sequence[str]) -> Trees:
    """Return the trees that lines of the table hold, as many for each statement, in the order of the statements.

    Raises:
        ValueError: the lines are not those of such a table.
    """
    import numpy as np

    table = np.fromstring("\t".join(lines), float, sep="\t").reshape(STATES, len(lines) // STATES, -1)
    statements, asked, bounds, answers = np.split(table, [1, 1 + QUESTIONS, 1 + 2 * QUESTIONS], axis=2)
    if not np.array_equal(statements[:, :, 0], np.arange(STATES)[:, None].repeat(statements.shape[1], axis=1)):
        message = "the trees do not stand in the order of the statements, as many for each"
        raise ValueError(message)
    return Trees(asked.astype(np.intp), bounds, answers.astype(np.intp))
