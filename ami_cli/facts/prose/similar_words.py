"""Words, folded, by which work like the call's is told: evaluations, studies, audits, training, and what was done of them."""

import re

from ami_cli.facts.prose.phrases import Phrases

_STRONG = (
    r"(?:evaluations?|capitali[sz]ations?|etudes?|study|studies|audits?|reviews?|revues?|assessments?|bilans?|diagnostics?"
    r"|enquetes?|surveys?|research(?! (?:cent\w+|institut\w+|assistant|fellow|compan\w+|cooperative|unit|group|officer))"
    r"|recherches?(?:-actions?)?|analys[ei]s|capitali[sz]ing|cartographies?|mapping"
    r"|lessons[- ]learn\w+"
    r"|retours? d'experience|baselines?|endlines?|mid-?term|verification|controles?|systemati[sz]ation|documentation"
    r"|documenting|evaluating|auditing|capitaliser|evaluer|recommendations?|plaidoyer|positionnement|position (?:paper"
    r"|statement)s?|consultanc(?:y|ies)|comparisons?)"
)
_WEAK = (
    r"(?:formations?|trainings?|courses?|cours|sessions?|seminaires?|seminars?|ateliers?|workshops?|supervisions?|facilitation"
    r"|accompagnements?|films?|recits?|fresques?|guides?|manuels?|handbooks?|toolkits?|kits?|rapports?|reports?|missions?"
    r"|assignments?|contrats?|contracts?|exercices?|exercises?|projets?|projects?|travaux|interventions?|consultations?"
    r"|engagements?|prestations?|appui|raconter|retracer|formaliser|rediger|memoire d[eu']|story of|positions? d[eu']"
    r"|positions? of)"
)
STRONG = Phrases(rf"\b{_STRONG}\b")
WEAK = Phrases(rf"\b{_WEAK}\b")
_LABEL = r"(?:mission|intitule|objet|title|assignment|projet|project|description) ?: ?"
OPENS = re.compile(
    rf"(?:^|[|:] ?|\s{{3,}}|\d\)? ?[-.:),]? |[*>.] )[\"']? ?(?:{_LABEL})?(?:(?:un|une|a|an|the|la|le|l'|les|des) ?)?"
    rf"(?:(?!you|votre|vos\b)[\w'-]+ ){{0,3}}?[\"']?{_STRONG}\b"
)
"""Such work, named at the start of a line or of a cell."""
OPENS_WEAK = re.compile(rf"(?:^|[|:] ?|\s{{3,}}|\d\)? ?[-.:),]? |[*>.] )[\"']? ?(?:{_LABEL})?{_WEAK}\b")

LEAD = Phrases(
    r"\b(?:evaluations|capitalisations|audits|reviews|revues|surveys|enquetes|studies|diagnostics|missions|assignments"
    r"|consultanc\w+|consultations|courses (?!taken|followed)|trainings|sessions|engagements|prestations|contrats|contracts"
    r"|etudes (?:et|commandite\w*|mene\w*|realise\w*|conduit\w*|dirige\w*|recentes?|choisies?)|(?:travaux|projets|projects)"
    r"|films|commissions|(?:experiences?|realisations?) (?:de|en|d'|in|of|as) \w+|formations? (?:anime\w*|donne\w*|dispense\w*"
    r"|assure\w*|delivered|given))\b"
)
"""Headings that name such work in the plural."""
FRAME = Phrases(
    r"\b(?:experiences?|parcours|realisations?|employment record|work history|career|track record|past performance|references?"
    r"|deja (?:fait|mene|realise|conduit)|have (?:already )?done|similar|comparable|relevant|pertinent\w*|analogues?|semblables?"
    r"|similaires?|ressembl\w+|selected|depuis|since)\b"
)
OTHER_LEAD = Phrases(
    r"\b(?:formations?$|education|diplom\w+|degrees?|qualifications?|academic|scolarite|certificat\w*|publications?|papers"
    r"|articles|ecrits|skills|competences|savoir-faire|domaines?|domains?|areas of|outils|tools|loisirs|interests?|hobbies"
    r"|stages?|internships?|langues|languages|method\w*|approach|approche|demarche|livrables|deliverables|calendrier|planning"
    r"|timetable|budget|prix|price|understanding|comprehension|propos\w+|would|objective|objectif|vise|you (?:would|will) receive"
    r"|benevolat|volunt\w*|conferences?|talks|enseignement|teaching)\b"
)
SCHOOL = Phrases(
    r"\b(?:master'?s?|licence|bachelor|ph\.?d|doctorat\w*|doctorate|msc|mba|llm|bsc|ba|diplom\w+|degree|baccalaureat|universit\w+"
    r"|these|thesis|memoire de|ecole|school of|maitrise|lycee|college|deug|dess|dea|certificat\w*|ingenieur|article"
    r"|chapitre|chapter|journal|revue \w+,"
    r"|editions|colloque|conference)\b"
)

_AUX_FR = r"(?:ai|a|avons|ont|avait|avaient|avais|avions|ayant)"
_ADVERBS_FR = r"(?:(?!ete\b)[\w'-]+ ){0,3}?"
_DONE_FR = (
    r"(?:evalue|audite|capitalise|documente|etudie|expertise|diagnostique|cartographie|accompagne|analyse|enquete|facilite"
    r"|supervise)(?:e|s|es)?"
)
_DONE_EN = (
    r"(?:evaluated|audited|reviewed|capitalised|capitalized|documented|assessed|studied|surveyed|researched|facilitated"
    r"|appraised|analysed|analyzed)"
)
SPECIFIC = Phrases(
    rf"\b{_AUX_FR} {_ADVERBS_FR}{_DONE_FR}\b|\b(?<!be )(?<!been )(?<!were )(?<!was )(?<!being ){_DONE_EN}\b"
    r"|\b(?:passe|spent) [^.;]{0,25}(?:a (?:evaluer|auditer|documenter|capitaliser)|evaluating|auditing|documenting|reviewing)\b"
    r""
)
"""Such work, as something done."""
_TAUGHT = (
    rf"(?:{_AUX_FR} {_ADVERBS_FR}(?:forme|anime|dispense|enseigne)(?:e|s|es)?"
    r"|(?<!be )(?<!been )(?<!was )(?:trained|taught)\b(?! (?:for|in|as|at|to)\b))"
)
TAUGHT = Phrases(rf"\b{_TAUGHT}\b|\b(?:j'|je |nous |on |qui |i |we |who )(?:anim(?:e|ons|ent)|form(?:e|ons|ent)|teach|train)\b")
GENERIC = Phrases(
    rf"\b{_AUX_FR} {_ADVERBS_FR}(?:mene|conduit|realise|fait|signe|(?:co)?dirige|(?:co)?pilote|livre|rendu|produit|ecrit"
    rf"|redige|tenu|joue|execute"
    r"|effectue|coordonne|authored|eu a)(?:e|s|es)?\b"
    r"|\b(?:led|carried out|conducted|completed|done|did|undertaken|undertook|realised|delivered|made|produced|written|wrote"
    r"|managed|performed|designed|drafted|authored|signed(?: off)?|given|has meant|worked on|played|filled|(?:have |has |had |i "
    r"|we )(?:run|ran|held|organi[sz]ed|prepared|provided)|supported|helped|assisted|authored)\b|\b(?:anime|realise|mene"
    r"|conduit|dirige|dispense|donne|execute)e?s\b"
)
ENTRUSTED = Phrases(
    rf"\b(?:m'|nous |me |lui )?{_AUX_FR} {_ADVERBS_FR}(?:confie|commande|mandate|missionne|charge|sollicite)(?:e|s|es)?\b"
    r"|\b(?:m'a|m'ont|nous a|nous ont) (?:\w+ )?demande\b"
    r"|\b(?:asked|hired|commissioned|engaged|retained|contracted|chose|entrusted) (?:us|me|our)\b"
    r"|\b(?:been|were|was) (?:asked|hired|commissioned|engaged|contracted|entrusted|chosen)\b"
)
"""Somebody gave the applicant such work."""
POSSESSED = Phrases(
    r"\b(?:nos|mes|our|my) (?:\w+ ){0,2}?(?:evaluations|capitalisations|audits|reviews|surveys|enquetes|assignments|contracts"
    r"|contrats|missions|commandes|commissions|interventions|chantiers|diagnostics|(?:last|recent|previous|past"
    r"|earlier) (?:\w+ )?(?:stud(?:y|ies)|work|projects?"
    r"|contract|jobs?)"
    r"|(?:derni\w+|recent\w*) (?:\w+ )?(?:etudes?|travaux|projets?))\b|\b(?:notre|our|my) (?:work|travail|activite)\b.{0,25}"
    r"\b(?:consists?|consiste|is|est|since|depuis|has been)\b"
)
"""Such work of one's own, as something that is there to be told of."""
_WHO = r"(?:j'|je |nous |on |qui |cabinet |bureau |equipe |team |firm |company |i |we |who |studies )(?:ne |also |often )?"
HABIT = Phrases(
    rf"\b{_WHO}(?:evalu(?:e|ons)|audit(?:e|ons)?|capitalis(?:e|ons)|document(?:e|ons)?|evaluates?|reviews?|audits)\b"
    r"|\b(?:have|has) been (?:evaluating|reviewing|auditing|documenting|assessing|studying)\b"
    r"|\b(?:evaluating|evaluer|documenting|capitaliser|auditing|auditer) \w+.{0,60}\b(?:is|est|constitue|what|has been)\b"
)
"""Such work, as what the applicant does."""
ALSO = Phrases(
    rf"\b{_WHO}(?:men(?:e|ons)|condui(?:s|t|sons)|realis(?:e|ons)|fai(?:s|sons|t)|accompagn(?:e|ons)"
    r"|facilit(?:e|ons)|assess|conducts?|carry out|carries out|do|does|write|writes|ecri(?:s|vons))\b"
    r"|\b(?:have|has) been (?:training|doing|conducting|working on)\b"
)
"""The same in words that are said of other work too."""
_NUMBER = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt\S*|trente\S*|quarante\S*"
    r"|cinquante\S*|cent|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|eighteen|nineteen|twenty\S*"
    r"|thirty\S*|forty\S*|fifty\S*|ninety|hundred|[2-9]|[1-9]\d{1,2})"
)
SEVERAL = Phrases(
    rf"\bcelles? d[eu']|\bthat of\b|\b{_NUMBER} (?:[\w'-]+ ){{0,3}}?\w+s\b|\b{_NUMBER} (?:fois|times|reprises)\b|: {_NUMBER}\b"
    r"|\b(?:plusieurs|several|many|numerous|nombreu\w+|various|diverse?s|maintes|multiples?|a number of|twice|une? (?:dizaine"
    r"|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine)|a dozen|dozens|some \w+ty|both"
    r"|entre (?:19|20)\d\d et"
    r"|(?:between|from|of) (?:19|20)\d\d (?:and|to)|de (?:19|20)\d\d a|(?:evaluations|etudes|audits|studies|reviews"
    r"|surveys|enquetes|assessments|capitalisations)|depuis (?:(?:19|20)\d\d|plus|pres|\w+ ans|toujours|longtemps)"
    r"|since (?:the )?(?:\w+ of )?(?:19|20)\d\d"
    r"|for (?:over |more than )?\w+ years|pendant \w+ ans|(?:par|per|a|each|every) (?:an|year)|chaque annee|nos \w+ dernier\w+"
    r"|our last \w+|(?:deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth))\b"
)
SOCIAL = Phrases(
    r"\b(?:sante|health|sanitaire|medic\w+|soins?|care|hopita\w+|hospital\w*|clini\w+|patient\w*|nurs\w+|infirm\w+|social\w*"
    r"|associati\w+|federations?|ong|ngos?|charit\w+|humanit\w+|solidar\w+|communaut\w+|communit\w+|femmes?|women"
    r"|enfants?|child\w*|jeunes?"
    r"|young|youth|mineurs?|minors|migra\w+|exil\w+|refug\w+|asylum|asile|sans-abri|homeless\w*|shelters?|hostels?|foyers?"
    r"|hebergement|logement|housing|squats?|rue|street|precari\w+|poverty|pauvret\w+|nutrition\w*|vih|hiv|sida|addict\w+|drugs?"
    r"|prison\w*|handicap\w*|disab\w+|accueil|maraude\w*|mutilations|violences?|gbv|vbg|droits|rights|travail du sexe"
    r"|sex work\w*|traite"
    r"|trafficking|deuil|psycho\w+|mental\w*|dental|dent\w+|aid|relief|secours|wash|vaccin\w*|epidem\w+|paludisme|malaria"
    r"|personnes"
    r"|residents?|familles?|families|orphan\w*|school\w*|ecoles?|dispositifs?|interpret\w+|mediat\w+)\b"
)
COMMERCE = Phrases(
    r"\b(?:(?<!food )banks?|banques?|bank tellers|bancaires?|insur\w+|assur(?:ances?|eurs?)|usines?|factory|factories"
    r"|retail|stores?|sales|ventes?|shops?|supermar\w+"
    r"|brewery|brasserie|automobile|marketing|upselling|gyms?|cinemas?|luxury|luxe|industriel\w*|customer\w*|exhibitions? for"
    r"|museums?|boulangerie|bakery|vins?)\b"
)
PLANNED = Phrases(
    r"\b(?:would|should|could|shall|will|hope|want|wish|plan to|eager|like to|serait|serions|ferions|ferais|aimer\w+|voudr\w+"
    r"|souhait\w+|pourr\w+|propos\w+|votre|vos|your|prepar\w+|envie|apprendr\w+|learn\b|intend|reve\w*|dream\w*|esper\w+)\b"
)
"""What is not of the past: the call's own study, and what one would like to do."""

_ALIKE = (
    r"(?:semblables?|similaires?|analogues?|comparables?|equivalent\w*|du meme (?:type|ordre|genre)|de meme (?:nature|type)"
    r"|de ce (?:type|genre)|proches? (?:de|du|d')|voisine?s?|similar|comparable|alike|of this (?:kind|type|nature|sort)"
    r"|of the same (?:kind|type|nature|sort)|like (?:this|yours|the one|the above)|such (?:stud(?:y|ies)|assignments?|works?"
    r"|missions?|evaluations?)|close to|same (?:field|animal|thing|brief|public|subject)|(?:la |le )?meme (?:chose|public"
    r"|sujet|travail)"
    r"|ressembl\w+|resembl\w+|s'apparent\w+|akin to|sounds? (?:\w+ )?like yours|(?:comme|as) (?:le |la )?(?:votre|yours)"
    r"|(?:cet|ces) exercices?"
    r"|ce (?:genre|type) de|this (?:kind|type|sort) of|such exercises?|what you describe|que vous decrivez)"
)
_WORK = (
    r"(?:missions?|experiences?|etudes?|travaux|contrats?|marches?|prestations?|consultances?|interventions?|evaluations?"
    r"|capitali[sz]ations?|projets?|programmes?|assignments?|contracts?|work|studies|study|consultanc(?:y|ies)|projects?|jobs?"
    r"|exerci[sc]es?|reviews?|commissions?|commandes?|situations?|sujets?|audits?|trainings?|formations?|fait|done"
    r"|conduit|did|guides?|recits?|reports?|rapports?|films?|travail|role|tache|tasks?|part)"
)
ALIKE = Phrases(rf"\b{_ALIKE}|\b(?:tenu|joue|played|held|filled) (?:ce|this) (?:role|part)\b")
SAID = Phrases(rf"\b(?:cet|ces|such|these) exerci[sc]es?\b|\b{_WORK}\b.{{0,60}}?\b{_ALIKE}|\b{_ALIKE}\b.{{0,60}}?\b{_WORK}\b")
OWN = Phrases(
    r"\b(?:m'a|m'ont|nous a|nous ont|j'ai|j'|je|nous|on (?:a|avait|nous|m'a)\b|notre|nos|mon|mes|ma|moi|i|we|i've|we've"
    r"|our|my|us|me|she|he|elle"
    r"|il|deja|already|equipe|team"
    r"|cabinet|bureau|company|firm|ltd|sarl|llp|consultant\w*|evaluat(?:eur|rice|or))\b"
)
EXPERIENCED = Phrases(
    r"\b(?:(?:longue|solide|grande|riche|large|forte|vaste|notre|mon|long|extensive|solid|strong|wide|broad|considerable|our|my"
    r"|annees d'|ans d'|years(?: of|')) ?(?:\w+ )?experiences?|speciali[sz]e(?:d|e|s|es)? (?:dans|en|in|on|de|sur)"
    r"|specialite|speciality|specialty|metier|habitude"
    r"|habitues?|used to|to (?:my|our) name|(?:mon|notre) actif|most of what|essentiel de|coeur d\w+|familier\w*|familiar"
    r"|connais\w*|know this|portaient|portent|ont porte|been about|dealt with|my trade|is what (?:i|we) do"
    r"|evaluatrice depuis|evaluateur depuis)\b"
)
HOWEVER = Phrases(r"\b(?:but|yet|however|nevertheless|still|mais|cependant|toutefois|pourtant|neanmoins|en revanche|par contre)\b")
NOT_ONES_OWN = Phrases(
    r"\b(?:translated|traduit|relu|proofread|financed|funded|received|recu|attended|subi|undergone|suivi|followed|repondu"
    r"|answered"
    r"|submitted|depose|passion)\b|"
    r"^(?:your|votre|vos)\b|\b(?:j'ai|nous avons|i|i have|we|we have) (?:(?!been\b|ete\b)\w+ ){0,7}?(?:commissioned"
    r"|commande|commandite)\b"
    r"|\b(?:carried out|realisee?s?|menee?s?|conduite?s?|done|written) (?:by|par) (?!us\b|me\b|nous\b|moi\b|nos\b|our\b|l'equipe)"
    r"|\b(?:studied|etudie) (?:la |le |l'|the )?(?:\w+ ){0,2}?(?:law|droit|medecine|medicine|nursing|histoire|history|lettres"
    r"|\w+(?:logie|logy|nomie|nomics|graphie|graphy|sophie|sophy|politiques?|politics))\b"
)
"""The work of others, and one's own studies."""
ASKED = Phrases(
    r"\b(?:vous (?:demandez|souhaitez|cherchez|m'avez|avez)|the notice asks|you (?:ask|want|require|seek|asked)|at least two"
    r"|au moins deux|(?:would|should) (?:love|like)|si vous|contribuer a|lu\b|read\b)\b"
)
