"""Every document that the call requires at this stage is in the application."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.folding import folded
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import count, files, named
from ami_cli.rules.engine.pieces import Piece, may_be, of_kind, pieces, rivals, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, not_met, to_verify

PAGE = RulePage(
    name="missing-document",
    about="application",
    title=Words(fr="Pièce manquante", en="Missing document"),
    checks=Words(
        fr="Chaque pièce que l’appel demande à cette étape se trouve dans la candidature, dans un fichier à elle ou dans une "
        "partie d’un fichier.",
        en="Every document that the call asks for at this stage is in the application, as a file or as part of one.",
    ),
    why=Words(
        fr="Une candidature n’est complète que si elle comporte toutes les pièces demandées. Une pièce n’est dite manquante que "
        "si rien de ce qui a été reçu ne peut être elle.",
        en="An application is complete only with all the documents asked for. A document is called missing only where nothing "
        "that was received can be it.",
    ),
    example=Words(
        fr="Deux CV et aucune lettre : la lettre manque. Deux CV et un fichier protégé : à vérifier.",
        en="Two CVs and no letter: the letter is missing. Two CVs and a protected file: to verify.",
    ),
    remedy=Words(
        fr="Cherchez la pièce dans les fichiers et dans le message. Si elle y est, dites-le dans application.yaml (kind, "
        "pages) ; sinon, demandez-la si l’appel le permet.",
        en="Look for the document in the files and in the message. If it is there, say so in application.yaml (kind, pages); "
        "otherwise ask for it if the call allows it.",
    ),
)

LETTER_WORDS = 80
"""From this many words, a message may be the letter: fewer only announce what is attached."""


def check(case: Case) -> Iterator[Finding]:
    """Look for each document due at the stage."""
    every = pieces(case)
    for asked in wanted(case, required=False):
        finding = _looked_for(asked, every, rivals(case, asked))
        if finding.status == "not_met" and asked.kind == "letter":
            finding = _perhaps_the_message(case, finding)
        yield finding.about(asked.id, clauses.document(asked))


def _perhaps_the_message(case: Case, missing: Finding) -> Finding:
    """Return doubt where the message that carried the files is long enough to be the letter itself."""
    long = [delivery for delivery in case.application.deliveries if (delivery.words or 0) >= LETTER_WORDS]
    if not long:
        return missing
    return to_verify(
        f"{missing.message.fr} en pièce jointe ; le message lui-même en tient peut-être lieu",
        f"{missing.message.en} among the attachments; the message itself may stand for it",
        *(Evidence(document=delivery.message) for delivery in long),
    )


def _looked_for(asked: DocumentRequirement, every: Sequence[Piece], rivals_: int) -> Finding:
    name, found = named(asked), of_kind(every, asked.kind)
    possible = tuple(piece for piece in every if piece not in found and may_be(piece, asked.kind))
    if found and (_unmistakable(asked, found, rivals_) or _bear_the_name(asked, found)):
        number = f" ({len(found)})" if len(found) > 1 else ""
        return met(f"pièce reçue : {name.fr}{number}", f"document received: {name.en}{number}", *map(_evidence, found))
    if not asked.required:
        return not_applicable(f"pièce facultative, non jointe : {name.fr}", f"optional document, not sent: {name.en}")
    if found:
        return _which(name, found)
    if possible:
        where = files(piece.path for piece in possible)
        return to_verify(
            f"pièce non reconnue : {name.fr}, peut-être dans {where.fr}",
            f"document not recognised: {name.en}, perhaps in {where.en}",
            *map(_evidence, possible),
        )
    return not_met(f"pièce manquante : {name.fr}", f"missing document: {name.en}")


def _unmistakable(asked: DocumentRequirement, found: Sequence[Piece], rivals_: int) -> bool:
    """Return whether the kind alone says that it is this document: there are as many as the call asks for of that kind."""
    return asked.kind != "other" and len(found) >= rivals_


def _bear_the_name(asked: DocumentRequirement, found: Sequence[Piece]) -> bool:
    """Return whether a file, or the top of one, bears all the words of what the call asks for."""
    labels = [asked.label.of(language) for language in asked.label.languages()] if asked.label else [asked.id.replace("-", " ")]
    words = [{word for word in folded(label).split() if len(word) > 3} for label in labels]  # noqa: PLR2004  # articles have less
    heads = [folded(f"{piece.document.file.name} {_head(piece)}") for piece in found]
    return any(bare and all(word in head for word in bare) for bare in words for head in heads)


def _head(piece: Piece) -> str:
    return next((page.text[:400] for page in piece.texts()), "")


def _which(name: Words, found: Sequence[Piece]) -> Finding:
    where = files(piece.path for piece in found)
    number_fr, number_en = count(len(found), "fichier", french=True), count(len(found), "file")
    return to_verify(
        f"pièce à reconnaître parmi {number_fr} : {name.fr} ({where.fr})",
        f"document to be recognised among {number_en}: {name.en} ({where.en})",
        *map(_evidence, found),
    )


def _evidence(piece: Piece) -> Evidence:
    return piece.shown(piece.person)


RULE = Rule(PAGE, check, requires=("unreadable-document", "documents-elsewhere"))
