from ami_cli.models.call import Call
from ami_cli.models.text import Text
from ami_cli.wording.reviews import Stale, digests, stale
from tests.conftest import setting

SETTING = setting("capitalisation-mna-nantes")


def with_eligibility(fr: str, en: str) -> Call:
    return SETTING.call.model_copy(update={"eligibility": Text({"fr": fr, "en": en})})


BEFORE = digests(with_eligibility("Un.\n\nDeux.", "One.\n\nTwo."), SETTING.organisation)


def found(fr: str, en: str) -> tuple[Stale, ...]:
    return tuple(stale(BEFORE, with_eligibility(fr, en), SETTING.organisation))


def test_nothing_changed_or_both_changed_is_no_matter() -> None:
    assert found("Un.\n\nDeux.", "One.\n\nTwo.") == ()
    assert found("Un.\n\nDeux bis.", "One.\n\nTwo bis.") == ()
    assert found("Un.\n\nDeux.", "One.\n\n  Two. ") == ()


def test_a_paragraph_changed_in_one_language_is_told_with_its_place() -> None:
    text = "Un.\n\nDeux bis."
    assert found(text, "One.\n\nTwo.") == (Stale("eligibility", "fr", "en", 2, 3, text),)


def test_a_paragraph_added_in_one_language_is_told() -> None:
    text = "One.\n\nTwo.\n\nThree."
    assert found("Un.\n\nDeux.", text) == (Stale("eligibility", "en", "fr", 3, 10, text),)


def test_a_text_that_was_not_there_before_has_nothing_to_be_compared_with() -> None:
    call = with_eligibility("Un.", "One.").model_copy(update={"profile_note": Text({"fr": "a", "en": "b"})})
    assert [each.path for each in stale({}, call, SETTING.organisation)] == []
