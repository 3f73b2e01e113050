"""How much the words of a passage weigh for each thing that it may state: learnt weights, summed."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from ami_cli.facts.prose import traits
from ami_cli.facts.prose.pieces import Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

_FILE = "statement_weights.tsv"
_SCALE = 100
_MOST_WORDS = 50_000
"""Words weighed after which all are forgotten, so that hostile texts do not fill the memory."""
_AT_A_TIME = 1_000
_LEAST_LENGTH = 1e-6


class Weighed(NamedTuple):
    """How much a piece says each of them: at 0 as likely as not, and one more makes it e times likelier."""

    availability: float
    similar: float
    firm: float
    reference: float


class _Weights:
    """The table, and the words met so far: each has a row of what it and its letters weigh together."""

    def __init__(self, names: Sequence[str], rows: "Rows", any_text: "Rows") -> None:
        import numpy as np

        self._number = {name: place for place, name in enumerate(names, 1)}
        self._rows = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows])
        self._any = any_text
        self._learnt = len(self._rows)
        self._used = self._learnt
        self._words: dict[str, tuple[str, int]] = {}
        self._rows_of: dict[str, int] = {}
        self._above: dict[str, list[int]] = {}

    def weigh(self, pieces: Sequence[Piece]) -> list[Weighed]:
        """Return what each piece says."""
        import numpy as np

        if not pieces:
            return []
        if len(self._words) > _MOST_WORDS:
            self._words.clear()
            self._rows_of.clear()
            self._used = self._learnt
        self._above.clear()
        numbers: list[int] = []
        starts: list[int] = []
        for piece in pieces:
            starts.append(len(numbers))
            numbers += self._numbers(piece)
        sums = np.add.reduceat(self._rows[numbers], starts)
        margins = sums[:, :-1] / np.sqrt(np.maximum(sums[:, -1:], _LEAST_LENGTH)) + self._any
        return [Weighed(*row) for row in margins.tolist()]

    def _numbers(self, piece: Piece) -> list[int]:
        """Return the rows of what the piece has; row 0 weighs nothing."""
        get, met = self._number.get, self._words
        tokens = traits.tokens(piece.cased)
        found = [met.get(token) or self._meet(token) for token in tokens]
        words = traits.joined([word for word, _ in found])
        numbers = list(dict.fromkeys([row for _, row in found]))
        numbers += [number for pair in traits.pairs(words) if (number := get(pair))]
        numbers += self._of_lead(piece.lead)
        numbers += [get(name, 0) for name in traits.shape(piece, len(words))]
        return numbers

    def _of_lead(self, lead: str) -> list[int]:
        found = self._above.get(lead)
        if found is None:
            found = self._above[lead] = [number for name in traits.above(lead, self._known) if (number := self._number.get(name))]
        return found

    def _meet(self, token: str) -> tuple[str, int]:
        """Take up a word not met before: the row of a name is that of any name."""
        word = traits.word_of(token, self._known)
        row = self._number.get(word, 0) if word == traits.NAME else self._row_of(word, token.lower())
        self._words[token] = word, row
        return word, row

    def _known(self, word: str) -> bool:
        return word in self._number

    def _row_of(self, word: str, whole: str) -> int:
        """Return the row of a word in lower case: one with a capital is no other."""
        row = self._rows_of.get(whole)
        return self._new_row(word, whole) if row is None else row

    def _new_row(self, word: str, whole: str) -> int:
        import numpy as np

        if self._used == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros((_AT_A_TIME, self._rows.shape[1]), np.float32)])
        known = [number for name in (word, *traits.letters(whole)) if (number := self._number.get(name))]
        self._rows[self._used] = self._rows[known].sum(axis=0)
        self._rows_of[whole] = self._used
        self._used += 1
        return self._used - 1


def get_ready() -> None:
    """Load the weights, which takes some hundredths of a second: whoever makes workers does it once for all of them."""
    _table()


def weigh(pieces: Sequence[Piece]) -> list[Weighed]:
    """Return, for each piece, how much it says that one is free, did such missions, has a firm or is alone, names a reference."""
    return _table().weigh(pieces)


@cache
def _table() -> _Weights:
    import numpy as np

    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    names, figures = zip(*[line.split("\t", 1) for line in lines[1:]], strict=True)
    rows = np.array([figure.split("\t") for figure in figures], np.float32) / np.float32(_SCALE)
    return _Weights(names[1:], rows[1:], rows[0, :-1])
