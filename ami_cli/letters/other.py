"""Nobody's data in somebody else's letter: the last look before a draft is written."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ami_cli.models.folding import folded
from ami_cli.models.letter import Letter

SHORTEST = 5
"""Characters, blanks around it included, up to which a name is too common a word to be looked for."""
_WORD = re.compile(r"[^\W_]+")


def mentioned(letter: Letter, others: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the names and addresses of other applicants that stand in a letter, in order.

    Words are compared, without case, accents and marks: « Roy » is not in « royal », and « L'Étude » is « l’etude ».
    A name that the recipient shares with somebody else is the recipient's own.
    """
    own = {_name(name) for name in others.get(letter.application, ())}
    said = _words(f"{letter.subject}\n{letter.text}")
    found = (
        name
        for application, names in sorted(others.items())
        if application != letter.application
        for name in names
        if len(wanted := _name(name)) > SHORTEST and wanted not in own and wanted in _without(said, wanted, own)
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _name(name: str) -> str:
    """Return the words of a name, which every letter is searched for."""
    return _words(name)


def _words(text: str) -> str:
    """Return the words of a text between blanks, so that whole words are found."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


def _without(said: str, wanted: str, own: set[str]) -> str:
    """Return the text less the recipient's own names that hold the name looked for."""
    for name in sorted(own, key=lambda name: (-len(name), name)):
        if wanted in name:
            said = said.replace(name, "  ")
    return said
