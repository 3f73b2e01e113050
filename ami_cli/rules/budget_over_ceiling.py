"""The total of the budget is not above the ceiling of the call, on the same tax basis and in the same currency."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ami_cli.models.assessment import Case
from ami_cli.models.call import Budget
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named
from ami_cli.rules.engine.pieces import of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_met, to_verify
from ami_cli.rules.money.totals import Total, totals

PAGE = RulePage(
    name="budget-over-ceiling",
    about="application",
    title=Words(fr="Budget au-dessus du plafond", en="Budget above the ceiling"),
    checks=Words(
        fr="Le total du tableau de budget (XLSX, ODS, CSV) ne dépasse pas le plafond de l’appel, dans la même monnaie, taxes "
        "comprises ou non comme l’appel le dit. Un total qui se lit de deux façons, ou un budget sans tableau lisible, est à "
        "vérifier.",
        en="The total of the budget table (XLSX, ODS, CSV) is not above the ceiling of the call, in the same currency, taxes "
        "included or not as the call says. A total that can be read in two ways, or a budget without a table that can be "
        "read, is to verify.",
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
        fr="Ouvrez le budget, relevez le total et ce qu’il comprend ; s’il manque, demandez-le à tous ceux à qui il manque.",
        en="Open the budget, note the total and what it includes; where it is missing, ask everyone who lacks it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the total of each budget asked for at the stage."""
    budget = case.call.budget
    limit = budget.ceiling if budget.ceiling is not None else budget.exact
    if limit is None:
        return
    clause = both(
        f"plafond : {_shown(limit, budget)}, {_TAXES[budget.taxes].fr}",
        f"ceiling: {_shown(limit, budget)}, {_TAXES[budget.taxes].en}",
    )
    for asked in wanted(case, required=False):
        if asked.kind == "budget":
            found = of_kind(pieces(case), "budget")
            every = tuple(total for piece in found for total in totals(piece))
            told = _judged(every, limit, budget) if found else no_piece(named(asked))
            yield told.about(asked.id, clause)


def _judged(every: Sequence[Total], limit: Decimal, budget: Budget) -> Finding:
    total = _the_one(every, budget)
    if total is None:
        return to_verify(
            "le total du budget n’a pas été trouvé avec certitude",
            "the total of the budget was not found with certainty",
            *(one.shown for one in every),
        )
    value = total.amount.sure
    if value is None or (total.currency or budget.currency) != budget.currency:
        return to_verify(
            "total du budget à lire : montant ou monnaie", "total of the budget to be read: amount or currency", total.shown
        )
    said = f"{_shown(value, budget)}"
    if value > limit and budget.taxes in {total.basis, "included"}:
        return not_met(f"budget au-dessus du plafond : {said}", f"budget above the ceiling: {said}", total.shown)
    if value <= limit and budget.taxes in {total.basis, "excluded"}:
        return met(f"budget sous le plafond : {said}", f"budget within the ceiling: {said}", total.shown)
    return to_verify(f"total de {said} : taxes comprises ou non ?", f"total of {said}: taxes included or not?", total.shown)


def _the_one(every: Sequence[Total], budget: Budget) -> Total | None:
    """Return the total to go by: the one on the basis of the call, else the only one."""
    same = [total for total in every if total.basis == budget.taxes and total.of_all]
    chosen = same if len(same) == 1 else every
    return chosen[0] if len(chosen) == 1 and chosen[0].of_all else None


def _shown(value: Decimal, budget: Budget) -> str:
    return f"{value:,}".replace(",", "\u202f") + f" {budget.currency}"


_TAXES = {
    "included": Words(fr="taxes comprises", en="taxes included"),
    "excluded": Words(fr="hors taxes", en="taxes excluded"),
}

RULE = Rule(PAGE, check, requires=("missing-document",))
