from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.models.evaluation import Grid, Judgement, Mark
from ami_cli.models.selection import Selection
from ami_cli.selection.criteria import Leaf, leaves, moved
from ami_cli.selection.scoring import Shares, ranks, score, shares


def selection(*weights: int) -> Selection:
    criteria = [{"id": f"c{number}", "label": {"fr": "x", "en": "x"}, "weight": weight} for number, weight in enumerate(weights)]
    return Selection.model_validate({"mode": "scored", "criteria": criteria})


def grid(evaluator: str, marks: dict[str, list[int]], *, conflict: bool = False) -> Grid:
    judgements = tuple(
        Judgement(
            application=name, marks={f"c{i}": Mark(value=Decimal(value)) for i, value in enumerate(values)}, conflict=conflict
        )
        for name, values in marks.items()
    )
    return Grid(call="x", stage="interest", evaluator=evaluator, list_digest="0", judgements=judgements, source=evaluator)


def means(given_marks: dict[str, Shares], by: dict[str, Fraction]) -> dict[str, Fraction]:
    return {name: found.mean for name, marks in given_marks.items() if (found := score(name, marks, by))}


def weights(found: tuple[Leaf, ...]) -> dict[str, Fraction]:
    return {leaf.id: leaf.weight for leaf in found}


def test_a_score_is_the_weighted_share_of_the_best_marks() -> None:
    found = leaves(selection(60, 40))
    given_marks = shares([grid("Ana", {"a": [4, 3]}), grid("Bo", {"a": [5, 2]})], found)
    result = score("a", given_marks["a"], weights(found))
    assert result is not None
    assert (result.by_evaluator, result.mean, result.median, result.spread) == (
        {"Ana": Fraction(72, 100), "Bo": Fraction(76, 100)},
        Fraction(74, 100),
        Fraction(74, 100),
        Fraction(4, 100),
    )


def test_a_conflict_of_interest_leaves_the_marks_out() -> None:
    found = leaves(selection(100))
    given_marks = shares([grid("Ana", {"a": [5]}, conflict=True), grid("Bo", {"a": [1]})], found)
    assert means(given_marks, weights(found)) == {"a": Fraction(1, 5)}


def test_sub_criteria_share_the_weight_of_their_criterion() -> None:
    found = leaves(
        Selection.model_validate(
            {
                "criteria": [
                    {
                        "id": "team",
                        "label": {"fr": "x", "en": "x"},
                        "weight": 60,
                        "criteria": [
                            {"id": "field", "label": {"fr": "x", "en": "x"}, "weight": 40},
                            {"id": "writing", "label": {"fr": "x", "en": "x"}, "weight": 20},
                        ],
                    },
                    {"id": "method", "label": {"fr": "x", "en": "x"}, "weight": 40},
                ]
            }
        )
    )
    assert weights(found) == {"field": Fraction(2, 5), "writing": Fraction(1, 5), "method": Fraction(2, 5)}


def test_moving_a_weight_keeps_the_total() -> None:
    assert moved({"a": Fraction(1, 2), "b": Fraction(1, 2)}, "a", Fraction(1, 20)) == {"a": Fraction(11, 20), "b": Fraction(9, 20)}
    assert moved({"a": Fraction(1)}, "a", Fraction(1, 20)) is None


def test_equal_scores_share_a_rank() -> None:
    assert ranks({"a": Fraction(1), "b": Fraction(1, 2), "c": Fraction(1, 2), "d": Fraction(0)}) == {"a": 1, "b": 2, "c": 2, "d": 4}


mark_sets = st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=6)


@settings(max_examples=50)
@given(st.lists(mark_sets, min_size=1, max_size=4), st.integers(1, 9))
def test_neither_the_order_of_evaluators_nor_the_scale_of_weights_changes_anything(
    sets: list[list[list[int]]], factor: int
) -> None:
    size = min(len(marks) for marks in sets)
    grids = [grid(f"e{n}", {f"p{i}": marks[i] for i in range(size)}) for n, marks in enumerate(sets)]
    usual, scaled = leaves(selection(50, 30, 20)), leaves(selection(5 * factor, 3 * factor, 2 * factor))
    expected = means(shares(grids, usual), weights(usual))
    assert means(shares(reversed(grids), usual), weights(usual)) == expected
    assert means(shares(grids, scaled), weights(scaled)) == expected


@given(mark_sets, st.integers(0, 2))
def test_a_higher_mark_never_lowers_a_rank(marks: list[list[int]], which: int) -> None:
    found = leaves(selection(50, 30, 20))
    before = ranks(means(shares([grid("e", {f"p{i}": row for i, row in enumerate(marks)})], found), weights(found)))
    better = [list(row) for row in marks]
    better[0][which] = 5
    after = ranks(means(shares([grid("e", {f"p{i}": row for i, row in enumerate(better)})], found), weights(found)))
    assert after["p0"] <= before["p0"]
