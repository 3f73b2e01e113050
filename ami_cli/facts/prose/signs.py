"""Signs in a text by which a reader tells a CV or a letter of interest, each as a number from 0 to 1."""

import re
from collections.abc import Callable, Sequence

from ami_cli.facts.prose.persons import opens_with_name, person_of_cv, signs_off
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage, beginning

_LOOKED_AT = 12_000
_FEW_WORDS = 30
_HEADED = r"^[ \t*#|>.)\d\[\]-]{0,8}(?:[ivx]{1,4}[.)] )?(%s)\b([^\n]{0,60})"
_BEFORE_HEADING = 14
_TITLED = Phrases(r"[ \w&,/'()-]{0,45} ?$")
_RUN_IN = Phrases(r"[^\n:.]{0,25}[:.]")


class Text:
    """What the signs are looked for in."""

    def __init__(self, pages: Sequence[FoldedPage]) -> None:
        self.pages = pages
        self.lower = beginning(pages, _LOOKED_AT)
        self.cased = "\n".join(page.folded.cased for page in pages)[:_LOOKED_AT]
        self.words = max(1, len(self.lower.split()))
        self.lines = max(1, sum(1 for line in self.lower.split("\n") if line.strip()))
        self.headings: dict[Phrases, float] = {}
        """What was found of headings: two signs ask for the same ones."""


_WOULD = Phrases(
    r"\b(?:would|should like|will be able|i can|we can|pourr\w+|propos(?:e|ons|erais|erions)|serai[st]?"
    r"|serions|serons|aurions|aurais|ferions|ferais|peux|puis|pouvons|souhait\w+)\b"
)
_CONDITIONAL = ("erions", "erais", "irions", "irais")
_LONG_ENOUGH = 9
"""Letters of a verb with such an end, so that `erais` alone is none."""


def _conditionals(text: "Text") -> int:
    """Return how often a verb stands in the French conditional, those that every letter has aside."""
    return text.lower.count_of(
        word
        for word in text.lower.words
        if len(word) >= _LONG_ENOUGH and word.endswith(_CONDITIONAL) and not word.startswith(("pourr", "propos", "souhait"))
    )


Sign = Callable[[Text], float]


def _there(pattern: str, needs: str = "") -> Sign:
    compiled = Phrases(pattern, needs)
    return lambda text: float(bool(compiled.search(text.lower)))


def _often(pattern: str, most: int) -> Sign:
    compiled = Phrases(pattern)
    return lambda text: compiled.count(text.lower, most) / most


def _dense(pattern: str, full: float) -> Sign:
    """Return a sign that grows with the share of such words, up to `full` in a hundred."""
    compiled = Phrases(pattern)
    return lambda text: min(1.0, 100 * compiled.count(text.lower, 400) / text.words / full)


def _dense_words(words: str, full: float) -> Sign:
    """Return the same for single words."""
    wanted = words.split()
    return lambda text: min(1.0, 100 * text.lower.count_of(wanted) / text.words / full)


def _headed(words: str, most: int = 1) -> Sign:
    """Return a sign for headings: alone on a line, before a colon, or in capitals at the start of one."""
    compiled = Phrases(_HEADED % words, within=_BEFORE_HEADING)

    def sign(text: Text) -> float:
        if compiled not in text.headings:
            found = sum(_is_headed(one, text.cased) for one in compiled.finditer(text.lower))
            text.headings[compiled] = min(most, found) / most
        return text.headings[compiled]

    return sign


def _is_headed(found: re.Match[str], cased: str) -> bool:
    rest = found.group(2)
    return bool(_TITLED.match(rest)) or bool(_RUN_IN.match(rest)) or cased[found.start(1) : found.end(1)].isupper()


_LANGUAGE = (
    r"(?:francais|anglais|espagnol|arabe|allemand|italien|portugais|malgache|wolof|english|french|spanish"
    r"|arabic|german|italian|portuguese|swahili|dutch|russian|swedish|ingles|frances|irish|bambara|peul|lingala|yoruba|igbo"
    r"|swahili|amharic|tigrinya|dari|pachto|pashto|basque|castillan|breton|kinyarwanda|creole|catalan|fon\b"
    r"|pidgin|moore|haoussa|hausa|persan|tamazight|kabyle|czech|swedish|greek|grec|polish|polonais"
    r"|russe|chinese|hindi|turkish|turc|roumain|romanian)"
)

_PHONE = Phrases(r"(?:\+|\b0)\d(?:[ .()-]{0,2}\d){7,}")
_ADDRESSED = Phrases(r"\b(?:vous|votre|vos|you|your|yours|usted\w*|dear|madame|monsieur|estimad\w+)\b")
_LATE_YEAR = re.compile(r"20\d\d ?$", re.MULTILINE)
_PLACE_AND_DAY = re.compile(r"[^\n\d]{2,40},? (?:le |on )?\d{1,2}(?:er|st|nd|rd|th)? (?:of )?[a-z]{3,9},? 20\d\d ?$", re.MULTILINE)


def _place_and_day(text: Text) -> float:
    """Return whether a line says where and when the text was written: only one that ends with a year can."""
    starts = (text.lower.rfind("\n", 0, year.start()) + 1 for year in _LATE_YEAR.finditer(text.lower))
    return float(any(_PLACE_AND_DAY.match(text.lower, start) for start in starts))


_CENTURIES = tuple(re.compile(rf"{century}\d\d\b") for century in (19, 20))
"""Apart, for a pattern that begins with letters that are always the same is looked for much faster."""
_FIRST_YEAR = re.compile(r"[ *(-]{0,4}(?:(?:\w{3,9}\.?|\d\d?[/.]) ?)?(?:19|20)\d\d\b")
_BEFORE_YEAR = 15
_LAST_YEAR = re.compile(r"\b(?:19|20)\d\d[).;,]{0,2} ?$", re.MULTILINE)


def _years_at_the_edge(text: Text) -> int:
    """Return how many lines begin with a year, as it were, plus how many end with another one."""
    lower = text.lower
    years = [year.start() for century in _CENTURIES for year in century.finditer(lower)]
    starts = {lower.rfind("\n", max(0, year - _BEFORE_YEAR - 1), year) + 1 for year in years}
    firsts = {start: found.end() for start in starts if (found := _FIRST_YEAR.match(lower, start))}
    lasts = [year for year in years if _LAST_YEAR.match(lower, year)]
    return len(firsts) + sum(year >= firsts.get(lower.rfind("\n", 0, year) + 1, 0) for year in lasts)


SIGNS: dict[str, Sign] = {
    "salutation": _there(
        r"^[ \"*]{0,4}(?:cher|chere|chers|cheres|dear|bonjour|bonsoir|madame|monsieur|mesdames|messieurs|hello"
        r"|good (?:morning|afternoon|evening|day)"
        r"|estimad\w+|muy senor\w+|greetings|hi|honou?red|salut)\b[^.\n:]{0,60}[,:.!]? ?$"
    ),
    "closing": _there(
        r"\b(?:veuillez|je vous prie d\w*|nous vous prions|prie de (?:croire|recevoir)|salutations|cordialement"
        r"|bien a vous|respectueusement|confraternellement|sincerely|faithfully|(?:kind|best|warm|collegial)"
        r" (?:\w+ )?(?:regards|wishes|greetings)|yours (?:truly|sincerely|faithfully)|looking forward|look"
        r" forward|dans l'attente|expression de|assurance de|atentamente|saludos|respectfully|in solidarity|merci (?:de|a vous)"
        r"|thank you for|with (?:high|kind|best|our) \w+|a vous lire|je reste a|nous restons|restons a|remain at|we remain"
        r"|i remain|a bientot|avec (?:tout )?(?:notre|mon|mes|ma) (?:respect|consideration|remerciement)\w*|recevez)\b"
        r"|^[ ]{0,4}(?:regards|best|warmly|sincerely|respectfully|thanks|merci|cordialement|bien a vous|amicalement)[,.!]? ?$"
    ),
    "subject": _there(r"^[ *]{0,4}(?:objet|object|subject|re|ref|asunto|concerne)\b ?:"),
    "letter title": _there(
        r"\b(?:lettre (?:d'interet|de motivation|de candidature|de manifestation)|letter of (?:interest|motivation|application"
        r"|intent)|motivation letter|carta de (?:motivacion|presentacion|interes)|manifest(?:er|e|ons) (?:\w+ )?(?:mon|notre"
        r"|son) interet"
        r"|express (?:my|our|its|an|a) (?:\w+ )?interest|manifiest\w+ (?:mi|nuestro) interes|manifestar mi"
        r" interes)\b|^\W{0,4}(?:manifestation d'interet|expression of interest|candidature|cover letter)\b.{0,60}$",
        needs="lettre letter motivation carta manifest manifiest express candidature cover",
    ),
    "applying": _often(
        r"\b(?:ma candidature|notre candidature|candidature\b|i am writing|we are writing|we write|i write|je vous"
        r" ecris|nous vous ecrivons|votre (?:appel|demande|annonce|avis|association|programme|equipe|organisation"
        r"|structure|texte|document|projet|attente)"
        r"|your (?:call|notice|programme|program|project|advert\w*|organisation|organization|team|terms|study|staff"
        r"|colleagues|panel|questions?|assignment)|postul\w+|apply for|applying|retenu (?:toute )?(?:mon|notre)"
        r" attention|terms of reference|termes de reference|shortlist\w*|comite de (?:selection|lecture))\b",
        4,
    ),
    "i": _dense_words("je j nous notre nos mon ma mes i we our my me us yo mi mis nuestro nuestra nuestros", 6),
    "you": _dense_words("vous votre vos you your usted ustedes", 3),
    "would": lambda text: min(5, _WOULD.count(text.lower, 5) + _conditionals(text)) / 5,
    "place and day": _place_and_day,
    "enclosed": _there(
        r"\b(?:ci-?joint\w*|en piece jointe|pieces? jointes?|p\.?j\.?|enclosed|attached|attach|enclosures?|encl"
        r"|adjunto|sont joints|(?:mon|nos|les|our|my|three|two|deux|trois) (?:\w+ )?(?:cvs?|curricula)|le cv|annexe?s?)\b",
        needs="joint cijoint piece j! pj! encl attach adjunto cv! cvs! curricula annex",
    ),
    "free": _there(
        r"\b(?:disponib\w+|availab\w+|libres?|free (?:from|to|on|throughout|until|all)|calendrier|timing"
        r"|demarr\w+|commencer|could begin|can start|start on)\b"
    ),
    "money": _there(r"\b(?:budget\w*|plafond|ttc|honoraires|fees?|prix|ceiling|price|tarifs?|cout)\b"),
    "team": _there(
        r"\b(?:notre equipe|l'equipe|our team|the team|nous sommes|we are|avec moi|works? with me|binome|a trois|a deux|(?:deux"
        r"|trois|two|three) (?:of us|cv))\b"
    ),
    "signed": lambda text: float(signs_off(text.pages)),
    "cv title": _there(
        r"\bcurriculum ?vitae\b|^\W{0,6}(?:cv|resume)\b[^\n]{0,30}$|\bcv n|\bhoja de vida\b|\blebenslauf\b",
        needs="curriculum cv! resume! hoja! lebenslauf!",
    ),
    "experience": _headed(
        r"(?:ex ?p ?eri ?ences?|parcours|historique|trajectoire|experiencia|trayectoria|(?:professional|work"
        r"|employment|relevant|career|selected|consulting|field|earlier|previous) (?:ex ?perience|history|background"
        r"|record|posts|assignments|work|projects|engagements)|employment"
        r"|emplois?|postes?|posts|career|carriere|missions?|assignments?|commandes|recent (?:projects|commissions"
        r"|work)|travaux|work with|consultancies|realisations|clients et missions|positions held|releve|projects"
        r"|projets|what i have|before|avant|mandats)"
    ),
    "education": _headed(
        r"(?:formations?|edu ?cation|etudes|studies|diplomes?|qualifications?|academic|training|cursus|formacion"
        r"|educacion|estudios|certificat\w*|titres|how i learned|apprentissages?|scolarite)"
    ),
    "skills": _headed(
        r"(?:competences?|(?:key |core |technical |soft )?skills?|expertises?|savoir-faire|savoirs|aptitudes|habilidades"
        r"|competencias|outils|tools|domaines?|areas? of expertise|informatique|software|logiciels?|methods?|methodes?"
        r"|equipment|kit|specialites|standards|atouts)"
    ),
    "languages": _headed(r"(?:langues?|languages?|idiomas|linguistic)"),
    "other headings": _headed(
        r"(?:publications?|centres? d'int\w+|loisirs|int ?erests|hobb\w+|extra\w*|volunt\w*|benevolat|vie"
        r" associative|associati\w+|engagements?|awards?|distinctions|references|referees|profile?|profil|summary|en bref|about"
        r" me|a propos|objective|personal|personnel|informations? personnelles|etat civil|contact|coordonnees"
        r"|perfil|datos|publicaciones|achievements|affiliations?|memberships?|appartenance|teaching|enseignement\w*"
        r"|talks|conference\w*|expositions?|exhibitions?|divers|other|autres?|permis|nationalit\w+|residence|countries|pays"
        r"|ecrits|writing|ethics|nom|name|prenom|surname|date (?:of|de)|disponib\w+|availability)",
        4,
    ),
    "sections": lambda text: min(
        1.0, sum(SIGNS[name](text) > 0 for name in ("experience", "education", "skills", "languages")) / 3
    ),
    "spans": _often(
        r"\b(?:19|20)\d\d ?(?:-|a|to|until|au|/) ?(?:(?:[a-z]{3,9}\.? |(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d|present|aujourd'hui"
        r"|today|now|current|actuel\w*|ce jour|date|en cours|ongoing|actualidad|\d\d\b)"
        r"|\b(?:de|from|since|depuis|desde) (?:19|20)\d\d\b",
        5,
    ),
    "years at the edge": lambda text: min(1.0, min(400, _years_at_the_edge(text)) / text.lines / 0.35),
    "years": _dense(r"\b(?:19[4-9]|20[0-4])\d\b", 5),
    "civil status": _often(
        r"\b(?:date of birth|date de naissance|ne\(?e?\)? (?:le|en|a)\b|born (?:on|in)|nationalit\w+|permis"
        r" (?:de conduire|b\b)|driving licen[cs]e|marital status|celibataire|married|mariee?|situation familiale|fecha"
        r" de nacimiento|nacionalidad|vit a|lives in|based in|basee? a|deux enfants|two (?:daughters|sons|children))",
        2,
    ),
    "levels": _often(
        r"\b(?:native|fluent|mother tongue|langue maternelle|maternelle|bilingue?|courant\b|lu,? ecrit|parlee?s?\b|toeic|notions"
        r"|[abc][12]\b|proficien\w+|intermediate|beginner|debutant|working|basic|reading|lengua materna|correct)\b",
        3,
    ),
    "languages listed": _there(rf"\b{_LANGUAGE}\b[^.\n]{{0,40}}\b{_LANGUAGE}\b[^.\n]{{0,40}}\b"),
    "degrees": _often(
        r"\b(?:master'?s?|licence|bachelor|ph\.?d|doctorat\w*|doctora?te|msc|ma\b|mba|llm|llb|bsc|ba\b|diplom\w+"
        r"|degree|baccalaureat|dess|dea\b|bts|dut|du\b|universit\w+|universidad|maitrise|licenciate|licenciatura"
        r"|maestria|school of|ecole|faculte|certificat\w*|these|internat)\b",
        4,
    ),
    "contact": lambda text: float(bool("@" in text.lower or _PHONE.search(text.lower))),
    "roles": _often(
        r"\b(?:chargee? d\w+|chef(?:fe)? de|coordinat\w+|responsable|directrice|directeur|consultante?|manager"
        r"|officer|engineer|assistante?|developer|researcher|lead|head|intern|stagiaire|infirmi\w+|nurse|sociologue"
        r"|juriste|medecin|mediat\w+|statisticien\w*|analyst|evaluator|evaluat(?:eur|rice)|interpr\w+|lecturer"
        r"|formateur|formatrice|facilitat\w+|illustrat\w+)\b",
        5,
    ),
    "name on top": lambda text: float(person_of_cv(text.pages) is not None),
    "name first": lambda text: float(opens_with_name(text.pages)),
    "nobody addressed": lambda text: float(not _ADDRESSED.search(text.lower)),
    "speaks": _there(
        r"\b(?:je parle|nous parlons|parle (?:le|l'|couramment|francais|anglais)|speaks?\b|working languages|langues?"
        r" (?:de travail|maternelle|parlees?)|reads? (?:french|english|arabic)|understands|animer en|habla|hablo)\b"
    ),
    "studied": _often(
        r"\b(?:trained in|studied|graduated|holds? (?:a|an|the)|formee? (?:a|en|aux?)|titulaire d|etudes (?:de|d'|en)|repris"
        r" (?:des|mes|ses) etudes|diplomee?|soutenu|passe (?:un|une|le|son|mon)|apprenticeship|clerked"
        r"|degree in|qualified|dissertation)\b",
        2,
    ),
    "posts": _often(
        r"\b(?:before (?:joining|that)|auparavant|avant (?:de|d'|cela)|puis\b|ensuite\b|then\b|later\b"
        r"|earlier|since (?:19|20)\d\d|depuis (?:19|20)\d\d|jusqu'en|until (?:19|20)\d\d|worked (?:as"
        r"|in|for|with)|a (?:travaille|dirige|enseigne|exerce)|j'ai (?:travaille|dirige|enseigne|exerce)|taught|enseign\w+)\b",
        4,
    ),
    "told of another": _often(
        r"\b(?:she|he|elle|il) (?:is|was|has|holds|speaks|worked|joined|lives|est|a|parle|vit|dirige|enseigne"
        r"|works|publishes|sits|sings)\b|\b(?:her|his) (?:\w+ ){0,2}(?:engagements|work|languages|clients)\b",
        3,
    ),
    "few words": lambda text: 1.0 if text.words < _FEW_WORDS else 0.0,
    "many pages": lambda text: min(1.0, max(0, len(text.pages) - 5) / 10),
    "long lines": lambda text: min(1.0, text.words / text.lines / 14),
    "call": _often(
        r"\b(?:request for proposals?|call for (?:proposals|expressions|tenders|papers)|appel (?:a|d') ?(?:manifestations?"
        r"|propositions|offres|candidatures|projets)|avis d'appel|broad agency announcement|cahier des charges|dossier"
        r" d'appel|invitation to tender|convocatoria|les candidats|applicants? (?:must|should|shall"
        r"|will)|candidates|soumissionnaires|offre d'emploi|job description|how to apply|date limite|deadline for)\b",
        3,
    ),
    "to applicants": _often(
        r"\b(?:les candidate?s|applicants?|bidders|tenderers|soumissionnaires|prestataires souhaitant"
        r"|profil recherche|competences requises|required (?:skills|qualifications|documents)|date (?:limite|butoir)"
        r"|documents a soumettre|modalites de candidature"
        r"|how to apply|(?:seront|sera) (?:retenue?s?|preselectionnee?s?|privilegiee?|examinees?)|will be (?:shortlisted"
        r"|considered|selected)|must (?:submit|provide|include)|(?:is|are) looking for|recherche (?:une?"
        r"|des) |fourniront|devront|devra fournir|candidature :|profil :)\b",
        4,
    ),
    "paper": _often(
        r"^[ \d.]{0,5}(?:abstract|introduction|bibliograph\w+|conclusions?|acknowledge?ments?|methods|results)\b\.?"
        r"|\bdoi\b|\bet al\b|\[\d{1,2}\]|\barxiv\b|\bwe (?:show|study|propose a|present|prove)\b",
        5,
    ),
    "manual": _often(
        r"\b(?:documentclass|\\\w+\{|user ?guide|manual\b|package|install\w*|command|usepackage|templates?|option|macro|tutorial"
        r"|mode d'emploi|guide pratique|how to write|comment (?:rediger|ecrire)|conseils pour|tips for|exemple"
        r" de (?:lettre|cv)|modele de|copyright|software|license|file|function|version \d)\b",
        6,
    ),
    "memo": _there(r"^ ?(?:memo(?:randum)?|note de service|minutes of|compte[- ]rendu|presents? :|from ?:|to whom it may concern)"),
    "form": _often(
        r"\.{6,}|_{5,}|\b(?:cocher|tick the box|check the box|formulaire|form no|reserve a l'administration"
        r"|for official use|signature de l'employeur|salaire|matricule)\b|[☐□]",
        4,
    ),
    "paid": _often(
        r"\b(?:invoice|facture|bon de commande|purchase order|iban|bic\b|due date|echeance|abonnement|subscription|customer)\b", 2
    ),
    "official": _often(
        r"\b(?:article \d+|certifie que|atteste|attestation|hereby certif\w+|this is to certify|delivree?"
        r" (?:le|pour)|soussignee?|vu le|registre du commerce|statuts|whereas|ci-apres|shall mean|privacy|cookies"
        r"|personal data)\b",
        3,
    ),
    "report": _often(
        r"\b(?:executive summary|rapport (?:annuel|final)|annual report|final report|findings|recommendations"
        r"|table of contents|table des matieres|sommaire|figure \d|table \d|tableau \d|chapitre \d|chapter \d)\b",
        3,
    ),
}


def signs_of(text: Text) -> dict[str, float]:
    """Return every sign with how strong it is, 0 to 1."""
    return {name: sign(text) for name, sign in SIGNS.items()}
