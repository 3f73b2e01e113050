"""Every document can be opened and read."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case, Document, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.page_numbers import page_numbers
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import PROBLEMS, Fragment, both, clean, listed
from ami_cli.rules.engine.pieces import documents
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, to_verify

PAGE = RulePage(
    name="unreadable-document",
    about="application",
    title=Words(fr="Document illisible", en="Unreadable document"),
    checks=Words(
        fr="Chaque fichier reçu s’ouvre et son texte se lit, page après page : ni mot de passe, ni fichier abîmé, ni page "
        "scannée sans texte.",
        en="Every file received opens and its text can be read, page by page: no password, no damage, no scanned page without "
        "text.",
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
    closed = tuple(document for document in every if not _settled(document) or _unread(document))
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
    names = [(clean(document.file.path, 80), _recognised(document)) for document in pictures]
    fr = listed((f"« {name} »{pages.fr}" for name, pages in names), "et")
    en = listed((f"“{name}”{pages.en}" for name, pages in names), "and")
    return met(
        f"tous les fichiers ont été lus, dont, par reconnaissance de caractères : {fr}",
        f"all files were read, of which by character recognition: {en}",
        *(Evidence(document=document.file.path, page=_first_recognised(document), ocr=True) for document in pictures),
    )


def _recognised(document: Document) -> Fragment:
    """Name the recognised pages where they are not all."""
    if document.facts.recognised or not document.facts.recognised_pages:
        return Fragment()
    pages = page_numbers(document.facts.recognised_pages)
    return Fragment(f" ({pages.fr})", f" ({pages.en})")


def _first_recognised(document: Document) -> int | None:
    return None if document.facts.recognised else next(iter(document.facts.recognised_pages), None)


def _unread(document: Document) -> tuple[int, ...]:
    """Return the pages that only a person can read, unless one has said what the file is."""
    said = document.file.person_says is not None or bool(document.file.pieces)
    return () if said else document.facts.unread


def _settled(document: Document) -> bool:
    """Return whether it was read, or a person has said what it is."""
    said = document.file.person_says is not None or bool(document.file.pieces)
    return document.facts.readable or said


def _problem(document: Document) -> Words:
    problem, unread = document.facts.problem, document.facts.unread
    if problem is None and unread:
        pages = page_numbers(unread)
        return both(f"{pages.fr} sans texte : à lire à l’écran", f"{pages.en} without text: to be read on the screen")
    return PROBLEMS[problem] if problem else both("illisible", "unreadable")


def _evidence(document: Document) -> Evidence:
    page = document.facts.unread[0] if document.facts.readable else None
    return Evidence(document=document.file.path, page=page, quote=clean(document.facts.detail) if document.facts.detail else None)


RULE = Rule(PAGE, check)
