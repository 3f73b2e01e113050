"""The total of the budget is in the currency of the call."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, to_verify
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.said import settled

PAGE = RulePage(
    name="budget-other-currency",
    about="application",
    title=Words(fr="Budget dans une autre devise", en="Budget in another currency"),
    checks=Words(
        fr="Le total du budget est dans la devise de l’appel. Un total sans devise est lu dans celle de l’appel ; une autre devise "
        "est à vérifier, jamais un motif d’écarter à elle seule.",
        en="The total of the budget is in the currency of the call. A total without a currency is read in that of the call; "
        "another currency is to verify, never alone a reason to put someone out.",
    ),
    why=Words(
        fr="Des prix en plusieurs devises ne se comparent ni au plafond ni entre eux sans un taux, le même pour tous.",
        en="Prices in several currencies can be compared neither with the ceiling nor with one another without a rate that is "
        "the same for all.",
    ),
    example=Words(fr="Appel en EUR ; total de 16 000 USD : à vérifier.", en="Call in EUR; total of 16,000 USD: to verify."),
    remedy=Words(
        fr="Convertissez avec le taux que l’appel prévoit, le même pour tous, et écrivez le prix dans application.yaml (price), "
        "le taux dans reason ; ou demandez le budget dans la devise de l’appel.",
        en="Convert at the rate that the call provides for, the same for all, and write the price in application.yaml (price), "
        "the rate in reason; or ask for the budget in the currency of the call.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the currency of each total with that of the call."""
    code = case.call.budget.currency
    for offer in offers(case):
        yield _judged(case, offer).about(offer.asked.id, both(f"devise de l’appel : {code}", f"currency of the call: {code}"))


def _judged(case: Case, offer: Offer) -> Finding:
    before, budget = settled(case, offer), case.call.budget
    if before is not None or offer.total is None:
        return before or no_piece(named(offer.asked))
    if not offer.in_money(budget):
        said = offer.total.currency
        return to_verify(
            f"budget en {said}, et non en {budget.currency}", f"budget in {said}, not {budget.currency}", offer.total.shown
        )
    if offer.total.currency is None:
        return met("aucune devise écrite : celle de l’appel", "no currency written: that of the call", offer.total.shown)
    return met(f"budget en {budget.currency}", f"budget in {budget.currency}", offer.total.shown)


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
