"""Trees of three questions."""

import numpy as np
import pytest

from ami_cli.facts.prose import context, trees


def line(statement: int, asked: list[int], bounds: list[float], said: list[int]) -> str:
    return "\t".join(map(str, (statement, *asked, *bounds, *said)))


EIGHTHS = [10_000 * one for one in range(8)]
ROWS = np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 1.0]])
ASK_ALL = line(0, [0, 1, 1, 2, 2, 2, 2], [0.5] * 7, EIGHTHS)
NOTHING = [line(statement, [0] * 7, [0.0] * 7, [0] * 8) for statement in (1, 2, 3)]


def test_each_answer_leads_to_the_next_question() -> None:
    learnt = trees.read([ASK_ALL, *NOTHING])
    said = learnt.weigh(ROWS, np.array([0, 1, 2, 2]), np.array([0, 0, 0, 1]))
    assert said.tolist() == [0.0, 5.0, 7.0, 0.0]


def test_a_figure_on_the_bound_is_not_above_it() -> None:
    learnt = trees.read([line(0, [0, 1, 1, 2, 2, 2, 2], [1.0] * 7, EIGHTHS), *NOTHING])
    assert learnt.weigh(ROWS, np.array([2]), np.array([0])).tolist() == [0.0]


def test_trees_of_one_statement_are_summed() -> None:
    twice = [one for one in (ASK_ALL, *NOTHING) for _ in range(2)]
    assert trees.read(twice).weigh(ROWS, np.array([2]), np.array([0])).tolist() == [14.0]


def test_trees_in_another_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order of the statements"):
        trees.read([*NOTHING, ASK_ALL])
    with pytest.raises(ValueError, match="reshape"):
        trees.read([ASK_ALL, *NOTHING[:2]])


@pytest.mark.parametrize("statement", range(trees.STATES))
def test_the_trees_of_the_house_ask_for_figures_that_there_are(statement: int) -> None:
    rows = np.zeros((1, context.FIGURES))
    said = trees.of_the_house().weigh(rows, np.array([0]), np.array([statement]))
    assert said.shape == (1,)
    assert abs(said[0]) < 20
