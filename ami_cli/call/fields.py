"""What each key of a call file and of an organisation file means, in few words: for editors, and for the comments of a new call."""

_FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "Call": {
        "version": ("version de ce format ; toujours 1", "version of this format; always 1"),
        "id": ("le nom du fichier, sans .yaml", "the name of the file, without .yaml"),
        "procedure": (
            "procédure : manifestation d’intérêt puis proposition, offre en une étape, devis, liste ouverte",
            "procedure: expression of interest then proposal, one-stage tender, quotation, standing list",
        ),
        "languages": ("langues de publication ; la première fait foi", "languages of publication; the first prevails"),
        "organisation": (
            "qui publie : le fichier calls/organisations/<nom>.yaml",
            "who publishes: the file calls/organisations/<name>.yaml",
        ),
        "title": ("titre de l’avis", "title of the notice"),
        "references": ("numéros de référence, et à qui ils sont", "reference numbers, and whose they are"),
        "countries": ("pays de la mission (codes : FR, CD, MG)", "countries of the mission (codes: FR, CD, MG)"),
        "lots": ("lots, attribués séparément", "lots, awarded separately"),
        "mission": ("ce qui est demandé au prestataire", "what is asked of the provider"),
        "budget": (
            "ce que la mission peut coûter ; sans montant : non communiqué",
            "what the mission may cost; without an amount: undisclosed",
        ),
        "profile": ("les besoins, un par entrée", "the needs, one per entry"),
        "profile_note": ("texte qui introduit le profil", "text that introduces the profile"),
        "calendar": ("les dates, et le fuseau où elles sont écrites", "the dates, and the zone they are written in"),
        "application": ("comment candidater : pièces, canaux, limites", "how to apply: documents, channels, limits"),
        "selection": ("comment on choisit, et combien", "how the choice is made, and how many"),
        "award": ("comment les propositions de la seconde étape sont jugées", "how the proposals of the second stage are judged"),
        "eligibility": (
            "qui peut candidater ; sinon le texte de l’organisation",
            "who may apply; otherwise the text of the organisation",
        ),
        "data_protection": ("ce qui diffère de la notice de l’organisation", "what differs from the notice of the organisation"),
        "annexes": ("documents joints à l’avis", "documents that go with the notice"),
        "waived": (
            "règles écartées pour tous, chacune avec sa raison publiée",
            "rules set aside for all, each with its published reason",
        ),
    },
    "Reference": {
        "number": ("le numéro", "the number"),
        "of": ("de qui : bailleur, siège, mission", "whose: funder, headquarters, mission"),
    },
    "Lot": {
        "id": ("nom du lot", "name of the lot"),
        "title": ("titre du lot", "title of the lot"),
        "text": ("contenu du lot", "what the lot contains"),
        "countries": ("pays du lot", "countries of the lot"),
        "ceiling": ("budget maximum du lot", "highest budget of the lot"),
        "winners": ("nombre d’attributaires", "number of winners"),
    },
    "Mission": {
        "kind": ("nature de la mission", "kind of mission"),
        "context": ("contexte ; plusieurs paragraphes possibles", "context; may have several paragraphs"),
        "objective": ("objectif général", "general objective"),
        "objectives": ("objectifs particuliers", "specific objectives"),
        "components": ("parties de la mission, chacune avec titre et texte", "parts of the mission, each with a title and a text"),
        "deliverables": ("livrables attendus", "deliverables expected"),
        "conditions": (
            "ce que l’équipe doit respecter : confidentialité, sécurité…",
            "what the team has to respect: confidentiality, security…",
        ),
        "places": ("lieux de la mission", "places of the mission"),
        "languages": (
            "langues des livrables ; sinon celles de l’appel",
            "languages of the deliverables; otherwise those of the call",
        ),
        "effort_days": ("jours de travail attendus : [au moins, au plus]", "days of work expected: [least, most]"),
        "grant": ("subvention qui finance la mission", "grant that pays for the mission"),
        "funders": ("bailleurs", "funders"),
    },
    "Section": {"title": ("titre de la partie", "title of the part"), "text": ("son texte", "its text")},
    "Budget": {
        "ceiling": ("montant maximum, en chiffres : 15000", "highest amount, in digits: 15000"),
        "floor": ("montant minimum, pour une fourchette", "lowest amount, for a range"),
        "exact": ("montant exact, à la place d’un maximum", "exact amount, in place of a highest one"),
        "currency": ("devise : EUR, USD…", "currency: EUR, USD…"),
        "taxes": ("taxes comprises ou non", "taxes included or not"),
        "covers": (
            "ce que couvre le montant : tous les frais, honoraires, honoraires et voyages",
            "what the amount covers: all costs, fees, fees and travel",
        ),
        "contingency_max_percent": ("imprévus, au plus, en pour cent", "contingencies, at most, in per cent"),
        "contingency_of": (
            "de quoi est ce pourcentage : du total, imprévus compris (total), ou des autres frais (other-costs)",
            "what the percentage is of: the total, contingencies included (total), or the other costs (other-costs)",
        ),
        "costs": ("qui paie quoi", "who pays for what"),
        "payments": ("échéancier de paiement ; total 100", "payment schedule; totals 100"),
        "note": ("précision sur le budget", "a note on the budget"),
    },
    "Cost": {"item": ("le frais", "the cost"), "paid_by": ("qui le paie", "who pays for it")},
    "Payment": {
        "percent": ("part du montant, en pour cent", "share of the amount, in per cent"),
        "on": ("à quel moment", "at what moment"),
    },
    "Need": {
        "need": ("le besoin", "the need"),
        "level": ("exigé, souhaité, un plus, éliminatoire", "required, desired, an asset, eliminatory"),
        "details": ("nuances de ce besoin, chacune avec son niveau", "shades of this need, each with its level"),
    },
    "Calendar": {
        "timezone": ("fuseau des dates : Europe/Paris, Africa/Kinshasa…", "zone of the dates: Europe/Paris, Africa/Kinshasa…"),
        "indicative": ("true si le calendrier est indicatif", "true where the calendar is indicative"),
        "close_of_business": ('heure de fermeture des bureaux : "17:00"', 'hour at which the office closes: "17:00"'),
        "milestones": ("les échéances, dans l’ordre", "the milestones, in order"),
    },
    "Milestone": {
        "id": ("nom court ; interest et proposal ferment ces étapes", "short name; interest and proposal close those stages"),
        "kind": ("nature ; deadline engage les candidats, wish est un souhait", "kind; deadline binds applicants, wish is a wish"),
        "at": (
            "heure locale 2025-08-31T12:00, jour 2025-08-31, ou to-be-set",
            "local time 2025-08-31T12:00, day 2025-08-31, or to-be-set",
        ),
        "until": ("fin, si l’échéance est une période", "end, where the milestone is a window"),
        "label": ("ce qu’en dit l’avis", "what the notice calls it"),
        "stage": (
            "étape que ferme la date limite, si son nom ne le dit pas",
            "stage that the deadline closes, where its id does not say so",
        ),
        "hour": ("ce que veut dire un jour sans heure", "what a day without an hour means"),
        "timezone": ("fuseau de cette échéance, s’il diffère", "zone of this milestone, where it differs"),
        "printed": ("la date telle que l’avis d’origine l’écrivait", "the date as the original notice wrote it"),
        "previously": ("dates avant prolongation ou correction", "dates before an extension or a correction"),
    },
    "FormerDate": {
        "at": ("l’ancienne date", "the former date"),
        "changed_on": ("jour du changement", "day of the change"),
        "reason": ("raison publiée", "published reason"),
    },
    "ApplicationTerms": {
        "documents": (
            "pièces demandées, chacune avec l’étape où elle est due",
            "documents asked for, each with the stage at which it is due",
        ),
        "channels": ("par où candidater", "how to send an application"),
        "limits": ("limites de tout l’envoi", "limits of the whole delivery"),
        "team": ("taille et composition de l’équipe", "size and mix of the team"),
        "languages": ("langues des offres ; sinon celles de l’appel", "languages of offers; otherwise those of the call"),
        "declarations": ("déclarations à signer", "declarations to sign"),
        "questions": ("où et jusqu’à quand poser des questions", "where and until when to ask questions"),
        "reuse": ("ce que deviennent les candidatures non retenues", "what becomes of applications not retained"),
    },
    "DocumentRequirement": {
        "id": ("nom court de la pièce", "short name of the document"),
        "kind": ("nature de la pièce", "kind of document"),
        "stage": ("étape à laquelle elle est due", "stage at which it is due"),
        "label": ("ce qu’en dit l’avis", "what the notice calls it"),
        "per": ("une par candidature, membre, structure ou lot", "one per application, member, firm or lot"),
        "required": ("false si elle est facultative", "false where it is optional"),
        "max_pages": ("pages, au plus", "pages, at most"),
        "max_slides": ("diapositives, au plus", "slides, at most"),
        "max_words": ("mots, au plus", "words, at most"),
        "max_megabytes": ("Mo, au plus", "MB, at most"),
        "limit": ("la limite vaut pour chacune (each) ou en tout (total)", "the limit holds for each or in total"),
        "formats": ("formats acceptés : pdf, docx… ; vide : tous", "formats accepted: pdf, docx…; empty: any"),
        "languages": ("langues acceptées pour cette pièce", "languages accepted for this document"),
        "must_state": (
            "ce que la pièce doit dire : firm-if-any, similar-missions, {references: 2}, availability",
            "what the document has to state: firm-if-any, similar-missions, {references: 2}, availability",
        ),
        "signed": ("true si elle doit être signée", "true where it has to be signed"),
        "keep": ("never : regardée, attestée, pas conservée", "never: looked at, attested, not kept"),
        "note": ("précision publiée", "published note"),
    },
    "MustState": {
        "what": ("ce qui doit être dit", "what has to be stated"),
        "at_least": ("combien, au moins", "how many, at least"),
        "text": ("ce qui doit être dit, en toutes lettres", "what has to be stated, in words"),
    },
    "Channels": {
        "rule": (
            "only : ceux-ci seulement ; any : l’un d’eux ; all : tous doivent recevoir",
            "only: these alone; any: one of them; all: each must receive",
        ),
        "accepted": ("les canaux", "the channels"),
    },
    "Channel": {
        "email": ("adresse électronique", "e-mail address"),
        "portal": ("adresse du portail : https://…", "address of the portal: https://…"),
        "paper": ("adresse postale", "postal address"),
        "subjects": ("objets acceptés, à l’identique", "subjects accepted, exactly"),
        "stage": ("étape que sert ce canal ; sinon toutes", "stage that this channel serves; otherwise all"),
    },
    "Limits": {
        "max_files": ("fichiers, au plus", "files, at most"),
        "max_megabytes_per_message": ("Mo par message, au plus", "MB per message, at most"),
        "max_megabytes": ("Mo en tout, au plus", "MB in all, at most"),
        "max_pages": ("pages en tout, au plus", "pages in all, at most"),
        "max_slides": ("diapositives en tout, au plus", "slides in all, at most"),
    },
    "Team": {
        "min_members": ("membres, au moins", "members, at least"),
        "max_members": ("membres, au plus", "members, at most"),
        "mix": ("composition attendue", "mix expected"),
    },
    "Declaration": {
        "id": ("nom court", "short name"),
        "text": ("texte à signer", "text to sign"),
        "stage": ("étape à laquelle elle est due", "stage at which it is due"),
    },
    "Questions": {
        "email": ("adresse des questions", "address for questions"),
        "until": ("dernière heure pour poser une question", "last hour to ask"),
        "subject": ("objet attendu", "subject expected"),
    },
    "Selection": {
        "shortlist_max": ("candidats retenus, au plus", "candidates retained, at most"),
        "minimum": ("candidatures complètes sous lesquelles être averti", "complete applications below which to be warned"),
        "winners": ("nombre d’attributaires", "number of winners"),
        "mode": (
            "reasoned : un motif écrit par candidat ; scored : critères et poids publiés",
            "reasoned: a written ground per candidate; scored: published criteria and weights",
        ),
        "published": ("critères et poids publiés dans l’avis", "criteria and weights published in the notice"),
        "criteria": ("critères ; les poids totalisent 100", "criteria; weights total 100"),
        "scale": ("échelle des notes", "scale of scores"),
        "threshold_percent": ("note minimum, en pour cent", "lowest score, in per cent"),
        "technical_threshold_percent": ("note technique minimum, en pour cent", "lowest technical score, in per cent"),
        "technical_percent": (
            "part de la note technique ; le reste est financier",
            "share of the technical score; the rest is financial",
        ),
        "relative_to_best": (
            "true si les notes techniques sont rapportées à la meilleure avant d’ajouter le prix (Commission européenne)",
            "true where technical scores are divided by the best one before the price is added (European Commission)",
        ),
        "tie": (
            "ex æquo à la limite : tous retenus, tous en réserve, premier arrivé",
            "tie at the cut: all in, all in reserve, first received",
        ),
        "partial_scores": (
            "true si un candidat peut n’être noté que par certains",
            "true where some evaluators may score a candidate alone",
        ),
        "note": ("précision publiée", "published note"),
    },
    "Criterion": {
        "id": ("nom court du critère", "short name of the criterion"),
        "label": ("le critère", "the criterion"),
        "weight": ("poids, sur 100", "weight, out of 100"),
        "scale": ("échelle propre à ce critère", "scale of this criterion alone"),
        "threshold_percent": ("note minimum de ce critère, en pour cent", "lowest score of this criterion, in per cent"),
        "part": ("note technique ou financière", "technical or financial score"),
        "look_for": ("ce qu’il faut chercher dans les pièces", "what to look for in the documents"),
        "criteria": (
            "sous-critères ; leurs poids totalisent celui du critère",
            "sub-criteria; their weights total that of the criterion",
        ),
    },
    "Scale": {
        "least": ("note la plus basse", "lowest score"),
        "most": ("note la plus haute", "highest score"),
        "levels": ("sens de chaque note", "meaning of each score"),
    },
    "Level": {"value": ("la note", "the score"), "label": ("son sens", "its meaning")},
    "DataProtection": {
        "purposes": ("finalités du traitement", "purposes of the processing"),
        "legal_basis": ("base légale", "legal basis"),
        "recipients": ("qui reçoit les données", "who receives the data"),
        "retention": ("durée de conservation", "retention period"),
        "rights": ("droits des personnes", "rights of the persons"),
        "contact_email": ("à qui écrire", "whom to write to"),
        "contact_address": ("adresse postale", "postal address"),
        "authority": ("autorité auprès de qui se plaindre", "authority to complain to"),
    },
    "Annex": {
        "id": ("nom court", "short name"),
        "title": ("titre", "title"),
        "file": ("fichier, à côté de l’appel", "file, beside the call"),
        "url": ("adresse : https://…", "address: https://…"),
        "stage": ("étape où elle est remise", "stage at which it is given"),
    },
    "Organisation": {
        "id": ("le nom du fichier, sans .yaml", "the name of the file, without .yaml"),
        "name": ("nom complet", "full name"),
        "short_name": ("nom court", "short name"),
        "address": ("adresse postale", "postal address"),
        "presentation": ("présentation, reprise dans chaque avis", "presentation, taken into each notice"),
        "website": ("site : https://…", "web site: https://…"),
        "country": ("pays, pour les jours fériés : FR", "country, for public holidays: FR"),
        "eligibility": ("qui peut candidater", "who may apply"),
        "data_protection": ("notice sur les données, reprise dans chaque avis", "data notice, taken into each notice"),
        "mail_servers": (
            "vos serveurs de messagerie, dont l’heure d’arrivée fait foi",
            "your mail servers, whose time of arrival counts",
        ),
        "logo": ("fichier PNG ou JPEG, à côté de celui-ci", "PNG or JPEG file, beside this one"),
    },
}


def described(model: str, field: str, language: str) -> str:
    """Return what a key means, in `language`; empty where the table does not know it (a test keeps it complete)."""
    french, english = _FIELDS.get(model, {}).get(field, ("", ""))
    return french if language == "fr" else english


def described_models() -> dict[str, tuple[str, ...]]:
    """Return the keys that are described, by the name of their model."""
    return {model: tuple(fields) for model, fields in _FIELDS.items()}
