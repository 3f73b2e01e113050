"""Experience of missions like the one the call describes."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_ALIKE = (
    r"(?:semblables?|similaires?|analogues?|comparables?|equivalent\w*|du meme (?:type|ordre|genre)|de meme (?:nature|type)"
    r"|de ce type|proches? (?:de|du|d')|voisins?|similar|comparable|alike|of this (?:kind|type|nature)"
    r"|of the same (?:kind|type|nature)|like (?:this|yours|the one|the above)|such (?:studies|assignments"
    r"|work|missions|evaluations)|close to|same field|ressembl\w+|resembl\w+|sounds? (?:\w+ )?like yours|comme le"
    r" votre|comme la votre)"
)
_WORK = (
    r"(?:missions?|experiences?|etudes?|travaux|contrats?|marches?|prestations?|consultances?|interventions?"
    r"|evaluations?|capitalisations?|projets?|assignments?|contracts?|work|studies|study|consultanc(?:y|ies)|projects?|jobs?"
    r"|exercises?|reviews?|commissions?|situations?|sujets?)"
)
_SAID = re.compile(rf"\b{_WORK}\b.{{0,60}}?\b{_ALIKE}|\b{_ALIKE}\b.{{0,60}}?\b{_WORK}\b")
_OWN = re.compile(
    r"\b(?:j'ai|je|nous|notre|nos|mon|mes|ma|moi|i|we|i've|we've|our|my|us|me|has|have|avons|deja|already|depuis|since"
    r"|equipe|team|cabinet|bureau|company|firm|consultant\w*)\b"
)
_EXPERIENCE = re.compile(
    r"\b(?:experience\w*|experimente\w*|experienced|deja|already|depuis|since|ans\b|years|fois|times|plusieurs"
    r"|several|many|nombreu\w+|une (?:dizaine|vingtaine|trentaine)|plus de|more than|over|various|divers\w*"
    r"|habitue\w*|specialis\w+|expert\w*|coeur de metier|completed|realise\w*|mene\w*|conduit\w*|carried"
    r"|conducted|led|delivered)\b"
)
_ASKED = re.compile(r"\b(?:vous demandez|the notice asks|you ask|votre appel|your call|at least two|au moins deux)\b")
_MANY = re.compile(
    r"\b(?:nous|j'|je|we|i|company|team)\b.{0,120}\b(?:evalu\w+|capitalis\w+|etude\w*|audit\w*|review\w*|stud(?:y"
    r"|ies)|assess\w*|missions|assignments|guides?|bilans?)\b"
)
_SINCE = re.compile(
    r"\b(?:depuis (?:\d|plus|pres|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze"
    r"|vingt)|since (?:19|20)\d\d|for (?:over|more than|the (?:last|past)|\w+ years)|pendant \w+ ans"
    r"|\w+ fois|several (?:times|of)|vingtaine|dizaine|plusieurs)\b"
)


def read_similar_missions(pages: Sequence[FoldedPage], references: Sequence[Stated]) -> Iterator[Stated]:
    """Give every passage that tells of similar missions; a reference tells of one too."""
    denied = any(vocabulary.DENIAL.search(unit.lower) for page in pages for unit in page.units)
    for reference in references:
        yield reference.model_copy(update={"what": "similar-mission", "sure": reference.sure and not denied})
    for page in pages:
        for unit in page.units:
            score = _score(unit)
            if score:
                yield stated(page, unit, "similar-mission", sure=score > 1 and not denied)


def _score(unit: Unit) -> int:
    text = unit.lower
    if vocabulary.DENIAL.search(text):
        return 0
    alike = _SAID.search(text)
    if unit.form == "heading":
        return 1 if alike else 0
    if alike and not _ASKED.search(text):
        return 2 if _OWN.search(text) and (_EXPERIENCE.search(text) or vocabulary.DONE.search(text)) else 1
    under = _SAID.search(unit.lead)
    if under and vocabulary.ACTIVITY.search(text):
        return 2 if vocabulary.DONE.search(text) and _OWN.search(text) else 1
    if vocabulary.DONE.search(text) and _MANY.search(text):
        return 2 if _SINCE.search(text) else 1
    return 0
