"""The sums of the budget are right: lines, sub-totals, taxes and totals recomputed."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.call import Budget
from ami_cli.models.money import money
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, listed, named
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_applicable, to_verify
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.said import read_by_person
from ami_cli.rules.money.sums import Difference, summed

PAGE = RulePage(
    name="budget-sum-wrong",
    about="application",
    title=Words(fr="Somme du budget à vérifier", en="Sum of the budget to verify"),
    checks=Words(
        fr="Chaque ligne est la quantité multipliée par le prix unitaire ; sous-totaux, taxes et total sont la somme de leurs "
        "lignes. Une somme fausse est à vérifier : elle n’écarte personne.",
        en="Each line is the quantity times the unit price; sub-totals, taxes and total are the sum of their lines. A wrong sum "
        "is to verify: it puts nobody out.",
    ),
    why=Words(
        fr="Un total faux fausse le plafond et la note financière. Le plus souvent c’est une formule oubliée, que l’on "
        "fait corriger.",
        en="A wrong total makes the ceiling and the financial score wrong. Most often a formula was forgotten, and is put right "
        "on request.",
    ),
    example=Words(
        fr="Lignes de 9 000 et 3 000, total écrit 12 600 : 12 000 calculé, écart de 600, en Budget!E9.",
        en="Lines of 9,000 and 3,000, total written 12,600: 12,000 computed, 600 of difference, in Budget!E9.",
    ),
    remedy=Words(
        fr="Regardez la case nommée. Appliquez la règle que l’appel prévoit, la même pour tous, et écrivez le prix qui compte dans "
        "application.yaml (price) ; ou faites confirmer le total par ceux chez qui une somme est fausse.",
        en="Look at the cell named. Apply the rule that the call provides for, the same for all, and write the price that counts "
        "in application.yaml (price); or have the total confirmed by everyone with a wrong sum.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Recompute each budget asked for."""
    clause = both("les sommes du budget sont justes", "the sums of the budget are right")
    for offer in offers(case):
        yield _judged(case, offer).about(offer.asked.id, clause)


def _judged(case: Case, offer: Offer) -> Finding:
    if not offer.found:
        return no_piece(named(offer.asked))
    if not any(summed(grid) for grid in offer.tables):
        return not_applicable("aucune ligne à additionner n’a été lue", "no lines to add up were read")
    if not offer.wrong:
        return met("sommes refaites : justes", "sums recomputed: right")
    if case.application.price is not None:
        return read_by_person(case.application.price, case.call.budget)
    sure = [one for one in offer.wrong if one.sure]
    if not sure:
        return to_verify(
            "les sommes du budget n’ont pas pu être refaites avec certitude",
            "the sums of the budget could not be recomputed with certainty",
            *(one.shown for one in offer.wrong),
        )
    told = [_said(one, case.call.budget) for one in sure]
    return to_verify(
        f"somme à vérifier : {listed((one.fr for one in told), 'et')}",
        f"sum to verify: {listed((one.en for one in told), 'and')}",
        *(one.shown for one in sure),
    )


def _said(one: Difference, budget: Budget) -> Words:
    written, computed, gap = (
        money(value, budget.currency) for value in (one.written, one.computed, abs(one.written - one.computed))
    )
    at = f" ({one.shown.place})" if one.shown.place else f" (p. {one.shown.page})" if one.shown.page else ""
    return both(
        f"{written.fr} écrits, {computed.fr} calculés, écart de {gap.fr}{at}",
        f"{written.en} written, {computed.en} computed, {gap.en} of difference{at}",
    )


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
