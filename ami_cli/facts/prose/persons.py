"""Names of persons: whose CV a text is, who signs a letter, whom it names as the team."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import YEAR_IN_FIGURES, FoldedPage, once_a_page
from ami_cli.models.names import name_words, same_person

_PART = (
    r"(?:[A-Z][a-z]*(?:['-][A-Z]?[a-z]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)?|[A-Z]{2,}(?:['-][A-Z]+)*|[A-Z]\.(?:-?[A-Z]\.)?"
    r"|[A-Z]'[A-Z][a-z]+)"
)
_PARTICLE = (
    r"(?:de la|de las|de los|de|du|des|d'|da|do|dos|di|del|van der|van den|van de|van|von der|von|den|ter|ten|el|al|ben"
    r"|bin|ibn|ould|mint|y|e|la|le|ne|ni|o)"
)
_TITLE = r"(?:(?:M|Mr|Mrs|Ms|Mme|Mlle|Dr|Dre|Prof|Pr|Me|Maitre|Ing|Soeur|Sir)\.? )?"
_FULL_NAME = re.compile(
    rf"(?<![\w'-]){_TITLE}(?P<name>{_PART}(?:[ ](?:{_PARTICLE}[ ']?[ ]?|\"[ ]?[A-Z][a-z]+[ ]?\"[ ])?{_PART}){{1,4}})(?![\w'])"
)
_TWO_CAPITALS = re.compile(r"[A-Z](?=[A-Za-z'.-]{0,60} [\"a-z' ]{0,9}[A-Z])")
"""Where a full name can begin: at a capital, with another one a word further on, behind a particle at most.

No word of a name is longer than that: without a bound a hostile line takes seconds."""


class _FullName:
    """The pattern of a full name, tried only where one can begin: it is a dear one, and most lines hold none."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the names in a text."""
        end = 0
        for capital in _TWO_CAPITALS.finditer(text):
            if capital.start() >= end and (found := _FULL_NAME.match(text, capital.start())):
                yield found
                end = found.end()

    def match(self, text: str) -> re.Match[str] | None:
        """Return the name that a text begins with."""
        return _FULL_NAME.match(text) if _TWO_CAPITALS.match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the name that a text is."""
        return _FULL_NAME.fullmatch(text) if _TWO_CAPITALS.match(text) else None


FULL_NAME = _FullName()
_AFTER_LABEL = r"(?: ?\([^)\n]{0,20}\))?[ \t]*(?:[:|][ \t]*\n?|\n)[ \t]*(?P<value>[^\n|;:\d]{2,60}?)(?=$|[|;\n]|\s{3})"
_WHOLE_NAME = Phrases(
    r"^[ \t*\d.)-]{0,6}(?:noms? (?:et|&) prenoms?|prenoms? (?:et|&) noms?|noms? complets?|full name|name"
    r"|nom de l'expert\w*|name of (?:the )?(?:expert|staff|consultant)|nombre completo"
    r"|apellidos y nombre|nom du (?:consultant|candidat))" + _AFTER_LABEL,
)
_FAMILY_NAME = Phrases(r"^[ \t*\d.)-]{0,6}(?:noms?(?: de famille)?|surname|last name|family name|apellidos?)" + _AFTER_LABEL)
_GIVEN_NAME = Phrases(
    r"(?:^|\s{3})[ \t*\d.)-]{0,6}(?:prenoms?|given names?|first names?|forenames?|nombres?)" + _AFTER_LABEL,
    needs="prenom given! first! forename nombre",
)
_NOT_NAME = frozenset(
    re.findall(
        r"\S+",
        "alliance reseau network forum trust society societe maison foyer collectif collective coalition initiative consortium"
        " observatoire laboratoire laboratory lab atelier studio editions production productions cabinet bureau"
        " agence agency cooperative partners"
        " advisory learning clinic clinique hospital hopital federation union plateforme platform solidarite solidarites"
        " solidarity secours refuge"
        " accueil have who when what how where why quand qui quoi comment "
        "curriculum vitae resume cv page lettre letter objet subject experience experiences formation education competences"
        " skills langues languages professional professionnelle profil profile contact email address adresse"
        " telephone phone tel nationalite"
        " nationality date naissance birth linkedin github europass personal information informations personnelles"
        " work history employment summary objective university universite master consultant consultante consultants"
        " independante independant senior junior expert experte evaluation"
        " evaluateur evaluatrice director directeur directrice manager engineer developer sociologue anthropologue"
        " juriste medecin sage femme infirmier infirmiere psychologue chef cheffe mission project projet santé sante publique"
        " public health medecins monde france paris london nantes lyon marseille dakar"
        " avenue rue street road square boulevard place direction plaidoyer advocacy comite selection dear"
        " madame monsieur bonjour interest interet motivation expression manifestation appel call capitalisation"
        " proposition technical proposal budget annexe annex references reference candidature application equipe team"
        " january february march april may june july august september october november december janvier fevrier"
        " mars avril mai juin juillet aout septembre octobre novembre decembre international national centre center"
        " association fondation foundation institut institute research recherche etude study"
        " social sociale sociales sciences political science politique development developpement management"
        " gestion ministry ministere red cross croix rouge united nations save children the and for with pour"
        " avec avez sur les des une nos notre our my mon ma french english francais anglais arabic arabe spanish espagnol"
        " programme program services service group groupe limited ltd sarl sas conseil consulting associates"
        " etudes studies union european europe africa afrique west ouest nord sud east est south north"
        " disponibilite disponibilites availability"
        " american african asian caribbean oriental srl llp llc plc gmbh scop scic sasu eurl legal"
        " key domaines areas objectif realisations centres loisirs publications hobbies interests",
    )
)
_BEFORE_MARK = re.compile(r" [-|/] |,|\s{3}|\. |\t")
_BOTH = re.compile(r" (?:and|et|&) ")
_SOMEBODY_ELSE = re.compile(r",[^,]+,.*(?:@|\d\d[ .]?\d\d)|[a-z]: .*(?:@|\d\d[ .]?\d\d)")
"""A name, a function and an address on one line: somebody to be asked, not who signs."""
_ON_BEHALF = re.compile(r"^(?:(?:par|by|signed|signe)\b ?:? ?)", re.IGNORECASE)
_TOP_LINES = 8
_NAME_ENDS = re.compile(r" ?(?:$|[,.|/(-]|\s{3}|is\b|est\b|was\b|has\b|a\b|exerce|holds|works|travaille|born|nee?\b)")
_TITLE_LINE = re.compile(r"curriculum|\bcv\b|resume|annexe?|page|equipe|team|membre|member|expert|profil")
_SPACE = re.compile(r"\s+")
_LAST_LINES = 6
_FIRST_LINES = 3
_HEAD = 3000
_SHORT_HEAD = 400
_MOST_WORDS = 6
_LONGEST_NAME = 60
_LONGEST_SIGNATURE = 4 * _LONGEST_NAME


def person_of_cv(pages: Sequence[FoldedPage]) -> str | None:
    """Return whose CV it is, as written at its head, or None."""
    return _at_head(pages[0]) if pages else None


def signer_of_letter(pages: Sequence[FoldedPage]) -> str | None:
    """Return who signs a letter: the last name that stands alone among the last lines of a page, else the one at its head."""
    last = next((names[-1] for page in reversed(pages) if (names := _alone_at_foot(page))), None)
    return last or (top_name(pages[0]) if pages else None)


def signers_of_letter(pages: Sequence[FoldedPage]) -> tuple[str, ...]:
    """Return all who sign: the names that stand alone among the last lines of a page, or two on one line."""
    names: list[str] = []
    for name in (name for page in pages for name in _signing(page)):
        names += [] if any(same_person(name, other) for other in names) else [name]
    return tuple(names)


def signs_off(pages: Sequence[FoldedPage]) -> bool:
    """Return whether a name stands alone among the last lines of a page, as under a letter."""
    return any(map(_alone_at_foot, pages))


def opens_with_name(pages: Sequence[FoldedPage]) -> bool:
    """Return whether the very first words are a person's name, as at the head of a CV or of a biography."""
    return bool(pages) and top_name(pages[0]) is not None


@once_a_page
def _at_head(page: FoldedPage) -> str | None:
    labelled = _labelled(page)
    if labelled:
        return labelled
    candidates = [(_rank(place, line), name) for place, (line, name) in enumerate(_top_names(page))]
    return max(candidates)[1] if candidates else None


@once_a_page
def _alone_at_foot(page: FoldedPage) -> tuple[str, ...]:
    """Return the names that stand alone on one of the last lines."""
    names = (_whole_line_name(page, start, end) for start, end in page.lines[-_LAST_LINES:])
    return tuple(name for name in names if name)


@once_a_page
def _signing(page: FoldedPage) -> tuple[str, ...]:
    """Return the names on the last lines, of two on one line both, as long as nobody says how to reach them."""
    names: list[str | None] = []
    for start, end in page.lines[-_LAST_LINES:]:
        line = page.folded.cased[start:end]
        if len(line) > _LONGEST_SIGNATURE or not _may_name(line) or _SOMEBODY_ELSE.search(page.folded.lower[start:end]):
            continue
        place = start
        for part in _BOTH.split(line):
            names.append(_whole_line_name(page, place, place + len(part)))
            place = page.folded.cased.index(part, place) + len(part)
    return tuple(name for name in names if name)


def _labelled(page: FoldedPage, within: int = _HEAD) -> str | None:
    """Return the name that a form gives after its labels, on the same line or the next: `Nom : Roy`, `Given names` / `Ada`."""
    whole, family, given = (_value(page, label, within) for label in (_WHOLE_NAME, _FAMILY_NAME, _GIVEN_NAME))
    name = whole or " ".join(filter(None, (given, family)))
    last, comma, first = name.partition(",")
    name = f"{first.strip()} {last}" if comma else name
    return name if is_person(name) else None


def _value(page: FoldedPage, label: Phrases, within: int) -> str | None:
    found = label.search(page.folded.lower.part(0, within)) if label.may(page.folded.lower) else None
    if not found:
        return None
    value = page.folded.quote(found.start("value"), found.end("value"))
    return " ".join(value.split()).strip(" .:-|") or None


def _top_names(page: FoldedPage) -> Iterator[tuple[int, str]]:
    for line, (start, end) in enumerate(page.lines[:_TOP_LINES]):
        for found in FULL_NAME.finditer(page.folded.cased[start : min(end, start + 200)]):
            name = _SPACE.sub(" ", page.folded.quote(start + found.start("name"), start + found.end("name"))).strip()
            if is_person(name):
                yield line, name
                break


def _rank(place: int, line: int) -> tuple[int, int]:
    return -line, -place


def _may_name(line: str) -> bool:
    return _TWO_CAPITALS.search(line) is not None


def _whole_line_name(page: FoldedPage, start: int, end: int) -> str | None:
    text = page.folded.cased[start:end].strip()
    if not _may_name(text):
        return None
    parts = [part.strip() for part in _BEFORE_MARK.split(text, 2)[:2]]
    if any(len(part) > _LONGEST_NAME for part in parts):
        return None
    return next((name for part in parts if (name := _name_of(page, part, start))), None)


def _name_of(page: FoldedPage, part: str, start: int) -> str | None:
    """Return the name that a part of a line is, before the firm or after it: `Ada Roy, cabinet Orme`, `Cabinet Orme, Ada Roy`."""
    found = FULL_NAME.fullmatch(_ON_BEHALF.sub("", part))
    if not found:
        return None
    at = page.folded.cased.index(found["name"], start)
    name = _SPACE.sub(" ", page.folded.quote(at, at + len(found["name"])))
    return name if is_person(name) else None


@lru_cache(maxsize=1024)
def is_person(name: str) -> bool:
    """Return whether the words can be a person's name: two to six, none of them a word of headings, places or organisations."""
    words = name_words(name)
    return 1 < len(words) <= _MOST_WORDS and not any(word in _NOT_NAME for word in words)


def first_line(page: FoldedPage) -> str:
    """Return the first words of a page, folded: the same on each page where they are its running head."""
    start, end = next(iter(page.lines), (0, 0))
    return page.folded.lower[start:end].strip()


@once_a_page
def head_name(page: FoldedPage) -> str | None:
    """Return the name that a page opens with, or that a form at its head gives."""
    return top_name(page) or _labelled(page, _SHORT_HEAD)


@once_a_page
def top_name(page: FoldedPage) -> str | None:
    """Return the name that a page opens with: at the start of its first line, or of the next ones where the first is a title."""
    for start, end in page.lines[:_FIRST_LINES]:
        line = page.folded.cased[start:end]
        if YEAR_IN_FIGURES.search(line):
            return None
        place = start + len(line) - len(line.lstrip())
        found = FULL_NAME.match(line.strip()[:_LONGEST_NAME])
        if found is not None and is_person(found["name"]) and _NAME_ENDS.match(line.strip(), found.end()):
            return " ".join(page.folded.quote(place + found.start("name"), place + found.end("name")).split())
        if not _TITLE_LINE.search(line.lower()):
            return None
    return None
