"""What stands around a passage changes what it says."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.prose import context
from ami_cli.facts.prose.pieces import Piece, pieces_of
from ami_cli.facts.prose.trees import Trees
from ami_cli.facts.prose.units import read
from ami_cli.facts.prose.weights import Weighed, weigh
from ami_cli.models.facts import Page, Part

LOW = Weighed(-9.0, -9.0, -9.0, -9.0)


def pieces(*pages: str) -> tuple[Piece, ...]:
    return pieces_of([read(Page(number=number, text=text)) for number, text in enumerate(pages, 1)])


def part(kind: Any, first: int, last: int) -> Part:
    return Part(kind=kind, confidence=1.0, first_page=first, last_page=last)


class Echo(Trees):
    """Trees that say one figure of the row."""

    def __init__(self, figure: int) -> None:
        self.figure = figure

    def weigh(self, rows: Any, row_of: Any, states: Any) -> Any:
        return rows[row_of, self.figure] + 0 * states


def heard(figure: int, told: list[Weighed], *parts: Part, texts: tuple[str, ...]) -> list[float]:
    return [one.availability for one in context.in_context(pieces(*texts), told, parts, Echo(figure))]


def test_the_figures_of_a_passage() -> None:
    three = pieces("Objet : candidature\n\nI am free in May 2027.\n\nCordially, Ann Lee")
    told = np.array([[-8.0, 0, 0, 0], [2.0, 1, 0, -1], [-9.0, -2, 3, -3]])
    row = context.figures(three, told, [1], part("letter", 1, 1))[0]
    assert row.shape == (context.FIGURES,)
    assert row[:12].tolist() == [2, 1, 0, -1, -8, 0, 0, 0, -8, -2, 3, -3]
    assert row[12:16].tolist() == pytest.approx([-8, -1, 1.5, -1.5])
    others = [np.exp(-8) + np.exp(-8), 1 + np.exp(-2), 1 + np.exp(3), 1 + np.exp(-3)]
    assert row[16:20].tolist() == pytest.approx([np.log(one + 1e-4) for one in others])
    assert row[20:].tolist() == pytest.approx([1, 1, 0.5, np.log(7), np.log(13), np.log(3), 0, 1, 1, 2, 1, 1, 0, 0, 0, 0, 0])


def test_what_says_nothing_is_left_as_it_is() -> None:
    assert context.in_context(pieces("Bonjour"), [LOW], (), Echo(0)) == [LOW]
    assert context.in_context((), [], (), Echo(0)) == []


def test_nothing_that_was_heard_falls_below_the_bound_of_hearing() -> None:
    loud = Weighed(-1.0, -9.0, 4.0, -9.0)
    heard = context.in_context(pieces("Bonjour\n\nMerci"), [loud, LOW], (), Echo(4))
    assert heard == [Weighed(context.HEARD, -9.0, context.HEARD, -9.0), LOW]


def test_a_passage_alone_says_what_it_says() -> None:
    assert context.in_context(pieces("Bonjour"), [Weighed(1.0, 2.0, 3.0, 4.0)], (), Echo(4)) == [Weighed(1.0, 2.0, 3.0, 4.0)]


def test_a_passage_is_read_within_its_part_of_the_file() -> None:
    texts = ("A letter.\n\nIts end.", "A CV.\n\nIts end.", "And more.")
    told = [Weighed(float(n), 0, 0, 0) for n in range(5)]
    split = (part("letter", 1, 1), part("cv", 2, 3))
    assert heard(20, told, *split, texts=texts) == [0, 1, 0, 1, 2]
    assert heard(26, told, *split, texts=texts) == [0, 0, 1, 1, 1]
    assert heard(4, told, *split, texts=texts) == [-3, 0, -3, 2, 3]
    assert heard(20, told, texts=texts) == [0, 1, 2, 3, 4]


def test_the_same_line_says_less_among_courses_than_among_works() -> None:
    line = "2021 : évaluation de projets, Lille"
    works = f"Missions réalisées\n\n2019 : étude pour Abri Sud, Douai\n2020 : diagnostic pour Le Gué, Arras\n{line}"
    courses = f"Formation\n\n2019 : licence de droit, Douai\n2020 : master, Arras\n{line}"
    said = []
    for text in (f"Marie Petit\n\n{works}", f"Marie Petit\n\n{courses}"):
        each = pieces(text)
        said.append(context.in_context(each, weigh(each), (part("cv", 1, 1),))[-1].similar)
    assert said[0] > said[1] + 2


@given(st.lists(st.text(min_size=1, max_size=60), max_size=6))
def test_any_text_is_weighed_and_keeps_its_traces(texts: list[str]) -> None:
    each = pieces(*texts)
    before = weigh(each)
    after = context.in_context(each, before, ())
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert all(now >= context.HEARD if was > context.HEARD else now == was for was, now in zip(one, other, strict=True))
