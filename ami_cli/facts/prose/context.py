"""How much a passage says once one has read what stands around it.

By itself "2023: evaluation, Croix Bleue, Lille" says much the same in a list of works done, in a list of courses followed, and
in the letter of somebody who cites what others did. The passages before and behind it, all others of the same letter or CV, its
place in it and its length are weighed with it here, by trees learnt from thousands of documents.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ami_cli.facts.prose import trees
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.weights import Weighed
from ami_cli.models.facts import Part

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    Places = NDArray[np.intp]

HEARD = -3.0
"""A passage that says less than this of itself is not read again; and none that is falls below it, so that no trace is lost."""
FIGURES = 33
"""What is known of a passage."""
NEAR = 12
"""How many passages before and behind one are read with it: what is pages away does not change what it says."""
_MOST = 8.0
_NOTHING = 1e-4
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Jj]e|[Nn]ous|[Mm]on|[Mm]a|[Mm]es|[Nn]otre|[Nn]os)\b|\b[Jj]'")


def in_context(
    pieces: Sequence[Piece], weighed: Sequence[Weighed], parts: Sequence[Part], learnt: trees.Trees | None = None
) -> list[Weighed]:
    """Return how much each passage says, read within its part of the file; `learnt` where not by the trees of the house."""
    heard: list[Weighed] = []
    for start, end, part in _runs(pieces, parts):
        heard += _within(pieces[start:end], weighed[start:end], part, learnt or trees.of_the_house())
    return heard


def _runs(pieces: Sequence[Piece], parts: Sequence[Part]) -> Iterator[tuple[int, int, Part | None]]:
    """Give, in order, the passages of each part as the first of them, the one after the last, and the part."""
    start = 0
    for place, part in enumerate(parts):
        end = len(pieces)
        if place + 1 < len(parts) and (following := parts[place + 1].first_page) is not None:
            end = start
            while end < len(pieces) and pieces[end].unit.page < following:
                end += 1
        yield start, end, part
        start = end
    if start < len(pieces):
        yield start, len(pieces), None


def _within(pieces: Sequence[Piece], weighed: Sequence[Weighed], part: Part | None, learnt: trees.Trees) -> list[Weighed]:
    nothing_around = len(pieces) == 1
    if nothing_around or not any(max(one) > HEARD for one in weighed):
        return list(weighed)
    import numpy as np

    told = np.array(weighed)
    places, states = np.nonzero(told > HEARD)
    rows, row_of = np.unique(places, return_inverse=True)
    said = learnt.weigh(figures(pieces, told, rows.tolist(), part), row_of, states)
    told[places, states] = np.maximum(said, HEARD)
    return [Weighed(*row) for row in told.tolist()]


def figures(pieces: Sequence[Piece], told: "Figures", rows: Sequence[int], part: Part | None) -> "Figures":
    """Return what is known of some passages of one part, a row each.

    `told` is what every passage of the part says by itself: availability, similar, firm, reference. A row holds these four for
    the passage, for the one before, the one after, the mean of those near it, and all others near it together; how many passages
    stand near it before and behind it, and its place among them from 0 to 1; the logarithms of its words, of all words near it,
    of the number of passages near it; whether the part is a CV, a letter; whether the passage has a year, how many names, whether
    it speaks of oneself, has a digit, an address.
    """
    import numpy as np

    told = np.clip(told, -_MOST, _MOST)
    count = len(told)
    places = np.array(rows)
    first, last = np.maximum(places - NEAR, 0), np.minimum(places + NEAR + 1, count)
    near = (last - first)[:, None]
    edge = np.full((1, told.shape[1]), -_MOST)
    above, below = np.vstack([edge, told[:-1]])[places], np.vstack([told[1:], edge])[places]
    powers = np.exp(told)
    others = np.log(np.maximum(_sums(powers, first, last) - powers[places], 0) + _NOTHING)
    around = np.hstack([told[places], above, below, _sums(told, first, last) / near, np.clip(others, -_MOST, _MOST)])
    lengths = np.array([len(piece.cased.split()) for piece in pieces], float)
    words = np.log1p(np.column_stack([lengths[places], _sums(lengths[:, None], first, last)]))
    standing = np.column_stack([places - first, last - 1 - places, (places - first) / np.maximum(last - first - 1, 1)])
    kind = part.kind if part else None
    signs = np.array([(kind == "cv", kind == "letter", *_signs(pieces[row].cased)) for row in rows], float)
    return np.hstack([around, standing, words, np.log(near), signs])


def _sums(values: "Figures", first: "Places", last: "Places") -> "Figures":
    """Return the sums of the values from a first place to before a last one, pair by pair."""
    import numpy as np

    summed = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    sums: Figures = summed[last] - summed[first]
    return sums


def _signs(text: str) -> tuple[float, ...]:
    return (
        _YEAR.search(text) is not None,
        len(proper_names(text)),
        _FIRST_PERSON.search(text) is not None,
        _DIGIT.search(text) is not None,
        "@" in text,
    )
