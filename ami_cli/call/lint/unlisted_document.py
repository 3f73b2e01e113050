"""A document that the prose requires and the list does not have."""

import re
from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.passages import passages
from ami_cli.models.text import Words
from ami_cli.models.texts import texts

PAGE = page(
    "document-not-listed",
    title=Words(fr="Pièce demandée dans la prose, absente de la liste", en="Document required in prose, not listed"),
    checks=Words(
        fr="Une pièce que la prose exige est dans application.documents, avec l’étape à laquelle elle est due.",
        en="A document that the prose requires is in application.documents, with the stage at which it is due.",
    ),
    why=Words(
        fr="Réclamer ailleurs une troisième pièce pour un dossier « complet avec deux » exclut à tort qui a suivi la liste.",
        en="A file “complete with two documents” of which a third is asked elsewhere wrongly excludes those who followed the list.",
    ),
    example=Words(
        fr="« Les membres de l’équipe devront fournir l’extrait de casier judiciaire. »",
        en="“The members of the team must provide a criminal record extract.”",
    ),
    remedy=Words(
        fr="ajoutez la pièce à application.documents, avec son étape (stage: contract si elle n’est due qu’au contrat)",
        en="add the document to application.documents, with its stage (stage: contract where it is only due at the contract)",
    ),
)

_REQUIRED = re.compile(
    r"fournir|fourni|joindre|joint|transmettre|remettre|produire|présenter|envoyer|exigé|demandé|doit|doivent|devra|accompagn"
    r"|provide|submit|attach|enclose|must|required|shall|supply|include",
    re.IGNORECASE,
)

_DOCUMENTS: tuple[tuple[str, str | None, Words, str], ...] = (
    ("criminal-record", "criminal-record", Words(fr="l’extrait de casier judiciaire", en="the criminal record extract"),
     r"casier judiciaire|criminal[ -]record|police (?:check|clearance)|bulletin n[°o] ?3"),
    ("cv", "cv", Words(fr="le CV", en="the CV"), r"curriculum vitae|\bCVs?\b"),
    ("letter", "letter", Words(fr="la lettre", en="the letter"),
     r"lettre (?:d.intérêt|de motivation|de candidature)|(?:cover|motivation) letter|letter of (?:interest|motivation)"),
    ("insurance", None, Words(fr="l’attestation d’assurance", en="the insurance certificate"),
     r"attestation d.assurance|assurance responsabilité|certificate of insurance|insurance certificate|liability insurance"),
    ("registration", None, Words(fr="l’extrait d’immatriculation", en="the registration certificate"),
     r"\bk-?bis\b|extrait d.immatriculation|avis de situation sirene|registration certificate|certificate of incorporation"),
    ("bank", None, Words(fr="le relevé d’identité bancaire", en="the bank details"),
     r"\bRIB\b|relevé d.identité bancaire|bank details|bank certificate"),
    ("tax", None, Words(fr="l’attestation fiscale ou sociale", en="the tax or social security certificate"),
     r"attestations? (?:fiscale|sociale|de régularité|urssaf|de vigilance)|(?:tax|tax clearance|social security) certificate"),
    ("identity", None, Words(fr="la pièce d’identité", en="the identity document"),
     r"pièce d.identité|copie du passeport|copy of (?:the |your )?passport|identity (?:card|document)"),
    ("degree", None, Words(fr="la copie des diplômes", en="the copy of degrees"),
     r"copies? d(?:es|u|e) diplômes?|copies of (?:degrees|diplomas)|copy of (?:degrees|diplomas)"),
    ("sample", None, Words(fr="l’exemple de travaux", en="the sample of work"),
     r"exemples? de (?:travaux|rapports?|productions?)|portfolio|(?:work|writing) samples?|samples? of (?:work|reports?)"),
)  # fmt: skip


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each sentence of the call that requires a document of which the list knows nothing."""
    listed = _listed(loaded)
    kinds = {document.kind for document in loaded.call.application.documents}
    patterns = [
        (re.compile(pattern, re.IGNORECASE if name != "bank" else 0), words)
        for name, kind, words, pattern in _DOCUMENTS
        if kind not in kinds and not re.search(pattern, listed, re.IGNORECASE)
    ]
    for passage in passages(loaded):
        if passage.path.startswith(("application.documents", "annexes", "data_protection")):
            continue
        for sentence in passage.sentences():
            for pattern, words in patterns:
                match = pattern.search(sentence.text)
                if match and _REQUIRED.search(sentence.text):
                    message = Words(
                        fr=f"{words.fr} est exigé ici et ne figure pas dans application.documents",
                        en=f"{words.en} is required here and is not in application.documents",
                    )
                    line = passage.line(sentence.start + match.start())
                    yield Doubt(passage.path, message, line=line, source=passage.source)


def _listed(loaded: Loaded) -> str:
    """Return all that the call says of its documents, annexes and declarations."""
    terms = loaded.call.application
    words = [
        word
        for listed in (terms.documents, terms.declarations, loaded.call.annexes)
        for _, text in texts(listed)
        for word in text.root.values()
    ]
    names = [document.id.replace("-", " ") for document in terms.documents]
    return "\n".join([*words, *names])


WARNING = CallWarning(PAGE, check)
