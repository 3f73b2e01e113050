"""No document has more pages than the call allows."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.limits import each_kind, in_total
from ami_cli.rules.engine.phrases import both, pages
from ami_cli.rules.engine.pieces import pieces
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.spans import Measured, in_pages, without_twins

PAGE = RulePage(
    name="too-many-pages",
    about="application",
    title=Words(fr="Trop de pages", en="Too many pages"),
    checks=Words(
        fr="Chaque pièce que l’appel limite compte au plus le nombre de pages permis, pièce par pièce ou en tout, "
        "selon l’appel. Dans un fichier qui réunit plusieurs pièces, la limite vaut pour chaque partie.",
        en="Each document that the call limits has at most the pages allowed, one by one or in total, as the call "
        "says. In a file that holds several documents, the limit is for each part.",
    ),
    why=Words(
        fr="Tous les candidats ont la même place. Seules les pages d’un PDF se comptent ; celles d’un fichier Word "
        "dépendent de l’ordinateur qui l’ouvre : elles ne suffisent jamais à dire la limite dépassée.",
        en="All applicants have the same room. Only the pages of a PDF can be counted; those of a Word file depend on"
        " the computer that opens it, and are never enough to call a limit passed.",
    ),
    example=Words(
        fr="CV de 4 pages en PDF, pour 3 au plus : limite dépassée. Fichier Word qui annonce 4 pages : à vérifier.",
        en="CV of 4 pages as PDF, where 3 are allowed: over the limit. Word file that says 4 pages: to verify.",
    ),
    remedy=Words(
        fr="Ouvrez le fichier et comptez ses pages. Si l’appel le permet, demandez une version plus courte ; si la "
        "limite n’est pas tenue pour éliminatoire, accordez une dérogation, la même pour tous : ami settle … --waive.",
        en="Open the file and count its pages. If the call allows it, ask for a shorter version; if the limit is not "
        "held to be eliminatory, give a waiver, the same for everyone: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Measure each limited document, then the whole where the call limits it."""
    yield from each_kind(case, lambda due: due.max_pages, in_pages, pages)
    most, every = case.call.application.limits.max_pages, without_twins(pieces(case))
    if most is not None and every:
        measured = [Measured(piece.path, in_pages(piece), piece.shown()) for piece in every]
        limit = pages(most)
        clause = both(f"toute la candidature : {limit.fr} au plus", f"the whole application: at most {limit.en}")
        yield in_total(both("candidature", "application"), measured, most, pages).about(None, clause)


RULE = Rule(PAGE, check, requires=("missing-document",))
