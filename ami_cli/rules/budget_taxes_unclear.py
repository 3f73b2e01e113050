"""It is known whether the total of the budget has taxes in it, as the call counts."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.call import Budget
from ami_cli.models.money import TAXES, money
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, to_verify
from ami_cli.rules.money.offer import Offer, offers
from ami_cli.rules.money.said import percent, settled
from ami_cli.rules.money.taxes import Taxes
from ami_cli.rules.money.totals import Total

PAGE = RulePage(
    name="budget-taxes-unclear",
    about="application",
    title=Words(fr="Taxes du budget à préciser", en="Taxes of the budget to be made clear"),
    checks=Words(
        fr="Le total du budget est taxes comprises ou hors taxes comme l’appel compte, ou peut l’être : le budget donne le taux ou "
        "le montant des taxes, ou dit qu’il n’y en a pas (TVA non applicable, article 293 B). Sinon, à vérifier.",
        en="The total of the budget has taxes in it or not as the call counts, or can be brought to it: the budget gives the rate "
        "or the amount of the taxes, or says that there are none (VAT exempt). Otherwise it is to verify.",
    ),
    why=Words(
        fr="Entre hors taxes et taxes comprises, un prix diffère d’un cinquième : assez pour passer le "
        "plafond ou changer le classement.",
        en="With and without taxes a price differs by a fifth: enough to pass the ceiling or to change the ranking.",
    ),
    example=Words(
        fr="Appel taxes comprises ; « Total HT 12 000 », « TVA 20 % » : 14 400 taxes comprises. « Total 12 000 » seul : à "
        "vérifier.",
        en="Call with taxes included; “Total HT 12,000”, “VAT 20%”: 14,400 with taxes. “Total 12,000” alone: to verify.",
    ),
    remedy=Words(
        fr="Cherchez dans la proposition ce que le total comprend, ou demandez-le à tous ceux chez qui c’est peu clair, puis "
        "écrivez le prix sur la base de l’appel dans application.yaml (price).",
        en="Look in the proposal for what the total includes, or ask everyone with whom it is unclear, then write the price on "
        "the basis of the call in application.yaml (price).",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """See on which tax basis each total stands."""
    basis = TAXES[case.call.budget.taxes]
    for offer in offers(case):
        clause = both(f"budget demandé {basis.fr}", f"budget asked for with {basis.en}")
        yield _judged(case, offer).about(offer.asked.id, clause)


def _judged(case: Case, offer: Offer) -> Finding:
    before, wanted = settled(case, offer), TAXES[case.call.budget.taxes]
    if before is not None or offer.total is None or offer.taxes is None:
        return before or no_piece(named(offer.asked))
    return _stated(offer.total, offer.taxes, wanted, case.call.budget) or _computed(
        offer, offer.total, offer.taxes, case.call.budget
    )


def _stated(total: Total, its: Taxes, wanted: Words, budget: Budget) -> Finding | None:
    """Return what the budget itself says; None where it says the other basis."""
    if its.exempt:
        return met("le budget dit qu’il n’y a pas de taxes", "the budget says that there are no taxes", total.shown)
    if total.basis == budget.taxes:
        return met(f"total {wanted.fr}", f"total with {wanted.en}", total.shown)
    if total.basis is None:
        return to_verify("total : taxes comprises ou non ?", "total: taxes included or not?", total.shown)
    return None


def _computed(offer: Offer, total: Total, its: Taxes, budget: Budget) -> Finding:
    wanted = TAXES[budget.taxes]
    if offer.converted is None:
        here = TAXES[total.basis or budget.taxes]
        return to_verify(
            f"total {here.fr}, et les taxes ne sont pas dites sans équivoque",
            f"total with {here.en}, and the taxes are not stated clearly",
            total.shown,
            *its.shown,
        )
    value = money(offer.converted, budget.currency)
    rate = percent(its.rate) if its.rate is not None else both("montant écrit", "amount written")
    return met(
        f"total {wanted.fr}, calculé : {value.fr} (taxes : {rate.fr})",
        f"total with {wanted.en}, computed: {value.en} (taxes: {rate.en})",
        total.shown,
        *its.shown,
    )


RULE = Rule(PAGE, check, requires=("missing-document",), sealed=True)
