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
