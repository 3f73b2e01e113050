from decimal import Decimal

import pytest

from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Grid, Grounds, Judgement, Mark
from ami_cli.models.shortlist import InHouse, Shortlist
from ami_cli.models.text import Words
from ami_cli.selection import Judged, draw_up


def decisions(shortlist: Shortlist) -> dict[str, str]:
    return {candidate.application: candidate.decision for candidate in shortlist.candidates}


def like(assessment: Assessment, name: str, **changes: object) -> Assessment:
    return assessment.model_copy(update={"application": assessment.application.model_copy(update={"id": name}), **changes})


@pytest.fixture
def three(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    """Two complete applications, one incomplete, and a third complete one: three for two places."""
    late = Outcome(rule="received-late", status="not_met", message=Words(fr="Reçu trop tard.", en="Received late."))
    first, second, incomplete = assessments
    return (first, second, incomplete.model_copy(update={"outcomes": (late,)}), like(first, "04-di"))


def test_with_more_complete_applications_than_places_and_no_ground_nobody_is_ranked(
    reasoned_call: Call, three: tuple[Assessment, ...]
) -> None:
    shortlist = draw_up(reasoned_call, three)
    assert decisions(shortlist) == {"01-ana": "undecided", "02-bo": "undecided", "04-di": "undecided", "03-cy": "excluded"}
    assert (shortlist.complete, shortlist.candidates[-1].reasons) == (False, (Words(fr="Reçu trop tard.", en="Received late."),))


def test_as_many_places_as_complete_applications_are_shortlisted(reasoned_call: Call, assessments: tuple[Assessment, ...]) -> None:
    shortlist = draw_up(reasoned_call, assessments)
    assert decisions(shortlist) == {"01-ana": "shortlisted", "02-bo": "shortlisted", "03-cy": "excluded"}
    assert shortlist.complete


def test_an_application_to_verify_may_still_need_a_place(reasoned_call: Call, assessments: tuple[Assessment, ...]) -> None:
    shortlist = draw_up(reasoned_call, (*assessments, like(assessments[0], "05-ed", verdict="to_verify")))
    assert set(decisions(shortlist).values()) == {"undecided", "excluded"}


def test_grounds_decide_and_are_quoted(reasoned_call: Call, three: tuple[Assessment, ...]) -> None:
    grounds = Grounds.model_validate(
        {
            "grounds": [
                {"application": "01-ana", "retained": True, "ground": "Méthode claire."},
                {
                    "application": "02-bo",
                    "retained": False,
                    "ground": {"fr": "Peu d’expérience.", "en": "Little experience."},
                    "reserve": 1,
                },
                {"application": "04-di", "retained": False, "ground": "Hors sujet."},
            ]
        }
    )
    shortlist = draw_up(reasoned_call, three, Judged(grounds=grounds))
    assert decisions(shortlist) == {"01-ana": "shortlisted", "02-bo": "reserve", "04-di": "not_retained", "03-cy": "excluded"}
    assert (shortlist.complete, shortlist.candidates[0].reasons) == (True, (Words(fr="Méthode claire.", en="Méthode claire."),))


def test_grounds_that_do_not_fit_are_refused_all_at_once(reasoned_call: Call, three: tuple[Assessment, ...]) -> None:
    names = ("01-ana", "02-bo", "03-cy", "09-zo")
    grounds = Grounds.model_validate({"grounds": [{"application": name, "retained": True, "ground": "Bien."} for name in names]})
    with pytest.raises(SourceError) as caught:
        draw_up(reasoned_call, three, Judged(grounds=grounds))
    assert caught.value.en.splitlines() == [
        "grounds.yaml: unknown application: “09-zo”",
        "grounds.yaml: “03-cy” is retained although the application is incomplete: record a waiver with its reason first",
        "grounds.yaml: 4 applications retained for 2 places",
    ]


def grid(evaluator: str, **marks: int) -> Grid:
    judgements = tuple(
        Judgement(application=name, marks={"experience": Mark(value=Decimal(mark)), "method": Mark(value=Decimal(mark))})
        for name, mark in marks.items()
    )
    return Grid(call="a-call", stage="interest", evaluator=evaluator, list_digest="0", judgements=judgements, source=evaluator)


def test_scores_rank_and_say_what_they_depend_on(scored_call: Call, three: tuple[Assessment, ...]) -> None:
    grids = (grid("Ana", **{"01-ana": 5, "02-bo": 3, "04-di": 0}), grid("Bo", **{"01-ana": 5, "02-bo": 3, "04-di": 4}))
    shortlist = draw_up(scored_call, three, Judged(grids=grids))
    assert [(c.application, c.decision, c.rank, c.score) for c in shortlist.candidates] == [
        ("01-ana", "shortlisted", 1, Decimal("100.00")),
        ("02-bo", "shortlisted", 2, Decimal("60.00")),
        ("04-di", "reserve", 3, Decimal("40.00")),
        ("03-cy", "excluded", None, None),
    ]
    assert shortlist.candidates[1].reasons[1] == InHouse(
        fr="Dépend de : les notes données par Ana.", en="Depends on: the marks given by Ana."
    )
    assert shortlist.candidates[0].reasons[1].en.startswith("Solid:")


def test_a_candidate_below_the_threshold_is_not_retained_and_told_so(three: tuple[Assessment, ...], scored_call: Call) -> None:
    strict = scored_call.model_copy(
        update={"selection": scored_call.selection.model_copy(update={"threshold_percent": Decimal(60)})}
    )
    shortlist = draw_up(strict, three, Judged(grids=(grid("Ana", **{"01-ana": 5, "02-bo": 3, "04-di": 2}),)))
    assert decisions(shortlist) == {"01-ana": "shortlisted", "02-bo": "shortlisted", "04-di": "not_retained", "03-cy": "excluded"}
    below = next(c for c in shortlist.candidates if c.application == "04-di")
    assert below.reasons[0].fr == "Sous le seuil au total : 40,00 pour 60,00 demandés."


def test_while_grids_are_awaited_nobody_is_said_to_have_stood_aside(scored_call: Call, assessments: tuple[Assessment, ...]) -> None:
    shortlist = draw_up(scored_call, assessments, Judged(awaited=("Ana",)))
    assert [one.reasons[0].en for one in shortlist.candidates if one.decision == "undecided"] == [
        "Not marked yet: the filled grids are awaited."
    ] * 2


def test_without_grids_a_scored_call_ranks_nobody(scored_call: Call, assessments: tuple[Assessment, ...]) -> None:
    shortlist = draw_up(scored_call, assessments)
    assert (decisions(shortlist)["01-ana"], shortlist.complete) == ("undecided", False)


def test_two_drawings_are_equal(scored_call: Call, three: tuple[Assessment, ...]) -> None:
    grids = (grid("Ana", **{"01-ana": 5, "02-bo": 3, "04-di": 3}), grid("Bo", **{"01-ana": 5, "02-bo": 4, "04-di": 4}))
    assert draw_up(scored_call, three, Judged(grids=grids)) == draw_up(scored_call, three[::-1], Judged(grids=grids[::-1]))
