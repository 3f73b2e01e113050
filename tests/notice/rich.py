"""A call that uses every field there is, so that nothing of it is lost on the way to a reader."""

from typing import Any

from ami_cli import notice
from ami_cli.models.call import Call
from tests.conftest import NOW, setting


def pair(words: str) -> dict[str, str]:
    return {"fr": f"{words} en français", "en": f"{words} in English"}


def document(**more: Any) -> dict[str, Any]:
    return {"kind": "other", "stage": "interest", **more}


VALUES: dict[str, Any] = {
    "version": 1,
    "id": "rich",
    "procedure": "open-tender",
    "languages": ["fr", "en"],
    "organisation": "mdm-france",
    "title": pair("Title"),
    "references": [{"number": "REF-2025/01", "of": pair("Reference of us")}, {"number": "F-77"}],
    "countries": ["FR", "CD"],
    "lots": [{"id": "north", "title": pair("Lot north"), "text": pair("Lot text"), "ceiling": 4000, "winners": 2}],
    "mission": {
        "kind": "audit",
        "context": pair("Context"),
        "objective": pair("Objective"),
        "objectives": [pair("First aim"), pair("Second aim")],
        "components": [{"title": pair("Part title"), "text": pair("Part text")}],
        "deliverables": [pair("Deliverable one"), pair("Deliverable two")],
        "conditions": [{"title": pair("Condition title"), "text": pair("Condition text")}],
        "places": [pair("Place")],
        "languages": ["en", "es"],
        "effort_days": [10, 15],
        "grant": pair("Grant"),
        "funders": [pair("Funder one"), pair("Funder two")],
    },
    "budget": {
        "floor": 30000,
        "ceiling": 80000,
        "currency": "USD",
        "taxes": "excluded",
        "covers": "fees",
        "contingency_max_percent": 7,
        "contingency_of": "other-costs",
        "costs": [{"item": pair("Flights"), "paid_by": "organisation"}, {"item": pair("Visas"), "paid_by": "provider"}],
        "payments": [{"percent": 30, "on": pair("Signature")}, {"percent": 70, "on": pair("Final report")}],
        "note": pair("Budget note"),
    },
    "profile": [
        {"need": pair("Need sine qua non"), "level": "eliminatory"},
        {"need": pair("Need required"), "level": "required", "details": [{"need": pair("Shade"), "level": "asset"}]},
        {"need": pair("Need desired"), "level": "desired"},
        {"need": pair("Need asset"), "level": "asset"},
    ],
    "profile_note": pair("Profile note"),
    "calendar": {
        "timezone": "Africa/Kinshasa",
        "close_of_business": "17:00",
        "milestones": [
            {"id": "published", "kind": "publication", "at": "2025-06-01"},
            {
                "id": "proposal",
                "kind": "deadline",
                "at": "2025-07-10",
                "hour": "close-of-business",
                "label": pair("Offers due"),
                "previously": [{"at": "2025-07-01", "changed_on": "2025-06-20", "reason": pair("Reason of the extension")}],
            },
            {"id": "oral", "kind": "interview", "at": "2025-07-20T09:00", "until": "2025-07-22T18:00"},
            {"id": "decided", "kind": "decision", "at": "2025-08-01", "hour": "end-of-day", "timezone": "Europe/Paris"},
        ],
    },
    "application": {
        "documents": [
            {
                "id": "offer",
                "kind": "technical-proposal",
                "stage": "proposal",
                "label": pair("Offer"),
                "per": "lot",
                "max_pages": 20,
                "limit": "total",
                "formats": ["pdf", "docx"],
                "languages": ["fr"],
                "signed": True,
                "must_state": ["firm", {"references": 3}, {"other": pair("Free statement")}],
                "note": pair("Document note"),
            },
            {
                "id": "deck",
                "kind": "other",
                "stage": "proposal",
                "label": pair("Deck"),
                "required": False,
                "max_slides": 12,
                "max_words": 900,
                "max_megabytes": 5,
            },
            {"id": "police", "kind": "criminal-record", "stage": "contract", "per": "member", "keep": "never"},
        ],
        "channels": {
            "rule": "all",
            "accepted": [
                {"email": "a@example.org", "subjects": ["Offre n° 1 : « Nord »", "Offer no. 1"]},
                {"portal": "https://example.org/offres?a=1"},
                {"paper": pair("12 High Street")},
            ],
        },
        "limits": {"max_files": 6, "max_megabytes_per_message": 9, "max_pages": 40},
        "team": {"min_members": 2, "max_members": 4, "mix": pair("Mix of the team")},
        "languages": ["fr", "en"],
        "declarations": [
            {"id": "honour", "text": pair("Declaration on honour"), "stage": "proposal"},
            {"id": "ethics", "text": pair("Ethics charter"), "stage": "contract"},
        ],
        "questions": {"email": "q@example.org", "until": "2025-06-25T12:00", "subject": "Question : lot"},
        "reuse": pair("Reuse of offers"),
    },
    "selection": {
        "shortlist_max": 3,
        "winners": 2,
        "mode": "scored",
        "criteria": [
            {
                "id": "quality",
                "label": pair("Quality"),
                "weight": 70,
                "threshold_percent": 60,
                "criteria": [
                    {"id": "method", "label": pair("Method"), "weight": 40},
                    {"id": "team", "label": pair("Team"), "weight": 30},
                ],
            },
            {"id": "price", "label": pair("Price"), "weight": 30, "part": "financial"},
        ],
        "scale": {"least": 0, "most": 5, "levels": [{"value": 0, "label": pair("Nothing")}, {"value": 5, "label": pair("All")}]},
        "technical_percent": 80,
        "technical_threshold_percent": 65,
        "relative_to_best": True,
        "threshold_percent": 55,
        "note": pair("Selection note"),
    },
    "eligibility": pair("Eligibility"),
    "data_protection": {
        "legal_basis": pair("Legal basis"),
        "retention": pair("Retention"),
        "authority": pair("Authority"),
        "contact_email": "dpo@example.org",
    },
    "annexes": [
        {"id": "tor", "title": pair("Annex title"), "url": "https://example.org/tor.pdf", "stage": "proposal"},
        {"id": "form", "title": pair("Form"), "file": "form_1.docx"},
    ],
    "waived": {"wrong-subject": pair("Waived for all")},
}

FIGURES = {
    "fr": (
        "REF-2025/01", "F-77", "France", "Congo-Kinshasa", "4 000 $US", "30 000 $US", "80 000 $US", "HT", "7 % des autres frais",
        "30 %",
        "anglais et espagnol", "10 et 15 jours", "jeudi 10 juillet 2025 à 17 h 00 (heure de Kinshasa, UTC+1)",
        "mardi 1er juillet 2025", "vendredi 20 juin 2025", "dimanche 20 juillet 2025 à 09 h 00", "mardi 22 juillet 2025 à 18 h 00",
        "vendredi 1er août 2025 à minuit, en fin de journée (heure de Paris, UTC+2)", "vingt (20) pages", "en tout",
        "pdf ou docx", "douze (12) diapositives", "900 mots", "5 Mo", "trois (3) références", "six (6) fichiers", "9 Mo",
        "40 pages",
        "deux (2) membres", "quatre (4) membres", "français ou anglais", "mercredi 25 juin 2025 à 12 h 00", "Trois (3) candidats",
        "Deux (2) attributaires", "70 %", "40 %", "seuil : 60 %", "80 %", "20 %", "65 %", "55 %", "0 = ", "5 = ",
        "aucune copie", "a@example.org", "https://example.org/offres?a=1", "Offre n° 1 : « Nord »", "Offer no. 1", "q@example.org",
        "Question : lot", "dpo@example.org", "https://example.org/tor.pdf", "form_1.docx", "facultatif", "signé",
        "rapportée à la meilleure",
    ),
    "en": (
        "REF-2025/01", "F-77", "France", "Congo – Kinshasa", "US$4,000", "US$30,000", "US$80,000", "tax excluded",
        "7% of the other costs", "30%",
        "English and Spanish", "10 and 15 days", "Thursday 10 July 2025 at 17:00 (Kinshasa time, UTC+1)", "Tuesday 1 July 2025",
        "Friday 20 June 2025", "Sunday 20 July 2025 at 09:00", "Tuesday 22 July 2025 at 18:00",
        "Friday 1 August 2025 at midnight, at the end of the day (Paris time, UTC+2)", "twenty (20) pages", "in total",
        "pdf or docx", "twelve (12) slides", "900 words", "5 MB", "three (3) references", "six (6) files", "9 MB", "40 pages",
        "two (2) members", "four (4) members", "French or English", "Wednesday 25 June 2025 at 12:00", "three (3) applicants",
        "Two (2) winners", "70%", "40%", "threshold: 60%", "80%", "20%", "65%", "55%", "0 = ", "5 = ", "no copy",
        "a@example.org", "https://example.org/offres?a=1", "Offre n° 1 : « Nord »", "Offer no. 1", "q@example.org",
        "Question : lot", "dpo@example.org", "https://example.org/tor.pdf", "form_1.docx", "optional", "signed",
        "divided by the best one",
    ),
}  # fmt: skip
"""Every fact that is no text of the call, as each language writes it."""


def rich() -> notice.Setting:
    call = Call.model_validate(VALUES, context={"languages": ("fr", "en")})
    base = setting("capitalisation-mna-nantes")
    return notice.Setting(call, base.organisation, base.templates, NOW)
