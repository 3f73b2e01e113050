"""What an applicant is asked to do about a finding; the remedies of the rules speak to the organisation."""

from ami_cli.letters.findings import closed
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.text import Words

_SHORTER = Words(fr="merci de nous envoyer une version qui tient dans la limite", en="please send us a version within the limit")
CURABLE: dict[str, Words] = {
    "missing-document": Words(fr="merci de nous l’envoyer", en="please send it to us"),
    "member-without-cv": Words(
        fr="merci de nous envoyer ce qui manque, ou de nous dire qui ne fait pas partie de l’équipe",
        en="please send us what is missing, or tell us who is not part of the team",
    ),
    "too-many-pages": _SHORTER,
    "too-many-slides": _SHORTER,
    "too-many-words": _SHORTER,
    "too-many-files": Words(
        fr="merci de regrouper vos pièces en moins de fichiers", en="please put your documents together in fewer files"
    ),
    "too-heavy": Words(fr="merci de nous envoyer des fichiers plus légers", en="please send us smaller files"),
    "wrong-format": Words(
        fr="merci de nous envoyer cette pièce dans un format accepté", en="please send us this document in an accepted format"
    ),
    "wrong-language": Words(
        fr="merci de nous envoyer cette pièce dans une langue acceptée", en="please send us this document in an accepted language"
    ),
    "signature-to-see": Words(fr="merci de nous envoyer cette pièce signée", en="please send us this document signed"),
    "unreadable-document": Words(
        fr="merci de nous en envoyer une copie lisible, en PDF et sans mot de passe",
        en="please send us a copy that can be read, as PDF and without a password",
    ),
    "documents-elsewhere": Words(
        fr="merci de nous envoyer ces documents en pièce jointe, et non par un lien",
        en="please send us these documents as attachments, not as a link",
    ),
    "firm-not-stated": Words(
        fr="merci de nous dire, pour chaque personne, sa structure de rattachement, ou qu’elle est indépendante",
        en="please tell us for each person which organisation they belong to, or that they are independent",
    ),
    "similar-missions-not-stated": Words(fr="merci de nous les décrire", en="please describe it to us"),
    "too-few-references": Words(
        fr="merci de nous donner celles qui manquent : objet, client, année",
        en="please give us those that are missing: subject, client, year",
    ),
    "availability-not-stated": Words(
        fr="merci de nous indiquer vos disponibilités pour mener la mission",
        en="please tell us when you are available to carry out the mission",
    ),
    "budget-other-currency": Words(
        fr="merci de nous confirmer votre prix dans la devise de l’appel",
        en="please confirm your price to us in the currency of the call",
    ),
    "budget-taxes-unclear": Words(
        fr="merci de nous dire si le total de votre budget comprend les taxes, et à quel taux",
        en="please tell us whether the total of your budget includes taxes, and at what rate",
    ),
    "budget-sum-wrong": Words(
        fr="merci de nous confirmer le total de votre budget, ou de nous l’envoyer avec ses sommes corrigées",
        en="please confirm the total of your budget to us, or send it to us with its sums put right",
    ),
    "team-size": Words(fr="merci de nous préciser la composition de l’équipe", en="please tell us who is in the team"),
}
"""What can be put right afterwards, rule by rule. What is not here cannot (a late arrival), or is not for the applicant to
settle (the subject of the message, a file sent twice)."""

DOUBTS = frozenset({
    "unreadable-document", "documents-elsewhere", "budget-other-currency", "budget-taxes-unclear", "budget-sum-wrong",
})  # fmt: skip
"""Doubts that only the applicant can lift; every other doubt is for the organisation to look into first."""


def can_be_cured(assessment: Assessment, outcome: Outcome) -> bool:
    """Return whether the applicant can be asked to put a finding right; a scan, say, a person can read without them.

    A doubt that only comes of another one is none: of a budget that is missing nobody can say that its sums are wrong.
    """
    if outcome.waived_by is not None or outcome.doubt_from is not None or outcome.rule not in CURABLE:
        return False
    if outcome.rule == "unreadable-document" and outcome.status == "to_verify":
        return bool(closed(assessment, outcome))
    return outcome.status == "not_met" or (outcome.status == "to_verify" and outcome.rule in DOUBTS)
