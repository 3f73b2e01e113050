"""The sieve lets through whatever a pattern could match, and most of the rest it holds back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ami_cli.facts.prose  # noqa: F401  # all patterns of the room are made when it is loaded
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.sieve import Sieve, unasserted

pytest.importorskip("re2", reason="the automaton is not installed here")
VOCABULARY = """a je disponible disponibles des le 13 octobre 2025 reference references client ong (2) - | : ’ € “ ne pas n' suis
cabinet cv lettre objet madame monsieur available from monday until 2019-2021 sarl similar mission missions évalué ß й sous"""
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=30)


@given(WORDS, st.sampled_from([" ", "\n", ", "]))
def test_no_pattern_that_matches_is_held_back(words: list[str], between: str) -> None:
    text = between.join(words)
    patterns = Phrases.patterns
    mark = Sieve(patterns).mark(text)
    if mark is not None:
        assert [p for n, p in enumerate(patterns) if re.search(p, text, re.MULTILINE) and not mark >> n & 1] == []


def test_what_cannot_match_is_held_back_and_odd_letters_are_left_to_others() -> None:
    sieve = Sieve([r"\bcv\b", r"lettre(?! de)", r"(a)\1"])
    assert sieve.mark("un cv") == 0b101
    assert sieve.mark("une lettre de") == 0b110
    assert sieve.mark("rien") == 0b100
    assert sieve.mark("ein größeres cv") is None


@pytest.mark.parametrize(
    ("pattern", "plain"),
    [
        (r"a(?!b)c", "a(?:)c"),
        (r"(?<![\d/)])x(?=(?:y|[)])z)", "(?:)x(?:)"),
        (r"(?:a|\(b)[(?!]", r"(?:a|\(b)[(?!]"),
        (r"[^]a(?!b)]c", "[^]a(?!b)]c"),
    ],
)
def test_assertions_are_taken_out_and_nothing_else(pattern: str, plain: str) -> None:
    assert unasserted(pattern) == plain
