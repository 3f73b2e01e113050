"""The line that says where and when a letter was written: it states nothing else."""

from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import Unit

_PLACE = r"(?:(?:fait|done|signed) )?(?:(?:a|at|in) )?[a-z][a-z'-]{1,25}(?: [a-z'-]{1,25}){0,3}?(?: ?\([a-z0-9' -]{2,30}\))?"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:the )?)?"
_MONTH = r"[a-z]{3,9}\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)? {_MONTH},? ?20\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d\d|20\d\d-\d\d-\d\d)"
)
_ALONE = Phrases(rf"[ *]*(?:{_PLACE},? ?(?:(?:le|on|the) )?)?{_WEEKDAY}{_DAY}[ .,]*$")
_BESIDE = Phrases(rf"(?:\s{{3}}|\| ?){_PLACE},? (?:le|the) {_WEEKDAY}{_DAY}[ .,]*$")
"""On the line of another word of the head, as a table or columns leave it."""
_SAYS_MORE = Phrases(
    r"\b(?:disponib\w*|libres?|availab\w*|free|start\w*|begin\w*|commenc\w*|demarr\w*|debut\w*|ready|prete?s?|serai|serons|will|can|could"
    r"|peux|pouv\w*|from|partir|compter|as of)\b"
)
"""Words with which such a line says when one is free, or what was done: `Disponible le 13 octobre 2025`."""
_COLUMNS = ("   ", "|")
_LONGEST = 140


def is_dateline(unit: Unit) -> bool:
    """Return whether the unit is such a line: `Nantes, le 25 août 2025`."""
    text = unit.lower
    if len(text) > _LONGEST or not text.rstrip(" .,")[-1:].isdigit():
        return False
    if not _ALONE.match(text) and not (any(mark in text for mark in _COLUMNS) and _BESIDE.search(text)):
        return False
    return not (
        _SAYS_MORE.search(text)
        or vocabulary.ACTIVITY.search(text)
        or vocabulary.CLIENT.search(text)
        or vocabulary.SECTION.search(unit.lead)
    )
