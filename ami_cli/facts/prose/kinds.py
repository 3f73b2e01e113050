"""What kind of document a text is, scored from what it contains."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.facts.prose.kind_weights import CV, LETTER
from ami_cli.facts.prose.phrases import Marked, Phrases
from ami_cli.facts.prose.signs import Text, signs_of
from ami_cli.facts.prose.units import FoldedPage
from ami_cli.models.requirement import DocumentKind


@dataclass(frozen=True, slots=True)
class _Feature:
    """One sign of a kind: what it weighs when found once, and how often it may count."""

    pattern: Phrases
    weight: float
    most: int = 1
    sooner: tuple[Phrases | re.Pattern[str], ...] = ()
    """Patterns that are sooner looked for, where one of them is in any text that has this one."""


def _sign(pattern: str, weight: float, most: int = 1, needs: str = "") -> _Feature:
    return _Feature(Phrases(pattern, needs), weight, most)


def _glued(words: str) -> str:
    """Return what a pattern needs that begins with `_HEAD`: one of the words, perhaps right behind the number of a heading."""
    return " ".join(f"{word} ~{word}" for word in words.split())


_HEAD = r"^[\s*#|\d.)ivx-]{0,8}"
_TAIL = r"(?:[ \w&,/'()-]{0,45})[ :.]*$"
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
        needs=_glued("compr understanding entendimiento"),
    ),
    _sign(
        _HEAD
        + r"(?:methodolog\w+|methode|approche(?: methodologique)?|approach|metodologia|demarche|our approach|proposed methodology"
        r"|demarche proposee)" + _TAIL,
        1.3,
        needs=_glued("methodolog methode approch approach metodologia demarche"),
    ),
    _sign(
        _HEAD + r"(?:chronogramme|calendrier|planning|work ?plan|plan de travail|workplan|timeline|schedule|cronograma|gantt"
        r"|phases?|phase \d|etape \d|step \d|livrables|deliverables|entregables|matrice d'evaluation"
        r"|evaluation matrix|evaluation questions|questions evaluatives|risques|risks|limites|limitations|quality assurance"
        r"|assurance qualite|ethics|ethique)" + _TAIL,
        0.8,
        4,
        needs=_glued(
            "chronogramme calendrier plan workplan timeline schedule cronograma gantt phase etape step livrables deliverables"
            " entregables matri questions risques risks limit quality assurance ethi"
        ),
    ),
    _sign(
        r"\b(?:phase (?:de cadrage|inception|\d)|inception (?:phase|report)|note de cadrage|entretiens"
        r" semi-directifs|semi-structured interviews|focus groups?|triangulation|echantillon\w*|sampling|revue documentaire"
        r"|desk review|comite de pilotage|steering committee|questions evaluatives|evaluation criteria|oecd"
        r"|cad\b|restitution|data collection|collecte (?:de|des) donnees)\b",
        0.3,
        8,
    ),
    _sign(
        _HEAD + r"(?:table des matieres|sommaire|table of contents|contents|indice)\s*$",
        0.8,
        needs=_glued("matieres sommaire contents indice"),
    ),
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
    _Feature(
        Phrases(r"\d[\d ., ]{0,14}(?:€|eur\b|euros?\b|\$|usd\b|£|fcfa|xof\b)|(?:€|\$|£|eur|usd) ?\d"),
        0.25,
        10,
        (Phrases(r"\b(?:eur|euros?|usd|xof)\b|\bfcfa"), *map(re.compile, ("€", r"\$", "£", r"eur ?\d", r"usd ?\d"))),
    ),
)
_REFERENCES: tuple[_Feature, ...] = (
    _sign(
        r"\b(?:a|ont) (?:execute|realise|mene|conduit)\b[^.]{0,60}\bsatisfaction\b|\bto our (?:full |entire"
        r" )?satisfaction\b|\bsatisfactorily completed\b",
        2.5,
    ),
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
    "criminal-record": _CRIMINAL,
    "technical-proposal": _PROPOSAL,
    "budget": _BUDGET,
    "references": _REFERENCES,
}
_NEEDED: dict[DocumentKind, float] = {"criminal-record": 4.2, "technical-proposal": 4.2, "budget": 4.6, "references": 3.6}
"""The weight at which a kind is as likely as not."""
_STEEP = 1.6
_LEANING = 0.4
"""Most files that come with an application are CVs and letters, more than among the texts that the weights were learnt from."""
_OTHERS = ("call", "to applicants", "paper", "manual", "memo", "form", "paid", "official", "report")
_SHORT = 250
"""Words: fewer can be anything."""
_UNTOLD = 0.85
"""How sure it can be that a short text is neither CV nor letter, for no other reason than that it does not look like one: a CV
of sixty words may have no heading at all, and nobody may be told that theirs is missing."""


def kinds_of(pages: Sequence[FoldedPage]) -> dict[DocumentKind, float]:
    """Return how much the text looks like each kind, 0 to 1; `other` is what no kind claims."""
    text = Text(pages)
    if not text.lower.strip():
        return {}
    signs = signs_of(text)
    scores: dict[DocumentKind, float] = {
        "cv": _chance(_total(CV, signs) + _LEANING),
        "letter": _chance(_total(LETTER, signs) + _LEANING),
    }
    against = _against(signs)
    for kind, features in _SIGNS.items():
        scores[kind] = _chance(_STEEP * (sum(_weigh(feature, text.lower) for feature in features) - against[kind] - _NEEDED[kind]))
    return _shared(scores, most=1.0 if _is_something_else(signs, text) else _UNTOLD)


def _is_something_else(signs: dict[str, float], text: Text) -> bool:
    """Return whether a text bears marks of its own, beyond being like no CV and no letter."""
    return text.words > _SHORT or any(signs[name] for name in _OTHERS)


def best_kind(kinds: dict[DocumentKind, float]) -> tuple[DocumentKind | None, float]:
    """Return the likeliest kind and how likely it is."""
    if not kinds:
        return None, 0.0
    kind = max(kinds, key=lambda one: kinds[one])
    return kind, kinds[kind]


def _total(weights: dict[str, float], signs: dict[str, float]) -> float:
    return weights["any text"] + sum(weights[name] * value for name, value in signs.items())


def _chance(weight: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, weight))))


def _weigh(feature: _Feature, text: Marked) -> float:
    if feature.sooner and not any(other.search(text) for other in feature.sooner):
        return 0.0
    if feature.most == 1:
        return feature.weight if feature.pattern.search(text) else 0.0
    return feature.weight * feature.pattern.count(text, feature.most)


def _against(signs: dict[str, float]) -> dict[DocumentKind, float]:
    """Return what speaks against each of the other kinds: the marks of calls, papers, manuals, memos, invoices, letters and CVs."""
    told = signs["to applicants"] * 2 + signs["call"]
    written = signs["manual"] * 2 + signs["memo"] * 2 + signs["paper"] * 1.5
    letter = signs["salutation"] + signs["closing"]
    return {
        "criminal-record": written + told + letter * 1.5 + signs["experience"] + signs["enclosed"],
        "technical-proposal": written + told + letter * 1.5 + signs["report"] * 2 + signs["education"],
        "budget": signs["manual"] * 2 + signs["paid"] * 2 + letter + signs["experience"] + told,
        "references": written + told + letter * 1.5 + signs["education"] * 2 + signs["languages"],
    }


def _shared(scores: dict[DocumentKind, float], most: float) -> dict[DocumentKind, float]:
    """Return the scores made to agree: where several kinds claim a text, each is the less sure.

    `other` takes what none claims, at `most` so much.
    """
    total = sum(scores.values())
    shared = {kind: round(score / max(1.0, total), 3) for kind, score in scores.items()}
    shared["other"] = round(max(0.0, min(most, 1 - max(scores.values()))), 3)
    return shared
