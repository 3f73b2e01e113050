"""What kind of document a text is, scored from what it contains."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.requirement import DocumentKind


@dataclass(frozen=True, slots=True)
class _Feature:
    """One sign of a kind: what it weighs when found once, and how often it may count."""

    pattern: re.Pattern[str]
    weight: float
    most: int = 1


def _sign(pattern: str, weight: float, most: int = 1) -> _Feature:
    return _Feature(re.compile(pattern, re.MULTILINE), weight, most)


_HEAD = r"^[\s*#|\d.)ivx-]{0,8}"
_TAIL = r"(?:[ \w&,/'()-]{0,45})[ :.]*$"
_CV: tuple[_Feature, ...] = (
    _sign(r"\bcurriculum ?vitae\b|\bresume\b(?= of)|^ ?cv\b|^ ?resume ?$|\blebenslauf\b|\bhoja de vida\b", 2.0),
    _sign(
        _HEAD + r"(?:(?:ex ?peri ?ences?|parcours|historique|histoire|trajectoire|experiencia|trayectoria)(?: (?:professionnel\w*"
        r"|profesional|laboral|de travail|significative\w*|principales?|recentes?|pertinentes?|in|en|de"
        r"|as|highlights))?|(?:professional|work|employment|relevant|career|selected|consulting|field|key|main) ?(?:ex"
        r" ?perience\w*|history|background|summary|highlights|record|positions)|employment|emplois?|postes occupes|career|work)"
        + _TAIL,
        2.0,
    ),
    _sign(
        _HEAD + r"(?:formations?|edu ?cation|etudes|studies|diplomes?|qualifications?|academic\w*|academic background|educational"
        r"|training|cursus|formacion|educacion|estudios|titulos|formation initiale|formation continue|certifications?"
        r"|certificates)" + _TAIL,
        1.8,
    ),
    _sign(
        _HEAD + r"(?:competences?|skills?|key skills|core skills|technical skills|soft skills|expertises?|savoir-faire"
        r"|aptitudes|habilidades|competencias|outils|tools|domaines? d'expertise|areas? of expertise|informatique"
        r"|technologies|software|logiciels)" + _TAIL,
        1.3,
    ),
    _sign(_HEAD + r"(?:langues?|languages?|idiomas|linguistic skills|language skills|langues parlees)" + _TAIL, 1.3),
    _sign(
        _HEAD
        + r"(?:publications?|centres? d'interets?|loisirs|interests|int ?erests|hobbies|hobby|activites extra\w*|extra-?curricular"
        r"|volunteering|volunteer\w*|benevolat|engagements?|awards?|honou?rs|distinctions|references|referees|projects"
        r"|profile|profil|summary|about me|a propos|objective|objectif|personal (?:data|details|information|statement)"
        r"|informations personnelles|etat civil|contact|coordonnees|missions?(?: de conseil| recentes| realisees)?"
        r"|consultancies|consulting assignments|perfil|datos personales|publicaciones|presentations|achievements|realisations)"
        + _TAIL,
        0.5,
        3,
    ),
    _sign(
        r"\b(?:(?:19|20)\d\d|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d|[a-z]{3,9}\.? (?:19|20)\d\d) ?(?:-|a|to|until|au|/)"
        r" ?(?:(?:[a-z]{3,9}\.? |(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d|present|aujourd'hui|today|now|current|actuel\w*"
        r"|ce jour|date|en cours|ongoing|actualidad|\d\d)\b",
        0.55,
        6,
    ),
    _sign(r"^[ *-]{0,4}(?:depuis|since|from|desde)? ?(?:\w{3,9}\.? )?(?:19|20)\d\d\b", 0.25, 8),
    _sign(
        r"\b(?:date of birth|date de naissance|ne\(?e?\)? le|born (?:on|in)|nationalit\w+|nationality|permis (?:de"
        r" conduire|b)|driving licen[cs]e|marital status|celibataire|married|marie\(?e?\)?|situation familiale|fecha"
        r" de nacimiento|nacionalidad)\b",
        0.9,
        2,
    ),
    _sign(
        r"\b(?:native|fluent|mother tongue|langue maternelle|bilingue?|courant\b|lu,? ecrit,? parle|toeic|toefl"
        r"|notions|[abc][12]\b|proficien\w+|intermediate|conversational|lengua materna|nativo)\b",
        0.4,
        3,
    ),
    _sign(
        r"\b(?:master|licence|bachelor|ph\.?d|doctorat|doctorate|msc|mba|diplome|degree|baccalaureat|deug|dess"
        r"|dea\b|bts|dut|b\.?a\b|b\.?s\b|m\.?s\b|universite|university|universidad|sciences po|licenciatura"
        r"|maestria|school of|ecole)\b",
        0.3,
        5,
    ),
    _sign(r"\b(?:linkedin\.com|github\.com|linkedin|orcid|orcid\.org)\b", 0.5),
    _sign(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b", 0.3),
    _sign(r"(?:\+|\b0)\d(?:[ .()-]{0,2}\d){7,}", 0.3),
    _sign(
        r"\b(?:chargee? de|chef(?:fe)? de|coordinat\w+|responsable|directrice|directeur|consultante?|manager"
        r"|officer|engineer|assistante?|developer|researcher|lead|head of|intern|stagiaire)\b",
        0.12,
        6,
    ),
)
_LETTER: tuple[_Feature, ...] = (
    _sign(
        r"^[ \"]{0,4}(?:cher|chere|chers|cheres|dear|bonjour|bonsoir|madame|monsieur|mesdames|messieurs|hello"
        r"|good (?:morning|afternoon|evening|day)|a l'attention|to the attention|to whom|estimad\w+|muy senor\w+"
        r"|greetings|hi|honou?red|salut)\b[^.\n]{0,70}[,:.!]? ?$",
        2.2,
    ),
    _sign(
        r"\b(?:veuillez (?:agreer|croire|recevoir|accepter)|je vous prie d\w*|nous vous prions|prie de (?:croire"
        r"|recevoir)|salutations|cordialement|bien a vous|respectueusement|sincerely|faithfully|(?:kind|best"
        r"|warm) (?:\w+ )?(?:regards|wishes)|best,|regards,|yours (?:\w+)?|"
        r"looking forward|look forward to|dans l'attente|expression de (?:ma|mes|nos|notre)|atentamente|un cordial"
        r" saludo|saludos|respectfully|in solidarity|bien confraternellement|merci de votre (?:lecture|attention)|thank you"
        r" for (?:your|considering|reading)|with high esteem|a vous lire|je reste a votre|nous restons a votre|restons a|remain"
        r" at your)\b",
        1.8,
    ),
    _sign(r"^[ *]{0,4}(?:objet|object|subject|re|ref|asunto)\b ?:", 1.2),
    _sign(
        r"\b(?:lettre (?:d'interet|de motivation|de candidature|d'accompagnement)|letter of (?:interest|motivation"
        r"|application|intent)|cover(?:ing)? letter|motivation letter|manifestation d'interet|expression of interest"
        r"|expressions? d'interet|carta de (?:motivacion|presentacion|interes)|manifestons? notre interet"
        r"|manifest(?:er|e) (?:mon|notre|son) interet|express (?:my|our|its|an) (?:\w+ )?interest)\b",
        1.1,
    ),
    _sign(
        r"\b(?:candidature|i am writing|we are writing|je vous ecris|nous vous ecrivons|votre appel"
        r"|your (?:call|notice|programme|program|advert\w*|organisation|organization|company|team)|votre (?:annonce"
        r"|avis|association|programme|equipe|organisation|entreprise|structure|offre)|postuler|apply for|applying|application"
        r" for|appliquer|retiendra votre|votre attention|mi candidatura|su convocatoria)\b",
        0.7,
        3,
    ),
    _sign(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes|i|i'm|i've|we|our|my|me|us|yo|mi|nuestr\w+)\b", 0.06, 25),
    _sign(r"\b(?:vous|votre|vos|you|your|usted\w*|su|sus)\b", 0.08, 12),
    _sign(r"\b(?:ci-?joint\w*|en piece jointe|pieces? jointes?|p\.?j\.?|enclosed|attached|enclosures?|encl|adjunto)\b", 0.6),
    _sign(r"^.{2,40},? (?:le )?\d{1,2}(?:er|st|nd|rd|th)? (?:of )?[a-z]{3,9},? 20\d\d ?$", 0.8),
)
_CRIMINAL: tuple[_Feature, ...] = (
    _sign(
        r"\bcasier judiciaire\b|\bcriminal record\b|\bantecedentes penales\b|\bpolice (?:clearance|certificate|check)\b"
        r"|\bdisclosure and barring\b|\bdbs (?:certificate|check)\b|\bcertificate of good conduct\b|\bcertificat"
        r" de bonne (?:vie|conduite)",
        2.2,
    ),
    _sign(r"\bbulletin (?:n(?:umero|o|\W)? ?3|no? ?3)|\bextrait (?:de|du|no? ?3|n\W? ?3)|\bb3\b", 1.2),
    _sign(
        r"\bneant\b|\bno (?:convictions?|trace|record)|\bnone recorded\b|\bno live records\b|\bno constan\b"
        r"|\bne comporte (?:aucune|pas)",
        1.5,
    ),
    _sign(
        r"\bministere de la justice\b|\bcasier judiciaire national\b|\bnantes cedex\b|\bministerio de justicia\b|\bcode"
        r" de procedure penale\b|\bsecretary of state\b|\barticle (?:777|r\.? ?\d+)|\bregistro central"
        r" de penados\b|\bconstabulary\b|\bchief constable\b|\bministry of justice\b",
        1.5,
        2,
    ),
    _sign(
        r"\b(?:ne\(e\) le|nom de naissance|nom d'usage|prenoms?|date (?:and|et) (?:place|lieu)|lieu de naissance|place of"
        r" birth|date of issue|date de delivrance|delivre le|certificate number|apellidos)\b",
        0.5,
        3,
    ),
)
_PROPOSAL: tuple[_Feature, ...] = (
    _sign(
        r"\b(?:proposition|offre|note) (?:technique|methodologique)\b|\btechnical (?:proposal|offer)\b|\b(?:propuesta"
        r"|oferta) tecnica\b|\bmethodological (?:note|proposal)\b|\boffre technique et financiere\b",
        2.4,
    ),
    _sign(
        _HEAD + r"(?:comprehension|understanding|our understanding|notre comprehension|compr[eé]hension du (?:contexte|mandat)"
        r"|entendimiento)" + _TAIL,
        1.5,
    ),
    _sign(
        _HEAD
        + r"(?:methodolog\w+|methode|approche(?: methodologique)?|approach|metodologia|demarche|our approach|proposed methodology"
        r"|demarche proposee)" + _TAIL,
        1.3,
    ),
    _sign(
        _HEAD + r"(?:chronogramme|calendrier|planning|work ?plan|plan de travail|workplan|timeline|schedule|cronograma|gantt"
        r"|phases?|phase \d|etape \d|step \d|livrables|deliverables|entregables|matrice d'evaluation"
        r"|evaluation matrix|evaluation questions|questions evaluatives|risques|risks|limites|limitations|quality assurance"
        r"|assurance qualite|ethics|ethique)" + _TAIL,
        0.8,
        4,
    ),
    _sign(
        r"\b(?:phase (?:de cadrage|inception|\d)|inception (?:phase|report)|note de cadrage|entretiens"
        r" semi-directifs|semi-structured interviews|focus groups?|triangulation|echantillon\w*|sampling|revue documentaire"
        r"|desk review|comite de pilotage|steering committee|questions evaluatives|evaluation criteria|oecd"
        r"|cad\b|restitution|data collection|collecte (?:de|des) donnees)\b",
        0.3,
        8,
    ),
    _sign(_HEAD + r"(?:table des matieres|sommaire|table of contents|contents|indice)\s*$", 0.8),
)
_BUDGET: tuple[_Feature, ...] = (
    _sign(
        r"\b(?:proposition|offre|note|annexe) (?:financiere|budgetaire)\b|\bfinancial (?:proposal|offer|bid)\b"
        r"|\b(?:oferta|propuesta) (?:economica|financiera)\b|\bbudget (?:previsionnel|detaille|breakdown)\b|\bdevis\b|\bdetailed"
        r" budget\b|\bpresupuesto\b|\bquotation\b|^[ *\d.]{0,5}budget ?$|\bprice schedule\b|\bbordereau des prix\b",
        2.2,
    ),
    _sign(
        r"\b(?:prix unitaire|unit (?:price|cost|rate)|cout unitaire|quantite|quantity|qty|nombre de jours|no\."
        r" of days|number of days|nb\.? (?:de )?jours|tarif journalier|daily rate|taux journalier|tjm|cout"
        r" journalier|montant|amount|precio unitario|cantidad|tarifa|p\.u\.?)\b",
        0.8,
        4,
    ),
    _sign(
        r"\b(?:sous-?total|subtotal|sub-total|total (?:ht|ttc|general|honoraires|frais|eur|general)|grand total|tva|vat|imprevus"
        r"|contingenc\w+|iva|total ?:|^total)\b",
        0.9,
        4,
    ),
    _sign(
        r"\b(?:honoraires|fees|per ?diem|billets?|transport|hebergement|accommodation|frais de (?:mission|deplacement)"
        r"|travel (?:costs|expenses)|international flights?|flights|honorarios|viaticos|restauration|visa)\b",
        0.4,
        5,
    ),
    _sign(r"\d[\d ., ]*(?:€|eur\b|euros?\b|\$|usd\b|£|fcfa|xof\b)|(?:€|\$|£|eur|usd) ?\d", 0.25, 10),
)
_REFERENCES: tuple[_Feature, ...] = (
    _sign(
        r"\b(?:liste (?:des|de) (?:nos )?references|references (?:professionnelles|de l'entreprise|du cabinet"
        r"|clients|de missions|similaires|de la societe|techniques)|list of references|reference list|client references"
        r"|corporate references|project references|references list|track record|past performance|referencias"
        r"|attestation de bonne (?:execution|fin)|certificate of (?:satisfactory )?(?:completion|performance)|marches"
        r" similaires|similar contracts|experience similaire)\b",
        1.8,
    ),
    _sign(r"^[ *\d.|-]{0,6}(?:references|nos references|our references|mes references|referencias)\b.{0,50}$", 1.8),
    _sign(
        r"\b(?:commanditaire|client|donneur d'ordre|maitre d'ouvrage|contracting authority|beneficiaire"
        r"|cliente|donor|bailleur)\b",
        0.45,
        6,
    ),
    _sign(
        r"\b(?:montant|contract value|value|valeur|amount|duree|duration|periode|period|annee|year|personne"
        r" de contact|contact person|contact|intitule|title|objet|location|lieu|pays|country)\b",
        0.15,
        8,
    ),
    _sign(r"\b(?:19|20)\d\d\b", 0.06, 10),
)
_SIGNS: dict[DocumentKind, tuple[_Feature, ...]] = {
    "cv": _CV,
    "letter": _LETTER,
    "criminal-record": _CRIMINAL,
    "technical-proposal": _PROPOSAL,
    "budget": _BUDGET,
    "references": _REFERENCES,
}
_NEEDED: dict[DocumentKind, float] = {
    "cv": 3.6,
    "letter": 3.4,
    "criminal-record": 4.2,
    "technical-proposal": 4.4,
    "budget": 4.6,
    "references": 4.4,
}
"""The weight at which a kind is as likely as not."""

_CALLED = re.compile(
    r"\b(?:terms of reference|termes de reference|request for proposals?|call for (?:proposals|expressions"
    r"|tenders)|appel (?:a|d') ?(?:manifestations?|propositions|offres|candidatures|projets)|avis d'appel|broad agency"
    r" announcement|cahier des charges|dossier d'appel d'offres|invitation to tender|convocatoria)\b"
)
_PAPER = re.compile(
    r"^[ \d.]{0,5}(?:abstract|resume|introduction|references|bibliograph\w+|conclusions?|acknowledge?ments?)\.?"
    r" ?$|\bdoi\b|\bet al\b|\[\d{1,2}\]|\barxiv\b",
    re.MULTILINE,
)
_MANUAL = re.compile(
    r"\b(?:documentclass|\\\w+\{|user ?guide|manual|package|install\w*|command|usepackage|template|option|macro"
    r"|tutorial|mode d'emploi|guide (?:pratique|de redaction)|how to write|comment (?:rediger|ecrire)|conseils pour|tips for"
    r"|exemple de lettre|modele de)\b"
)
_MEMO = re.compile(r"^ ?(?:memo(?:randum)?|note de service|minutes of|compte[- ]rendu)\b", re.MULTILINE)
_FORM = re.compile(
    r"\.{6,}|_{5,}|\b(?:cocher|tick (?:the )?box|check the box|formulaire|form no|cachet|reserve a l'administration"
    r"|for official use|signature de l'employeur|salaire|matricule|certificat de)\b|[☐□]"
)
_INVOICE = re.compile(r"\b(?:invoice|facture|bon de commande|purchase order|iban|due date|date d'echeance)\b")
_LOOKED_AT = 12_000
_LONG = 9


def kinds_of(pages: Sequence[FoldedPage]) -> dict[DocumentKind, float]:
    """Return how much the text looks like each kind, 0 to 1; `other` is what no kind claims."""
    text = "\n".join(page.folded.lower for page in pages)[:_LOOKED_AT]
    if not text.strip():
        return {}
    against = _against(text, len(pages))
    scores: dict[DocumentKind, float] = {}
    for kind, signs in _SIGNS.items():
        weight = sum(_weigh(sign, text) for sign in signs) - against.get(kind, 0.0)
        scores[kind] = _chance(weight - _NEEDED[kind])
    return _shared(scores)


def best_kind(kinds: dict[DocumentKind, float]) -> tuple[DocumentKind | None, float]:
    """Return the likeliest kind and how likely it is."""
    if not kinds:
        return None, 0.0
    kind = max(kinds, key=lambda one: kinds[one])
    return kind, kinds[kind]


def _weigh(sign: _Feature, text: str) -> float:
    if sign.most == 1:
        return sign.weight if sign.pattern.search(text) else 0.0
    count = 0
    for _ in sign.pattern.finditer(text):
        count += 1
        if count == sign.most:
            break
    return sign.weight * count


def _chance(weight: float) -> float:
    return 1 / (1 + math.exp(-1.6 * weight))


def _against(text: str, pages: int) -> dict[DocumentKind, float]:
    """Return what speaks against each kind: the marks of calls, papers, manuals, memos, forms and invoices."""
    calls = min(2.0, 1.0 * len(set(_CALLED.findall(text))))
    papers = 0.35 * min(6, len(_PAPER.findall(text)))
    manuals = 0.4 * min(8, len(_MANUAL.findall(text)))
    memo = 2.5 if _MEMO.search(text) else 0.0
    form = 0.4 * min(6, len(_FORM.findall(text)))
    invoice = 1.0 * min(3, len(_INVOICE.findall(text)))
    length = 0.25 * max(0, pages - _LONG)
    both = manuals + memo + form + invoice + length
    return {
        "cv": both + calls + papers * 0.6,
        "letter": both + papers + min(calls, 0.5),
        "criminal-record": both - form + calls,
        "technical-proposal": manuals + memo + papers + calls * 0.5,
        "budget": manuals + invoice,
        "references": both + papers + calls,
    }


def _shared(scores: dict[DocumentKind, float]) -> dict[DocumentKind, float]:
    """Return the scores made to agree: the rivals of a kind lower it, and `other` takes what is left."""
    total = sum(scores.values())
    shared: dict[DocumentKind, float] = {}
    for kind, score in scores.items():
        rivals = total - score
        shared[kind] = round(score / (1 + rivals * (1 - score) * 0.5) if total > 1 else score, 3)
    shared["other"] = round(max(0.0, 1 - max(scores.values())), 3)
    return shared
