from pathlib import Path

import pytest
import yaml

from ami_cli.facts.prose import best_kind, understand
from ami_cli.models.facts import Page

TEXTS = [(one["kind"], one["text"]) for one in yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("kind", "text"), TEXTS)
def test_a_text_is_of_the_kind_a_reader_gives_it(kind: str, text: str) -> None:
    assert best_kind(understand((Page(number=1, text=text),)).kinds)[0] == kind


def test_a_page_without_words_is_of_no_kind() -> None:
    assert understand((Page(number=1, text=" \n "),)).kinds == {}


def test_likenesses_are_shares_between_none_and_all() -> None:
    for _, text in TEXTS:
        assert all(0 <= share <= 1 for share in understand((Page(number=1, text=text),)).kinds.values())
