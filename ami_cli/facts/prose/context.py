"""How much a passage says once one has read what stands around it.

By itself "2023: evaluation, Croix Bleue, Lille" says much the same in a list of works done, in a list of courses followed, and
in the letter of somebody who cites what others did. The passages before and behind it, all others of the same letter or CV, its
place in it and its length are weighed with it here, by trees learnt from thousands of documents.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ami_cli.facts.prose import trees
from ami_cli.facts.prose.headings import announced
from ami_cli.facts.prose.pieces import Piece
from ami_cli.facts.prose.units import YEAR_IN_FIGURES
from ami_cli.facts.prose.weights import Weighed
from ami_cli.models.facts import Part

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    Places = NDArray[np.intp]

HEARD = -3.0
"""A passage that says less than this of itself is not read again; and none that is falls below it, so that no trace is lost."""
FIGURES = 37
"""What is known of a passage."""
NEAR = 12
"""How many passages before and behind one are read with it: what is pages away does not change what it says."""
_MOST = 8.0
_NOTHING = 1e-4
_CAPITALS = re.compile(r"[A-Z]+")
_DIGIT = re.compile(r"\d")
_LETTERS = bytes(code if chr(code).islower() else ord(" ") for code in range(128)).ljust(256)
"""Leaves of a text in lower case its letters, as bytes: cutting it so is thrice as fast as looking for words."""
_FIRST_PERSON = frozenset(b"i we us my our je j m nous mon ma mes notre nos".split())


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
    rows = np.flatnonzero((told > HEARD).any(axis=1))
    said = learnt.weigh(figures(pieces, told, rows.tolist(), part), rows.searchsorted(places), states)
    told[places, states] = np.maximum(said, HEARD)
    return [Weighed(*row) for row in told.tolist()]


def figures(pieces: Sequence[Piece], told: "Figures", rows: Sequence[int], part: Part | None) -> "Figures":
    """Return what is known of some passages of one part, a row each.

    `told` is what every passage of the part says by itself: availability, similar, firm, reference. A row holds these four for
    the passage, for the one before, the one after, the mean of all others near it, and these together; how many passages
    stand near it before and behind it, and its place among them from 0 to 1; the logarithms of its words, of all words near it,
    of the number of passages near it; whether the part is a CV, a letter; whether the passage has a year, how many capitals,
    whether it speaks of oneself, has a digit, an address; whether its heading announces works, courses, writings, posts.
    """
    import numpy as np

    told = np.clip(told, -_MOST, _MOST)
    count, states = told.shape
    places = np.array(rows)
    first, last = np.maximum(places - NEAR, 0), np.minimum(places + NEAR + 1, count)
    near = last - first
    edged = np.full((count + 2, states), -_MOST)
    edged[1:-1] = told
    powers = np.exp(told)
    lengths = np.array([piece.cased.count(" ") + 1.0 for piece in pieces])
    summed = np.zeros((count + 1, 2 * states + 1))
    np.column_stack([powers, told, lengths]).cumsum(axis=0, out=summed[1:])
    sums = summed[last] - summed[first]
    others = np.log(np.maximum(sums[:, :states] - powers[places], 0) + _NOTHING).clip(-_MOST, _MOST)
    mean = (sums[:, states:-1] - told[places]) / np.maximum(near - 1, 1)[:, None]
    before = places - first
    share = before / np.maximum(near - 1, 1)
    words = np.log1p([lengths[places], sums[:, -1]])
    standing = np.array([before, near - 1 - before, share, *words, np.log(near)]).T
    kind = part.kind if part else None
    signs = np.array([(kind == "cv", kind == "letter", *_signs(pieces[row])) for row in rows], float)
    return np.concatenate([told[places], edged[places], edged[places + 2], mean, others, standing, signs], axis=1)


def _signs(piece: Piece) -> tuple[float, ...]:
    text = piece.cased
    digit = _DIGIT.search(text)
    year = digit and YEAR_IN_FIGURES.search(text, digit.start())
    words = text.lower().encode("ascii", "replace").translate(_LETTERS).split()
    first_person = not _FIRST_PERSON.isdisjoint(words)
    return (bool(year), len(_CAPITALS.findall(text)), first_person, bool(digit), "@" in text, *announced(piece.unit.heading))
