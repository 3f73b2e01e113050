import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.made_up import EMAIL, call, case, outcome, status

RULE = "wrong-subject"
MET = [
    "Capitalisation / Nantes",
    "RE : capitalisation – NANTES",
    "Fwd: « Capitalisation/Nantes »",
    "Candidature Horizon : Capitalisation / Nantes",
]
TO_VERIFY = [None, "", "Capitalisation / Nante", "Candidature spontanée"]


@pytest.mark.parametrize("subject", MET)
def test_as_asked(subject: str) -> None:
    assert status(case(subject=subject), RULE) == "met"


@pytest.mark.parametrize("subject", TO_VERIFY)
def test_a_person_looks(subject: str | None) -> None:
    assert status(case(subject=subject), RULE) == "to_verify"


@given(st.none() | st.text(max_size=60))
def test_never_a_rejection_on_the_subject(subject: str | None) -> None:
    assert status(case(subject=subject), RULE) != "not_met"


def test_the_distance_is_shown() -> None:
    found = outcome(case(subject="Capitalization / Nante"), RULE)
    assert found.message.fr == "objet presque conforme : « Capitalization / Nante » (2 lettres d’écart)"
    assert found.message.en == "subject almost as asked: “Capitalization / Nante” (2 letters apart)"


def test_any_of_several_subjects_and_of_several_deliveries() -> None:
    channel = EMAIL | {"subjects": ["Capitalisation / Nantes", "Lessons learnt / Nantes"]}
    asked = call(application={"channels": {"accepted": [channel]}})
    deliveries = [{"id": "1", "subject": "hello"}, {"id": "2", "subject": "lessons learnt nantes"}]
    assert status(case(of=asked, subject=None, deliveries=deliveries), RULE) == "met"


def test_no_subject_asked_nothing_to_compare() -> None:
    asked = call(application={"channels": {"accepted": [{"email": "candidatures@exemple.org"}]}})
    assert status(case(of=asked, subject="anything"), RULE) == "not_applicable"


def test_paper_has_no_subject() -> None:
    assert status(case(channel="paper", channel_address=None, subject=None), RULE) == "not_applicable"
