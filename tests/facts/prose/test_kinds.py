from pathlib import Path

import pytest
import yaml

from ami_cli.facts.prose import best_kind, understand
from ami_cli.models.facts import Page

NOTICES = yaml.safe_load(Path(__file__).with_name("notices.yaml").read_text(encoding="utf-8"))
TEXTS = [(one["kind"], one["text"]) for one in yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("kind", "text"), TEXTS)
def test_a_text_is_of_the_kind_a_reader_gives_it(kind: str, text: str) -> None:
    assert best_kind(understand((Page(number=1, text=text),)).kinds)[0] == kind


def test_a_page_without_words_is_of_no_kind() -> None:
    assert understand((Page(number=1, text=" \n "),)).kinds == {}


def test_likenesses_are_shares_between_none_and_all() -> None:
    for _, text in TEXTS:
        assert all(0 <= share <= 1 for share in understand((Page(number=1, text=text),)).kinds.values())


def test_a_short_text_is_never_surely_something_else_merely_because_it_looks_like_nothing() -> None:
    bare = "Ana Martin\nevaluations, mostly health\nSenegal 2019, Chad 2021\nspeaks four tongues\nlives in Lyon"
    invoice = "Invoice no. 12\nAmount due: 450 EUR\nPayment by transfer within thirty days\nThank you for your order\nVAT 20 %"
    likeness = understand((Page(number=1, text=bare),)).kinds
    assert likeness["other"] <= 0.85
    kind, confidence = best_kind(understand((Page(number=1, text=invoice),)).kinds)
    assert (kind, confidence >= 0.9) == ("other", True)


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_to_colleagues_is_never_surely_a_letter_of_application(text: str) -> None:
    kind, confidence = best_kind(understand((Page(number=1, text=text),)).kinds)
    assert kind == "other" or confidence < 0.6
