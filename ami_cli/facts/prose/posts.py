"""Whether a name is that of where somebody works now: said in the present tense, or of a post that has no end."""

import re

from ami_cli.facts.prose import firm_words as words
from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import YEAR_IN_FIGURES, Unit

_BEFORE = 90
_LONGEST_ROW = 140
_MOST_YEARS = 2
_I_AM = (
    r"(?:i am|i'm|je suis|we are|we're|nous sommes|on est)"
    r"(?: (?:also|currently|now|presently|still|only|actuellement|aujourd'hui|encore|aussi))*"
)
_ROLE = (
    r"(?: an?| the| une?| le| la)?+ (?!former|retired|retraite|ex-|graduate|student|etudiant|diplome|member|membre|friend|amie?\b"
    r"|native|resident|patient|parent|volunteer|benevole|ancien|ne\b|nee\b|originaire|titulaire|heureu|happy|glad|proud|excited|writing"
    r"|available|libre|disponible|inscrit|conversant|confident|familiar|comfortable|based|working|free\b)"
    r"(?:[a-z'&/-]+ ){1,7}?"
)
_THE = r"(?: ?(?:the|la|le|les|l'|l))? ?[\"']?$"
_AT = r"(?:at|with|chez|au|aux|within|au sein d\w+|a la|a l')"
_OF = r"(?:of|in|for|de|du|de la|de l'|dans|dans l'|pour)"
_IN_POST = Phrases(
    rf"\b{_I_AM}{_ROLE}{_AT}{_THE}"
    r"|\b(?:i (?:currently |now |presently |also )?(?:work|teach|practise|practice|serve)"
    r"|i(?: am|'m) (?:currently |presently |now )?(?:working|teaching|employed)"
    r"|je travaille|j'exerce|j'enseigne|j'interviens|je dirige|je preside)\b(?: [a-z'&/-]+){0,7}?"
    rf" (?:by|par|{_AT}|{_OF}){_THE}"
    rf"|\b(?:employed (?:by|at|with)|salariee?s? (?:de|du|chez|par|a|au)|on staff at){_THE}"
    r"|\b(?:i|we) (?:run|own|lead|head|direct|chair|founded|created|set up|co-founded)(?: (?:the|a|an|my|our))?"
    r"(?: (?!in\b|at\b|to\b|for\b|with\b|of\b|from\b|copy\b|choir\b)[a-z-]+){0,3}?,?"
    r" ?(?:called |named )?[\"']?$"
)
_WE_ARE = Phrases(rf"\b(?:we are|we're|nous sommes){_THE}")
_PERSONS = re.compile(r" (?:and|et|e|y) |'s$")
_GOES_ON = re.compile(r" [a-z]")
_IN_POST_OF = Phrases(
    rf"\b{_I_AM}{_ROLE}{_OF}{_THE}"
    rf"|\b(?:i am|i'm|je suis|my name is|je m'appelle|moi c'est) [^,.;:]{{2,40}}, (?:of|from|with|de|du|chez){_THE}"
)
"""The same before a name that shows by itself that it is no place: `I am a lecturer of`."""
_KIND = (
    r"(?:association|ong|ngo|collectif|cooperative|cabinet|bureau|societe|firm|company|consultancy|collective|practice|structure"
    r"|organisation|organization|institute?|studio|atelier|scop|asbl|agence|agency|co-op|charity|mutuelle|entreprise)"
)
_OUR_OWN = Phrases(
    rf"\b(?:notre|our|my|mon|ma) (?:[a-z-]+ ){{0,2}}?{_KIND}\b(?: d[e'] ?[a-z'-]+(?: [a-z'-]+)?)?,? ?(?:called |nommee? )?[\"']?$"
)
_GONE = Phrases(
    r"\b(?:former\w*|ancien\w*|ex|last|dernier\w*|previous|until|jusqu\w*|was|were|been|etais|etait|etions|avais|had|then|ensuite|puis"
    r"|formerly|jadis|autrefois|as|comme|long ago|il y a|no|not|ne|pas|never|jamais|would|will|if|si"
    r"|daughter|son|wife|husband|sister|brother|mother|father|fille|fils|epouse|mari|compagne|compagnon|soeur|frere|customer|suivie?"
    r"|gardener|souvent|often|married|mariee?|myself|moi-meme|travel|voyages?|bank|banque)\b"
)
_NO_END = Phrases(
    r"\b(?:since|depuis)(?: [a-z]{3,9}\.?)? (?:19|20)\d\d|\bto date\b|\bto the present\b|\ba ce jour\b"
    r"|\b(?:19|20)\d\d ?(?:-|to|a|-+>|/) ?(?:now|present\w*|today|date|aujourd'hui|ce jour|current\w*|actuel\w*|ongoing|onwards|$)"
    r"|\b(?:19|20)\d\d (?:onwards|-(?= ?[|/,]))"
)
_NO_POST = Phrases(
    r"\b(?:members?|membres?|volunteer\w*|benevol\w*|students?|etudiant\w*|phd|doctorant\w*|married|mariee?|fellow"
    r"|treasurer|tresori\w+)\b"
)
"""What goes on and is no post."""
_ROLE_WORD = (
    r"(?:worker|officer|manager|lead|leader|head|director|directrice|directeur|coordinat\w+|coordonnat\w+|charge\w*|chef\w*"
    r"|responsable|nurse|teacher|lecturer|professor|researcher|chercheu\w+|fellow|consultante?|associee?|partner|educat\w+|animat\w+"
    r"|formateur|formatrice|mediat\w+|infirmi\w+|psycholog\w+|sociolog\w+|assistant\w*|advis[eo]r|analyst\w*|counsellor|trainer"
    r"|secretary|secretaire|president\w*|gerante?|founder|fondat\w+|organiser|practitioner|specialist|conseill\w+|juriste|medecin"
    r"|sage-femme|travailleu\w+|agente?|technici\w+|ingenieure?|engineer|economist\w*|statistici\w+|delegue\w*|intervenante?"
    r"|maitre(?:sse)? de conferences|enseignant\w*|encadrant\w*)"
)
_BELONGS = (
    r"(?:,? (?:at|with|for|chez|au|aux|a la|a l'|of|de|du|de la|dans)| -| \||,)"
    r"(?: ?(?:the|la|le|l'|association|ong|ngo))? ?[\"']?$"
)
_ROLE_AT = Phrases(rf"\b{_ROLE_WORD}\b[^.;:]{{0,40}}{_BELONGS}")
_SOMETHING_AT = re.compile(rf"[a-z)]{_BELONGS}")
_PLAINLY = 3.0


def held(unit: Unit, start: int, end: int) -> float:
    """Return how plainly the words before a name say that whoever writes works there now: 0 where they do not, 3 at most."""
    before = unit.lower.part(max(0, start - _BEFORE), start)
    if (_IN_POST.search(before) or _OUR_OWN.search(before)) and not _GONE.search(before):
        return _PLAINLY
    shown = _shows(unit, start, end)
    if _WE_ARE.search(before) and _is_no_person(unit, start, end, shown=shown):
        return _PLAINLY
    if shown and _IN_POST_OF.search(before) and not _GONE.search(before):
        return _PLAINLY
    if not _has_no_end(unit, start):
        return 0.0
    return _PLAINLY if _ROLE_AT.search(before) or (shown and _SOMETHING_AT.search(before)) else 0.0


def _is_no_person(unit: Unit, start: int, end: int, *, shown: bool) -> bool:
    """Return whether those who say `we are` and a name mean a firm, and not themselves one by one, or what they are keen on."""
    name = unit.lower.part(start, end)
    several = " " in name.strip() and not _PERSONS.search(name)
    return (shown or several) and not _GOES_ON.match(unit.lower, end)


def _shows(unit: Unit, start: int, end: int) -> bool:
    """Return whether a name shows by itself that it is that of a firm or of an organisation."""
    name = unit.lower.part(start, end)
    return bool(words.ORGANISATION.search(name) or words.FIRM_WORD.search(name) or words.KIND_FIRST.match(name))


def _has_no_end(unit: Unit, start: int) -> bool:
    """Return whether a line tells of one post that goes on, and not of a mission."""
    text = unit.lower
    return (
        len(text) <= _LONGEST_ROW
        and bool(_NO_END.search(text))
        and not words.CLOSED_SPAN.search(text)
        and not _NO_POST.search(text.part(0, start))
        and len(YEAR_IN_FIGURES.findall(text)) <= _MOST_YEARS
        and not vocabulary.ACTIVITY.search(text.part(0, start))
    )
