"""The documents are in the application itself, not behind a link."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import clean, listed, named
from ami_cli.rules.engine.pieces import documents, of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, to_verify

PAGE = RulePage(
    name="documents-elsewhere",
    about="application",
    title=Words(fr="Lien au lieu d’un fichier", en="Link instead of a file"),
    checks=Words(
        fr="Quand une pièce demandée manque, rien dans la candidature ne renvoie à un dossier en ligne qui pourrait la contenir.",
        en="Where a document asked for is missing, nothing in the application points to an online folder that might hold it.",
    ),
    why=Words(
        fr="Un lien n’est pas un fichier : son contenu peut changer après la date limite. Mais la pièce existe peut-être, et "
        "c’est à une personne d’en décider.",
        en="A link is not a file: what is behind it can change after the deadline. But the document may exist, and a person has "
        "to decide.",
    ),
    example=Words(
        fr="Le message dit « nos CV sont ici : https://… » et aucun CV n’est joint.",
        en="The message says “our CVs are here: https://…” and no CV is attached.",
    ),
    remedy=Words(
        fr="N’ouvrez le lien qu’avec prudence. Si l’appel le permet, demandez au candidat d’envoyer les fichiers eux-mêmes.",
        en="Open the link only with care. If the call allows it, ask the applicant to send the files themselves.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Look for links to documents, where a document due is not among the files."""
    links = tuple(_links(case))
    every = pieces(case)
    absent = [asked for asked in wanted(case) if not of_kind(every, asked.kind)]
    if not links:
        yield not_applicable("aucun lien vers des documents", "no link to documents")
    elif not absent:
        yield met(
            "un lien est donné, et les pièces demandées sont jointes",
            "a link is given, and the documents asked for are attached",
            *links,
        )
    else:
        fr, en = listed((named(asked).fr for asked in absent), "et"), listed((named(asked).en for asked in absent), "and")
        yield to_verify(f"un lien remplace peut-être : {fr}", f"a link may stand for: {en}", *links)


def _links(case: Case) -> Iterator[Evidence]:
    for delivery in case.application.deliveries:
        yield from (Evidence(document=delivery.message, quote=clean(link)) for link in delivery.links)
    for document in documents(case):
        for stated in document.facts.stated:
            if stated.what == "link":
                yield Evidence(document=document.file.path, page=stated.page, quote=clean(stated.quote))


RULE = Rule(PAGE, check)
