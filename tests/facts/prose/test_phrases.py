import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.facts.prose import phrases, understand
from ami_cli.facts.prose.folded import fold
from ami_cli.facts.prose.phrases import Marked, Phrases
from ami_cli.models.facts import Page


def every_pattern() -> list[Phrases]:
    understand((Page(number=1, text="Bonjour"),))
    return [one for one in gc.get_objects() if isinstance(one, Phrases)]


def texts() -> list[str]:
    kinds = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))
    said = yaml.safe_load(Path(__file__).with_name("said.yaml").read_text(encoding="utf-8"))
    sentences = [*strings(said)]
    whole = [fold(one["text"]).lower for one in kinds]
    return [*whole, *(line for text in whole for line in text.split("\n")), *(fold(text).lower for text in sentences)]


def strings(value: object) -> Iterator[str]:
    """Give every text in a structure."""
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(one)


def spans(found: list[re.Match[str]]) -> list[tuple[int, int]]:
    return [one.span() for one in found]


def test_every_pattern_finds_in_a_marked_text_what_it_finds_in_the_text() -> None:
    patterns = every_pattern()
    assert len(patterns) > 100
    for text in texts():
        marked = Marked(text)
        differ = [p.regex.pattern for p in patterns if spans(list(p.finditer(marked))) != spans(list(p.regex.finditer(text)))]
        assert differ == []


WORDS = st.sampled_from(
    (
        "a",
        "de",
        "la",
        "libre",
        "libres",
        "2019",
        "19",
        "12/10/2025",
        "octobre",
        "mi-temps",
        "[3]",
        "(2020)",
        "é",
        "жan",
        "_",
        "__",
        "'ll",
        "@",
        "annee",
        "l'annee",
        "20ans",
        "xlibre",
        "libre2020",
        ".",
        ";",
        "-",
        "*",
        "ivx.",
        "1)",
        "\n",
    )
)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " ", "\n"]))
def test_whatever_the_text_nothing_is_missed(words: list[str], between: str) -> None:
    text = between.join(words)
    marked = Marked(text)
    for pattern in PATTERNS:
        found = pattern.search(marked)
        plain = pattern.regex.search(text)
        assert (found and found.span()) == (plain and plain.span())
        assert spans(list(pattern.finditer(marked))) == spans(list(pattern.regex.finditer(text)))
        assert pattern.sub("|", marked) == pattern.regex.sub("|", text)
        assert pattern.count(marked, 2) == min(2, len(pattern.regex.findall(text)))
    assert marked.count_of(("libre", "a")) == len(re.findall(r"(?<![a-z])(?:libre|a)(?![a-z])", text))


PATTERNS = [
    Phrases(r"\b(?:libres?|a|de (?:la|l'))\b"),
    Phrases(r"^[ \t*#|>.)\d\[\]-]{0,8}(?:[ivx]{1,4}[.)] )?(libre|annee)\b"),
    Phrases(r"^\W{0,4}libre|\bannee|\[\d\]"),
    Phrases(r"^(?:libre|a) ?\w*$"),
    Phrases(r"\b\d{1,2}(?:er)? ?octobre|\b20\d\d"),
    Phrases(r"\b\w+ (?:libre|ans?)\b"),
    Phrases(r"_{2,}|'ll\b|@|[.;] -"),
    Phrases(r"(?<!\d)20\d\d", begins="20"),
    Phrases(r"\b\w+ l'annee", needs="annee"),
    Phrases(r"^[ \t*#|>.)\d\[\]-]{0,8}(?:[ivx]{1,4}[.)] )?(libre|annee)\b", within=14),
    Phrases(r"^[\s*\d.)ivx-]{0,8}(?:libre|ans)\b", needs="libre ~libre ans ~ans"),
]


def test_a_search_may_begin_further_on_and_end_before() -> None:
    pattern = Phrases(r"\blibre\b")
    text = Marked("libre en mai, libre en juin")
    assert [found.span() for found in (pattern.search(text), pattern.search(text, 1)) if found] == [(0, 5), (14, 19)]
    assert pattern.search(text, 1, 10) is None
    assert pattern.search(text, 15) is None


def test_words_are_forgotten_when_they_have_become_many(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = Phrases(r"\blibre\b")
    assert pattern.search(Marked("libre et bien d'autres mots"))
    monkeypatch.setattr(phrases, "_MOST_KNOWN", 2)
    Phrases.forget_many()
    assert not Phrases._known  # noqa: SLF001 (that nothing is kept shows nowhere else)
    assert pattern.search(Marked("un autre texte, libre"))


@given(st.text(alphabet="abcdeilnorstuv '-20.", max_size=60))
def test_a_marked_text_and_its_parts_are_the_text(text: str) -> None:
    marked = Marked(text)
    assert marked == text
    assert marked.part(1, 5) == text[1:5]
