import pytest

from ami_cli import rules
from ami_cli.models.assessment import Outcome
from tests.rules.made_up import budget, offer, outcome


def told(*rows: tuple[str, ...], taxes: str = "included") -> Outcome:
    return outcome(offer(budget(*rows), of={"ceiling": 15000, "taxes": taxes}), "budget-over-ceiling", "budget")


HEAD = ("Poste", "Montant TTC")


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ((HEAD, ("Honoraires", "14 900 €"), ("Total", "14 900 €")), "met"),
        ((HEAD, ("Honoraires", "15 000 €"), ("Total", "15 000 €")), "met"),
        ((HEAD, ("Honoraires", "15 000,01 €"), ("Total", "15 000,01 €")), "not_met"),
        ((HEAD, ("Honoraires", "12 000 €"), ("Total", "15 600 €")), "to_verify"),
        ((("Poste", "Montant"), ("Total HT", "12000"), ("TVA 20 %", "2400")), "met"),
        ((("Poste", "Montant"), ("Total HT", "13000"), ("TVA 20 %", "2600")), "not_met"),
        ((("Poste", "Montant"), ("Total", "14000"), ("TVA non applicable, art. 293 B du CGI", "")), "met"),
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


def test_the_evidence_shows_the_cell() -> None:
    found = told(HEAD, ("Total", "15 600 €"))
    assert [(one.document, one.place, one.quote) for one in found.evidence] == [("budget.xlsx", "Budget!B2", "Total 15 600 €")]
    assert found.message.fr == "budget au-dessus du plafond : 15\u202f600\u00a0EUR (600\u00a0EUR de trop)"
    assert found.message.en == "budget above the ceiling: 15,600 EUR (600 EUR too much)"


def test_a_call_without_a_figure_asks_for_nothing() -> None:
    examined = rules.assess(offer(budget(HEAD, ("Total", "15 600 €")), of={}))
    assert [one.status for one in examined.outcomes if one.rule == "budget-over-ceiling"] == ["not_applicable"]


def test_a_total_in_a_line_that_nothing_confirms_keeps_nobody_out() -> None:
    line = budget(path="budget.pdf").model_copy(update={})
    page = line.facts.texts[0].model_copy(update={"text": "Montant total : 16 000 € TTC"})
    read = line.model_copy(update={"facts": line.facts.model_copy(update={"texts": (page,)})})
    assert outcome(offer(read), "budget-over-ceiling", "budget").status == "to_verify"
