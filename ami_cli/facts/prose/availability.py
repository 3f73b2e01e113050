"""When the applicant is free for the mission: sure where the words say so, a trace where they only touch on it."""

from collections.abc import Iterator, Sequence

from ami_cli.facts.prose import times, vocabulary
from ami_cli.facts.prose.datelines import is_dateline
from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_FREE = Phrases(
    r"\b(?:carnet (?:est )?vide|order book|nothing booked|(?:left|kept|laisse\w*) (?:empty|vides?|libres?)"
    r"|mon temps vous|count on us|comptez sur|avons (?:prevu|programme|planifie|cale|retenu)|ai (?:prevu"
    r"|programme|planifie|cale)|at your service|all yours|debloqu\w+|a placer|left to place|pour vous\b"
    r"|vous (?:appartient|revient))\b|"
    r"\b(?:liber\w+|(?:suis|sommes|est|sont) (?:entierement |tout(?:e|es)? )?a vous\b|(?:am|are|is) yours|yours"
    r" from|on standby|my (?:time|calendar) is my own|good to go|a temps complet|conge sans solde|unpaid leave"
    r"|(?:full|entire|undivided) attention|slots?\b|every day|my own until)\b|"
    r"\b(?:(?:in)?disponib\w*|dispo\b|dispos\b|(?:un)?availab\w*|libres?\b(?! (?:acces|arbitre|echange|circulation"
    r"|service))|free(?:d|s)?\b(?! (?:of|from (?!mid|early|late|the|\d|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec|now|next)))"
    r"|at your (?:(?:full|entire|complete) )?disposal|a votre (?:entiere )?disposition|mobilisab\w+|mobilis\w+"
    r"|(?:se|me|nous|vous|etre) liber\w+|reserv\w+|bloqu\w+|block\w*|set aside|kept? (?:free|clear|open)"
    r"|ring-?fenced|clear(?:ed)?\b|(?:diary|diaries|calendar|agenda|schedule|planning)s?\b|(?:no|without|sans|aucun)"
    r" (?:autre |other |prior |competing )?(?:commitments?|engagements?|contrats?|contracts?|obligations?|assignments?)"
    r"|(?:est|sont) a vous\b|is yours|are yours|rien d'autre|nothing else|no other (?:plans|work"
    r"|contract|assignment|engagement|commitment)|creneaux?|joignable|can"
    r" be released|staffing|assign\w* to (?:your|this|the)|dedicat\w+|devot\w+|consacr\w+|a plein[- ]temps|full[- ]time"
    r"|mi[- ]temps|part[- ]time|temps plein|temps partiel)"
)
_BEGIN = Phrases(
    r"\b(?:(?:me|nous|se) rendr?e? sur place|se tiendr\w+|se deroul\w+|a pied d'oeuvre)\b|"
    r"\b(?:commenc\w+|demarr\w+|debut(?:er\w*|ons|e|erai\w*|erions)\b|entam\w+|lancer\w*|lancement|start\w*|begin\w*"
    r"|kick(?:ing)?[- ]?off|join you"
    r"|take up|get going|get to work|set off|set to work|(?:me|nous) mettre (?:au travail|en route)|interven(?:ir|ons|tion)"
    r"|interviendr\w+|prete?s?\b|ready"
    r"|operationnel\w*|partir|depart\b|debut possible|fieldwork|field work|engager\w*|deploy\w*|mobilisation|serons|serions"
    r"|serais|seraient|seront|serai\b)"
)
_DO = Phrases(
    r"\b(?:travailler\w*|work\b|working\b|arriv\w+|be (?:in|on|at|there|with)\b|venir|viendr\w+|come\b"
    r"|travel|fly|conduire|mener|realiser|carry out"
    r"|conduct\b|complete\b|deliver\b|remettre|remise|livrer|livraison|go\b|etre (?:a|en|sur|present|au)\b|(?:suis|sommes"
    r"|est|sera|serait|seront) (?:present\w*|libre\w*|dispo\w*)|tenons|tiendr\w+"
    r"|terrain|period\w*|periode|timing|planning|retour)"
)
_ABLE = Phrases(
    r"\b(?:peux|puis\b|pouvons|peut\b|peuvent|pourr\w+|can\b|could\b|able\b|will\b|shall\b|would\b|'ll\b|'d\b|en mesure"
    r"|propos\w+|prevo\w+|prevu\w*|plan\w*|comptons|souhait\w+|possible|confirm\w*|engage\w*|garanti\w*|aim\b|intend\w*"
    r"|expect\w*|need\b|want\b|serons|serions|serais|seraient|seront|serai\b|aurons|aurions)"
)
_OTHER_PURPOSE = Phrases(
    r"\b(?:ideas? to you|show you|vous montrer|present (?:my|our|it|them)|presenter (?:mes|nos|cette)|vous"
    r" rencontrer|meet you)\b|"
    r"\b(?:entretiens?\b(?! (?:individuels|collectifs|semi|de terrain|avec les))|entrevue|interview(?!s\b"
    r"|ing|ed)|oral\b|rendez-vous|renseignements?|information|informations|question|questions|precisions?"
    r"|complements?\b|clarification\w*"
    r"|discut\w+|discuss\w*|echang(?:e|er)\b|exchange|(?:a|phone|video|zoom|further|short|quick) call|conversation|visio\w*"
    r"|telephone|rencontr\w+|meet (?:you|with)|to meet\b|meeting with you|toute (?:demande|precision"
    r"|question)|detail\w*|expliquer|explain|exposer|clarify|repondre|answer"
    r"|presenter (?:notre|mon|ma|l'offre|la proposition)|de vive voix|soutenance|audition|if you wish"
    r"|convenir|your convenience|votre convenance)\b"
)
_OF_SOMETHING = Phrases(
    r"\b(?:disponibilites? (?:de (?!nous|moi|chacun|l'equipe|notre|mon|l'expert)|d'|des (?!membres|consultant"
    r"|expert|intervenant|deux|trois)|du (?!consultant|binome|chef|groupe)|sur)|availability of (?!the"
    r" (?:team|consultant|expert|member|proposed)|our|each|both|all|team|consultants|experts|key|my)"
    r"|(?:data|services?|products?|water|drugs?|medicines?|treatment|beds?|stock|references?|documents?"
    r"|rapports?|report|resultats?|version|versions|copies|copie|liste|list|films?|reel|videos?|cv|cvs|extrait"
    r"|extraits|diplomes?|attestations?|certificat\w*|preuves?|donnees|fonds|medicaments?|budget)"
    r" (?:\w+ )?(?:disponibles?|available)"
    r"|(?:available|disponibles?) (?:on request|upon request|sur (?:simple )?demande|online|en ligne|on our"
    r"|sur notre|at www|in the annex|en annexe|in (?:french|english)|to (?:the )?(?:public|women|patients|everyone))"
    r"|tenons? a (?:votre )?disposition|tiens a (?:votre )?disposition|mis\w* a disposition|mettre a disposition"
    r"|free of|libre acces|free (?:clinic|care|service|health|movement|will|text)|available data)"
)
_PAST = Phrases(
    r"\b(?:ran|lasted|took place|s'est (?:tenue?|deroulee?)|a dure|won|met in|published|reopen\w*|rouvr\w+|run"
    r" out|prennent fin|prend fin en)\b|"
    r"\b(?:a|ont|ai|avons|est|sont|avait) (?:demarre|commence|debute|lance|ouvert|pris|termine|ferme|quitte)\w*|\b(?:started"
    r"|began|begun|ended|opened|closed|launched|finished|worked|lasted) (?:in|on|from|between|my|her|his|until|as)\b|"
    r"\b(?:etai(?:s|t|ent)|etions|avai(?:s|t|ent)|avions|a ete|ont ete|avons ete|ai ete|was|were|had been"
    r"|had to|have been|has been|il y a|ago|alors|the call had|regret\w*|malheureusement|demandee?s?|confiee?s?|chargee?s?"
    r"|commissioned|commande)\b"
    r"|\b(?:j'ai|nous avons|a|ont|avons) (?:\w+ )?(?:mene|conduit|realise|evalue|accompagne|fait|ecrit"
    r"|travaille|soutenu|livre|redige)\b"
    r"|\b(?:we|i|she|he|they|company|firm) (?:have |has |had )?(?:already |also |then |recently )?(?:evaluated|reviewed"
    r"|assisted|carried|completed|conducted|wrote|written|supported|led|worked|studied|documented|helped"
    r"|ran|did|made|looked)\b"
)
_HEADING = Phrases(
    r"\b(?:disponib\w*|availab\w*|calendrier|calendar|planning|dates|timing|timetable|schedule|when|quand|creneaux?"
    r"|timeline|time ?frame|agenda"
    r"|who does what and when|qui peut quand|demarrage|start(?:ing)?(?: date)?|echeancier|timings?|mon temps|notre temps)\b"
)
_OF_THE_CALL = Phrases(
    r"\b(?:appel|avis|annonce|notice|call\b|publi\w+|advert\w*|limite|deadline|butoir|parue?s?|reference"
    r"|candidature|application|selon vous|according to|hotline|valables?|valid|anniversaire|birthday)\b"
)
_STEP = Phrases(
    r"\b(?:interviews?|entretiens|drafting|redaction|delivery|remise|terrain|field ?work|field|cadrage|scoping"
    r"|restitution|livraison|ateliers?|workshops?|saison|season|enquetes?|collecte|analyse|writing|ecriture|final report"
    r"|rapport final|demarrage|kick-?off)\b"
)
_CONVENES = Phrases(
    r"\b(?:convien\w+|(?:me|nous) (?:va|vont)\b|works? (?:very )?(?:well |fine )?(?:for|with) (?:us|me|all)|suits? (?:us"
    r"|me|all|everybody)|is fine (?:for|with|by)|serait parfait|would be perfect)"
)
_TOUCHES = Phrases(
    r"\b(?:dates?|periode|period|calendrier|calendar|timetable|timeline|ready|prete?s?|semaines?|weeks?|mon"
    r" temps|my time|our time|printemps|spring|summer|winter|autumn|automne|hiver|signature|signed|agenda|diary|planning"
    r"|demarr\w+|commenc\w+"
    r"|debut\w*|start\w*|begin\w*|au complet|charge de travail|workload|conge|leave|creneau\w*|delais?"
    r"|echeance\w*|deadline\w*)\b"
)
_WEAK_HEADING = Phrases(r"\b(?:period\w*|periode|duree|temps|time|moment|date|mobilisation)\b")
_NOT_HEADING = Phrases(
    r"\bdate(?:s)? (?:de naissance|of birth|limite)|publication date|quand\b.{30,}|when\b.{30,}|temps (?:fort|moyen)"
    r"|data\b|mise? a jour"
)
_SUITS = Phrases(
    r"\b(?:periode|period|dates?|calendrier|calendar|timetable|kick-?off|demarrage)\b.{0,60}?\b(?:convien\w+"
    r"|convenient|suits?|is in our|bloque\w*|reserve\w*|works? (?:well )?for)\b|\bno (?:difficulty|problem"
    r"|objection) with the dates\b|aucune difficulte avec (?:les|vos) dates|"
    r"\b(?:calendrier|calendar|dates?|planning|schedule|timetable|echeancier|echeances|timeline|time ?frame|deadlines|delais"
    r"|period\w*|terrain|remise)\b.{0,80}?\b(?:convien\w+|suits?|suited|va\b|vont|(?:nous|me|te) conform\w+"
    r"|respect\w*|confirm\w*|accept\w*|compatib\w*|fits?|work for|ok\b|is fine|are fine|sans (?:reserve"
    r"|difficulte)|tenables?|tiendr\w+|pose aucun\w*|posent aucun\w*|keep to|meet|can be met|agree|adher\w+)"
    r"|\b(?:convien\w+|suits?|nous conform\w+|me conform\w+|respect\w*|confirm\w*|accept\w*|compatib\w*"
    r"|fits?|tenir|keep to|meet|agree|adher\w+|free on|libres? (?:a|sur|pour|aux)|dans le respect)\b.{0,60}?\b(?:(?:votre"
    r"|vos|your|le|les|the|l'|toutes les|all the|all) )(?:\w+ )?(?:calendrier|calendar|dates|planning"
    r"|schedule|timetable|echeancier|echeances|timeline|deadlines|delais)"
)
_YOURS = Phrases(
    r"\b(?:votre|vos|vous|your|you|indicati[fv]\w*|de l'appel|of the call|published|publie\w*|annonce\w*"
    r"|des termes|terms of reference|tdr|tor)\b"
)
_FIRST = Phrases(
    r"\b(?:je|j(?=')|nous|on|mon|ma|mes|notre|nos|moi|i|i'm|we|we're|we've|i've|my|our|us|me|both|l'equipe|team|equipe"
    r"|tous|toutes|binome|chacun\w*|consultante?s?|experte?s?)\b"
)
_CAREER = Phrases(
    r"\b(?:19|20)\d\d ?(?:-|to|a|until|au|jusqu'a) ?(?:present|today|now|date|ce jour|aujourd'hui"
    r"|[a-z]{3,9}\.? (?:19|20)\d\d|(?:19|20)\d\d)\b|\b(?:ne|nee|born) (?:le|en|on|in)\b|naissance|birth"
    r"|\bdepuis (?:\w+ )?(?:19|20)\d\d|\bsince (?:\w+ )?(?:19|20)\d\d"
)
_OFFERED = Phrases(r"\b(?:disponib\w+|availab\w+|libres?|free|mobilis\w+|at your disposal|a votre disposition|devote|consacrer)\b")
_REFUSED = Phrases(
    r"\b(?:cannot say|ne sa(?:is|vons) pas|to be (?:confirmed|agreed|discussed)|reste a (?:definir|preciser)"
    r"|don't know|do not (?:yet )?know|not yet know)\b"
)


def read_availability(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give every passage that says when the applicant is free."""
    for page in pages:
        for unit in page.units:
            score = 0 if is_dateline(unit) else _score(unit)
            if score > 0:
                found = times.period(unit.lower)
                yield stated(
                    page,
                    unit,
                    "availability",
                    found.span() if found else None,
                    value=found.group() if found else None,
                    sure=score >= _SURE,
                )


_SURE = 2
_TRACE = 1
_FEW_WORDS = 14


def _score(unit: Unit) -> int:
    """Return 2 for a sure statement, 1 for a trace, 0 for nothing."""
    text = unit.lower
    soon = times.period(text)
    heading = _heading(unit)
    if not (soon or heading or _FREE.search(text) or times.DURATION.search(text)):
        return _TRACE if _TOUCHES.search(text) else 0
    if _PAST.search(text) or _CAREER.search(text) or _OF_SOMETHING.search(text) or _REFUSED.search(text):
        return _TRACE
    if _SUITS.search(text) and _YOURS.search(text):
        return _SURE
    if _CONVENES.search(text) and times.moment(text) and not _OTHER_PURPOSE.search(text):
        return _SURE
    dated = times.moment(text) or (soon and not _YOURS.search(soon.group()))
    if not dated:
        return _SURE if _words_only(text) else _TRACE
    return _SURE if _says(unit, heading) else _TRACE


def _heading(unit: Unit) -> int:
    """Return 2 where what stands above announces availability, 1 where it may."""
    if _NOT_HEADING.search(unit.lead):
        return 0
    if _HEADING.search(unit.lead):
        return 2
    return 1 if _WEAK_HEADING.search(unit.lead) else 0


def _says(unit: Unit, heading: int) -> bool:
    """Return whether a unit with a date says that one is free then, or will start, or will be there."""
    text = unit.lower
    begins = _BEGIN.search(text)
    free = _FREE.search(text)
    if _OTHER_PURPOSE.search(text) and not (begins and _FREE.search(text, 0, begins.start())):
        return False
    if free or heading == _SURE:
        return True
    if heading and (times.DURATION.search(text) or not times.YEAR.search(text)):
        return True
    short = len(text.split()) <= _FEW_WORDS
    if begins and (short or _FIRST.search(text) or _ABLE.search(text)):
        return True
    if _DO.search(text) and _ABLE.search(text) and _FIRST.search(text):
        return True
    return _is_plan(unit)


def _is_plan(unit: Unit) -> bool:
    """Return whether a date to come stands beside the applicants themselves, or beside a step of their work."""
    text = unit.lower
    if (
        not (times.DATE.search(text) or times.WEEK.search(text) or times.MONTH.search(text))
        or times.YEAR.search(text)
        or vocabulary.DONE.search(text)
        or _OF_THE_CALL.search(text)
    ):
        return False
    return bool(_FIRST.search(text) or (_STEP.search(text) and len(text.split()) <= _FEW_WORDS))


def _words_only(text: str) -> bool:
    """Return whether the text offers a duration in so many words: "forty-five working days at your disposal"."""
    return bool(_OFFERED.search(text) and times.DURATION.search(text) and _FIRST.search(text) and not _OTHER_PURPOSE.search(text))
