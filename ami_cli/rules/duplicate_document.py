"""No document stands for two."""

from collections import defaultdict
from collections.abc import Iterator

from ami_cli.models.assessment import Case, Document, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import files
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, to_verify

PAGE = RulePage(
    name="duplicate-document",
    about="application",
    title=Words(fr="Fichier en double", en="Duplicate file"),
    checks=Words(
        fr="Aucun fichier n’est reçu deux fois sous des noms différents dans le même envoi.",
        en="No file is received twice under different names in the same delivery.",
    ),
    why=Words(
        fr="Le candidat a pu joindre deux fois le même fichier à la place d’un autre. Un fichier identique ne compte "
        "qu’une fois ; un second envoi qui répète le premier est sans importance.",
        en="The applicant may have attached one file twice instead of another. An identical file counts once; a "
        "second delivery that repeats the first does not matter.",
    ),
    example=Words(
        fr="« CV_Amina.pdf » et « CV_Luc.pdf » ont exactement le même contenu.",
        en="“CV_Amina.pdf” and “CV_Luc.pdf” have exactly the same content.",
    ),
    remedy=Words(
        fr="Comparez les deux fichiers. Si une pièce manque vraiment, demandez-la si l’appel le permet ; sinon, "
        "écartez le point : ami settle … --waive.",
        en="Compare the two files. If a document is really missing, ask for it if the call allows it; otherwise set"
        " the point aside: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Look for equal contents."""
    if not case.documents:
        yield not_applicable("aucun fichier", "no file")
        return
    same = [group for group in _same_content(case) if len(group) > 1]
    odd = [document for group in same for document in group if _odd(group)]
    if odd:
        names = files(document.file.path for document in odd)
        fr, en = f"contenu identique sous des noms différents : {names.fr}", f"same content under different names: {names.en}"
        yield to_verify(fr, en, *map(_evidence, odd))
    elif same:
        repeated = [document for group in same for document in group]
        names = files(document.file.path for document in repeated)
        fr, en = f"reçus plusieurs fois, comptés une fois : {names.fr}", f"received more than once, counted once: {names.en}"
        yield met(fr, en, *map(_evidence, repeated))
    else:
        yield met("aucun fichier en double", "no duplicate file")


def _same_content(case: Case) -> Iterator[list[Document]]:
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in case.documents:
        if document.file.stage in {None, case.stage} and not document.facts.media_type.startswith("image/"):
            groups[document.file.sha256].append(document)
    return iter(groups.values())


def _odd(group: list[Document]) -> bool:
    """Return whether one delivery holds the content under two names."""
    names = defaultdict(set)
    for document in group:
        names[document.file.delivery].add(document.file.name.casefold())
    return any(len(different) > 1 for different in names.values())


def _evidence(document: Document) -> Evidence:
    return Evidence(document=document.file.path)


RULE = Rule(PAGE, check)
