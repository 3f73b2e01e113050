"""Worked examples of weighted scoring.

No single source that was found has weights, a threshold and a tie, so there are several:

- weights and eliminatory screening, with every figure that the source prints: “Appendix 6.3 (Example) - Screening and Weighting
  System”, https://scribd.com/document/651170533/Appendix-6-3;
- weights, threshold, averages of three evaluators, technical score relative to the best, price: the method of the
  European Commission's practical guide to contract procedures for external action (service contracts), on figures that
  follow from its formulas and have not been compared with those the guide prints;
- weights and price, technical score relative to the best: the assessment method of the Further Education Library of
  Procurement, https://www.felp.ac.uk/content/assessment-method;
- ties: standard competition ranking (1, 2, 2, 4), as https://en.wikipedia.org/wiki/Ranking describes it.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from ami_cli.models.evaluation import Grid, Judgement, Mark
from ami_cli.models.shortlist import Candidate
from ami_cli.selection import Choice, Judged, choose
from ami_cli.selection.wording import percent
from tests.selection.conftest import a_call, an_assessment, text
from tests.selection.test_needs import needing


def chosen(marks: Mapping[str, Mapping[str, str]], prices: Mapping[str, str], most: int, **selection: Any) -> Choice:
    """The choice among tenders marked on one technical criterion, evaluator by evaluator."""
    technical = {"id": "technical", "label": {"fr": "x", "en": "x"}, "weight": 100, "scale": {"most": most}}
    call = a_call(mode="scored", criteria=[technical], shortlist_max=6, **selection)
    grids = [
        Grid(
            call="a-call",
            stage="interest",
            evaluator=evaluator,
            list_digest="0",
            judgements=tuple(
                Judgement(application=name, marks={"technical": Mark(value=Decimal(mark))}) for name, mark in given.items()
            ),
            source=evaluator,
        )
        for evaluator, given in marks.items()
    ]
    names = sorted({name for given in marks.values() for name in given})
    tenders = [an_assessment(name) for name in names]
    return choose(call, tenders, Judged(grids=tuple(grids), prices={name: Decimal(price) for name, price in prices.items()}))


def by_name(choice: Choice) -> dict[str, Candidate]:
    return {candidate.application: candidate for candidate in choice.shortlist.candidates}


WEIGHTS = {"managerial": 2, "technical": 4, "financial-capacity": 2, "price": 5, "feedback": 2}
BIDDERS = {"1": (100, 100, 50, 60, 80), "3": (80, 70, 20, 80, 100), "4": (90, 100, 100, 100, 60)}
CAPACITY = {"1": 5000, "2": 3500, "3": 7000, "4": 5500, "5": 7000}
MONTHS = {"1": 8, "2": 8, "3": 7, "4": 6, "5": 9}


def screened(bidder: str) -> dict[str, bool]:
    """Whether a bidder has the 5,000 tons and delivers within the 8 months that are asked."""
    return {"need-1": CAPACITY[bidder] >= 5000, "need-2": MONTHS[bidder] <= 8}


def test_the_example_of_screening_and_weighting() -> None:
    criteria = [{"id": name, "label": text(name), "weight": weight, "scale": {"most": 100}} for name, weight in WEIGHTS.items()]
    call = needing(a_call(mode="scored", criteria=criteria, shortlist_max=1), "eliminatory", "eliminatory")
    judgements = tuple(
        Judgement(
            application=bidder,
            needs=screened(bidder),
            # The source does not mark those it screens out: here even full marks do not bring them back.
            marks={name: Mark(value=Decimal(mark)) for name, mark in zip(WEIGHTS, BIDDERS.get(bidder, (100,) * 5), strict=True)},
        )
        for bidder in CAPACITY
    )
    grid = Grid(call="a-call", stage="interest", evaluator="panel", list_digest="0", judgements=judgements, source="panel")
    choice = choose(call, [an_assessment(bidder) for bidder in CAPACITY], Judged(grids=(grid,)))
    assert choice.result is not None
    assert {bidder: choice.result.totals[bidder] * 100 * sum(WEIGHTS.values()) for bidder in BIDDERS} == {
        "1": 1160,
        "3": 1080,
        "4": 1400,
    }
    assert {name: (one.decision, one.rank) for name, one in by_name(choice).items()} == {
        "1": ("reserve", 2),
        "2": ("not_retained", None),
        "3": ("reserve", 3),
        "4": ("shortlisted", 1),
        "5": ("not_retained", None),
    }


COMMISSION = {
    "A": {"1": "55", "2": "88", "3": "84"},
    "B": {"1": "60", "2": "84", "3": "82"},
    "C": {"1": "59", "2": "82", "3": "90"},
}
FEES = {"2": "951322", "3": "1060452"}


def test_the_method_of_the_european_commission() -> None:
    choice = chosen(COMMISSION, FEES, 100, technical_percent=80, technical_threshold_percent=75, relative_to_best=True)
    found, result = by_name(choice), choice.result
    assert result is not None
    assert {name: percent(score.mean, "en") for name, score in result.scores.items()} == {"1": "58.00", "2": "84.67", "3": "85.33"}
    assert {name: percent(share, "en") for name, share in result.financial.items()} == {"2": "100.00", "3": "89.71"}
    assert {name: (one.decision, one.rank, str(one.score)) for name, one in found.items()} == {
        "1": ("not_retained", None, "58.00"),
        "2": ("shortlisted", 1, "99.38"),
        "3": ("shortlisted", 2, "97.94"),
    }
    assert found["1"].reasons[0].en == "Below the threshold on “the technical part”: 58.00 where 75.00 is asked."


def test_the_price_of_who_is_below_the_threshold_is_not_looked_at() -> None:
    rules = {"technical_percent": 80, "technical_threshold_percent": 75, "relative_to_best": True}
    with_it = chosen(COMMISSION, {**FEES, "1": "10"}, 100, **rules)
    assert with_it.shortlist == chosen(COMMISSION, FEES, 100, **rules).shortlist


def test_the_example_of_the_library_of_procurement() -> None:
    marks = {"panel": {"a": "123", "b": "126", "c": "129", "d": "117"}}
    prices = {"a": "10500", "b": "10350", "c": "11750", "d": "9900"}
    found = by_name(chosen(marks, prices, 150, technical_percent=80, relative_to_best=True))
    assert {name: (one.rank, str(one.score)) for name, one in found.items()} == {
        "a": (3, "95.14"),
        "b": (1, "97.27"),
        "c": (2, "96.85"),
        "d": (4, "92.56"),
    }


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ({"A": "90", "B": "80", "C": "80", "D": "70"}, {"A": 1, "B": 2, "C": 2, "D": 4}),
        ({"A": "99", "B": "98", "C": "98", "D": "96", "E": "95"}, {"A": 1, "B": 2, "C": 2, "D": 4, "E": 5}),
    ],
)
def test_equal_scores_share_a_rank_and_leave_a_gap(scores: dict[str, str], ranks: dict[str, int]) -> None:
    found = by_name(chosen({"panel": scores}, {}, 100))
    assert {name: one.rank for name, one in found.items()} == ranks
