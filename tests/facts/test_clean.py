import pytest

from ami_cli.facts.clean import clean


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("capitali\x02\nsation", "capitalisation"),
        ("capitali\x02sation", "capitalisation"),
        ("CAPITALI\x02\nSATION", "CAPITALISATION"),
        ("Marie\x02\nClaude", "Marie-Claude"),
        ("André\ufffeÉmile", "André-Émile"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_made_whole_and_a_compound_name_keeps_its_hyphen(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize("odd", ["\x00", "\x1f", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufeff", "\uffff"])
def test_what_is_no_text_is_taken_out(odd: str) -> None:
    assert clean(f"dé{odd}jà vu") == "déjà vu"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0c", "\x85", "\u2028"])
def test_lines_end_in_one_way(end: str) -> None:
    assert clean(f"une{end}deux{end}") == "une\ndeux"


@pytest.mark.parametrize("space", [" ", "\t", "\xa0", "\u202f", "\u3000"])
def test_spaces_and_letters_of_any_kind_stay(space: str) -> None:
    assert clean(f"3{space}жé€") == f"3{space}жé€"


def test_ligatures_are_spelt_out_and_accents_composed() -> None:
    assert clean("o\ufb03ce, e\u0301te\u0301") == "office, été"
