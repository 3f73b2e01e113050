"""The persons whom a letter names as the team."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.persons import FULL_NAME, is_person, signers_of_letter
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated
from ami_cli.models.names import name_words, same_person

_SURE = 2.0
_TRACE = 1.0
_SIGNED = 1.0
"""Who signs is often, not always, of the team."""
_TEAM = Phrases(
    r"\b(?:equipe (?:proposee|associera|comprend|se compose|sera)|(?:notre|l'|our|the|proposed) ?(?:equipe|team)|team\b"
    r"|equipe\b|membres? de l'equipe|team members?|binome|trio|qui (?:nous )?sommes|who (?:would come|we are|does what"
    r"|is writing)"
    r"|intervenants?|assistera|pilotera|dirigera?|associera|travaillerai?s?|(?:i|we) would work|would (?:lead|run|supervise"
    r"|handle|join|be|assist|draw|interview|meet)|will (?:lead|run|supervise|handle|join|assist|be)|serait|seraient"
    r"|serions|s'occupera|avec (?:mon|ma) (?:collegue|associee?)|(?:my|our) colleague|lead consultant"
    r"|team leader|chef(?:fe)? (?:de mission|d'equipe)|se joint a moi|joins me|works? (?:on|with)"
    r" me|with me\b|et moi(?:-meme)?\b"
    r"|and (?:i|myself|me)\b|avec moi|coordinates?\b|coordonne|composee? de|composed of|made up of|consists? of|cvs? (?:de"
    r"|of)|personnel propose|proposed staff|partiraient|seraient mobilises?|serions mobilis\w+|leads\b|dirige\b|tient\b)"
)
_ROLE_AFTER = Phrases(
    r"[\"')]*(?:,| -|:| \(| est| is) ?(?:(?:an?|une?|the|la|le|elle|lui) )?(?:\w+ ){0,2}?(?:sociologue|juriste|avocate?|medecin"
    r"|infirmi\w+|psycholog\w+|economiste|statistici\w+|geographe|anthropolog\w+|evaluat\w+|consultant\w*"
    r"|chef\w*|lead|facilitat\w+"
    r"|illustrat\w+|designer|nurse|doctor|lawyer|researcher|chercheu\w+|sage-femme|midwife|mediat\w+|interpret\w*"
    r"|analyst|epidemiolog\w+|nutritionn?ist\w*|politologue|politiste|gp\b|maps|film|expert\w*|animat\w+|coordination"
    r"|enquet\w+|doctorant\w*|senior|junior|associee?|partner|graphi\w+|dessinat\w+|urbaniste|clinical|social)"
)
_DOES = Phrases(
    r",? (?:qui )?(?:lui-meme |elle-meme )?\w{2,}(?:era|erait|ira|irait|dra|drait|eront|eraient)\b"
    r"|,? (?:qui |who )?(?:(?:would|will|can|could|peut|pourra|sera|serait|se|s'|is free|est libre|est prete?"
    r"|a|me|m'|nous) ?)?\b(?:lead|run|supervise|handle|join|draw|interview|meet|lead|coordinate|take"
    r"|review|bring|work|dirige|pilote|assure|anime|coordonne|intervien|tien|dessin"
    r"|enquet|documente|film|rejoin|joint|join|participe|prend|mene|conduit|redige|libre|free|prete?|disponible"
    r"|available|part|vien)\w*"
)
_OUTSIDE = Phrases(
    r"\b(?:contact|referente?|a joindre|joignable|speak to|ring\b|call(?:ed)?\b|telephone|directeur d[eu]"
    r"|directrice d[eu]|tuteur|tutrice|professeure?|responsable d[eu]|coordinatrice|coordinateur|coordinator"
    r"|its director|le directeur|la directrice)\b|@|\+\d|\b0\d(?: ?\d\d){3}"
)
_THING_BEFORE = Phrases(
    r"(?:\b(?:la|le|les|the|an?|une?|du|des|au|association|ong|ngo|fondation|foundation|reseau|network|collectif"
    r"|centre|center|federation|cabinet|societe|agence|firm|company|studio|for|pour|l'|rue|avenue|street"
    r"|a|at|in|from|to)|[ld]') ?[\"']*$"
)
_ORGANISATION = Phrases(
    r"\b(?:association|alliance|network|reseau|foundation|fondation|forum|trust|society|societe|union|centre|center|clinic"
    r"|clinique|maison|foyer|sante|health|ong|ngo|collectif|federation|coalition|protocol|workers|caucus|initiative|council"
    r"|conseil|hospital|hopital|universit\w+|solidar\w+|enfants|femmes|jeunes|voisins|toits|abri|habitat"
    r"|studio|conseils|consulting|etudes|research|lab|group\w*|plateforme|laboratoire|editions|refuge|accueil)\b"
)
_TITLE_BEFORE = Phrases(r"\b(?:m\.?|mme|mr\.?|mrs\.?|ms\.?|monsieur|madame) $")


_ADDRESSED = Phrases(
    r"\b(?:dear|chere?s?|bonjour|bonsoir|hello|hi|madame|messieurs|a l'attention)\b[^.:;!?]{0,40}?\b(?:team|equipe)\b"
    r"|\b(?:votre|vos|your) (?:\w+ )?(?:equipes?|teams?)\b"
)
"""The team of those who read the letter."""
_CITED_AFTER = re.compile(r" ?\((?:[^()]{1,40}, ?)?(?:19|20)\d\d\b")


_SINGULAR = ("je", "j", "i", "mon", "ma", "mes", "my", "moi", "me")
_PLURAL = ("nous", "notre", "nos", "we", "our", "us")
_WORD = re.compile(r"[a-z]+")
_CAPITAL = re.compile(r"\b[A-Z][\w'-]+")
_FEW = 2
_MAINLY = 4
"""Who writes alone says so this many times as often as `we`."""


class _Letter:
    """Who signs the letter, and how its people are spoken of."""

    def __init__(self, pages: Sequence[FoldedPage], signer: str | None) -> None:
        self._pages = pages
        self._signers = signers_of_letter(pages) or ((signer,) if signer else ())

    @cached_property
    def _alone(self) -> bool:
        """Return whether one signs, in the name of no one else."""
        one, several = (sum(page.folded.lower.count_of(some) for page in self._pages) for some in (_SINGULAR, _PLURAL))
        return len(self._signers) == 1 and one > _FEW and one >= _MAINLY * several

    @cached_property
    def _called(self) -> Counter[str]:
        """Return how often each word stands in it with a capital."""
        words = (found for page in self._pages for found in _CAPITAL.findall(page.folded.cased))
        return Counter(word for found in words for word in _WORD.findall(found.lower()))

    def weight(self, name: str) -> float:
        """Return what the letter as a whole says of a name."""
        signs = any(same_person(name, signer) for signer in self._signers)
        weight = (_SIGNED * 2 if self._alone else _SIGNED + (0.5 if len(self._signers) > 1 else 0.0)) if signs else 0.0
        words = [self._called[word] for word in name_words(name)]
        return weight + (0.75 if words[0] > max(words[1:], default=0) else 0.0)


def members_named(pages: Sequence[FoldedPage], signer: str | None) -> Iterator[Stated]:
    """Give the persons whom a letter names as its team; sure where the words say so, a trace where they may be."""
    best: dict[str, tuple[float, Stated]] = {}
    letter = _Letter(pages, signer)
    for page in pages:
        for unit in page.units:
            for found in FULL_NAME.finditer(unit.cased):
                start, end = found.span("name")
                name = " ".join(page.folded.quote(unit.start + start, unit.start + end).split())
                weight = _weigh(unit, (start, end)) + letter.weight(name) if is_person(name) else 0.0
                if weight < _TRACE:
                    continue
                known = next((other for other in best if same_person(name, other)), name)
                if known not in best or best[known][0] < weight:
                    statement = stated(page, unit, "member", (start, end), value=name, sure=weight >= _SURE)
                    best[known] = (weight, statement)
    return iter([statement for _, statement in best.values()])


def _weigh(unit: Unit, place: tuple[int, int]) -> float:
    start, end = place
    text = unit.lower
    before, after = text.part(max(0, start - 30), start), text.part(end, end + 80)
    weight = 0.0
    own, lead = _ADDRESSED.sub(" ", text), _ADDRESSED.sub(" ", unit.lead)
    if _TEAM.search(own) or _TEAM.search(lead):
        weight += 1.5 + (0.5 if sum(1 for _ in FULL_NAME.finditer(unit.cased)) > 1 else 0.0)
    if _DOES.match(after):
        weight += 0.75
    if _ROLE_AFTER.match(after):
        weight += 1.0
    if unit.form in {"item", "row"} and _TEAM.search(lead):
        weight += 0.5
    if _CITED_AFTER.match(after):
        weight -= 2.5
    if end - start == len(text.strip(" .,")):
        weight += 0.5
    return weight + _calendar(unit) - _against(unit, before, text.part(start, end))


def _calendar(unit: Unit) -> float:
    """Return what it adds that the name stands beside days or months to come, as in a table of who is free when."""
    free = times.moment(unit.lower) and not times.YEAR.search(unit.lower) and not vocabulary.DONE.search(unit.lower)
    return 1.0 if free else 0.0


def _tells_of_work(unit: Unit) -> bool:
    return bool(unit.form == "item" or vocabulary.ACTIVITY.search(unit.lower) or vocabulary.CLIENT.search(unit.lower))


def _against(unit: Unit, before: str, name: str) -> float:
    weight = 0.0
    if _THING_BEFORE.search(before):
        weight += 1.0
    if _ORGANISATION.search(name):
        weight += 2.5
    if times.YEAR.search(unit.lower) and _tells_of_work(unit):
        weight += 2.5
    if _OUTSIDE.search(unit.lower):
        weight += 2.0
    return weight + (0.5 if _TITLE_BEFORE.search(before) else 0.0)
