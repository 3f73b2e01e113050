"""Every document can be opened and read."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case, Document, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import PROBLEMS, both, clean, files, listed
from ami_cli.rules.engine.pieces import documents
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, to_verify

PAGE = RulePage(
    name="unreadable-document",
    about="application",
    title=Words(fr="Document illisible", en="Unreadable document"),
    checks=Words(
        fr="Chaque fichier reçu s’ouvre et son texte se lit : ni mot de passe, ni fichier abîmé, ni scan sans texte.",
        en="Every file received opens and its text can be read: no password, no damage, no scan without text.",
    ),
    why=Words(
        fr="Ce qui ne se lit pas peut être la pièce attendue : rien n’est alors dit manquant, une personne regarde.",
        en="What cannot be read may be the very document asked for: nothing is then called missing, a person looks.",
    ),
    example=Words(fr="« CV.pdf » demande un mot de passe.", en="“CV.pdf” asks for a password."),
    remedy=Words(
        fr="Ouvrez le fichier. S’il ne s’ouvre pas, demandez au candidat une copie ouverte (PDF sans mot de passe). S’il "
        "s’ouvre, dites dans application.yaml ce que c’est (kind).",
        en="Open the file. If it does not open, ask the applicant for an open copy (PDF without a password). If it does, say "
        "in application.yaml what it is (kind).",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Say which documents could not be read, and why."""
    every = documents(case)
    closed = tuple(document for document in every if not _settled(document))
    if not every:
        yield not_applicable("aucun fichier", "no file")
    elif not closed:
        yield _all_read(every)
    else:
        names = [(clean(document.file.path, 80), _problem(document)) for document in closed]
        fr = listed((f"« {name} » ({problem.fr})" for name, problem in names), "et")
        en = listed((f"“{name}” ({problem.en})" for name, problem in names), "and")
        yield to_verify(f"à ouvrir par une personne : {fr}", f"to be opened by a person: {en}", *map(_evidence, closed))


def _all_read(every: Sequence[Document]) -> Finding:
    pictures = [document for document in every if any(page.ocr for page in document.facts.texts)]
    if not pictures:
        return met("tous les fichiers ont été lus", "all files were read")
    names = files(document.file.path for document in pictures)
    return met(
        f"tous les fichiers ont été lus, dont, par reconnaissance de caractères : {names.fr}",
        f"all files were read, of which by character recognition: {names.en}",
        *(Evidence(document=document.file.path, ocr=True) for document in pictures),
    )


def _settled(document: Document) -> bool:
    """Return whether it was read, or a person has said what it is."""
    said = document.file.person_says is not None or bool(document.file.pieces)
    return document.facts.readable or said


def _problem(document: Document) -> Words:
    problem = document.facts.problem
    return PROBLEMS[problem] if problem else both("illisible", "unreadable")


def _evidence(document: Document) -> Evidence:
    return Evidence(document=document.file.path, quote=clean(document.facts.detail) if document.facts.detail else None)


RULE = Rule(PAGE, check)
