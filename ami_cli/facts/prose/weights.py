"""How much the words of a passage weigh for each thing that it may state: learnt weights, summed.

All passages of a text are weighed at once, as whole numbers, so that the order of the sums changes nothing.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from ami_cli.facts.prose import traits
from ami_cli.facts.prose.pieces import Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_FILE = "statement_weights.tsv"
_SCALE = 100
_MOST_WORDS = 50_000
_MOST_LEADS = 5_000
"""Words, and words above passages, after which all are forgotten, so that hostile texts do not fill the memory."""
_AT_A_TIME = 1_000
_APART = 3
"""How far apart the words of a pair may stand: beside one another, with one between them, or further."""
_GLANCE = (1 << 20) - 1
"""The bits of a pair's number by which most that were never learnt are told."""
_HALF = 32
"""Bits of a number that holds two: a passage and a row, or a word and a row."""
_LOW = (1 << _HALF) - 1


class Weighed(NamedTuple):
    """How much a piece says each of them: at 0 as likely as not, and one more makes it e times likelier."""

    availability: float
    similar: float
    firm: float
    reference: float


Read = tuple[Piece, Weighed]


class _Learnt(NamedTuple):
    """The columns of what was learnt: words, how far apart from another one (nothing where it is alone), and that one."""

    words: Sequence[str]
    apart: Sequence[str]
    others: Sequence[str]


class _Rows:
    """What each trait that was learnt weighs, row by row; row 0 weighs nothing."""

    def __init__(self, learnt: _Learnt, rows: "Numbers") -> None:
        import numpy as np

        alone = enumerate(zip(learnt.words, learnt.apart, strict=True), 1)
        self.number = {word: place for place, (word, apart) in alone if not apart}
        self.each = np.concatenate([np.zeros((1, rows.shape[1]), np.int64), rows])
        self.used = len(self.each)

    def add(self, names: Iterable[str]) -> int:
        """Make a row of what several traits weigh together, and return its number."""
        import numpy as np

        if self.used == len(self.each):
            self.each = np.concatenate([self.each, np.zeros((_AT_A_TIME, self.each.shape[1]), np.int64)])
        self.each[self.used] = self.each[[self.number.get(name, 0) for name in names]].sum(axis=0)
        self.used += 1
        return self.used - 1


class _Words(dict[str, int]):
    """The words met so far, each with the number by which pairs know it, and its row, in one number."""

    def __init__(self, rows: _Rows, in_pairs: dict[str, int]) -> None:
        super().__init__()
        self._rows = rows
        self._in_pairs = in_pairs
        self._learnt = rows.used
        self._whole: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        word = traits.word_of(token, self._rows.number.__contains__)
        row = self._rows.number.get(word, 0) if word == traits.NAME else self._row_of(word, token.lower())
        self[token] = self._in_pairs.get(word, 0) << _HALF | row
        return self[token]

    def _row_of(self, word: str, whole: str) -> int:
        """Return the row of a word in lower case and its letters: one with a capital is no other."""
        row = self._whole.get(whole)
        if row is None:
            row = self._whole[whole] = self._rows.add((word, *traits.letters(whole)))
        return row

    def forget(self) -> None:
        """Forget all words met."""
        self.clear()
        self._whole.clear()
        self._rows.used = self._learnt


class _Pairs:
    """The pairs of words that were learnt, in order, each as one number."""

    def __init__(self, learnt: _Learnt) -> None:
        import numpy as np

        places = [place for place, apart in enumerate(learnt.apart) if apart]
        both = [word for place in places for word in (learnt.words[place], learnt.others[place])]
        self.words = {word: place for place, word in enumerate(dict.fromkeys(both), 1)}
        self.count = len(self.words) + 1
        first, second = np.array([self.words[word] for word in both], np.int64).reshape(-1, 2).T
        apart = np.array([int(learnt.apart[place]) for place in places], np.int64)
        numbers = (first * self.count + second) * _APART + apart
        order = np.argsort(numbers)
        self._known, self._rows = numbers[order], np.array(places, np.int64)[order] + 1
        self._likely = np.zeros(_GLANCE + 1, bool)
        self._likely[self._known & _GLANCE] = True

    def rows(self, words: "Numbers", pieces: "Numbers") -> "Numbers":
        """Return, for the pairs of words that were learnt, the piece and the row in one number."""
        import numpy as np

        found = [self._of_step(words, pieces, step) for step in traits.STEPS]
        numbers, of_piece = (np.concatenate(each) for each in zip(*found, strict=True))
        places = np.minimum(np.searchsorted(self._known, numbers), len(self._known) - 1)
        same = self._known[places] == numbers
        rows: Numbers = of_piece[same] << _HALF | self._rows[places[same]]
        return rows

    def _of_step(self, words: "Numbers", pieces: "Numbers", step: int) -> tuple["Numbers", "Numbers"]:
        """Return the pairs of words one step apart that may be known, and the piece of each: most are sorted out at a glance."""
        numbers = (words[:-step] * self.count + words[step:]) * _APART + min(step, _APART) - 1
        likely = self._likely[numbers & _GLANCE] & (pieces[:-step] == pieces[step:])
        return numbers[likely], pieces[:-step][likely]


class _Weights:
    """The table, and what was met so far."""

    def __init__(self, learnt: _Learnt, rows: "Numbers", any_text: "Numbers") -> None:
        self._rows = _Rows(learnt, rows)
        self._any = any_text
        self._pairs = _Pairs(learnt)
        self._words = _Words(self._rows, self._pairs.words)
        self._leads: dict[str, list[int]] = {}
        self._name, self._start, self._end = (self._pairs.words.get(word, -1) for word in (traits.NAME, *traits.EDGES))

    def weigh(self, pieces: Sequence[Piece]) -> list[Weighed]:
        """Return what each piece says."""
        import numpy as np

        if not pieces:
            return []
        if len(self._words) > _MOST_WORDS or len(self._leads) > _MOST_LEADS:
            self._words.forget()
            self._leads.clear()
        words, of_piece = self._stream(pieces)
        known = words >> _HALF
        once = np.append(True, (known[1:] != self._name) | (known[:-1] != self._name))
        kept, of_kept = known[once], of_piece[once]
        cells = [of_piece << _HALF | words & _LOW]
        cells.append(self._pairs.rows(kept, of_kept))
        cells.append(self._around(pieces, np.bincount(of_kept, minlength=len(pieces)) - 2))
        return self._summed(_each_once(np.concatenate(cells)), len(pieces))

    def _stream(self, pieces: Sequence[Piece]) -> tuple["Numbers", "Numbers"]:
        """Return the words of all pieces, between the edges of each, and to which piece each belongs."""
        import numpy as np

        number = self._words.__getitem__
        start, end = self._start << _HALF, self._end << _HALF
        stream: list[int] = []
        ends: list[int] = []
        for piece in pieces:
            stream.append(start)
            stream += map(number, traits.tokens(piece.cased))
            stream.append(end)
            ends.append(len(stream))
        return np.array(stream, np.int64), np.repeat(np.arange(len(pieces)), np.diff(ends, prepend=0))

    def _around(self, pieces: Sequence[Piece], counts: "Numbers") -> "Numbers":
        """Return what stands above the pieces and the shape of each, as pieces and rows."""
        import numpy as np

        get = self._rows.number.get
        cells: list[int] = []
        for place, (piece, count) in enumerate(zip(pieces, counts.tolist(), strict=True)):
            this = place << _HALF
            cells += [this | row for row in self._above(piece.lead)]
            cells += [this | get(name, 0) for name in traits.shape(piece, count)]
        return np.array(cells, np.int64)

    def _above(self, lead: str) -> list[int]:
        rows = self._leads.get(lead)
        if rows is None:
            number = self._rows.number
            rows = [row for name in traits.above(lead, number.__contains__) if (row := number.get(name))]
            self._leads[lead] = rows
        return rows

    def _summed(self, cells: "Numbers", count: int) -> list[Weighed]:
        """Return the sums of the rows of each piece, brought to one length; every piece has some."""
        import numpy as np

        starts = np.searchsorted(cells, np.arange(count) << _HALF)
        sums = np.add.reduceat(self._rows.each[cells & _LOW], starts)
        lengths = np.sqrt(np.maximum(sums[:, -1:], 1) / _SCALE)
        margins = (sums[:, :-1] / lengths + self._any) / _SCALE
        return [Weighed(*row) for row in margins.tolist()]


def _each_once(cells: "Numbers") -> "Numbers":
    """Return the cells in order, each once: what `numpy.unique` does, in a sixth of its time."""
    import numpy as np

    cells = np.sort(cells)
    different: Numbers = cells[np.append(True, cells[1:] != cells[:-1])]
    return different


def get_ready() -> None:
    """Load the weights, which takes some hundredths of a second: whoever makes workers does it once for all of them."""
    _table()


def weigh(pieces: Sequence[Piece]) -> list[Weighed]:
    """Return, for each piece, how much it says that one is free, did such missions, has a firm or is alone, names a reference."""
    return _table().weigh(pieces)


@cache
def _table() -> _Weights:
    import numpy as np

    text = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    lines = text.split("\n")[1:-1]
    words, apart, others, figures = zip(*(line.split("\t", 3) for line in lines), strict=True)
    rows = np.fromstring("\t".join(figures), np.int64, sep="\t").reshape(len(lines), -1)
    return _Weights(_Learnt(words[1:], apart[1:], others[1:]), rows[1:], rows[0, :-1])
