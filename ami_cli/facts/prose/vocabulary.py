"""Words of the field, folded, that several readings share."""

from ami_cli.facts.prose.phrases import Phrases

ACTIVITY = Phrases(
    r"\b(?:evaluat\w+|evaluer|evalue\w*|etudes?\b|study|studies|audits?|audite\w*|audited|capitali[sz]\w+"
    r"|diagnosti\w+|assess\w*|review\w*|revues?\b|bilans?\b|enquetes?\b|surveys?|research|recherches?\b"
    r"|recherche-action|mapping|cartographi\w+"
    r"|formalis\w+|formaliz\w+|modelisa\w+|document(?:er|ed|ing|ation|ations|e|ons|ent|ary)\b|lessons?[- ]learn\w+"
    r"|learning (?:review|exercise|study|history)|retours? d'experiences?|recits?\b|memoire de\b|guides?\b"
    r"|manuals?\b|manuel\w*|handbook|playbook|toolkit|kits?\b|handover|referentiels?"
    r"|comparative|comparatif|compara\w+|analys\w+|baseline|endline|end-line|mid-?term|mi-parcours"
    r"|final evaluation|position(?:s|nement\w*| papers?| statement)?\b|plaidoyer|advocacy|recommandations"
    r"|recommendations|policy brief|evidence brief|notes? de\b|strateg\w+"
    r"|consultanc\w+|consultations?\b|accompagnement\w*|appui\b|assistance technique|technical assistance"
    r"|supported|support to|formations?\b|training\w*|facilitation\w*|animation|ateliers?|workshops?"
    r"|films?\b|videos?\b|fresques?|rapports?\b|reports?\b|synthes\w+|synthese"
    r"|feasibility|faisabilite|monitoring|suivi-evaluation|mel\b|theory of change|recueils?\b|cadre\b|frameworks?"
    r"|templates|white paper|livre blanc|description|relecture|redaction|writing|drafting|missions?\b"
    r"|assignments?|contrats?\b|contracts?|marches?\b|commandes?\b|commissions?\b|mandats?\b|prestations?"
    r"|projects?|projets?|livrets?|brochures?|module|protocol\w*|expertises?|looked at|look at|comparison|report)\b"
)
"""What consultants do and what they deliver."""

CLIENT = Phrases(
    r"\b(?:pour (?:l'|la |le |les |un |une |deux |nos |notre )?(?:compte (?:de|du|des|d'))?|for (?:the |an? )?|on behalf"
    r" of|au profit d\w+|aupres d\w+|commanditaires?|commissioned (?:by|from|us|me)|commanded|clients?\b"
    r"|maitre d'ouvrage|donneurs? d'ordre"
    r"|associations?|asso\b|ong\b|ngos?\b|ingo|fondations?|foundations?|fundacion|federations?|reseaux?"
    r"|networks?|collecti(?:f|fs|ve)|croix|red cross|ministere|ministry|municipalit\w+|ville de|mairie|metropole"
    r"|departement d\w+|region\b|agence regionale|ars\b|unicef|unhcr|hcr\b|who\b|oms\b|pnud|undp"
    r"|union\b|alliance|coalition|plateforme|platform|mouvement|movement|comite|committee|centre|center|hopital"
    r"|hospital|chu\b|caritas|trust|charity|charities|society|societe\b|mutuelle|institut\w*|observato\w+"
    r"|forum|caucus|confederation|diocese|paroisse|ministere|council|conseil departemental|city of|afd\b|union europeenne"
    r"|european|eu\b|world bank|banque mondiale|medecins|action contre|secours|solidar\w+|oxfam|care\b"
    r"|save the children|handicap)\b"
)
"""Who commissions."""

DONE = Phrases(
    r"\b(?:first|second|third|other|latest|last|latter|former) (?:one )?was (?:with|for|from|at)\b|\b(?:premiere?|seconde?"
    r"|deuxieme|troisieme|derniere?|autre) (?:l'etait|etait|a ete|fut|venait)\b|\b(?:m'ont|nous ont|m'a|nous a)"
    r" fait confiance\b|\bvenons d\w+|\bviens d\w+|"
    r"\b(?:(?:nous|m'|me|nous a|m'a|m'ont|nous ont|m'avait|nous avait) ?(?:a|ont|avait|avaient)? ?(?:\w+"
    r" )?(?:demande|confie|charge|commande|mandate|sollicite|appele|rappele|choisi|retenu|engage|recrute|missionne)\w*"
    r"|(?:m'a|nous a|a) (?:ete |egalement ete )?(?:demande|confie|donne)\w*|voulait|souhaitait|nous avons"
    r"|j'ai\b|j'avais|nous avions|avons|ont ete|a ete|ai (?:ete )?|etais|etions|(?:realise|conduit|mene"
    r"|execute|livre|remis|publie|signe|acheve|termine|effectue|accompli)(?:e|s|es)?\b"
    r"|(?:asked|hired|commissioned|engaged|retained|instructed|contracted|invited|appointed|selected|chose|called"
    r"|entrusted|wanted|brought) (?:\w+ )?(?:us|me|our|my)\b|(?:we|i|team|company|firm|and i) (?:have "
    r"|had |also |then |recently |jointly |successfully |co-?)*(?:evaluated|reviewed|assisted|carried out"
    r"|completed|conducted|"
    r"wrote|written|co-wrote|supported|led|worked|studied|documented|helped|ran|did|made|looked|compiled"
    r"|prepared|produced|delivered|assessed|audited|drafted|designed|facilitated|mapped|trained|advised"
    r"|analysed|analyzed|researched|accompanied|undertook|performed|examined|described|developed|managed|coordinated"
    r"|capitalised|capitalized|drew|filmed|spent|undertaken|done|signed|finished)"
    r"|commissioned|was requested|were requested|completed|carried out|conducted|delivered|was published"
    r"|ran from|signed|contract (?:of|with|dated|value)|contrat (?:de|avec|du)|executed|undertaken|performed"
    r"|accompagne|evalue|capitalise|redige|produit|anime|pilote)"
)
"""Words for work that was done."""

SECTION = Phrases(
    r"\b(?:references?|missions? (?:realisees?|conduites?|menees?|similaires?|semblables?|analogues?|recentes?"
    r"|comparables?|accomplies|effectuees)|experiences?\b|experience|realisations?|travaux|ce que nous avons"
    r" (?:deja )?(?:fait|realise|mene)|ce que j'ai (?:deja )?(?:fait|produit|mene)|deja (?:fait|produit|mene|realise|conduit"
    r"|livre)"
    r"|marches? (?:similaires?|analogues?|publics?|executes?)|contrats?|contracts?|assignments?|commissions?"
    r"|track record|clients?|what we have (?:done|behind)|have you done|done this before|similar work|previous work|past"
    r" (?:work|performance|assignments|contracts|projects)|portfolio|selected|projects?|projets"
    r"|mandats?|mandates|consultanc(?:y|ies)|prestations?"
    r"|commanditaires?|precedents|etudes|evaluations?|studies|livrees?|commandes?|palmares|qualifi\w+|credentials"
    r"|relevant|pertinentes?|completed|carried out|executed|conduites?|menees?)\b"
)
"""Headings and introductions that announce past work."""

ROLE_NOT_CONTRACT = Phrases(
    r"\b(?:fonde\w*|founded|created|cree\w*|incorporated|established|immatricul\w+|registered|depuis|since"
    r"|ne a\b|nee\b|born|these|thesis|phd|doctorat\w*|doctorate|master|licence|diplom\w*|degree|graduat\w+"
    r"|bachelor|mba\b|university|universite|etudiant\w*|student|memoire de (?:fin|master|recherche)|salarie\w*"
    r" (?:de|chez|du)|employed"
    r"|retraite\w*|retired|stage\b|stagiaire|internship|volunteer\w*|benevol\w+|arriv\w+ (?:a|en|de)|budget|capital de|siret"
    r"|rccm|rcs)\b"
)
PLANNED = Phrases(
    r"\b(?:disponib\w+|availab\w+|libres?|free|(?:pourr\w+|serons|serions|serai[st]?|pouvons|puis|peux|will"
    r"|would|could|can|shall|propos\w+|prevo\w+)\b|commencer|demarrer|start|begin|calendrier|planning)\b"
)
DENIAL = Phrases(
    r"\b(?:n'(?:ai|avons|a|ont) (?:encore |pas encore |a ce jour |donc |moi-meme |nous-memes )*(?:jamais"
    r" (?:ete consultante?s?|ete prestataire|conduit|mene|realise|evalue|travaille|signe|eu de|fait)"
    r"|aucun\w* (?:autre )?(?:contrat|reference|mission|etude|evaluation|experience|client|antecedent)|rien"
    r" (?:realise|mene|conduit|fait|vendu|de tel)"
    r"|pas (?:encore )?(?:(?:de |d')(?:references?|experience|contrats?|missions?|pratique|clients?|antecedent)"
    r"|mene|conduit|realise|eu|signe|vendu))"
    r"|n'(?:ai|avons|a) (?:encore )?(?:vendu|mene|realise|conduit) aucun|n'en av(?:ons|ez|ait) (?:jamais |encore"
    r" )?(?:mene|conduit|realise|fait|aucun)|jamais (?:mene|conduit|realise|evalue)"
    r"|aucun\w* (?:encore\b|contrat|reference|mission (?:de ce|semblable|similaire)|etude (?:de ce|semblable)"
    r"|experience (?:de ce|semblable|similaire|comparable)|client (?:a|precedent))"
    r"|(?:notre|mon) (?:tout )?premier (?:contrat|client|marche)|(?:serait|sera|est) (?:notre|ma|la) (?:toute )?premiere"
    r" (?:mission|affaire|etude|evaluation|commande|reference|consultance)|ma premiere affaire"
    r"|sans (?:aucune )?(?:reference|experience) (?:en|de|dans|similaire|comparable|analogue)"
    r"|(?:i|we|i've|we've|firm|company|us|team|have|and) (?:have |had |has |do )?(?:never|not yet"
    r"|not) (?:yet |ever )?(?:carried|conducted|done|evaluated|led|held a contract|worked (?:for|as a consultant)"
    r"|undertaken|been involved|completed|performed|have|had|held)\b"
    r"|(?:i|we|firm|company|us) (?:have|had|has|hold|holds) (?:no|not (?:yet )?(?:held|had|done)|never (?:been involved|had"
    r"|held|done|carried))"
    r"(?! (?:other|further|conflict|doubt|objection|problem|time|plans|commitment|hesitation))"
    r"|none (?:of us has (?:worked|ever|done|carried|evaluated)|like this|that would|yet|so far|to date)|no"
    r" (?:past|previous|prior|earlier|similar|comparable) (?:contracts?|assignments?|clients?|references?"
    r"|experience|missions?|work)"
    r"|(?:our|my) first (?:contract|client|assignment|job|consultancy|evaluation|study)|new to (?:consulting"
    r"|evaluation|this)|faute de (?:references?|contrats?|missions?))"
)
TO_THE_CALL = Phrases(
    r"\b(?:en reference a|with reference to|reference number|ref(?:erence)? ?[:.n] ?(?=\S*\d)\S+|votre reference|our reference"
    r"|your reference"
    r"|notre reference|faisant reference|termes? de reference|terms of reference|cadre de reference|reference"
    r" (?:population|document|person)"
    r"|personnes? de reference|referenc(?:ed|er|ing))\b"
)
CONTACT = Phrases(r"(?:\+|\b0)\d(?:[ .]?\d){7,}|\b\S+@\S+|\b(?:contact|joignable|a joindre|speak to|tel|phone)\b")
