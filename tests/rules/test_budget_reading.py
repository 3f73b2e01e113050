"""What is read of a budget before it is compared: total, currency, taxes, sums, contingencies, price."""

from decimal import Decimal

import pytest

from ami_cli import rules
from ami_cli.models.application import GivenPrice
from ami_cli.models.assessment import Document
from ami_cli.models.facts import Page
from tests.rules.made_up import budget, offer, outcome, unreadable

HEAD = ("Poste", "Quantité", "Prix unitaire", "Montant")
FEES, TRAVEL = ("Honoraires", "20", "450 €", "9 000 €"), ("Transport", "4", "150 €", "600 €")
Rows = tuple[tuple[str, ...], ...]


def pdf(*lines: str) -> Document:
    made = budget(path="budget.pdf")
    facts = {"pages": 1, "pages_basis": "counted", "texts": (Page(number=1, text="\n".join(lines)),)}
    return made.model_copy(update={"facts": made.facts.model_copy(update=facts)})


def status(rule: str, *documents: Document, **fields: object) -> str:
    return outcome(offer(*documents, **fields), rule, "budget").status  # type: ignore[arg-type]  # fields of a made-up case


@pytest.mark.parametrize(
    ("lines", "status_", "value"),
    [
        (("Honoraires 9 000,00 €", "Transport 600,00 €", "TOTAL TTC 9 600,00 €"), "met", "9600.00"),
        (("Honoraires jour 20 450,00 9 000,00", "Transport A/R 4 150,00 600,00", "TOTAL TTC 9 600,00"), "met", "9600.00"),
        (("Sous-total", "honoraires", "9 000,00", "Total TTC : 9 000,00"), "met", "9000.00"),
        (("Le montant total de notre offre est de 14 900 € TTC.",), "met", "14900"),
        (("Total TTC 12.800 €", "Honoraires 4 000 €"), "to_verify", None),
        (("Total TTC 9 000,00", "Total TTC 12 000,00"), "to_verify", None),
        (("Nos honoraires sont raisonnables.",), "to_verify", None),
    ],
)
def test_a_total_is_read_in_the_lines_of_a_page(lines: tuple[str, ...], status_: str, value: str | None) -> None:
    examined = rules.assess(offer(pdf(*lines)))
    assert next(one.status for one in examined.outcomes if one.rule == "budget-total-unclear") == status_
    assert (examined.price and examined.price.amount) == (value and Decimal(value))


def test_what_is_not_found_names_the_file_and_the_page_is_named_where_it_is() -> None:
    found = outcome(offer(pdf("Total TTC 9 000,00", "Total TTC 12 000,00")), "budget-total-unclear", "budget")
    assert [(one.document, one.page, one.quote) for one in found.evidence] == [
        ("budget.pdf", 1, "Total TTC 9 000,00"),
        ("budget.pdf", 1, "Total TTC 12 000,00"),
    ]
    assert outcome(offer(pdf("rien")), "budget-total-unclear", "budget").message.en == (
        "the budget total was not found in “budget.pdf”"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, FEES, TRAVEL, ("Total TTC", "", "", "9 600 €")), "met"),
        (
            (HEAD, FEES, TRAVEL, ("Sous-total", "", "", "9 600"), ("Imprévus", "", "", "400"), ("Total TTC", "", "", "10 000")),
            "met",
        ),
        (
            (HEAD, FEES, TRAVEL, ("Total HT", "", "", "9 600"), ("TVA 20 %", "", "", "1 920"), ("Total TTC", "", "", "11 520")),
            "met",
        ),
        ((HEAD, ("1. Honoraires", "", "", "9 000"), FEES, ("2. Frais", "", "", "600"), TRAVEL, ("Total", "", "", "9 600")), "met"),
        ((HEAD, ("Sous-total frais", "", "", "9 600"), FEES, TRAVEL, ("Total", "", "", "9 600")), "met"),
        ((HEAD, FEES, ("Total", "20", "", "9 000"), TRAVEL, ("Total", "4", "", "600"), ("Total général", "", "", "9 600")), "met"),
        ((HEAD, ("Jour", "3", "333,33", "1 000"), FEES, ("Total", "", "", "10 000")), "met"),
        ((HEAD, FEES, TRAVEL, ("Total TTC", "", "", "9 800 €")), "to_verify"),
        ((HEAD, FEES, ("Transport", "4", "150", "800"), ("Total", "", "", "9 800")), "to_verify"),
        ((HEAD, FEES, TRAVEL, ("Sous-total", "", "", "9 700"), ("Total TTC", "", "", "9 600")), "to_verify"),
        (
            (HEAD, FEES, TRAVEL, ("Total HT", "", "", "9 600"), ("TVA 20 %", "", "", "2 920"), ("Total TTC", "", "", "12 520")),
            "to_verify",
        ),
        ((HEAD, ("Total TTC", "", "", "9 800 €")), "not_applicable"),
    ],
)
def test_sums_are_recomputed_and_a_wrong_one_is_for_a_person(rows: Rows, expected: str) -> None:
    assert status("budget-sum-wrong", budget(*rows)) == expected


def test_a_wrong_sum_shows_both_figures_and_the_cell() -> None:
    found = outcome(offer(budget(HEAD, FEES, TRAVEL, ("Total TTC", "", "", "9 800 €"))), "budget-sum-wrong", "budget")
    assert found.message.en == "sum to verify: 9,800 EUR written, 9,600 EUR computed, 200 EUR of difference (Budget!D4)"
    assert found.message.fr == (
        "somme à vérifier : 9\u202f800\u00a0EUR écrits, 9\u202f600\u00a0EUR calculés, écart de 200\u00a0EUR (Budget!D4)"
    )
    assert [(one.place, one.quote) for one in found.evidence] == [("Budget!D4", "Total TTC 9 800 €")]


def test_while_a_sum_is_wrong_there_is_no_price_and_the_ceiling_waits_for_it() -> None:
    examined = rules.assess(offer(budget(HEAD, FEES, TRAVEL, ("Total TTC", "", "", "9 800 €"))))
    assert examined.price is None
    assert [(one.status, one.doubt_from) for one in examined.outcomes if one.rule == "budget-over-ceiling"] == [
        ("to_verify", "budget-sum-wrong")
    ]


@pytest.mark.parametrize(
    ("total", "expected"),
    [("9 600 €", "met"), ("9 600", "met"), ("9 600 USD", "to_verify"), ("EUR 9 600", "met"), ("9 600 FCFA", "to_verify")],
)
def test_another_currency_is_for_a_person(total: str, expected: str) -> None:
    assert status("budget-other-currency", budget(("Total TTC", total))) == expected


@pytest.mark.parametrize(
    ("rows", "expected", "price"),
    [
        ((("Total TTC", "9 600"),), "met", "9600"),
        ((("Total HT", "9 600"),), "to_verify", None),
        ((("Total", "9 600"),), "to_verify", None),
        ((("Total HT", "9 600"), ("TVA 20 %", "1 920")), "met", "11520"),
        ((("Total HT", "9 600"), ("TVA 5,5 %", "")), "met", "10128.00"),
        ((("Total HT", "9 600"), ("TVA 20 %", "1 900")), "to_verify", None),
        ((("Total HT", "9 600"), ("TVA 20 % et 10 %", "")), "to_verify", None),
        ((("Total", "9 600"), ("VAT not applicable", "")), "met", "9600"),
        ((("Total", "9 600"), ("Exonéré de TVA", "")), "met", "9600"),
        ((("Poste", "Montant (€ TTC)"), ("Total", "9 600")), "met", "9600"),
        ((("Tous les prix sont TTC", ""), ("Poste", "Montant"), ("Total", "9 600")), "met", "9600"),
    ],
)
def test_taxes_are_read_computed_or_asked_about(rows: Rows, expected: str, price: str | None) -> None:
    examined = rules.assess(offer(budget(*rows)))
    assert next(one.status for one in examined.outcomes if one.rule == "budget-taxes-unclear") == expected
    assert (examined.price and examined.price.amount) == (price and Decimal(price))


@pytest.mark.parametrize(
    ("kept", "total", "of", "expected"),
    [
        ("500", "10 500", None, "met"),
        ("630", "13 230", "total", "met"),
        ("630", "13 230", "other-costs", "met"),
        ("510", "10 510", None, "to_verify"),
        ("510", "10 510", "total", "met"),
        ("510", "10 510", "other-costs", "not_met"),
        ("900", "10 900", None, "not_met"),
    ],
)
def test_contingencies_are_compared_on_the_basis_of_the_call(kept: str, total: str, of: str | None, expected: str) -> None:
    asked = {"ceiling": 15000, "contingency_max_percent": 5, "contingency_of": of}
    rest = int(total.replace(" ", "")) - int(kept)
    rows = (("Honoraires", str(rest)), ("Imprévus", kept), ("Total TTC", total))
    assert status("contingency-too-high", budget(*rows), of=asked) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("Honoraires", "9 000"), ("Total TTC", "9 000")), "met"),
        ((("Imprévus 5 %", ""), ("Total TTC", "9 000")), "met"),
        ((("Imprévus 10 %", ""), ("Total TTC", "9 000")), "to_verify"),
        ((("Imprévus", "1.200"), ("Total TTC", "9 000")), "to_verify"),
        ((), "to_verify"),
    ],
)
def test_contingencies_that_cannot_be_worked_out_are_for_a_person(rows: Rows, expected: str) -> None:
    made = budget(*rows) if rows else pdf("rien")
    assert status("contingency-too-high", made, of={"contingency_max_percent": 5}) == expected


def test_the_price_that_a_person_gave_settles_every_question() -> None:
    given = GivenPrice(amount=Decimal(14400), reason="total manuscrit", who="A. Chef", when="2025-10-01")
    examined = rules.assess(offer(pdf("Total 12 000", "Total 13 000 USD"), price=given))
    asked = {one.rule: one.status for one in examined.outcomes if one.sealed and one.status != "not_applicable"}
    assert asked == {
        "budget-total-unclear": "met",
        "budget-other-currency": "met",
        "budget-taxes-unclear": "met",
        "budget-over-ceiling": "met",
    }
    assert examined.price is not None
    assert (examined.price.amount, examined.price.given) == (Decimal(14400), given)


def test_a_budget_that_nobody_can_open_is_doubtful_and_never_above() -> None:
    examined = rules.assess(offer(unreadable("budget.pdf")))
    assert {one.status for one in examined.outcomes if one.sealed and one.requirement} == {"to_verify"}
    assert examined.price is None


def test_a_summary_beside_its_parts_gives_the_total() -> None:
    parts = [budget(("Total TTC", figure), path=f"{figure}.xlsx") for figure in ("4 000", "5 000", "9 000")]
    examined = rules.assess(offer(*parts))
    assert examined.price is not None
    assert examined.price.amount == Decimal(9000)
