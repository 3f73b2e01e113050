"""Words, folded, by which one says when one is free for a mission, and those that speak of other times."""

import re

from ami_cli.facts.prose.phrases import Phrases

_WEEKDAY = (
    r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?"
    r"|saturdays?|sundays?|weekdays?|week-?ends?)"
)
WEEKDAY = Phrases(rf"\b{_WEEKDAY}\b")
_COUNT = (
    r"(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|huit|dix|quinze|quelques|an?|one|two|three|four|five|ten|a few|fifteen)"
    r"(?: \w+)? (?:jours?|heures|days?|hours|semaines?|weeks?|mois|months?)"
)
DELAY = Phrases(
    r"\b(?:sans (?:attendre|delai|preavis)|without (?:delay|notice)|no notice|any dates?|n'importe quel(?:le)? (?:jour"
    r"|date|semaine)"
    r"|any (?:day|weekday|week)|de suite|at the moment|en cours\b|en ce moment|a l'instant"
    rf"|(?:en|dans|in|within|sous|at|avec) {_COUNT}|{_COUNT} (?:apres|after|from|of (?:the )?(?:award|signature"
    rf"|notification|order))"
    r"|(?:a (?:compter|partir)|des|apres|a) (?:de )?(?:la |votre |l')?(?:signature|notification|commande|reception"
    r"|attribution|validation|lettre)|(?:from|on|upon|after) (?:the )?(?:notification|signature|award"
    r"|order|contract)"
    r"|(?:du |le )?premier au dernier jour|first to (?:the )?last day|onwards|semaine du|preavis|notice is|all saints"
    r"|d'ici|jusqu'a|until|till|toute l'annee|all year|every day|each day|tous les jours|sooner|le plus tot|as early as"
    r"|au plus tot|earliest|latest)"
)
"""Times in words that the calendar does not hold: how soon, how long."""
RATE = Phrases(
    r"\b(?:\d|un|une|deux|trois|quatre|cinq|one|two|three|four|five)(?:[ ,.]5)? ?(?:j|jours?|days?|full days?|half days?"
    r"|demi-journees)"
    r" ?(?:/|par|per|a|each) ?(?:semaine|week|sem\b|mois|month)|\b(?:one|two|three|four|five)[- ]day week"
)

_NOBODY = r"(?:no|without|sans|aucun|nul|pas d'|rien d'|not any)"
_BUSY = (
    r"(?:commitments?|engagements?|contrats?|contracts?|obligations?|assignments?|missions?|plans|work|leave|conges?|travail"
    r"|empechements?|projets?|projects?)"
)
FREE = Phrases(
    r"\b(?:disponib\w*|dispos?\b|availab\w*|libres?\b(?! (?:acces|arbitre|echange|circulation|service|de (?:leurs?|ses?"
    r"|droits?)))"
    r"|liberee?s?|me libere\w*|nous liber\w+|se liber\w+|avons libere|ai libere|can be released|mobilisabl\w+|degage\w*"
    r"|free\b(?! (?:of|care|clinic|service|legal|health|movement|will|text|access|from (?!mid|early|late|the|now|next"
    r"|week|\d|jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    r"|a (?:votre|ton) (?:entiere |pleine )?(?:disposition|service)|at your (?:(?:full|entire|complete) )?(?:disposal|service)"
    r"|(?:suis|sommes|est|sont|serai|serons|temps|reste) (?:entierement |tout(?:e|es|s)? )*a vous\b|vous (?:appartien\w+"
    r"|revien\w+)"
    r"|(?:is|are|am|be) (?:all |entirely )?yours|all yours|yours from|(?:my|our) time is|uncommitted|unencumbered"
    r"|on standby|good to go"
    rf"|{_NOBODY} (?:autre |other |prior |competing |further |de |d')*{_BUSY}|nothing (?:else|booked|planned|in the way"
    rf"|stands|holds)"
    r"|rien (?:d'autre|de prevu|n'est prevu|ne (?:m'|nous |s'y )|en vue|au programme)"
    r"|count on (?:us|me)|comptez sur|vous (?:est|sont) acquis\w*|(?:de la|some|plenty of) (?:marge|place|room|slack|latitude)"
    r"|(?:undivided|full|entire) attention|(?<!retenu )(?<!retient )toute (?:mon|notre) attention|set aside|ring-?fenced"
    r"|cleared? (?:our|my|for)"
    r"|rolls? off|frees? up)"
)
"""That one is free, in so many words."""
_DIARY = (
    r"(?:agendas?|carnets?|diar(?:y|ies)|calendars?|calendriers?|plannings?|schedules?|emploi du temps|order book"
    r"|bureaux?|desks?)"
)
OPEN_DIARY = Phrases(
    rf"\b{_DIARY}\b.{{0,30}}\b(?:vides?|ouverts?|libres?|degages?|empty|open|clear|free|blank|cote|allows?|permet\w*|permits?)"
    rf"|\b(?:clear(?:ed)?|opened?|emptied|freed|vide|mis|kept|keep|block\w*|bloqu\w+)\b.{{0,20}}\b{_DIARY}"
)
KEPT = Phrases(
    r"\b(?:reserv\w+|bloqu\w+|block\w*|gard(?:e|ons|es|ees?)|(?:keep\w*|kept|leav\w+|left) (?:\w+ ){0,5}(?:open|free"
    r"|clear|for you|empty)|laiss\w+|pose|pencilled|earmarked|allocated|scheduled|book\w*|prevu\w*|planifie\w*|cale"
    r"|plage|plages|creneaux?|slots?|vides?|empty|open dates|dates? (?:libres?|ouvertes?|possibles?)|conges?"
    r"|(?:on|parental|maternity|annual|unpaid|taken|take|have) (?:\w+ )?leave|(?:sans|without) (?:interruption|break)"
    r"|debloqu\w+"
    r"|a placer|a prendre|to be taken|left to place|de la place|room for|joignable|full attention|temps (?:plein|complet"
    r"|partiel)|full[- ]time"
    r"|part[- ]time"
    r"|mi-temps|a plein)\b"
)
"""That time is kept, without saying for whom."""
STARTS = Phrases(
    r"\b(?:commenc\w+|demarr\w+|debut possible|possible start|start possible|debut(?:er\w*|ons|e|erai\w*|erions)\b"
    r"|entam\w+|lancer\w*|start\w*|begin\w*|kick(?:ing)?[- ]?off|join\w*"
    r"|rejoin\w+|take up|get(?:ting)? (?:going|started|to work)|set (?:off|to work)|(?:m'y|nous y|me|nous) mettre"
    r"|intervenir\w*|intervien\w+"
    r"|intervention|mobilis\w+|deploy\w*|operationnel\w*|suffi\w+|is enough|m'engage|nous engageons|undertake|prete?s?\b"
    r"|ready|on site"
    r"|sur place|sur pied|a pied d'oeuvre|a la tache"
    r"|be (?:in|on|at|there|with)\b|etre (?:a|en|sur|present|au|la)\b|ser(?:ai|ons|ions|ais|a|ont|ez) (?:a|en|sur"
    r"|presents?|au|la|chez)\b"
    r"|present\w* (?:a|sur|du|de|au|en)\b|presence|attend\b|travel|fly|come\b|venir|viendr\w+|viens|vient|venons|arriv\w+"
    r"|partir\b|depart"
    r"|prendre la route"
    r"|stay|rester|travailler\w*|work (?:on|from|until|for)|tenir (?:la|le|les)|trouvera|open the field|ouvrir (?:le|la))"
)
OFFERS = Phrases(
    r"\b(?:consacr\w+|devot\w+|dedi\w+|commit\w*|offer\w*|propos\w+|donner\w*|give|can do|accorder\w*|affect\w+"
    r"|assign(?:ed|ing|s)?"
    r"|staff\w*"
    r"|allou\w+|spare)\b"
)
STEP = Phrases(
    r"\b(?:interviews?|entretiens|drafting|redaction|delivery|remise|terrain|field ?work|field|cadrage|scoping"
    r"|restitution|livraison"
    r"|ateliers?|workshops?|enquetes?|collecte|writing|ecriture|final report|rapport final|demarrage|kick-?off|desk phase"
    r"|survey|mission)\b"
)
"""Steps of the work."""
ABLE = Phrases(
    r"\b(?:\w+(?:rai|rais|rait|rons|rions|raient|ront|ra)\b|ready|prete?s?\b|acquise?s?|suffi\w+|is enough|m'engage"
    r"|nous engageons|peux|puis\b|pouvons|peut\b|peuvent|can\b|could\b|able\b|will\b"
    r"|shall\b|would\b"
    r"|'ll\b|'d\b|en mesure|comptons|compte\b|possible|confirm\w*|garanti\w*|aim\b|intend\w*|expect\w*|plan\b|undertake)"
)
AGREES = Phrases(
    r"\b(?:convien\w+|suits?\b|va\b|vont\b|va (?:tres )?bien|works? (?:very )?(?:well |fine )?(?:for|with)|(?:is"
    r"|are) fine|ok\b|parfait|perfect"
    r"|(?:nous|me|te) conform\w+|respect\w*|tenir|tiendr\w+|tenons|keep to|meet|met\b|accept\w*|take the|prenons|prends"
    r"|compatib\w*|fits?\b"
    r"|suffi\w+|is enough|les miennes|les notres|(?:are|is) (?:mine|ours)|agree\w*|adher\w+|adopt\w*|falls? well"
    r"|tombe\w* bien|in (?:our"
    r"|my) calendar"
    r"|sans (?:reserve|difficulte)|(?:no|aucune?|without) (?:difficult\w+|problem\w*|objection))\b"
)
_DATES = (
    r"(?:calendrier|calendar|dates?|planning|schedule|timetable|echeancier|echeances|timeline|time ?frame|deadlines?"
    r"|delais|periode"
    r"|period|fenetre|window)"
)
YOUR_DATES = Phrases(
    rf"\b(?:votre|vos|your) (?:\w+ ){{0,2}}?{_DATES}\b|\b(?:the|les|le|ces|these|all the|toutes les) (?:\w+ )?{_DATES} (?:\w+ )?"
    r"(?:que vous|you\b|of the|in the|in your|de l'appel|de votre|du|indique\w*|prevue?s?|annonce\w*|publie\w*|propose\w*"
    r"|souhaite\w*"
    r"|demande\w*|set\b|given|indicated|proposed|published|asked)"
)
YOURS = Phrases(
    r"\b(?:votre|vos|vous|your|you|indicati[fv]\w*|de l'appel|of the call|published|publie\w*|annonce\w*|des termes"
    r"|terms of reference"
    r"|tdr|tor|kick-?off|demarrage)\b"
)
WHO = Phrases(
    r"\b(?:je|j(?=')|m(?=')|nous|on (?:a|est|peut|sera|y|n'|se|s'|ne|serait|pourr\w+|commence|demarre|part|tient)|mon|ma"
    r"|mes|notre|nos|moi|me|i|i'm|we|we're|we've|i've|i'll|we'll|my|our|us|me|both"
    r"|l'equipe|team"
    r"|equipe|tous|toutes|binome|chacune?|chef(?:fe)? de (?:mission|projet)|team leader|lead consultant"
    r"|chef(?:fe)? d'equipe|consultante?s?|experte?s?|l'un|l'une|one of us|miennes|notres|mine|ours|yours"
    r"|a vous|vous appartien\w+|nothing (?:else|stands|holds|prevents|keeps)|rien d'autre|no other|l'experte?"
    r"|(?<!elle-)elle|il (?!y|faut|s'agit)|she|he|all three|all of us|lui|each of)\b"
)

VERB = Phrases(
    r"\b(?:is|are|was|were|will|would|can|could|shall|should|must|has|have|had|do|does|did|est|sont|sera|seront|serait"
    r"|seraient|ont"
    r"|avait|peut|peuvent|doit|doivent|va|vont|fait|font|compte|begins?|starts?|ends?|runs?|closes?|opens?|keeps?"
    r"|commence|demarre"
    r"|debute|ferme\w*|ouvre|rouvr\w+|dure|impose|porte\w*|deroul\w+|accueill\w+|reste\w*|remains?)\b"
)
"""Without one of these and of a first person, it is a note: `Terrain : novembre`."""
NAMED = re.compile(
    r"(?:^|[;,.] (?:et |and )?)[A-Z][a-z'-]+(?: [A-Z][\w'-]+)*(?:,? (?:et|and) [A-Z][a-z'-]+)? (?:is|are|est|sont|sera"
    r"|seront|peut|peuvent|can"
    r"|could|will|would|joins?|rejoin\w+|takes?|has|a|la|le|pourr\w+|arrive\w*|commence\w*|starts?|from|a partir|des)\b"
)
"""Somebody called by their name."""

HEADING = Phrases(
    r"\b(?:disponib\w*|dispos?\b|availab\w*|calendrier|calendar|planning|dates|timing|timings|timetable|schedule|when"
    r"|quand|creneaux?"
    r"|timeline|time ?frame|agenda|who does what and when|qui peut quand|demarrage|start(?:ing)?(?: date)?|echeancier|mon temps"
    r"|notre temps|our time|mobili[sz]ation|staffing|commitments|level of effort|plages|slots?|periode possible)\b"
)
WEAK_HEADING = Phrases(r"\b(?:period\w*|periode|duree|temps|time|moment|date|charge|effort|workload|deroulement|moyens)\b")
NOT_HEADING = Phrases(
    r"\bdate(?:s)? (?:de naissance|of birth|limite)|publication date|quand\b.{30,}|when\b.{30,}|temps (?:fort|moyen)"
    r"|data\b|mise? a jour"
)
"""Headings that have one of these words and announce something else."""

OTHER_PURPOSE = Phrases(
    r"\b(?:entretiens?\b(?! (?:individuels|collectifs|semi|de terrain|avec les|se\b))|entrevue|interview(?!s\b|ing|ed)"
    r"|oral\b|rendez-vous"
    r"|renseignements?|informations?|questions?|precisions?|complements?|clarif\w*|discut\w+|discuss\w*|echang(?:e|er)\b|exchange"
    r"|(?:phone|video|zoom|further|short|quick|a) call|call me|ring me|conversation|visio\w*|telephon\w*|phone"
    r"|rencontr\w+|meet (?:you|with)"
    r"|to meet\b|meeting with you|show you|vous montrer|detail\w*|expliqu\w+|explain|exposer|repondre|answer|talk\b|parler|speak"
    r"|present (?:my|our|it|them|the offer)|presenter (?:mes|nos|notre|mon|ma|cette|l'offre|la proposition)|de vive voix"
    r"|soutenance|audition"
    r"|if you wish|m'entendre|nous entendre|convenir|your convenience|votre convenance|esprit|apprendre)\b"
)
_THINGS = (
    r"(?:data|services?|products?|water|drugs?|medicines?|treatment|beds?|lits?|stock|references?|documents?|rapports?"
    r"|reports?|resultats?"
    r"|versions?|copies?|liste|list|films?|videos?|slides|plaquettes?|cvs?|extraits?|diplomes?|attestations?"
    r"|certificat\w*|preuves?"
    r"|donnees|fonds|funds?|fundings?|financements?|medicaments?|budget|materials?|interpreters|portfolio|publications?"
    r"|tout|articles"
    r"|rooms?|locaux|salles?|places|soins|care|informations?|locataires|benevoles|volunteers|jeunes|people|women|etude)"
)
OF_SOMETHING = Phrases(
    rf"\b{_THINGS} (?:[\w']+ ){{0,4}}?(?:disponibles?|availab\w+|libres?|free)\b"
    r"|\b(?:available|disponibles?) (?:on request|upon request|sur (?:simple )?demande|online|en ligne|en acces|on (?:our"
    r"|my|the) (?:\w+ )?(?:site|web\w*|page|portal)|sur (?:notre"
    r"|mon|le)|at www|in (?:the )?(?:annex|powerpoint|french|english|\w+ languages)|en annexe|to (?:the )?(?:public|women"
    r"|patients|everyone)"
    r"|only to|a partir de (?:notre|mon|ce) site)"
    r"|\bdisponibilites? (?:d[eu]s? (?!nous|moi|chacun|l'equipe|notre|mon|l'expert|membres|consultant|intervenant|deux"
    r"|trois|binome|chef"
    r"|groupe)|sur)|\bavailability of (?!the (?:team|consultant|expert|member|proposed)|our|each|both|all|team"
    r"|consultants|experts|key|my)"
    r"|\b(?:tiens|tenons) a (?:votre )?disposition|\bm(?:is\w*|ettre) a disposition|\bfree of\b|\blibre acces"
)
"""The availability of things, or of other people."""
PAST = Phrases(
    r"\b(?:etai(?:s|t|ent)|etions|avai(?:s|t|ent)|avions|a ete|ont ete|avons ete|ai ete|was|were|had been|had\b|comptait"
    r"|\w{4,}(?<![rfh])aient"
    r"|have been|has been"
    r"|il y a|ago|alors|the call had|ran|lasted|took|went|s'est (?:tenue?|deroulee?)|a dure|won|met in|was published"
    r"|reopen\w*|rouvr\w+"
    r"|run out|prennent fin|prend fin|chargee?s? d'|confiee?s?|commissioned)\b"
    r"|\b(?:a|ont|ai|avons|avait) (?:demarre|commence|debute|lance|ouvert|pris fin|termine|ferme|quitte|travaille|mene|conduit"
    r"|realise|evalue|accompagne|fait|ecrit|soutenu|livre|redige)\w*"
    r"|(?<!get )(?<!be )\b(?:started|began|begun|ended|opened|closed|launched|finished)\b|\b(?:worked|lasted"
    r"|studied) (?:in|on|from"
    r"|between|my|her|his|until|as)\b"
    r"|\b(?:we|i|she|he|they|company|firm) (?:have |has |had )?(?:already |also |then |recently )?(?:evaluated|reviewed"
    r"|assisted|carried"
    r"|completed|conducted|wrote|written|supported|led|worked|studied|documented|helped|ran|did|made|looked|began)\b"
)
_ARRANGED = (
    r"(?:prevu|reserve|bloque|libere|degage|garde|pose|pris|planifie|programme|cale|debloque|mis|laisse|vide"
    r"|encore|rien|aucun"
    r"|besoin|toute?s?|notre|cleared|reserved|blocked|kept|planned|pencilled|booked|earmarked|allocated|scheduled"
    r"|arranged|freed|opened)"
)
_IRREGULAR = (
    r"(?:took|went|did|ran|led|wrote|came|spent|saw|met|held|gave|found|left|taught|grew|lost|won|got|made|knew|told|sat"
    r"|stood|bought"
    r"|fell|felt|heard|built|brought|thought|had|was|were)"
)
TOLD = Phrases(
    rf"\b(?:ai|avons|ont) (?:(?:deja|aussi|egalement|donc|alors|bien|ensuite|notamment) )?(?!{_ARRANGED}\b)\w{{3,}}(?:e"
    rf"|es|i|u|it|is|ert)\b"
    r"|\b(?!(?:par|re|de|bien|satis)?fait\b|(?:ex|re|at|por|abs)?trait\b|souhait\b)\w{3,}(?<!r)ait\b"
    rf"|\b(?:i|we|she|he|they|who) (?:\w+ly |also |then |both |first )?(?!{_ARRANGED}\b|need)(?:\w{{2,}}ed|{_IRREGULAR})\b"
    rf"|(?<!shall )(?<!will )\b(?:have|has|had) (?:\w+ly |also |already )?(?!{_ARRANGED}\b)(?:\w{{2,}}ed|run|led|written"
    rf"|done|spent|taught"
    rf"|been|held|taken part)\b"
)
"""The past, as a tense."""
POLITE = Phrases(
    r"\b(?:reste|restons|demeure|demeurons|tiens|tenons|remain|stay)\b(?: \w+){0,3}? (?:disponibles?|a (?:votre|ton)"
    r"|at your|available)"
    r"|\b(?:vous|you) (?:jugez|souhaitez|desirez|wish|want) (?:en |de |to )?(?:savoir|know|hear|entendre)"
)
"""The ends of letters."""
AWAY = Phrases(
    r"\b(?:(?:am|are|is|be|suis|sommes|ser\w+|est) (?:\w+ )?(?:en|on) (?:\w+ )?(?:conges?|leave|vacances|holidays?)"
    r"|absente?s?\b|away\b|une autre (?:etude|mission)"
    r"|un autre contrat"
    r"|(?:une|a) (?:formation|course|training)|another (?:study|assignment|job|contract)|(?:these|thesis|master|degree"
    r"|phd|cours de|course in|formation de)\b"
    r"|(?:each|every|chaque) (?:year|spring|summer|autumn|winter|month|hiver|ete|printemps|automne|annee|mois)"
    r"|tous les (?:ans|hivers|etes|printemps))"
)
"""Other things than this mission."""
CAREER = re.compile(
    r"\b(?:19|20)\d\d ?(?:-|to|a|until|au|jusqu'a) ?(?:present|today|now|date|ce jour|aujourd'hui|[a-z]{3,9}\.? (?:19"
    r"|20)\d\d|(?:19|20)\d\d)\b"
    r"|\b(?:ne|nee|born) (?:le|en|on|in)\b|naissance|birth|\bdepuis (?:\w+ )?(?:19|20)\d\d|\bsince (?:\w+ )?(?:19|20)\d\d"
)
REFUSED = Phrases(
    r"\b(?:(?:pris|prenons|prendre|took|taken|take) (?:bonne )?(?:note|connaissance)|noted?\b|(?:bien|avons|ai) note"
    r"|(?:my|mon|ma|mes|notre|our) (?:son|daughter|fils|fille|husband|wife|mari|femme|enfants?|baby|bebe)\b|cannot say"
    r"|can't say|ne sa(?:is|vons) pas|do(?:es)? not (?:yet )?know|don't know|not yet know"
    r"|reste a (?:definir|preciser)|to be"
    r" (?:confirmed|agreed|discussed|determined)|a (?:definir|convenir|preciser)|(?<!au )plus tard|(?<!no )later\b"
    r"|leave it to you"
    r"|ne saurai\w+|(?:vous |we |i )?(?:conseill|recommand|suggest|sugger|advis)\w+|recommend|too late|trop tard|attends"
    r"|attendons|waiting"
    r"|depend\w*|await\w*|ulterieurement|set out dates once|seront donnees|will let you know|une fois la|construit avec"
    r"|verr(?:ons|ions)"
    r"|unfortunately|malheureusement|regret\w*|(?:is|are) not possible|ne pouvons|ne puis|ne peux|cannot|can't|unable"
    r"|pas en mesure"
    r"|(?:pas (?:encore )?(?:disponibles?|libres?)|not (?:yet )?(?:available|free)|indisponib\w*"
    r"|unavailab\w*)(?! (?:avant|before)\b.*\b(?:mais|but|ensuite|puis|then|after|apres|full)\b)|n'est pas garanti\w*"
    r"|ne (?:la|le|les|me|nous) libere)\b"
)
"""That one is not free, or does not know yet."""
OF_THE_CALL = Phrases(
    r"\b(?:(?:my|mon|ma|mes|notre|our) (?:son|daughter|fils|fille|husband|wife|mari|femme|enfants?|child\w*|baby|bebe)"
    r"|appel|avis|annonce|notice|call\b|publi\w+|advert\w*|date limite|deadline of|butoir|parue?s?|reference"
    r"|candidature|application"
    r"|selon vous|according to|dites-vous|you say|hotline|valables?|valid|anniversaire|birthday|conference"
    r"|votre (?:mission|programme"
    r"|projet|etude)|your (?:assignment|programme|project|study)|le projet|the project|le programme|the programme|season"
    r"|saison des)\b"
)
TOUCHES = Phrases(
    r"\b(?:dates?|periode|period|calendrier|calendar|timetable|timeline|ready|prete?s?|semaines?|weeks?|mon temps|my time"
    r"|our time"
    r"|printemps|spring|summer|winter|autumn|automne|hiver|signature|signed|agenda|diary|planning|demarr\w+|commenc\w+"
    r"|debut\w*|start\w*"
    r"|begin\w*|au complet|charge de travail|workload|conge|leave|creneau\w*|delais?|echeance\w*|deadline\w*|attend\b)\b"
)
