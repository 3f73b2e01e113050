import pytest

from ami_cli import rules
from ami_cli.models.application import Application
from ami_cli.models.assessment import Case, Outcome
from ami_cli.models.facts import Sheet
from tests.rules.made_up import call, document

BUDGET = {"id": "budget", "kind": "budget", "stage": "proposal"}


def told(*rows: tuple[str, ...], taxes: str = "included") -> Outcome:
    made = document("budget.xlsx", "budget")
    facts = made.facts.model_copy(update={"sheets": (Sheet(name="Budget", rows=rows),) if rows else ()})
    its = call(BUDGET, budget={"ceiling": 15000, "taxes": taxes})
    application = Application(id="1", path="1", files=(made.file,))
    case = Case(call=its, stage="proposal", application=application, documents=(made.model_copy(update={"facts": facts}),))
    return next(one for one in rules.assess(case).outcomes if one.rule == "budget-over-ceiling")


HEAD = ("Poste", "Montant TTC")


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ((HEAD, ("Honoraires", "12 000 €"), ("Total", "14 900 €")), "met"),
        ((HEAD, ("Honoraires", "12 000 €"), ("Total", "15 000 €")), "met"),
        ((HEAD, ("Honoraires", "12 000 €"), ("Total", "15 000,01 €")), "not_met"),
        ((("Poste", "Montant"), ("Total HT", "14000"), ("Total TTC", "16800")), "not_met"),
        ((("Poste", "Montant"), ("Total HT", "12000"), ("Total TTC", "14400")), "met"),
        ((("Poste", "Montant"), ("Total HT", "16200")), "not_met"),
        ((("Poste", "Montant"), ("Total HT", "14000")), "to_verify"),
        ((("Poste", "Montant"), ("Total", "14000")), "to_verify"),
        ((HEAD, ("Total", "12.800")), "to_verify"),
        ((HEAD, ("Total", "12 800 $")), "to_verify"),
        ((HEAD, ("Total phase 1", "8000"), ("Total phase 2", "6000")), "to_verify"),
        ((HEAD, ("Sous-total", "16 000 €")), "to_verify"),
        ((HEAD, ("Total jours", "45")), "to_verify"),
        ((HEAD, ("Total phase 1", "16 000 €")), "to_verify"),
        ((), "to_verify"),
    ],
)
def test_the_total_is_compared_on_the_basis_of_the_call(rows: tuple[tuple[str, ...], ...], status: str) -> None:
    assert told(*rows).status == status


@pytest.mark.parametrize(("total", "status"), [("Total HT", "not_met"), ("Total TTC", "to_verify"), ("Total", "to_verify")])
def test_a_total_with_taxes_above_a_ceiling_without_them_is_for_a_person(total: str, status: str) -> None:
    assert told(("Poste", "Montant"), (total, "15 500 €"), taxes="excluded").status == status


def test_the_evidence_shows_the_row() -> None:
    outcome = told(HEAD, ("Total", "15 600 €"))
    assert [(one.document, one.quote) for one in outcome.evidence] == [("budget.xlsx", "Total 15 600 €")]


def test_a_call_without_a_figure_asks_for_nothing() -> None:
    its = call(BUDGET, budget={})
    case = Case(call=its, stage="proposal", application=Application(id="1", path="1"), documents=())
    assert [one.status for one in rules.assess(case).outcomes if one.rule == "budget-over-ceiling"] == ["not_applicable"]
