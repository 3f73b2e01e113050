"""Whose letter it is, by the lines at its head and foot: a firm alone on its line, behind the name of who signs, or signed for."""

import re
from collections.abc import Sequence

from ami_cli.facts.prose import firm_words as words
from ami_cli.facts.prose.blocks import opens_letter
from ami_cli.facts.prose.units import YEAR_IN_FIGURES, FoldedPage, Unit

CERTAIN = 5.0
"""What a line that nobody else writes there weighs: of a hundred letters with one, ninety-eight were of that firm."""
_PLAINLY = 3.0
_HEAD, _FOOT = 3, 5
"""Units at the head and at the foot of a letter among which these lines stand."""
_AROUND = 8
_LONGEST = 90
_MOST_WORDS = 12
_MOST_OF_IT = 0.6
_OPENS = re.compile(r"(?:hi|hello|hey|dear|bonjour|bonsoir|salut|good (?:morning|day|evening)|to whom|chere?s?)\b")
_CLOSES = re.compile(
    r"(?:(?:bien |tres )?cordialement|bien a (?:vous|toi)|(?:kind|best|warm|kindest|warmest|many) (?:regards|wishes|thanks)|regards"
    r"|yours|sincerely|respectfully|respectueusement|thanks|thank you|merci|a bientot|salutations|veuillez|je vous prie"
    r"|nous vous prions|fraternellement|sinceres?|avec mes|cheers|bises)\b"
)
_LEGAL = re.compile(r"\b(?:SARL|SAS|SASU|SCOP|SCIC|EURL|LTD|LLP|LLC|PTY|INC|CIC|ASBL|GIE|PLC)\b")
_NOT_A_LETTERHEAD = re.compile(
    r"\b(?:evaluation|application|candidature|offer|offre|expression|manifestation|objet|subject|re|to|attention|dear|chers?|cheres?"
    r"|hello|votre|your|appel|call|etude|study|research|ref\w*|proposal|proposition|monsieur|madame|mme|m|mr|mrs|ms|rfp|cc|sent|encl\w*|merci|thanks|banks?|banque|assur\w*|insur\w*|former\w*|ancien\w*)\b"
)
_WORD_OF_FIRM = re.compile(
    r"\b(?:films?|mediations?|supervision|training|trainers|coaching|statistics|statistiques?|economics|translations?|architectes?"
    r"|architects|images|practice|inquir\w+|enquir\w+|pilotage|cie|planning|mapping|data|accountants|interpret\w+|services)\b"
)
"""What firms are called after, besides the words that show a firm wherever they stand."""
_BEHIND = re.compile(r"[^\W\d][^\d@]{3,60}(?:,| -| \||\() ?[\"']?")
_ROLE = re.compile(
    r"(?:[a-z' -]+[,-] ?)?(?:[a-z]+ )?(?:leader|officer|director|directrice|directeur|president\w*|coordinat\w+|coordonnat\w+"
    r"|secretaire|secretary|chair\w*|manager|gerante?|partner|associee?|founder|fondat\w+|head|lead|responsable)(?: [a-z'-]+){0,2}?"
    r"(?:,| -| \||,? (?:de|du|de la|d'|of|at|chez|for))(?: ?(?:the|la|le|l'))? ?[\"']?"
)
_SIGNED_FOR = re.compile(
    r"(?:(?:[A-Z][\w'.&-]*|et|and|de|van|von|of),? ){0,6}(?:[Pp]our|[Ff]or|[Oo]n behalf of|[Aa]u nom d(?:u|e|es))"
    r"(?: (?:la|le|les|the|collectif|association|cooperative|coordination|equipe|cabinet|bureau|asbl|coop|team at|team of|de|du|of"
    r"|firm))*(?: l')? ?[\"']?"
)
"""Above, or behind, the name of whoever signs."""
_LONGEST_SIGNATURE = 90


def is_letter(pages: Sequence[FoldedPage]) -> bool:
    """Return whether a text greets somebody, or ends as letters end."""
    if not pages:
        return False
    first, last = pages[0].units[:_AROUND], pages[-1].units[-_AROUND:]
    return any(_OPENS.match(unit.lower) or (unit.lower and opens_letter(unit.lower)) for unit in first) or any(
        _CLOSES.match(unit.lower) for unit in last
    )


def at_edge(pages: Sequence[FoldedPage], number: int, place: int) -> bool:
    """Return whether a unit of a page, by their places, stands at the head or at the foot."""
    return (number == 0 and place < _HEAD) or (number == len(pages) - 1 and place >= len(pages[number].units) - _FOOT)


def named(unit: Unit, start: int, end: int, *, repeated: bool) -> float:
    """Return how plainly a line at the edge of a letter shows that the letter is of the firm of that name: 0 where it does not.

    `repeated` tells whether the text says the name elsewhere too.
    """
    cased = unit.cased
    if YEAR_IN_FIGURES.search(cased) or cased.startswith(":", end):
        return 0.0
    if len(cased) <= _LONGEST and _SIGNED_FOR.fullmatch(cased, 0, start):
        return _PLAINLY
    if len(cased.split()) > _MOST_WORDS or cased[-1] in "?!:;" or "@" in cased:
        return 0.0
    if _NOT_A_LETTERHEAD.search(unit.lower) or words.ENDED.search(unit.lower):
        return 0.0
    return CERTAIN if _is_firm(unit, start, end) or (repeated and _ROLE.fullmatch(unit.lower, 0, start)) else 0.0


def _is_firm(unit: Unit, start: int, end: int) -> bool:
    """Return whether it is a firm by its legal form, or by a word of its name and where it stands on the line."""
    if words.LEGAL_FORM.search(unit.cased[start : end + 12]) or _LEGAL.search(unit.cased, start, end + 12):
        return True
    name = unit.lower.part(start, end)
    if not (words.FIRM_WORD.search(name) or _WORD_OF_FIRM.search(name)):
        return False
    return end - start >= _MOST_OF_IT * len(unit.cased) or _BEHIND.fullmatch(unit.lower, 0, start) is not None
