"""Experience of missions like the one the call describes."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_ALIKE = (
    r"(?:semblables?|similaires?|analogues?|comparables?|equivalent\w*|du meme (?:type|ordre|genre)|de meme (?:nature|type)"
    r"|de ce type|proches? (?:de|du|d')|voisins?|similar|comparable|alike|of this (?:kind|type|nature)"
    r"|of the same (?:kind|type|nature)|like (?:this|yours|the one|the above)|such (?:stud(?:y|ies)|assignments?"
    r"|works?|missions?|evaluations?)|close to|same field|ressembl\w+|resembl\w+|sounds? (?:\w+ )?like yours|comme le"
    r" votre|comme la votre)"
)
_WORK = (
    r"(?:missions?|experiences?|etudes?|travaux|contrats?|marches?|prestations?|consultances?|interventions?"
    r"|evaluations?|capitalisations?|projets?|assignments?|contracts?|work|studies|study|consultanc(?:y|ies)|projects?|jobs?"
    r"|exercises?|reviews?|commissions?|situations?|sujets?)"
)
_LIKE = Phrases(rf"\b{_ALIKE}")
_SAID = Phrases(rf"\b{_WORK}\b.{{0,60}}?\b{_ALIKE}|\b{_ALIKE}\b.{{0,60}}?\b{_WORK}\b")
_OWN = Phrases(
    r"\b(?:j'ai|j'|je|nous|notre|nos|mon|mes|ma|moi|i|we|i've|we've|our|my|us|me|she|he|elle|il|deja|already|equipe|team"
    r"|cabinet|bureau|company|firm|consultant\w*)\b"
)
_CORE = Phrases(
    r"\b(?:evalu\w+|capitali[sz]\w+|etudes?\b|study|studies|audit\w*|review\w*|revues?\b|assess\w*|bilans?\b|diagnosti\w+"
    r"|enquetes?\b|surveys?|research|recherches?\b|missions?\b|assignments?|document(?:ing|ed|e|er|ons|ation)\b"
    r"|lessons|learned|learnt|guides?\b|manuals?|positions?\b|position papers?|plaidoyer|advocacy|formalis\w+"
    r"|consultanc\w+|recits?\b|retours? d'experience|facilitation|fresques?|travaux|contrats?|contracts?"
    r"|projects?|projets?)\b"
)
_EXPERIENCE = Phrases(
    r"\b(?:experience\w*|experimente\w*|experienced|deja|already|depuis|since|ans\b|years|decade|fois|times|plusieurs"
    r"|several|many|nombreu\w+|dizaine|vingtaine|trentaine|cinquantaine|plus de|more than|over|various|divers\w*"
    r"|habitue\w*|specialis\w+|expert\w*|coeur de metier|on two occasions|a deux reprises|\w+ reprises"
    r"|both|every year|chaque annee)\b"
)
_OVER_TIME = Phrases(
    r"\b(?:(?:deux|trois|two|three|several|plusieurs) par an|(?:a|per|each|every) year|par an\b|chaque annee|nos \w+"
    r" dernier\w+|our last \w+|(?:mes|my) \w+ (?:dernier\w+|last)|(?:deuxieme|troisieme|quatrieme|cinquieme|sixieme"
    r"|septieme|huitieme|neuvieme|dixieme"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|rd|e|eme)) (?:\w+ )?(?:evaluation"
    r"|capitali[sz]ation|study|etude|mission|programme|review|audit|assignment)|(?:mon|notre) metier|my trade|is what (?:i"
    r"|we) (?:do|have done))\b|"
    r"\b(?:depuis (?:\d|plus|pres|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|toujours"
    r"|longtemps)|since (?:19|20)\d\d|(?:for|over) (?:over|more than|the (?:last|past)|\w+ years|a decade)|pendant \w+ ans"
    r"|au cours des \w+|(?:two|three|four|five|six|several|many|deux|trois|quatre|cinq|six|plusieurs|\d+)"
    r" (?:fois|times|reprises)|vingtaine|dizaine|trentaine|centaine|plusieurs|several|many|more than \w+|plus"
    r" de \w+|nombreu\w+|numerous|a number of"
    r"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|two|three|four|five|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|\d+) (?:\w+ ){0,2}(?:evaluations?|etudes?|capitalisations?|missions?|audits?|studies"
    r"|assignments?|reviews?|surveys?|guides?|positions?|bilans?|contrats?|contracts?)"
    r"|nothing but|(?:ans|years) (?:d'|de |of ))\b"
)
_WORKS = Phrases(
    r"\b(?:signe\b|authored|wrote|written|redige\w*|connais|connaissons|familier\w*|familiar|portaient|dealt"
    r" with|faisons|do\b|have done)\b|"
    r"\b(?:evalue|evaluons|evaluent|evaluer|evaluated?|evaluating|evaluates?|capitalis(?:e|ons|er|ing|ed|es)|document(?:e"
    r"|ons|ing|ed|s)|review(?:ed|ing|s)?|assess(?:ed|ing|es)?|audit(?:e|ons|ed|ing|s)|accompagn\w+|support(?:ed"
    r"|ing)?|help(?:ed|ing)?|aidons|aide|etudie\w*|studied|studying|work(?:ed|ing)?|travaill\w+|conseill\w+|advis\w+)\b"
)
_HOWEVER = Phrases(r"\b(?:but|yet|however|nevertheless|still|mais|cependant|toutefois|pourtant|neanmoins|en revanche|par contre)\b")
_ASKED = Phrases(
    r"\b(?:vous (?:demandez|souhaitez|cherchez)|the notice asks|you (?:ask|want|require|seek)|at least two|au moins deux"
    r"|(?:would|should) (?:love|like)|aimer\w+|souhait\w+|voudr\w+|reve\w*|dream\w*|hope|esper\w+|si vous|contribuer a)\b"
)


def read_similar_missions(pages: Sequence[FoldedPage], references: Sequence[Stated]) -> Iterator[Stated]:
    """Give every passage that tells of similar missions; a reference tells of one too."""
    denied = any(unit.denies for page in pages for unit in page.units)
    for reference in references:
        yield reference.model_copy(update={"what": "similar-mission"})
    for page in pages:
        for unit in page.units:
            score = _score(unit)
            if score:
                yield stated(page, unit, "similar-mission", sure=score == _SURE and not denied)


_SURE = 2


def _score(unit: Unit) -> int:  # noqa: PLR0911 - one reason a line
    """Return 2 for a sure statement, 1 for a trace, 0 for nothing."""
    text = unit.lower
    if unit.denies:
        return 1 if _goes_on(text) else 0
    alike, core = _alike(text), _CORE.search(text)
    own, done = _OWN.search(text), vocabulary.DONE.search(text)
    if unit.form == "heading" or (_ASKED.search(text) and not done):
        return 1 if alike else 0
    if alike and own and (_EXPERIENCE.search(text) or done):
        return _SURE
    if core and own and (done or _WORKS.search(text)) and _OVER_TIME.search(text):
        return _SURE
    if core and _LONG_EXPERIENCE.search(text):
        return _SURE
    if own and _STRICT.search(text) and (_HABIT.search(text) or done) and not _HYPOTHETICAL.search(text):
        return _SURE
    if _alike(unit.lead) and core and done and own:
        return _SURE
    return 1 if alike or _TOUCHES.search(text) or (core and (own or done or _WORKS.search(text) or _alike(unit.lead))) else 0


def _goes_on(text: str) -> bool:
    """Return whether a denial is followed by what was done all the same: `I have never …, but I have led three reviews`."""
    however = _HOWEVER.search(text)
    rest = text[however.end() :] if however else ""
    return bool(vocabulary.DONE.search(rest)) and not vocabulary.DENIAL.search(rest)


def _alike(text: str) -> bool:
    text = _QUOTED.sub(" ", text) if '"' in text else text
    return bool(_LIKE.search(text) and _SAID.search(text))


_STRICT = Phrases(
    r"\b(?:evaluations|capitalisations|etudes|studies|reviews|audits|missions (?:de|d')|assignments|surveys"
    r"|enquetes|bilans|exercises|exercices|capitali[sz]ation de|capitali[sz]ing|evaluating|evaluer|documenting|capitaliser"
    r"|formaliser|evaluation (?:externe|participative|finale|de projets)"
    r"|external evaluation|(?:le|un|the|a|an) (?:guide|recit|memoire|manuel|manual|handbook|story|bilan|positionnement"
    r"|position) (?:d'|de|du|of)|memoire d'un|position (?:sur|on))\b"
)
_HABIT = Phrases(
    r"\b(?:mene|menons|conduis|conduit|conduisons|fais|faisons|realise|realisons|ecris|ecrivons|signe"
    r"|conducts?|carry out|do\b|writes?|habitude|habitue\w*|used to|specialite|speciality|specialty|metier|activite"
    r"|mon actif|to (?:my|our) name|most of what|essentiel|coeur|core|depuis|since|for \w+ years|portent|portaient"
    r"|about|ans\b|years|fois|times|plusieurs|several|connaissons|know this|familier\w*|familiar|authored|wrote|ecrit)\b"
)
_HYPOTHETICAL = Phrases(
    r"\b(?:would|could|shall|will|hope|want|wish|plan to|eager|like to|serait|serions|ferions|ferais"
    r"|aimer\w+|voudr\w+|souhait\w+|pourr\w+|proposons|propose|proposerai\w*|votre|vos|your|prepar\w+|bid|launch\w*"
    r"|lanc\w+|first|premiere?|lu\b|read\b|envie|apprendr\w+|learn\b|banks?|banques?)\b"
)
_TOUCHES = Phrases(
    r"\b(?:familier\w*|familiar|ce (?:genre|type)|this (?:kind|type|sort)|story of|recit|memoire d|ce travail|this work|same"
    r" (?:brief|public|kind|sort)|meme (?:public"
    r"|type|genre)|such (?:an? )?\w+|experience\w*|metier|habitu\w+|expert\w*|experimente\w*|specialis\w+|reports?"
    r"|rapports?|evaluatrice|evaluateur|evaluator)\b"
)
_QUOTED = re.compile(r'"[^"]{3,120}"')
"""Words between quotation marks are those of the call."""
_LONG_EXPERIENCE = Phrases(
    r"\b(?:longue|solide|grande|riche|large|forte|vaste|longues|\w+ (?:ans|annees) d'|long|extensive|solid"
    r"|strong|wide|broad|considerable|\w+ years(?: of|'))[^.;]{0,30} ?experiences?[^.;]{0,40}"
    r"\b(?:evaluations?|capitalisations?|etudes?|audits?|studies|missions?|assignments?|reviews?|research|evaluating"
    r"|consultanc\w+|plaidoyer|advocacy)",
    needs="experience",
)
