"""The contingencies of the budget are not above the percentage that the call allows."""

from collections.abc import Iterator
from decimal import Decimal

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.call import Budget
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_met, to_verify
from ami_cli.rules.money.contingency import Contingency, contingency
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.said import percent

PAGE = RulePage(
    name="contingency-too-high",
    about="application",
    title=Words(fr="Imprévus au-dessus du maximum", en="Contingencies above the maximum"),
    checks=Words(
        fr="Les imprévus du budget ne dépassent pas le pourcentage de l’appel : du total ou des autres frais, comme l’appel le dit "
        "(budget.contingency_of). Si l’appel ne le dit pas, seul ce qui dépasse sur les deux bases est au-dessus.",
        en="The contingencies of the budget are not above the percentage of the call: of the total or of the other costs, as the "
        "call says (budget.contingency_of). Where it does not say, only what exceeds on both bases is above.",
    ),
    why=Words(
        fr="Les imprévus sont une réserve : au-delà du maximum annoncé, ils deviennent une partie du prix que rien ne justifie.",
        en="Contingencies are a reserve: above the maximum announced they become a part of the price that nothing justifies.",
    ),
    example=Words(
        fr="Maximum 5 % ; imprévus de 630 sur un total de 13 230 : 4,76 % du total, 5 % des autres frais : conforme.",
        en="Maximum 5%; contingencies of 630 in a total of 13,230: 4.76% of the total, 5% of the other costs: as asked.",
    ),
    remedy=Words(
        fr="Ouvrez le budget à l’endroit nommé. Si l’appel ne dit pas de quoi est le pourcentage, décidez-le pour tous "
        "(budget.contingency_of) ; sinon faites ramener les imprévus au maximum si l’appel le permet.",
        en="Open the budget at the place named. Where the call does not say what the percentage is of, decide it for everyone "
        "(budget.contingency_of); otherwise have the contingencies brought to the maximum if the call allows it.",
    ),
)
_OF = {
    "total": Words(fr=" du total", en=" of the total"),
    "other-costs": Words(fr=" des autres frais", en=" of the other costs"),
}


def check(case: Case) -> Iterator[Finding]:
    """Compare the contingencies of each budget with the percentage of the call."""
    budget = case.call.budget
    most = budget.contingency_max_percent
    if most is None:
        return
    said = percent(most)
    of = _OF[budget.contingency_of] if budget.contingency_of else None
    clause = both(f"imprévus : {said.fr}{of.fr if of else ''} au plus", f"contingencies: at most {said.en}{of.en if of else ''}")
    for offer in offers(case):
        yield _judged(offer, budget, most).about(offer.asked.id, clause)


def _judged(offer: Offer, budget: Budget, most: Decimal) -> Finding:
    if not offer.found:
        return no_piece(named(offer.asked))
    found = contingency(offer.tables)
    if found is None:
        if offer.total is None:
            return to_verify("imprévus : le budget n’a pas pu être lu", "contingencies: the budget could not be read")
        return met("aucune ligne d’imprévus dans le budget", "no line of contingencies in the budget", offer.total.shown)
    if found.of_total is None or found.of_others is None:
        return _by_rate(found, most)
    return _compared(found, found.of_total, found.of_others, budget, most)


def _by_rate(found: Contingency, most: Decimal) -> Finding:
    """Judge a line that gives a percentage alone, or an amount that nothing can be compared with."""
    if found.stated is not None and found.stated <= most:
        said = percent(found.stated)
        return met(f"imprévus : {said.fr} écrits", f"contingencies: {said.en} written", *found.shown)
    return to_verify("imprévus : part à calculer", "contingencies: their share is to be worked out", *found.shown)


def _compared(found: Contingency, of_total: Decimal, of_others: Decimal, budget: Budget, most: Decimal) -> Finding:
    total, others = percent(of_total), percent(of_others)
    said = both(f"{total.fr} du total, {others.fr} des autres frais", f"{total.en} of the total, {others.en} of the other costs")
    least, greatest = {
        "total": (of_total, of_total),
        "other-costs": (of_others, of_others),
        None: (of_total, of_others),
    }[budget.contingency_of]
    shown: tuple[Evidence, ...] = found.shown
    if greatest <= most:
        return met(f"imprévus : {said.fr}", f"contingencies: {said.en}", *shown)
    if least > most and found.sure:
        return not_met(f"imprévus au-dessus du maximum : {said.fr}", f"contingencies above the maximum: {said.en}", *shown)
    if least > most:
        return to_verify(f"imprévus à vérifier : {said.fr}", f"contingencies to verify: {said.en}", *shown)
    return to_verify(
        f"imprévus : {said.fr} ; l’appel ne dit pas de quoi est le pourcentage",
        f"contingencies: {said.en}; the call does not say what the percentage is of",
        *shown,
    )


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
