"""How much a passage looks like a reference to one past contract."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from ami_cli.facts.prose import vocabulary
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.headings import is_of_others_work
from ami_cli.facts.prose.names import proper_names
from ami_cli.facts.prose.passages import Passage
from ami_cli.facts.prose.phrases import Marked, Phrases
from ami_cli.facts.prose.referee_words import OTHERS, TEAM
from ami_cli.facts.prose.statement_words import FOLLOWED

SURE = 0.0
TRACE = -5.0
_GAP = "   "
"""Between columns."""


class _Witnesses(NamedTuple):
    """What weighs in any passage, and how much each of two witnesses counts: what was learnt, and the words around names.

    Fitted to passages of documents weighed by what others wrote.
    """

    any: float
    heard: float
    seen: float


_DATED = _Witnesses(-1.5, 0.8, 0.7)
_UNDATED = _Witnesses(-0.15, 0.79, 0.0)
_MOST = 6.0
_LIKE_A_MISSION = -4.0
"""How much a passage without a year must say that it is a mission to be looked at where it names a client."""
_DOUBTED = 6.0
_NOT_WON = Phrases(
    r"\b(?:tendered|(?:have|has|also) applied for|(?:i|we) (?:plan|intend|hope|wish) to"
    r"|(?:was|were|been) (?:evaluated|audited|reviewed|assessed) by (?!me\b|us\b|my\b|our\b)"
    r"|(?:ete|fut) (?:evaluee?s?|auditee?s?) par (?!moi\b|nous\b|mon\b|notre\b|mes\b|nos\b)"
    r"|(?:my|our) (?:sister|brother|father|mother|husband|wife|cousin|daughter|son)"
    r"|(?:mon|ma) (?:soeur|frere|mari|femme|pere|mere|cousine?)"
    r"|(?:guided|inspired) (?:us|me)|nous (?:a|ont) (?:guide|inspire)e?s?"
    r"|bid (?:for|on|to)|submitted (?:a|an|our) (?:proposal|offer|bid|tender|quote)|were not (?:selected|retained"
    r"|shortlisted|chosen|successful)|was not (?:selected|retained|shortlisted|chosen|awarded|successful)|not (?:win|won)"
    r"|lost (?:it|the (?:bid|tender|contract))|(?:was|were|been) (?:cancelled|called off|withdrawn)|sans suite"
    r"|(?:avons|avais|ai|ont) candidate\b|(?:sans|pas) (?:\w+ )?(?:ete |etre )?(?:retenue?s?|selectionnee?s?)"
    r"|l'a emporte|l'ont emporte"
    r"|(?:avons|ai) (?:repondu|soumissionne|depose|remis une offre)|arrivee?s? (?:deuxieme|seconde?|troisieme)"
    r"|(?:ete|fut|est) (?:annulee?s?|abandonnee?s?|resiliee?s?)|votre appel|l'appel (?:demande|exige)|vous demandez"
    r"|parmi nos clients|nos clients sont|our clients (?:are|include)|nous font confiance|supported by|soutenue?s? par"
    r"|(?:a|ont) votee?s?\b|agreee?s? par"
    r"|your call|the call (?:asks|requires)|you ask|suivi (?:la|une|le|un) (?:formation|module|cours|stage)"
    r"|(?:took|followed|attended) (?:a|the|an) (?:course|training|workshop))\b"
)
_LEAD_IN = re.compile(
    r"(?:\b(?:for|pour|chez|avec|with|by|par|aupres d[eu]s?|on behalf of|au profit d[eu]s?|pour"
    r" le compte d[eu]s?|commanditaire|client|donneur d'ordre|commissioned by|commissioned from us by"
    r"|l'|organisation|organization|to)(?: (?:l'|la|le|les|the|des|du|de|d'|an?|une?|notre|our|ses|its))*[ :\"'(-]*"
    r"|\b[ld]')$"
)
_SET_APART = re.compile(r" ?(?:[,:(|]|- )")
_AGAIN = Phrases(r"\b(?:celles?|celui|ceux|that|those|another|the other|l'autre|un autre|une autre|de meme|the same|likewise)\b")
_GOVERNED = re.compile(
    r"\b(?:evaluation|capitalisation|etude|audit|revue|review|study|assessment|bilan|guide|enquete|survey"
    r"|diagnostic|celles?|celui|ceux|that|those|one) (?:\w+ ){0,2}?(?:du|de la|de l'|des|de|d'|of the|of|at|by) ?[\"']*$"
)
_ORGANISATION = re.compile(
    r"\b(?:associations?|asso|ong|ngo|ingo|fondations?|foundations?|fundacion|federation|reseau|network"
    r"|collecti(?:f|ve)|croix|cross|ministere|ministry|municipality|ville|mairie|metropole|departement|ars|unicef|unhcr"
    r"|hcr|who|oms|pnud|undp|union|alliance|coalition|plateforme|platform|mouvement|movement|comite|committee"
    r"|centre|center|centro|hopital|hospital|chu|caritas|trust|charity|society|societe|mutuelle|institut|institute"
    r"|observatoire|observatory|forum|caucus|confederation|diocese|council|conseil|city|commune|region|afd"
    r"|secours|oxfam|care|stichting|foyer|maison|relief|watch|syndicat|initiative|programme|consortium|health"
    r"|sante|solidarite|solidarity|refuge|shelter|clinic|clinique|service|services|cooperative|entreprise"
    r"|company|agency|agence|agence"
    r" regionale|partners|international|mission|bureau|ligue|league|lab|group|groupe|accueil|club|house|action"
    r"|aide|aid|salud|asociacion|medecins|medical\w*)\b"
)
_ASKS = re.compile(
    r"[^.;:]{0,40}?\b(?:(?:asked|hired|commissioned|engaged|retained|instructed|contracted|invited|chose|wanted"
    r"|entrusted|requested)\b"
    r"|(?:m'|nous |me )(?:a|ont|avait|avaient)\b|voulait|souhaitait|did (?:so|the same)|a fait de meme|en a fait autant"
    r"|a (?:commande|demande|confie|souhaite))"
)
_READ = Phrases(r"\b(?:j'ai (?:\w+ )?lu|nous avons (?:\w+ )?lu|(?:i|we) (?:have )?read|la lecture d\w+)\b")
_SEVERAL = Phrases(
    r"\b(?:twice|deux fois|already|deja|par deux fois|trois fois)\b[^.]{0,60}:|"
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|plusieurs|two|three|four|five|seven|eight|several|both|notamment"
    r"|including|include|en tout|\d)\b[^:]{0,60}"
    r"\b(?:associations?|organi[sz]ations?|clients?|structures?|ong|ngos|evaluations?|etudes?|studies|missions?"
    r"|contrats?|contracts?|assignments?|bilans?|reviews?|travaux|works?|jobs|capitalisations?|times|fois)\b"
)
_FRAME = Phrases(
    r"\b(?:references?|missions? (?:realisee?s?|conduites?|menees?|similaires?|semblables?|analogues?|recentes?"
    r"|comparables?|accomplies|effectuees|de conseil)|contrats?|contracts?|marches? (?:similaires?|analogues?|executes?"
    r"|publics?)"
    r"|assignments?|commissions?|commissioned|commandes?|commanditaires?|clients?|donneurs? d'ordre|track"
    r" record|mandats?|mandates|consultanc(?:y|ies)|similar|semblables?|similaires?|analogues?|comparables?"
    r"|prestations?|engagements recents|livres|livrees?|done this before"
    r"|look like yours|close to (?:this|yours)|comme le votre|proches? d\w+|deja (?:fait|produit|mene|realise|conduit"
    r"|livre)|completed|carried out|executed|realisees?|conduites?|menees?|executes?|we have done|j'ai (?:conduit"
    r"|mene|realise)|evaluations?|capitalisations?|etudes?|studies|jobs)\b"
)
_CITED = Phrases(r"\((?:[^()]{1,40}, ?)?(?:19|20)\d\d(?: ?- ?(?:20)?\d\d)?\)")
_WEAK_FRAME = Phrases(
    r"\b(?:experiences?|realisations?|travaux|work|projects?|projets?|portfolio|selected|relevant|pertinentes?"
    r"|notes?|annexe?|behind us|precedents|qualifi\w+|credentials)\b"
)
_OTHER_FRAME = re.compile(
    r"\b(?:formations?|education|etudes et diplomes|diplomes?|studies and|qualifications|publications?|ecrits?"
    r"|writing|talks|conferences?|exhibitions?|expositions?|teaching|enseignement\w*|memberships?|affiliations?"
    r"|benevolat|volunteer\w*|associatif|vie associative|loisirs|(?<!expression of )(?<!expressions of )(?<!letter of )interests?"
    r"|centres? d'interet|hobbies|langues|languages"
    r"|certificat\w*|awards?|prix|distinctions?|stages?|training|emplois?|employment|posts?|postes?|positions?"
    r" held|carriere|career|academic|parcours universitaire|contact|date|objet|subject|calendrier|disponibilite\w*"
    r"|availability|dates|planning)\b"
)
_YEAR_OF = re.compile(
    r"\b(?:fonde\w*|founded|created|cree\w*|incorporated|established|immatricul\w+|registered|depuis|since"
    r"|nee? (?:en|le|a)|born|diplom\w*|graduat\w+|soutenu\w*|retraite\w*|retired|arrivee?|arrived|joined|rejoint|existe"
    r"|agreee?|installe\w*|copyright)\b[^.;]{0,30}$"
)
_SCHOOL = Phrases(
    r"\b(?:these|thesis|phd|ph\.d|doctorat|doctorate|master'?s?|licence|diplom\w*|degree|bachelor|mba|universit\w+"
    r"|(?:high|business|law|art|nursing) school|school of|ecole (?:de|d|superieure|nationale|normale)|etudiant\w*"
    r"|student|memoire de (?:fin|master|recherche|m2)|llm|llb|bsc|msc|certificat\w*"
    r"|certificate|agregation|maitrise|capacite en|article|chapter|chapitre|journal|novel|roman|livre sur|my book|mon livre"
    r"|medal|award|prize|prix"
    r"|salarie\w* (?:de|chez|du)|employed (?:by|as)|stage\b|stagiaire|internship|volunteer(?:ed|ing)?\b|benevol(?:at|e a"
    r"|e au|e chez|e pour|e depuis)"
    r"|siret|rccm|rcs|capital (?:de|of)|membre d[eu]|member of|vacataire|faculte|travaux diriges|tribunal"
    r"|lycee|lecturer|enseignante?|professeure? |cours d)\b"
)
_PLANNED = Phrases(
    r"\b(?:disponib\w*|availab\w*|libres? (?:a|des|du|en)|serai|serons|serions|serais|will|would|could"
    r"|shall|pourr\w+|commencer|demarrer|debuter|start on|begin|to start|depart possible|calendrier|deadline"
    r"|date limite|confirm\w*)\b"
)
_OUR_WORK = Phrases(
    r"\b(?:nos|mes|notre|mon|ma|our|my|recents?|recent) (?:\w+ )?(?:travaux|clients?|references?|missions?|realisations?"
    r"|interventions?"
    r"|commanditaires?|partenaires?|works?|projects?|projets?|assignments?|partners?)\b"
)
_UNTIL_NOW = Phrases(
    r"\b(?:to|-|until|a|au) ?(?:present|today|now|date|aujourd'hui|ce jour|actuel\w*|en cours|ongoing)\b"
    r"|\bdepuis\b|\bsince\b|(?:19|20)\d\d ?-(?:$|\s{2,})"
)
_EMPLOYED = 3
_FULL_DATE = Phrases(
    r"\b\d{1,2}(?:er|st|nd|rd|th)?(?: of)? [a-z]{3,9},? 20\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b"
    r"|\b[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?, 20\d\d\b"
)


def weigh(passage: Passage) -> float:
    """Return how much a passage looks like a reference: at 0 as likely as not, and one more makes it e times likelier."""
    if is_dateline(passage.unit):
        return -math.inf
    if not passage.years:
        return _undated(passage)
    weight = _DATED.any + _DATED.heard * passage.heard + _DATED.seen * min(_MOST, _seen(passage))
    return max(weight - _never_done(passage), min(weight, TRACE)) if weight >= SURE else weight


def _undated(passage: Passage) -> float:
    """Return the same for a passage without a year: one that tells of a mission and names a client leaves at least a trace."""
    weight = _UNDATED.any + _UNDATED.heard * passage.heard
    if weight >= SURE:
        return max(weight - _never_done(passage), TRACE)
    if weight >= TRACE or not (client := _client(passage.lower, passage.cased)):
        return weight
    told = client > 1 and vocabulary.DONE.search(passage.lower) and vocabulary.ACTIVITY.search(passage.lower)
    return TRACE if told or passage.similar >= _LIKE_A_MISSION else weight


def _never_done(passage: Passage) -> float:
    """Return what makes a passage a doubt at most: not won, not done, asked for, a training followed, people of another sort."""
    if _NOT_WON.search(passage.lower) or OTHERS.search(passage.lower) or TEAM.search(passage.unit.lead):
        return _DOUBTED
    if FOLLOWED.match(passage.lower) or (passage.years and is_of_others_work(passage.unit.heading)):
        return _DOUBTED
    return 0.0


def _seen(passage: Passage) -> float:
    """Return how much the words around names and years speak for a contract: 3 and more where a reader would count it."""
    client = max(_client(passage.lower, passage.cased), 0.75 * _client(passage.around, passage.around_cased))
    return max(0.0, client + _work(passage) + _frame(passage) - _against(passage)) if client else 0.0


def names_client(passage: Passage) -> bool:
    """Return whether the passage itself names an organisation as its client."""
    return _client(passage.lower, passage.cased) > 1


def _client(lower: str, cased: str) -> float:
    """Return 2 where an organisation is named as one, 1 where there is a name that may be one."""
    best = 0.0
    for start, end, words in proper_names(cased):
        before, named = lower[max(0, start - 40) : start].rpartition(_GAP)[2], lower[max(0, start - 25) : end]
        if _LEAD_IN.search(before) or _ORGANISATION.search(named) or _ASKS.match(lower, end):
            return 2.0
        if _GOVERNED.search(before):
            best = max(best, 1.5)
        if len(words) > 1 or start > 0 or _SET_APART.match(lower, end):
            best = max(best, 1.0)
    return best


def _work(passage: Passage) -> float:
    done = _told(vocabulary.DONE, passage, "")
    if not done and _OUR_WORK.search(passage.unit.lower):
        done = 1.0
    return _told(vocabulary.ACTIVITY, passage, passage.around) + done


def _told(words: Phrases, passage: Passage, around: str) -> float:
    """Return 1 where the passage has such words, or half where the same sentence had them before it."""
    if words.search(passage.lower) or words.search(around):
        return 1.0
    if not words.search(passage.unit.lower):
        return 0.0
    return 1.0 if _AGAIN.search(passage.lower) else 0.5


def _frame(passage: Passage) -> float:
    weight = _announced(passage.unit.lead, passage.unit.heading, passage.head)
    if passage.unit.form in {"item", "row"}:
        weight += 0.5
    if "|" in passage.lower or _CITED.search(passage.lower):
        weight += 0.5
    if vocabulary.LABEL.search(passage.lower) or vocabulary.LABEL.search(passage.around):
        weight += 1.0
    return weight + (0.5 if vocabulary.CONTACT.search(passage.lower) or vocabulary.CONTACT.search(passage.around) else 0.0)


@lru_cache(maxsize=512)
def _announced(lead: str, heading: str, head: str) -> float:
    """Return what the words above speak for: many passages stand under the same ones."""
    weight = 0.5 if vocabulary.DONE.search(head) else 0.0
    weight += 0.5 if _SEVERAL.search(head) else 0.0
    announced = vocabulary.TO_THE_CALL.sub(" ", Marked(f"{lead} | {head}"))
    if _FRAME.search(announced):
        weight += 1.5
    elif _WEAK_FRAME.search(announced):
        weight += 1.0
    return weight - (2.5 if _OTHER_FRAME.search(heading) and not _FRAME.search(heading) else 0.0)


def _against(passage: Passage) -> float:
    text = passage.lower
    first = min((text.find(year) for year in passage.years), default=0)
    weight = 0.0
    if _YEAR_OF.search(text[:first]):
        weight += 3
    if _SCHOOL.search(text):
        weight += 2
    if vocabulary.TO_THE_CALL.search(text) or _READ.search(passage.unit.lower):
        weight += 3
    done = vocabulary.DONE.search(text)
    if not done and (_FULL_DATE.search(text) or _PLANNED.search(text)):
        weight += 2.5
    years = sorted(int(year) for year in passage.years if year.isdigit())
    if _UNTIL_NOW.search(text) or (len(years) > 1 and years[-1] - years[0] >= _EMPLOYED):
        weight += 2
    return weight
