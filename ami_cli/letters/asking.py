"""What an applicant is asked to do about a finding; the remedies of the rules speak to the organisation."""

from ami_cli.models.assessment import Outcome
from ami_cli.models.text import Words

CURABLE: dict[str, Words] = {
    "missing-document": Words(fr="envoyez-nous cette pièce", en="send us this document"),
    "member-without-cv": Words(
        fr="envoyez-nous le CV de cette personne, ou dites-nous qu’elle ne fait pas partie de l’équipe",
        en="send us this person's CV, or tell us that they are not part of the team",
    ),
    "too-many-pages": Words(fr="envoyez-nous une version qui tient dans la limite", en="send us a version within the limit"),
    "too-many-slides": Words(fr="envoyez-nous une version qui tient dans la limite", en="send us a version within the limit"),
    "too-many-words": Words(fr="envoyez-nous une version qui tient dans la limite", en="send us a version within the limit"),
    "too-many-files": Words(fr="regroupez vos pièces en moins de fichiers", en="put your documents together in fewer files"),
    "too-heavy": Words(fr="envoyez-nous des fichiers plus légers", en="send us smaller files"),
    "wrong-format": Words(fr="envoyez-nous cette pièce dans le format demandé", en="send us this document in the format asked for"),
    "wrong-language": Words(
        fr="envoyez-nous cette pièce dans la langue demandée", en="send us this document in the language asked for"
    ),
    "signature-to-see": Words(fr="envoyez-nous cette pièce signée", en="send us this document signed"),
    "unreadable-document": Words(
        fr="envoyez-nous une copie lisible, en PDF et sans mot de passe",
        en="send us a copy that can be read, as PDF and without a password",
    ),
    "documents-elsewhere": Words(
        fr="envoyez-nous le fichier lui-même en pièce jointe, et non un lien",
        en="send us the file itself as an attachment, not a link",
    ),
    "firm-not-stated": Words(
        fr="dites-nous à quelle structure la personne est rattachée, ou qu’elle est indépendante",
        en="tell us which organisation the person belongs to, or that they are independent",
    ),
    "similar-missions-not-stated": Words(
        fr="décrivez-nous vos expériences de missions semblables", en="describe to us your experience of similar missions"
    ),
    "too-few-references": Words(
        fr="donnez-nous les références de contrats analogues qui manquent : objet, client, année",
        en="give us the missing references of similar contracts: subject, client, year",
    ),
    "availability-not-stated": Words(
        fr="dites-nous à quelles dates vous êtes disponible pour mener la mission",
        en="tell us on which dates you are available to carry out the mission",
    ),
    "team-size": Words(fr="précisez-nous la composition de l’équipe", en="tell us who is in the team"),
}
"""What can be put right afterwards, rule by rule. What is not here cannot (a late arrival), or is not for the applicant to
settle (the subject of the message, a file sent twice)."""

DOUBTS = frozenset({"unreadable-document", "documents-elsewhere"})
"""Doubts that only the applicant can lift; every other doubt is for the organisation to look into first."""


def can_be_cured(outcome: Outcome) -> bool:
    """Return whether the applicant can be asked to put a finding right."""
    if outcome.waived_by is not None or outcome.rule not in CURABLE:
        return False
    return outcome.status == "not_met" or (outcome.status == "to_verify" and outcome.rule in DOUBTS)
