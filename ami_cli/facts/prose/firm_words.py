"""Words, folded, by which a firm is told from a client, an employer of the past or a person."""

import re

from ami_cli.facts.prose.phrases import Phrases

_KIND = (
    r"(?:cabinet|bureau|agence|societe|entreprise|cooperative|structure|groupement|atelier|studio|maison"
    r"|institut|scop|scic|sarl|sasu|sas|eurl"
    r"|consultancy|consulting (?:firm|company|cooperative|house)|evaluation house|firm|company|agency|practice"
    r"|collective|bureau d'etudes|ltd|limited|workshop"
    r"|editeur|production|think tank|laboratoire|partnership|social enterprise)"
)
_PLAIN_KIND = (
    r"(?:cabinet|bureau|agence|societe|entreprise|cooperative|scop|scic|sarl|sasu|eurl|consultancy|consulting"
    r" (?:firm|company|cooperative)|firm|company|agency|practice|collective|partnership|groupement)"
)
_ROLE = (
    r"(?:associee?s?|gerante?s?|directeurs?|directrices?|consultante?s?|partner|adviser|advisor|associate"
    r"|director|principal|founder|fondatrice|fondateur"
    r"|co-?fondat\w+|owner|manager|researcher|presidente?|salariee?s?|employee|head|ceo|dirigeante?"
    r"|cheffe?|analyst|evaluator|evaluat\w+"
    r"|chargee? d'(?:etudes|evaluation)|lead|mediator|mediat\w+|trainer|expert\w*|member|membre|team leader"
    r"|coordinator|illustrator|sociologue|juriste|economiste|statisticien\w*|facilitat\w+)"
)
_OWNER = (
    r"(?:gerante?s?|associee?s?(?:-gerante?s?)?|partner|founder|co-?founder|fondat(?:eur|rice)|co-?fondat\w+"
    r"|managing \w+|owner|principal|dirigeante?)"
)
_AT = r"(?:au|aux|a la|a l'|chez|at|with|of|de|du|de la|for|dans|within|au sein d[eu]s?)(?: the| la| le| l')?"
_OF_STUDIES = (
    r"(?:consultante?s?|chargee?s? (?:d'etudes|d'evaluation|de mission)|directeur|directrice|chef(?:fe)? de projets?|evaluat\w+"
    r"|consultant|analyst|adviser|advisor|associate|partner|researcher|head of \w+|project manager|director|manager|associee?)"
)
_BIDDER = (
    r"(?:candidate?|soumissionnaire|prestataire|postulante?|bidder|applicant|tenderer|offeror|raison sociale|denomination"
    r"|name of (?:the )?(?:firm|company|organi[sz]ation)|nom d(?:u|e la|e l'|e) ?(?:cabinet|bureau|societe|structure|organisme"
    r"|entreprise)|organisme)"
)
LEGAL_WORDS = (
    r"(?:association (?:loi|a but|sans but|de droit|under)|asbl|aisbl|vzw|onlus|stichting|verein|societe (?:par|a responsabilite"
    r"|cooperative|anonyme|civile|de droit)|scop|scic|sarl|sasu|eurl|selarl|srl|gmbh|e\.v\.|ekonomisk forening|sociedad"
    r"|community interest company|cic|(?:workers'? |member-owned )?co-?operative|limited (?:company|liability)|partnership"
    r"|entreprise cooperative|groupement d'interet|micro-entreprise|entreprise individuelle)"
)
BEFORE: tuple[tuple[Phrases, float], ...] = (
    (Phrases(r"^(?:ici|this is|nous,|we,) [\"']*$"), 2.0),
    (Phrases(r"\b(?:groupement|consortium|joint venture) ?: ?(?:la |le |the )?[\"']*$"), 2.0),
    (Phrases(rf"\b{_OWNER}(?: (?:chez|at|of|de|du|de la|d'))?,?(?: -| \|)? [\"']*$"), 1.0),
    (
        Phrases(
            r"\b(?:portee? par|pour le compte de mon employeur|on behalf of my employer|undersigned (?:firm|company)"
            r"|mon employeur|my employer),? ?(?:(?:la|le|l'|the) )?(?:\w+ )?[\"']*$"
        ),
        2.5,
    ),
    (Phrases(r"^(?:chez|at|au sein de|within) [\"']*$"), 1.5),
    (
        Phrases(
            rf"\b(?:notre|ma|mon|our|my) (?:petite? |small |own )?{_KIND},?"
            rf"(?: (?:l'|la |le |the )?(?:association|{_PLAIN_KIND}))? [\"'(]*$"
        ),
        2.0,
    ),
    (
        Phrases(r"\b(?:submitted by|presentee? par|soumise? par|employed by|deposee? par|emanant de|behalf of our firm,?) [\"']*$"),
        2.5,
    ),
    (Phrases(r"^[a-z' -]{3,40}, (?:pour|for) $"), 2.5),
    (Phrases(rf"\b{_KIND}(?: (?!medical|dentaire|du\b|in\b|a\b)[\w'-]+){{0,3}}?,? ?[\"'(]*$"), 1.5),
    (
        Phrases(
            rf"\b{_ROLE}\b[^.;:]{{0,40}}?(?: chez| at| with| within| de la| de| du| d'| of|,| -| \|| au sein d\w+"
            rf"| for| \() ?(?:the |la |le )?[\"'(]*$"
        ),
        0.75,
    ),
    (Phrases(r"(?:\bchez|\bau sein d\w+|\bwithin|\bat) ?[\"']*$"), 0.75),
    (
        Phrases(
            r"\b(?:rattache\w*|rattachement|affilie\w*|affiliation|employed by|salariee?s? (?:de|du|chez)|attached"
            r" to|belongs? to|firm|cabinet|societe|bureau|employer|employeur|organisation|structure|entreprise|company)"
            r"(?: [\w' -]{0,40})? ?: ?(?:la |le |l'|the )?(?:\w+ )?[\"']*$"
        ),
        2.0,
    ),
    (Phrases(r"\b(?:rattache\w*|affilie\w*|employed|attached|belong\w*|salarie\w*)\b[^.;:]{0,30}$"), 1.0),
    (
        Phrases(
            r"\b(?:nous sommes|we are|i am with|joined|rejoint|i (?:run"
            r"|founded|direct|manage|head)|je dirige|j'ai (?:fonde|cree)|nous avons (?:fonde|cree)|part of|partie d\w+|titre d\w+"
            r"(?: la)?|presente\w*|representing)"
            r" (?:the |la |le |du |de |au )?[\"']*$"
        ),
        1.0,
    ),
    (Phrases(r"^(?:pour|for) $"), 1.0),
    (
        Phrases(
            rf"\b(?:(?:i|we) (?:trade|work) as|trading as|au nom d\w+|on behalf of|(?:je|nous) represent\w+|(?:i|we) represent)"
            rf" (?:the |la |le |l')?(?:{_PLAIN_KIND} |collectif |association )?[\"'(]*$"
        ),
        2.0,
    ),
    (Phrases(rf"\b{_BIDDER} ?: ?(?:la |le |l'|the )?[\"']*$"), 2.5),
    (Phrases(rf"\b(?:je suis|i am|i'm|nous sommes|we are)\b[^.;]{{0,40}}\b{_OF_STUDIES}\b[^.;]{{0,30}} {_AT} ?[\"']*$"), 2.5),
    (
        Phrases(
            r"\b(?:(?:emploi|poste|fonction|employeur) actuel\w*|current (?:position|employer|post|role|job)) ?:.{0,50}$"
            r"|\b(?:actuellement|currently|aujourd'hui|depuis (?:19|20)\d\d|since (?:19|20)\d\d)\b[^.;:]{0,50}(?:chez"
            r"|at|with|for|au sein d\w+|de|of|,) ?$"
        ),
        1.5,
    ),
)
AFTER: tuple[tuple[Phrases, float], ...] = (
    (
        Phrases(
            r"[\"']*,? (?:vous repond|repond a|answers|responds to|applies|se porte candidate?|soumissionne|postule)\b"
            r"|[\"']* ?\((?:lead|chef de file|cheffe de file|mandataire|lead partner)\b"
        ),
        2.0,
    ),
    (
        Phrases(
            r"[\"')]*,? (?:que|dont) (?:je|nous) (?:dirige|preside|represente|gere|suis|sommes)\w*|[\"')]*,? que (?:j'ai"
            r"|nous avons) (?:fonde|cree)e?"
            r"|[\"')]*,? (?:which|that|of which) (?:i|we) (?:run|lead|direct|head|chair|own|founded|represent|am)"
        ),
        2.5,
    ),
    (Phrases(rf"[\"')]*,? ?(?:-|\(|,|:|/|\||est|is)? ?(?:(?:une?|an?|the|la) )?(?:\w+ ){{0,2}}?{LEGAL_WORDS}\b"), 2.0),
    (
        Phrases(
            rf"[\"')]*,? ?(?:-|\(|,|:|/|\||est|is|are|was|existe|depuis)? ?(?:est |is |are )?"
            rf"(?:(?:une?|an?|the|la|le|notre|our) (?:(?!pour|for)[\w'-]+ ){{0,3}}?{_KIND}|(?:not-for-profit |independent"
            rf" |social )?{_PLAIN_KIND})\b"
        ),
        1.5,
    ),
    (
        Phrases(
            r"[\"']* (?:is pleased|is a |is an |est (?:une?|un petit|heureu)|a l'honneur|a le plaisir|est heureu"
            r"|souhaite|wishes|manifest\w*|propose|existe|does nothing|was born|est nee?|se compose|reunit|regroupe"
            r"|rassemble|was (?:founded|incorporated|set up)|a ete (?:fonde"
            r"|cree)|accompagne|intervient|compte \w+|emploie|employs|would|sera|hereby|specialises)"
        ),
        1.0,
    ),
    (
        Phrases(
            r"[\"')]*,? (?:-|/|\||,) ?(?:social|societe|conseil|consulting|etudes|evaluation|research|visual|formation|training"
            r"|facilitation|expertise|registered|rcs|siret|rccm|nif|vat|ice|page)\b"
        ),
        1.5,
    ),
    (Phrases(r"\.? ?(?:registered in|rcs|siret|rccm|immatricule|vat)\b"), 1.0),
)
LEGAL_FORM = re.compile(
    r"\b(?:SARL|SASU|SAS|SCOP|Scop|SCIC|SCP|SELARL|SNC|EURL|EIRL|GIE|SRL|S\.r\.l|SPRL|BV|NV|GmbH|ApS|AB|Oy|Ltd|Limited"
    r"|LLP|LLC|PLC|Plc|Inc|CIC|Pty|Sarl|SUARL|SURL|Lda"
    r"|S\.A\.R\.L|S\.A\.S|S\.L)\b|(?<=[a-z] )(?:AS|SA|AG|SL)\b"
)
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Ltd|Inc|Co|Corp|Pty|Plc|Cie|Assoc|Bros|St))\.$")
"""A name whose last full stop is its own."""
KIND_FIRST = re.compile(rf"{_KIND}\b")
FIRM_WORD = Phrases(
    r"\b(?:conseils?|consult\w*|etudes|advisory|advisers|associates|associes|research|studio|studios|lab|labs"
    r"|partners|collective|cabinet|group|groupement|evaluation|evaluations|learning|studies|agency|agence"
    r"|cooperative|editions|productions?|avocats|legal"
    r"|expertises?|strateg\w*|solutions|insight|insights|management|bureau|company|compagnie|co|sons|daughters"
    r"|analytics|atelier|mesures|advice|llp|ltd|sarl|sas|expertises|associés|communication|audit|partenaires|formation"
    r"|facilitation|design)\b"
)
NOT_A_FIRM = re.compile(
    r"(?:medecins du monde|mdm|madame|monsieur|mesdames|messieurs|dear|objet|subject|annexe?|cv|lettre|letter|capitalisation"
    r"|expression|manifestation|appel|call|siret|rcs|tva|vat|ttc|ht\b|eur\b|m\.|mme|mr|mrs|ms|dr|prof|the|our|we|i\b|page"
    r"|union europeenne|ong\b|ngo\b)"
)
CLIENT_BEFORE = Phrases(
    r"(?:\b(?:confie\w*|command\w+|remis\w*|attribue\w*|awarded|entrusted|given) (?:a|au|aux|to)\b[^.;:]{0,30}$)|"
    r"(?:\b(?:audit|etude|evaluation|capitalisation|review|study|assessment|bilan|diagnostic|programme|projet|project|appui"
    r"|formation|training)\b[^.;:]{0,45}(?:d[eu]s?|d'|of|for|at|l'|la)(?: \w+)? ?[\"'(]*$)|"
    r"(?:(?<!^)\b(?:pour(?: le compte d\w+)?|for|aupres d\w+|par|by|client|clients|commanditaire|contract"
    r" with|contrat avec)(?: (?:l'|la|le|les|the|des|du|de|d'|notre|our))*[ :\"'(-]*|\b(?:stagiaire|internship"
    r"|intern|tribunal|hopital|faculte|universite|university|school|ecole)\b.{0,30})$"
)
ORGANISATION = Phrases(
    r"\b(?:association|associations|ong|ngo|fondation|foundation|federation|reseau|network|croix|cross|ministere"
    r"|ministry|ville|city|mairie|departement|institut\w*|college|clinique|clinic|centre|center|service"
    r"|services|office|museum|musee|library|bibliotheque|maternite|dispensaire|prison|foyer|unicef|alliance"
    r"|coalition|plateforme|platform|comite|committee"
    r"|hopital|hospital|trust|charity|universite|university|universidad|faculte|lycee|ecole|school|master|licence"
    r"|doctorat|societe (?:francaise|des|d')|ordre|tribunal|observatoire|ligue)\b"
)
PAST_WORK = Phrases(
    r"\b(?:references?|missions?|assignments?|experiences?|contrats?|contracts?|clients?|commandes?|commissions?"
    r"|employment|emplois|postes?|posts?|parcours|carriere|career|formations?|education|diplomes?|publications?"
    r"|work|travaux|projects?|projets?|affiliations?|memberships?|references|training|teaching|enseignement\w*"
    r"|engagements?|volunt\w*|benevol\w*|associati\w*)\b"
)
ENDED = Phrases(
    r"\b(?:no longer|ha(?:s|ve) closed|closed down|ferme ses portes|n'existe plus|n'est plus|ne l\w+ \w+ plus|a ferme"
    r"|a cesse|wound up|dissolved|liquidat\w+|liquidee?|retired from"
    r"|left on good terms|que j'ai quittee?|which i left)\b|\b(?:used to (?:work|be)|until (?:19|20)\d\d|j'ai quitte|i left)\b|"
    r"\b(?:anciennement|formerly|dissoute?|stagiaire|internship|ancien(?:ne)? (?:directrice|directeur|associe|salarie)|former"
    r" (?:director|partner|employee)|ex-|previously|jusqu'en (?:19|20)\d\d)\b"
)
ONCE = Phrases(
    rf"\b(?:votre|vos|your) (?:\w+ )?{_PLAIN_KIND}\b|"
    r"\b(?:un certain|une certaine|un autre|une autre|another|some other) (?:\w+ )?(?:bureau|cabinet|firm|company|societe"
    r"|agence|agency)|"
    r"\b(?:(?:began|started|commence|debute)\w* (?:my|ma|mon|notre|our) (?:career|carriere|parcours|vie)|(?:i|j'ai|we"
    r"|i have|i've|she|he) (?:\w+ )?(?:spent|worked|passe|travaille|exerce|servi|was|were|sors)\b"
    r"|(?:apres|after|pendant|durant|during|for) \w+ (?:ans|annees|years)\b|avant (?:de|cela)|auparavant|before (?:that|joining))"
)
"""Work told of as past."""
ENDED_AFTER = re.compile(r"[\"',) ]*\(?[^.;]{0,40}?\b(?:19|20)\d\d ?(?:-|to|a|until|au) ?(?:19|20)\d\d\b")
NOW = Phrases(r"\b(?:actuel\w*|current\w*|present|aujourd'hui|today|depuis|since|to date|a ce jour|now)\b")
ADDRESS = re.compile(r"[@/.](?P<label>[a-z0-9-]{4,40})\.(?:test|example|[a-z]{2,6})\b")
PROVIDER = re.compile(
    r"gmail|yahoo|hotmail|outlook|orange|free|laposte|protonmail|proton|icloud|mail|courriel|email|post|linkedin|github"
    r"|wanadoo|sfr|live|http|www|exemple|example"
)
MEDICAL = re.compile(r" (?:medical|dentaire)")
PERSON_BEFORE = Phrases(r"\b(?:m\.|mme|mr\.?|mrs\.?|ms\.?|dr\.?|monsieur|madame) $|@$")
_AN_EMPLOYER = (
    r"(?:employ(?:er|eur)s?|salariee?s?|staff|associee?s?|business partners?|parent company|firm|company|consultancy"
    r"|cabinet|societe"
    r"|bureau|structure|affiliation|rattachement|organisme)"
)
IN_ONES_OWN_NAME = Phrases(
    r"\b(?:a titre (?:individuel|personnel|prive)|sous (?:mon|notre|nos) (?:propres? )?(?:noms?|numeros? de siret|siret)"
    r"|in (?:my|our) own (?:names?|right)|as (?:an )?(?:individuals?|private persons?|natural persons?)|personnes? physiques?"
    r"|individual (?:consultants?|experts?|contractors?|evaluators?)|(?:consultante?s?|expert(?:e|s|es)?|evaluat(?:eur|rice)s?)"
    r" individuel\w*|one[- ](?:woman|man|person) (?:business|firm|company|band|operation|show)|sole (?:proprietors?"
    r"|practitioners?)"
    r"|(?:seule?|alone) (?:dans|in) (?:mon|ma|my) (?:entreprise|structure|business|company)|ne depen\w+ (?:de personne"
    r"|d'aucun\w*)"
    r"|(?:i|we) (?:work|operate|practise) (?:alone|solo|on (?:my|our) own|by (?:myself|ourselves))(?= ?[.,;:)]| and | since |$)"
    r"|(?:each|both|chacune?|tous deux|toutes deux) (?:of us )?(?:\w+ )?(?:invoices?|bills?|factur\w+)|invoices? separately"
    r"|travailleu(?:r|se)s? non salariee?s?|(?:sans|ni) (?:associee?|salariee?|employeur)\b"
    rf"|(?:i|we) (?:have|has) no {_AN_EMPLOYER}|(?:je n'ai|nous n'avons) (?:pas d'|aucun\w* |ni ){_AN_EMPLOYER}"
    rf"|{_AN_EMPLOYER} ?: ?(?:none|no\b|nil|n/a|aucune?|neant|sans objet))\b"
)
"""The same, said of the capacity in which one applies."""
INDEPENDENT = Phrases(
    r"\b(?:affiliation ?: (?:none|aucune|neant|sans)|sans appartenance a|ne depen\w+ d'aucun|no (?:consultancy"
    r"|firm|company) (?:stands )?behind|aucun(?:e)? (?:cabinet|bureau|societe|firme|structure) derriere|freelancing)\b|"
    r"\b(?:je travaille (?:toujours )?seule?(?= ?[.,;:)]| et | depuis |$)|(?:i|we) work for (?:myself|ourselves)|not part of"
    r" any|prestataires? individuel\w*|sans salariee?s?\b|aucune (?:structure|societe)\b|collective? (?:of|de)"
    r" freelance\w*|collectif d'independant\w*|seule? a bord|own boss)\b|"
    r"\b(?:(?:consultante?s?|experte?s?|travailleu(?:r|se)s?|evaluat(?:eur|rice)s?|redact(?:eur|rice)s?"
    r"|juriste(?: consultante?)?|chercheu(?:r|se)s?"
    r"|formateurs?|formatrices?|sociologue|anthropologue|facilitat(?:eur|rice)s?|artiste-auteur|illustrat(?:eur"
    r"|rice)|mediat(?:eur|rice)|traduct(?:eur|rice)|journaliste|statut d'?|tous|toutes|deux|trois|sommes|suis"
    r"|en|exerce|activite)"
    r"[ -](?:\w+ )?independante?s?|independante?s?,? (?:siret|sans|depuis)|(?:statut|qualite|titre) d'independante?s?"
    r"|independent (?:consultants?|experts?|evaluators?|researchers?|contractors?|professionals?|practitioners?"
    r"|advisers?|advisors?|trainers?|workers?|lawyers?|facilitators?|interpreters?|mediators?)"
    r"|(?:i am|we are|i'm|we're|i work|we work|working) (?:an? )?(?:fully |both |all )?independent(?:ly)?\b(?!"
    r" of)|freelanc\w*|free-lance\w*|(?:auto|micro)[- ]?entrepr\w+|salariee?s? portee?s?|travailleu(?:r|se)s? autonomes?"
    r"|(?:reponds?|postule|candidate|exerce)[^.;]{0,20}\bseule?\b|entreprise individuelle"
    r"|entrepreneu(?:r|se)s? individuel\w*|\bei\b|a (?:mon|son|leur|notre) (?:propre )?compte|self[- ]employed"
    r"|sole traders?|(?:my|our|their|his|her) own account|no (?:company|firm|affiliation)|without (?:a |any )?(?:firm"
    r"|company)"
    r"|not (?:attached|affiliated|linked|tied|bound|employed|belong\w*) (?:to|with|by) (?:any|a)|(?:does|do) not belong to (?:any"
    r"|a)|neither (?:of us )?belongs? to|unaffiliated|sans (?:cabinet|structure|societe|employeur|rattachement"
    r"|affiliation)|non salariee?"
    r"|en (?:mon|son|leur|nos|notre) (?:propre )?noms?(?: propre)?|portage salarial|professions? liberales?"
    r"|exerc\w+ (?:seule?|en liberal)|consultante?s? (?:en )?liberale?s?|aucun lien avec un"
    r"|(?:pas|aucune?|aucun d\w+|ni l'un\w* ni l'autre)\b[^.;]{0,40}\b(?:rattache\w*|cabinet|structure commune)"
    r"|(?:rattache\w*|appartien\w*|depen\w+) a aucun\w*|invoice separately|chacune? a son compte|umbrella company)\b"
)
TOUCHES = Phrases(
    r"\b(?:cabinets?|bureaux?|societes?|entreprises?|structures?|agences?|cooperatives?|groupement|firms?|company|companies"
    r"|agency|practice|consultancy|organisation|independan\w+|independent\w*|seule?|myself|my own|employ\w+"
    r"|salarie\w*|statut|status|prestataire\w*"
    r"|factur\w+|invoice\w*|freelanc\w*|siret|vat|rcs|rattach\w+|affili\w+|associe\w*|partner\w*|submitted by|presentee?"
    r" par|collectif|collective|profession\w* liberale\w*|retraite\w*|retired|studio|atelier|scop|sarl|ltd|sasu?|eurl"
    r"|scic|cic|llp|gmbh|inc|plc|bv|pty"
    r"|gie|tva|siren|charity (?:no|number|reg\w*)"
    r"|co-operative|association|loi (?:de )?1901|m'installer|set up (?:as|on)|staff|in its name|en son nom|raison sociale)\b"
    r"|\bwww\.|\bhttps?:"
)
ON_ONES_OWN = Phrases(
    r"\b(?:freelanc\w*|free-lance|self-employ\w*|sole trad\w+|auto-?entrepr\w*|micro-?entrepr\w*|portage salarial"
    r"|a (?:mon|notre) (?:propre )?compte|on my own account|en liberale?|profession liberale|work for myself)\b",
    needs="freelanc lance employ trad autoentrep entrep microentrep portage compte account liberal myself",
)
"""Words that leave at least a trace of working alone, whatever stands around them: to miss it would harm."""
NOT_SO = re.compile(
    r"\b(?:am|are|is|suis|sommes|est) (?:not|no longer|never|pas|plus|jamais) (?:\w+ ){0,2}$"
    r"|\b(?:you|vous) (?:are )?(?:seek|want|look\w*|need|cherchez|voulez|demandez)[^.;]{0,25}$"
)
"""Before words of working alone: they are denied, or asked for."""
SOMETHING_INDEPENDENT = Phrases(
    r"\b(?:organisation|association|autorite|evaluation|media|media|comite|commission) independante?\b(?!.*\bindependante? )"
)

_KIN = (
    r"(?:soeur|frere|mari|femme|epou\w+|conjoint\w*|husband|wife|partner|sister|brother|consoeur|confrere|collegue|colleague"
    r"|friend|amie?|fils|fille|son|daughter|father|mother|pere|mere|cousine?)"
)
SOMEBODY = re.compile(
    r"(?:^|[.;:,(] )(?:m\.|mme|mr|mrs|ms|monsieur|madame|dr)\.? [a-z'-]+(?: [a-z'-]+)?,? [^.;:|]{3,60}$"
    rf"|\b(?:ma|mon|my|his|her|notre|our) {_KIN}\b(?![^.;:]*\b(?:et moi|and i|and myself|nous|we)\b)"
)
"""Somebody who is not the applicant."""
EVALUATED = Phrases(
    r"\b(?:evalue|audite|accompagne|conseille|forme|etudie|evaluated|reviewed|audited|assisted|advised|trained|studied|for"
    r"|member of|membre d[eu]|adherente?) [^.;:]{0,40}$"
)
"""Before a name: it is that of a client, or of a society."""
CLOSED_SPAN = re.compile(r"\b(?:19|20)\d\d ?(?:-|to|until|a|au|/) ?(?:(?:19|20)\d\d|\d\d\b)")
HEAD_OF_FIRM = re.compile(
    r"(?!.*\b(?:lettre|letter|cv|curriculum|candidature|expression|manifestation|appel|call|dear|madame|monsieur|bonjour"
    r"|objet)\b)"
    r"[a-z][\w&'-]+(?: [\w&'-]+){0,4}"
)
"""A first line that may be the name of a firm."""
SUBJECT = Phrases(r"^[ *]{0,4}(?:objet|object|subject|sujet|re|ref|asunto|concerne|objective|objectif)\b ?[.:]")
"""Lines that name the call, or what one wishes for."""
