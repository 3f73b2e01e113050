import gc
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.prose import understand
from ami_cli.facts.prose.folded import fold
from ami_cli.facts.prose.phrases import Marked, Phrases, first_words
from ami_cli.models.facts import Page

HEADS = [
    (r"\b(?:disponibles?|libre)\b", {("disponible", False), ("libre", False)}),
    (r"\b(?:a votre disposition|free from)\b", {("a", True), ("free", True)}),
    (r"\b(?:n'ai|n'avons) jamais", {("n", True)}),
    (r"^[ *]{0,4}(?:objet|subject) ?:", {("objet", False), ("subject", False)}),
    (r"\b(?:in)?disponible", {("in", False), ("disponible", False)}),
    (r"\b(?:19|20)\d\d\b", {("19", False), ("20", False)}),
    (r"@|\bcontact\b", {("", False), ("contact", True)}),
    (r"\b(?:pre(?:ts?|vu))\b", {("pret", False), ("prevu", False)}),
    (r"(?<!x)\bword", {("word", False)}),
]


@pytest.mark.parametrize(("pattern", "heads"), HEADS)
def test_the_first_words_of_a_pattern_are_read_off_it(pattern: str, heads: set[tuple[str, bool]]) -> None:
    assert set(first_words(pattern)) == heads


def every_pattern() -> list[Phrases]:
    understand((Page(number=1, text="Bonjour"),))
    return [one for one in gc.get_objects() if isinstance(one, Phrases)]


def texts() -> list[str]:
    kinds = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))
    return [fold(line).lower for one in kinds for line in one["text"].split("\n")]


def test_no_pattern_misses_for_its_first_words_what_it_would_find() -> None:
    patterns = every_pattern()
    assert len(patterns) > 100
    for text in texts():
        marked = Marked(text)
        missed = [one.regex.pattern for one in patterns if not one.may(marked) and one.regex.search(text)]
        assert missed == []


@given(st.text(alphabet="abcdeilnorstuv '-20.", max_size=60))
def test_a_marked_text_and_its_parts_are_the_text(text: str) -> None:
    marked = Marked(text)
    assert marked == text
    assert marked.part(1, 5) == text[1:5]
