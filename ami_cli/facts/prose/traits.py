"""What of a passage is weighed: its words, cut short, in ones and in pairs, the words that stand above it, and its shape.

Words are cut to six letters, so that `disponible` and `disponibilités` are one; years, numbers, months and weekdays are each one
word, and so is every name. Pieces of four letters weigh too: by them a word never met is told.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ami_cli.facts.prose.pieces import Piece

NAME = "#name"
CUT = 6
_TOKEN = re.compile(r"[A-Za-z]+|(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|$)|\d+|[@|:?%€(]| - ")
_WORD = re.compile(r"[a-z]+|\d+")
_MONTHS = (
    "jan janv janvier january feb fev fevrier february mars march mar avr avril april apr mai may juin june jun juil juillet july"
    " jul aout august aug sept septembre september sep octobre october oct novembre november nov decembre december dec"
)
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday"
_COUNTS = (
    "deux trois quatre cinq six huit neuf dix douze quinze vingt trente quarante"
    " two three four five seven eight nine ten twelve fifteen twenty thirty forty"
)
_CLASSES = {
    **dict.fromkeys(_MONTHS.split(), "#month"),
    **dict.fromkeys(_DAYS.split(), "#day"),
    **dict.fromkeys(_COUNTS.split(), "#count"),
}
_LENGTHS = (4, 8, 15, 25)
_LETTERS = 4
EDGES = ("^", "$")
"""Where a passage begins and ends."""
STEPS = (1, 2, 3, 4, 5)
_APART = (" ", " _ ", *[" .. "] * 3)
_NO_PAIR = (">", "~", "form ", "length ")
_PAIR = re.compile(r"( - |\S+)( _ | \.\. | )( - |\S+)")
_CENTURIES = ("19", "20")

Known = Callable[[str], bool]
"""Whether a word, cut, is one of the language, and not only of names."""


def tokens(text: str) -> list[str]:
    """Return the words and telling signs of a text, as they stand."""
    return _TOKEN.findall(text)


def cut(word: str) -> str:
    """Return the class of a word in lower case, or its first letters; a sign stays what it is."""
    if word[0].isdigit():
        if not word.isdigit():
            return "#span" if word[-1].isdigit() else "#open"
        return "#year" if len(word) == len("2000") and word[:2] in _CENTURIES else "#number"
    return _CLASSES.get(word) or word[:CUT]


def word_of(token: str, known: Known) -> str:
    """Return the word, cut; one with a capital that the language does not have is a name."""
    word = cut(token.lower())
    return NAME if token[0].isupper() and len(token) > 1 and word[0] != "#" and not known(word) else word


def joined(words: list[str]) -> list[str]:
    """Return the words, those of one name as one."""
    if NAME not in words:
        return words
    return [word for word, before in zip(words, ["", *words], strict=False) if word != NAME or before != NAME]


def pairs(words: list[str]) -> dict[str, None]:
    """Return each two words that follow one another, with one between them, or with two to four, once."""
    whole = [EDGES[0], *words, EDGES[1]]
    return dict.fromkeys(
        f"{one}{_APART[step - 1]}{other}" for step in STEPS for one, other in zip(whole, whole[step:], strict=False)
    )


def pair(name: str) -> tuple[str, str, int] | None:
    """Return the two words of a pair, and how far apart they stand (0, 1, or 2 for further); None where the trait is none."""
    found = None if name.startswith(_NO_PAIR) else _PAIR.fullmatch(name)
    return (found[1], found[3], _APART.index(found[2])) if found else None


def above(lead: str, known: Known) -> dict[str, None]:
    """Return the words that announce a piece, and each two of them; whoever is named there, it is one and the same."""
    words = [word if word[0] == "#" or known(word) else NAME for word in map(cut, _WORD.findall(lead))]
    found = dict.fromkeys([f">{word}" for word in words])
    found.update(dict.fromkeys([f">{one} {other}" for one, other in pairwise(words)]))
    return found


def shape(piece: Piece, count: int) -> tuple[str, str]:
    """Return how the piece stands on the page, and how many words it has, roughly."""
    form = "line" if piece.alone else piece.unit.form
    return f"form {form}", f"length {sum(count >= length for length in _LENGTHS)}"


def letters(word: str) -> Iterator[str]:
    """Give the pieces of four letters of a word in lower case, its beginning and its end marked."""
    if word.isalpha() and len(word) >= _LETTERS:
        marked = f"<{word}>"
        for start in range(len(marked) - _LETTERS + 1):
            yield f"~{marked[start : start + _LETTERS]}"
