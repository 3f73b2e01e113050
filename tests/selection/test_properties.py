"""What may never happen, whatever was marked."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.models.call import Call
from ami_cli.models.evaluation import Grid, Judgement, Mark
from ami_cli.models.shortlist import Shortlist
from ami_cli.selection import Judged, draw_up
from tests.selection.conftest import a_call, an_assessment, text

NAMES = ("a", "b", "c", "d", "e")
PEOPLE = ("Ana", "Bo", "Cy")
CRITERIA = ("c1", "c2", "c3")


def scored(*weights: int, **more: object) -> Call:
    criteria = [{"id": name, "label": text(name), "weight": weight} for name, weight in zip(CRITERIA, weights, strict=True)]
    return a_call(mode="scored", criteria=criteria, **more)


marks = st.fixed_dictionaries(
    {
        person: st.fixed_dictionaries({name: st.tuples(*(st.integers(0, 5) for _ in CRITERIA)) for name in NAMES})
        for person in PEOPLE
    }
)
conflicts = st.sets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(NAMES)), max_size=4)
Marks = dict[str, dict[str, tuple[int, ...]]]


def grids(given_marks: Marks, out: set[tuple[str, str]]) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            call="a-call",
            stage="interest",
            evaluator=person,
            list_digest="0",
            judgements=tuple(
                Judgement(application=name, conflict=True, reason="x")
                if (person, name) in out
                else Judgement(
                    application=name,
                    marks={c: Mark(value=Decimal(mark)) for c, mark in zip(CRITERIA, row, strict=True)},
                )
                for name, row in rows.items()
            ),
            source=person,
        )
        for person, rows in given_marks.items()
    )


def drawn(call: Call, found: tuple[Grid, ...], names: tuple[str, ...] = NAMES) -> Shortlist:
    return draw_up(call, [an_assessment(name) for name in names], Judged(grids=found))


@settings(max_examples=60)
@given(marks, conflicts, st.permutations(NAMES), st.permutations(range(len(PEOPLE))), st.sampled_from(["extend", "reserve"]))
def test_the_order_of_candidates_evaluators_and_files_changes_nothing(
    given_marks: Marks, out: set[tuple[str, str]], names: list[str], people: list[int], tie: str
) -> None:
    call = scored(50, 30, 20, tie=tie, threshold_percent=30)
    usual = grids(given_marks, out)
    turned = tuple(
        grid.model_copy(update={"judgements": tuple(sorted(grid.judgements, key=lambda one: names.index(one.application)))})
        for grid in (usual[person] for person in people)
    )
    assert drawn(call, turned, tuple(names)) == drawn(call, usual)


@settings(max_examples=60)
@given(marks, conflicts, st.integers(2, 3))
def test_weights_on_another_scale_change_nothing(given_marks: Marks, out: set[tuple[str, str]], factor: int) -> None:
    found = grids(given_marks, out)
    assert drawn(scored(10 * factor, 6 * factor, 4 * factor), found) == drawn(scored(50, 30, 20), found)


@settings(max_examples=80)
@given(marks, conflicts, st.sampled_from(NAMES), st.sampled_from(PEOPLE), st.integers(0, 2), st.sampled_from(["extend", "reserve"]))
def test_a_higher_mark_never_lowers_a_rank_nor_loses_a_place(  # noqa: PLR0913, PLR0917 - one argument a strategy
    given_marks: Marks, out: set[tuple[str, str]], name: str, person: str, which: int, tie: str
) -> None:
    call = scored(50, 30, 20, tie=tie)
    row = list(given_marks[person][name])
    row[which] = 5
    better = given_marks | {person: given_marks[person] | {name: tuple(row)}}
    before, after = (
        {one.application: one for one in drawn(call, grids(each, out)).candidates}[name] for each in (given_marks, better)
    )
    assert (after.rank or 0) <= (before.rank or 0)
    if tie == "extend":
        assert (before.decision, after.decision) != ("shortlisted", "reserve")
