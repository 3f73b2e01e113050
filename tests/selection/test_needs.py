from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment
from ami_cli.models.call import Call, Need
from ami_cli.models.evaluation import Grid, Grounds, Judgement, Mark
from ami_cli.models.shortlist import Shortlist
from ami_cli.selection import Judged, draw_up
from ami_cli.selection.needs import eliminatory
from tests.selection.conftest import CRITERIA, TWO, a_call, an_assessment, text


def needing(call: Call, *levels: str) -> Call:
    context = {"languages": TWO}
    profile = [
        Need.model_validate({"need": text(f"besoin {n}"), "level": level}, context=context) for n, level in enumerate(levels)
    ]
    return call.model_copy(update={"profile": tuple(profile)})


@pytest.fixture
def call() -> Call:
    return needing(a_call(mode="scored", criteria=CRITERIA), "required", "eliminatory")


@pytest.fixture
def four() -> tuple[Assessment, ...]:
    return tuple(an_assessment(name) for name in ("a", "b", "c", "d"))


def grid(evaluator: str, marks: Mapping[str, int], answers: Mapping[str, bool], **more: Any) -> Grid:
    judgements = tuple(
        Judgement(
            application=name,
            marks={c: Mark(value=Decimal(mark)) for c in ("experience", "method")},
            needs={"need-2": answers.get(name, True)},
            **more.get(name, {}),
        )
        for name, mark in marks.items()
    )
    return Grid(call="a-call", stage="interest", evaluator=evaluator, list_digest="0", judgements=judgements, source=evaluator)


MARKS = {"a": 5, "b": 4, "c": 3, "d": 2}


def decided(shortlist: Shortlist) -> dict[str, str]:
    return {one.application: one.decision for one in shortlist.candidates}


def grounds(**retained: bool) -> Grounds:
    return Grounds.model_validate(
        {"grounds": [{"application": name, "retained": value, "ground": "Vu."} for name, value in retained.items()]}
    )


def test_eliminatory_needs_are_named_by_their_place(call: Call) -> None:
    inner = Need.model_validate({"need": text("nuance"), "level": "eliminatory"}, context={"languages": TWO})
    deep = call.model_copy(update={"profile": (call.profile[0].model_copy(update={"details": (inner,)}), call.profile[1])})
    assert [need.id for need in eliminatory(deep)] == ["need-1-1", "need-2"]


def test_a_need_that_nobody_finds_met_bars_the_candidate_with_its_reason(call: Call, four: tuple[Assessment, ...]) -> None:
    grids = (grid("Ana", MARKS, {"a": False}), grid("Bo", MARKS, {"a": False}))
    shortlist = draw_up(call, four, Judged(grids=grids))
    assert decided(shortlist) == {"b": "shortlisted", "c": "shortlisted", "d": "reserve", "a": "not_retained"}
    assert shortlist.candidates[-1].reasons[0].en == "An eliminatory need is not met: “besoin 1”, all evaluators say (Ana, Bo)."


def test_an_evaluator_with_a_conflict_has_no_say_on_a_need(call: Call, four: tuple[Assessment, ...]) -> None:
    out = grid("Bo", MARKS, {}, a={"conflict": True, "reason": "associée"})
    shortlist = draw_up(call, four, Judged(grids=(grid("Ana", MARKS, {"a": False}), out)))
    assert decided(shortlist)["a"] == "not_retained"
    assert shortlist.remarks[0].en == "Bo does not judge a (conflict of interest: associée)."


def test_where_evaluators_differ_nobody_guesses_and_only_what_depends_on_it_waits(call: Call, four: tuple[Assessment, ...]) -> None:
    grids = (grid("Ana", MARKS, {"b": False}), grid("Bo", MARKS, {}))
    shortlist = draw_up(call, four, Judged(grids=grids))
    assert decided(shortlist) == {"a": "shortlisted", "d": "reserve", "b": "undecided", "c": "undecided"}
    reasons = {one.application: [reason.en for reason in one.reasons] for one in shortlist.candidates}
    assert reasons["b"][-1].startswith(
        "An eliminatory need is disputed: “besoin 1”. Met according to Bo, not met according to Ana."
    )
    assert reasons["c"][-1] == "This place depends on what the committee decides about: b."


@pytest.mark.parametrize(
    ("retained", "expected"),
    [
        (True, {"a": "shortlisted", "b": "shortlisted", "c": "reserve", "d": "reserve"}),
        (False, {"a": "shortlisted", "c": "shortlisted", "d": "reserve", "b": "not_retained"}),
    ],
)
def test_the_committee_settles_it_in_writing(
    *, retained: bool, expected: dict[str, str], call: Call, four: tuple[Assessment, ...]
) -> None:
    grids = (grid("Ana", MARKS, {"b": False}), grid("Bo", MARKS, {}))
    assert decided(draw_up(call, four, Judged(grounds=grounds(b=retained), grids=grids))) == expected


def test_grounds_cannot_go_against_marks(call: Call, four: tuple[Assessment, ...]) -> None:
    with pytest.raises(SourceError) as caught:
        draw_up(call, four, Judged(grounds=grounds(d=True, z=False), grids=(grid("Ana", MARKS, {}),)))
    assert caught.value.en.splitlines() == [
        "grounds.yaml: the ground of “d” contradicts the marks",
        "grounds.yaml: unknown application: “z”",
    ]


def test_in_reasoned_mode_a_need_not_met_stands_against_a_ground(four: tuple[Assessment, ...]) -> None:
    call = needing(a_call(mode="reasoned"), "eliminatory", "eliminatory")
    told = grid("Ana", MARKS, {"a": False})
    assert decided(draw_up(call, four, Judged(grids=(told,))))["a"] == "not_retained"
    with pytest.raises(SourceError) as caught:
        draw_up(call, four, Judged(grounds=grounds(a=True), grids=(told,)))
    assert caught.value.en == "grounds.yaml: “a” is retained although an eliminatory need is not met, all evaluators say"


def test_a_tie_that_the_rule_cannot_part_is_parted_by_the_committee(four: tuple[Assessment, ...]) -> None:
    call = a_call(mode="scored", criteria=CRITERIA, tie="received-first")
    tied = (grid("Ana", {"a": 5, "b": 3, "c": 3, "d": 2}, {}),)
    assert decided(draw_up(call, four, Judged(grids=tied))) == {
        "a": "shortlisted",
        "d": "reserve",
        "b": "undecided",
        "c": "undecided",
    }
    settled = draw_up(call, four, Judged(grounds=grounds(b=False, c=True), grids=tied))
    assert decided(settled) == {"a": "shortlisted", "c": "shortlisted", "b": "reserve", "d": "reserve"}


def test_while_a_grid_is_awaited_scores_are_shown_and_nobody_is_decided(call: Call, four: tuple[Assessment, ...]) -> None:
    shortlist = draw_up(call, four, Judged(grids=(grid("Ana", MARKS, {}),), awaited=("Bo",)))
    assert set(decided(shortlist).values()) == {"undecided"}
    assert [one.rank for one in shortlist.candidates] == [1, 2, 3, 4]
    assert shortlist.remarks[0].en == "Grids still awaited: Bo."
