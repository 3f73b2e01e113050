import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.facts.prose import understand
from ami_cli.models.facts import Page

FRAGMENTS = st.sampled_from(
    [
        "Madame, Monsieur,",
        "CURRICULUM VITAE",
        "Références :",
        "disponible du 13/10 au 12/12",
        "en 2019, pour l’association Étoile",
        "• ",
        "1. ",
        "\n",
        "\n\n",
        "\t",
        "   ",
        " ; ",
        "(2022-2023)",
        "Ada Lovelace",
        "cabinet Étoile",
        "SARL",
        "www.dropbox.com/s/x",
        "ﬁn",
        "e\u0301tude",
        "survi-\nvors",
        "\x00",
        "😀",
    ]
)
HOSTILE = [
    "a" * 100_000,
    "a b, " * 16_000,
    "A " * 30_000,
    "2020 " * 12_000,
    "- " * 30_000,
    ". A" * 20_000,
    "de la " * 10_000,
    "(" * 50_000,
    "du 1 au " * 8_000,
    "\n" * 60_000,
    "A.-" * 20_000,
    "1/1/" * 15_000,
    "é-\n" * 20_000,
    "available " * 6_000,
    "x@" * 30_000,
    "Aa de " * 10_000,
    "0 " * 30_000,
    "12 12 12 " * 7_000,
    "'" * 50_000,
    "A'A'" * 15_000,
    "1a" * 50_000,
    " ".join(f"{number}a" for number in range(15_000)),
    "ivx" * 30_000,
    "eur usd " * 12_000,
    ";. " * 30_000,
]


def pages(*texts: str) -> tuple[Page, ...]:
    return tuple(Page(number=number, text=text) for number, text in enumerate(texts, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=40).map(" ".join)), max_size=4))
def test_any_text_is_understood_and_quoted_word_for_word(texts: list[str]) -> None:
    given_pages = pages(*texts)
    found = understand(given_pages)
    assert bool(found.parts) == bool(texts)
    for statement in found.stated:
        assert statement.page is not None
        assert statement.quote
        assert statement.quote in given_pages[statement.page - 1].text
    assert [part.first_page for part in found.parts] == sorted({part.first_page or 0 for part in found.parts})


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_long_hostile_text_takes_bounded_time(text: str) -> None:
    started = time.process_time()
    understand(pages(text))
    assert time.process_time() - started < 3


def test_no_page_is_no_part_and_no_language() -> None:
    found = understand(())
    assert (found.language, found.kinds, found.parts, found.stated) == (None, {}, (), ())
