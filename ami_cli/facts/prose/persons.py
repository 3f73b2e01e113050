"""Names of persons: whose CV a text is, who signs a letter, whom it names as the team."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.facts import Stated
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
_FULL = re.compile(rf"(?<![\w'-]){_TITLE}(?P<name>{_PART}(?:[ ](?:{_PARTICLE}[ ']?[ ]?)?{_PART}){{1,4}})(?![\w'])")
_LABEL = re.compile(
    r"\b(?:nom|name|surname|last name|family name|apellidos?|noms? et prenoms?|prenoms? et noms?|full"
    r" name|nombre)\b ?(?:\([^)]*\))? ?[:|]\s*(?P<name>[^\n|,;]{3,60})",
    re.IGNORECASE,
)
_NOT_NAME = frozenset(
    re.findall(
        r"\S+",
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
        " key domaines areas objectif realisations centres loisirs publications hobbies interests",
    )
)
_TOP_LINES = 8
_LAST_LINES = 6
_MOST_WORDS = 6
_LONGEST_NAME = 60


def person_of_cv(pages: Sequence[FoldedPage]) -> str | None:
    """Return whose CV it is, as written at its head, or None."""
    if not pages:
        return None
    page = pages[0]
    labelled = _labelled(page)
    if labelled:
        return labelled
    candidates = [(_rank(place, line), name) for place, (line, name) in enumerate(_top_names(page))]
    return max(candidates)[1] if candidates else None


def signer_of_letter(pages: Sequence[FoldedPage]) -> str | None:
    """Return who signs a letter: the last name that stands alone on its line, else the first at its head."""
    for page in reversed(pages):
        for start, end in reversed(_line_spans(page)):
            name = _whole_line_name(page, start, end)
            if name:
                return name
    return person_of_cv(pages)


def signs_off(pages: Sequence[FoldedPage]) -> bool:
    """Return whether a name stands alone among the last lines of a page, as under a letter."""
    return any(_whole_line_name(page, start, end) for page in pages for start, end in _line_spans(page)[-_LAST_LINES:])


def opens_with_name(pages: Sequence[FoldedPage]) -> bool:
    """Return whether the very first words are a person's name, as at the head of a CV or of a biography."""
    first = next(((page, start, end) for page in pages for start, end in _line_spans(page)[:1]), None)
    if first is None:
        return False
    page, start, end = first
    found = _FULL.match(page.folded.cased[start:end].strip()[:_LONGEST_NAME])
    return found is not None and _is_person(found["name"])


def members_named(pages: Sequence[FoldedPage], signer: str | None) -> Iterator[Stated]:
    """Give the persons whom a letter names as its team; sure where the words say so, a trace where a name only occurs."""
    seen: list[str] = []
    for page in pages:
        for unit in page.units:
            about_team = bool(_TEAM.search(unit.lower) or _TEAM.search(unit.lead))
            excluded = bool(_OUTSIDE.search(unit.lower))
            for found in _FULL.finditer(unit.cased):
                name = page.folded.quote(unit.start + found.start("name"), unit.start + found.end("name"))
                name = re.sub(r"\s+", " ", name)
                if not _is_person(name) or any(same_person(name, other) for other in seen):
                    continue
                is_signer = signer is not None and same_person(name, signer)
                if is_signer or (about_team and not excluded):
                    seen.append(name)
                    yield stated(
                        page, unit, "member", found.span("name"), value=name, sure=not unit.ocr and (is_signer or about_team)
                    )


_TEAM = re.compile(
    r"\b(?:equipe|team|membres?|members?|binome|duo|trio|qui (?:nous )?sommes|who (?:is|are|would|we)"
    r"|intervenants?|assistera|pilotera|dirigera?|associera|travaillerai?s?|(?:i|we) would work|would (?:lead|run|supervise"
    r"|handle|join|be)|will (?:lead|run|supervise|handle|join)|serait|seraient|serions|s'occupera|avec"
    r" (?:mon|ma) (?:collegue|associee?)|my colleague|our colleague"
    r"|consultante?s? (?:principale?|senior|associee?)|lead consultant|team leader|chef(?:fe)? (?:de mission"
    r"|d'equipe)|nous sommes|we are|se joint a moi|joins me|would join me|will join me|et moi(?:-meme)?"
    r"|and (?:i|myself|me)\b|coordination|coordinates|composee? de|composed of|made up of|consists?"
    r" of|cv (?:de|of)|curriculum|personnel propose|proposed (?:staff|team)|signe|signed)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:contact|reference|referent|a joindre|joignable|speak to|directeur de (?:these|memoire)|tuteur"
    r"|tutrice|call(?:ed)?|\+?\d{2}(?: ?\d\d){4}|@|professeure? a|commanditaire|client|coordinatrice|coordinateur,)\b"
    r"|\+\d{2,3} "
)


def _labelled(page: FoldedPage) -> str | None:
    found = _LABEL.search(page.folded.cased[:3000])
    if not found:
        return None
    end = found.end("name")
    name = re.sub(r"\s+", " ", page.folded.quote(found.start("name"), end)).strip(" .:-")
    return name if _is_person(name) else None


def _line_spans(page: FoldedPage) -> list[tuple[int, int]]:
    spans = []
    place = 0
    for line in page.folded.cased.split("\n"):
        spans.append((place, place + len(line)))
        place += len(line) + 1
    return [(start, end) for start, end in spans if page.folded.cased[start:end].strip()]


def _top_names(page: FoldedPage) -> Iterator[tuple[int, str]]:
    for line, (start, end) in enumerate(_line_spans(page)[:_TOP_LINES]):
        text = page.folded.cased[start:end]
        for found in _FULL.finditer(text[:200]):
            name = re.sub(r"\s+", " ", page.folded.quote(start + found.start("name"), start + found.end("name"))).strip()
            if _is_person(name):
                yield line, name
                break


def _rank(place: int, line: int) -> tuple[int, int]:
    return -line, -place


def _whole_line_name(page: FoldedPage, start: int, end: int) -> str | None:
    text = page.folded.cased[start:end].strip()
    if len(text) > _LONGEST_NAME:
        return None
    found = _FULL.fullmatch(re.split(r" [-|] |,", text)[0].strip())
    if not found:
        return None
    at = page.folded.cased.index(found["name"], start)
    name = re.sub(r"\s+", " ", page.folded.quote(at, at + len(found["name"])))
    return name if _is_person(name) else None


def _is_person(name: str) -> bool:
    words = name_words(name)
    return 1 < len(words) <= _MOST_WORDS and not any(word in _NOT_NAME for word in words)
