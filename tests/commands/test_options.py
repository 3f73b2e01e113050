import pytest

from ami_cli.commands.options import chosen, chosen_within, pair


@pytest.mark.parametrize(("fr", "en"), [("l’adresse", "the sender's address"), ("l'appel", "the call"), ("a", "b")])
def test_one_wording_of_a_pair_is_shown(fr: str, en: str) -> None:
    assert (chosen(pair(fr, en), "fr"), chosen(pair(fr, en), "en")) == (fr, en)
    assert chosen("alone", "fr") == chosen("alone", "en") == "alone"


def test_pairs_inside_a_message_are_replaced() -> None:
    message = f"Missing argument '{pair('APPEL', 'CALL')}'. See '{pair('DOSSIER', 'DIR')}'"
    assert chosen_within(message, "en") == "Missing argument 'CALL'. See 'DIR'"
