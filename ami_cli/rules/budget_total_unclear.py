"""The total of each budget due at the stage was found, and can be read in one way only."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.money import money
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import files, named
from ami_cli.rules.engine.pieces import gaps
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, to_verify
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.said import read_by_person

PAGE = RulePage(
    name="budget-total-unclear",
    about="application",
    title=Words(fr="Total du budget à lire", en="Budget total to be read"),
    checks=Words(
        fr="Le total du budget est trouvé, dans une feuille de calcul, un tableau d’un texte ou les lignes d’un PDF, et ne se lit "
        "que d’une façon.",
        en="The total of the budget is found, in a spreadsheet, in a table of a text or in the lines of a PDF, and can be read in "
        "one way only.",
    ),
    why=Words(
        fr="Tout ce qui se dit du prix en dépend : le plafond, la note financière. Un montant mal lu écarterait quelqu’un à tort.",
        en="All that is said of the price rests on it: the ceiling, the financial score. An amount read wrongly would put someone "
        "out who should not be.",
    ),
    example=Words(
        fr="« Total 12.800 » : 12 800, ou 12,8 ? Deux totaux différents, et rien qui les départage.",
        en="“Total 12.800”: 12,800, or 12.8? Two totals that differ, and nothing to part them.",
    ),
    remedy=Words(
        fr="Ouvrez le budget, relevez le total dans la devise et sur la base de taxes de l’appel, et écrivez-le dans "
        "application.yaml : price: {amount: 14400, reason: …, who: …, when: 2025-10-01}.",
        en="Open the budget, note the total in the currency and on the tax basis of the call, and write it in application.yaml: "
        "price: {amount: 14400, reason: …, who: …, when: 2025-10-01}.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Look for the total of each budget asked for."""
    for offer in offers(case):
        yield _found(case, offer).about(offer.asked.id, clauses.document(offer.asked))


def _found(case: Case, offer: Offer) -> Finding:
    if not offer.found:
        return no_piece(named(offer.asked))
    if case.application.price is not None:
        return read_by_person(case.application.price, case.call.budget)
    if offer.total is not None and offer.total.sure is not None:
        value = money(offer.total.sure, offer.total.currency or "")
        return met(f"total lu : {value.fr}", f"total read: {value.en}", offer.total.shown)
    shown = tuple(one.shown for one in offer.every)
    if len(offer.every) == 1 or offer.total is not None:
        return to_verify("le total du budget se lit de plusieurs façons", "the budget total can be read in several ways", *shown)
    if shown:
        return to_verify("plusieurs totaux sont possibles dans le budget", "several totals are possible in the budget", *shown)
    where = files(piece.path for piece in offer.found)
    scan = any("ocr" in gaps(piece) or "unreadable" in gaps(piece) for piece in offer.found)
    because = Words(fr=" : image ou scan", en=": picture or scan") if scan else Words(fr=" ", en=" ")
    return to_verify(
        f"le total du budget n’a pas été trouvé dans {where.fr}{because.fr.rstrip()}",
        f"the budget total was not found in {where.en}{because.en.rstrip()}",
        *(piece.shown() for piece in offer.found),
    )


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
