"""The total of the budget is not above the ceiling of the call, on the same tax basis and in the same currency."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.call import Budget
from ami_cli.models.money import TAXES, money
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_met, to_verify
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.totals import Total

PAGE = RulePage(
    name="budget-over-ceiling",
    about="application",
    title=Words(fr="Budget au-dessus du plafond", en="Budget above the ceiling"),
    checks=Words(
        fr="Le total du budget ne dépasse pas le plafond de l’appel, dans la même devise, taxes comprises ou non comme l’appel "
        "le dit. Un total qui ne se lit pas avec certitude est à vérifier.",
        en="The total of the budget is not above the ceiling of the call, in the same currency, taxes included or not as the "
        "call says. A total that cannot be read with certainty is to verify.",
    ),
    why=Words(
        fr="Le plafond est le même pour tous, et comprend ou non les taxes : un total hors taxes sous le plafond peut le dépasser.",
        en="The ceiling is the same for everyone, and has taxes in it or not: a total without taxes below it may exceed it.",
    ),
    example=Words(
        fr="Plafond de 15 000 € TTC ; total de 14 000 € HT : à vérifier. Total de 16 200 € HT : au-dessus.",
        en="Ceiling of 15,000 € taxes included; total of 14,000 € without taxes: to verify. 16,200 € without taxes: above.",
    ),
    remedy=Words(
        fr="Ouvrez le budget à l’endroit nommé. Si le total est mal lu, écrivez-le dans application.yaml (price) ; sinon, "
        "appliquez la règle de l’appel, la même pour tous.",
        en="Open the budget at the place named. Where the total was read wrongly, write it in application.yaml (price); otherwise "
        "apply the rule of the call, the same for all.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the total of each budget asked for at the stage."""
    budget = case.call.budget
    limit = budget.ceiling if budget.ceiling is not None else budget.exact
    if limit is None:
        return
    most, basis = money(limit, budget.currency), TAXES[budget.taxes]
    clause = both(f"plafond : {most.fr}, {basis.fr}", f"ceiling: {most.en}, {basis.en}")
    for offer in offers(case):
        yield _judged(case, offer, limit).about(offer.asked.id, clause)


def _judged(case: Case, offer: Offer, limit: Decimal) -> Finding:
    budget, total, given = case.call.budget, offer.total, case.application.price
    if not offer.found:
        return no_piece(named(offer.asked))
    if given is not None:
        return _compared(given.amount, limit, budget)
    if total is None or not offer.in_money(budget):
        return _awaits("le total du budget n’est pas sûr", "the budget total is not sure", offer, budget)
    known = offer.on_basis(budget)
    if known is not None and not offer.wrong:
        return _seen(_compared(known, limit, budget), total, *_taxes(offer))
    if total.sure is not None and not offer.wrong and (total.sure > limit) == (budget.taxes == "included"):
        return _seen(_compared(total.sure, limit, budget), total)  # taxes can only raise it further
    return _awaits(
        "à comparer au plafond une fois le total éclairci", "to be compared with the ceiling once the total is clear", offer, budget
    )


def _seen(told: Finding, total: Total, *more: Evidence) -> Finding:
    """Return a comparison with its evidence; what stands in a line that nothing confirms keeps nobody out."""
    status = "to_verify" if told.status == "not_met" and not total.firm else told.status
    return replace(told, status=status, evidence=(total.shown, *more))


def _compared(value: Decimal, limit: Decimal, budget: Budget) -> Finding:
    said = money(value, budget.currency)
    if value > limit:
        over = money(value - limit, budget.currency)
        return not_met(
            f"budget au-dessus du plafond : {said.fr} ({over.fr} de trop)",
            f"budget above the ceiling: {said.en} ({over.en} too much)",
        )
    return met(f"budget sous le plafond : {said.fr}", f"budget within the ceiling: {said.en}")


def _awaits(fr: str, en: str, offer: Offer, budget: Budget) -> Finding:
    """Return the doubt of the total: settled there, it is settled here."""
    told = to_verify(fr, en, *(one.shown for one in offer.every))
    return replace(told, doubt_from=_doubt(offer, budget))


def _doubt(offer: Offer, budget: Budget) -> str:
    if offer.total is None or offer.total.sure is None:
        return "budget-total-unclear"
    if not offer.in_money(budget):
        return "budget-other-currency"
    return "budget-sum-wrong" if offer.wrong else "budget-taxes-unclear"


def _taxes(offer: Offer) -> tuple[Evidence, ...]:
    return offer.taxes.shown if offer.converted is not None and offer.taxes is not None else ()


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
