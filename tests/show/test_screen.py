import pytest

from ami_cli import show
from ami_cli.show.screen import clean


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("CV [/final].pdf", "CV [/final].pdf"),
        ("a\x1b[31mred", "a�[31mred"),
        ("fdp.\u202egnp", "fdp.�gnp"),
        ("one\ttab\nline", "one\ttab\nline"),
        ("bell\x07\x00\x9b", "bell���"),
        ("l’été « à » Nantes", "l’été « à » Nantes"),
    ],
)
def test_words_from_outside_never_steer_the_terminal(outside: str, shown: str) -> None:
    assert clean(outside) == shown


def test_data_is_written_as_it_is_and_talk_goes_to_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    show.data("[bold]é")
    show.talk("[/x]")
    assert capsys.readouterr() == ("[bold]é\n", "[/x]\n")


def test_an_error_says_what_is_wrong_then_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    show.use("en")
    show.error("no such file: [x]", "look elsewhere")
    show.use("fr")
    show.error("absent")
    assert capsys.readouterr().err == "Error: no such file: [x]\nTo do: look elsewhere\nErreur : absent\n"
