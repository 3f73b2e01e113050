import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.subjects import Match, closest, fold_subject

ASKED = "Capitalisation / MNA Nantes / France"


@pytest.mark.parametrize(
    "written",
    [
        "Capitalisation / MNA Nantes / France",
        "capitalisation/mna nantes/france",
        "Re: Capitalisation / MNA Nantes / France",
        "RE : TR : Réf : « Capitalisation / MNA Nantes / France »",
        "Fwd: [EXT] “Capitalisation – MNA Nantes — France”",
        "Re[2]: Capitalisation/ MNA\u00a0Nantes /France",
        "Ca\u0301pitalisation / MNA Nantes / France",
        "capitalisation \u200bMNA Nantes France",
    ],
)
def test_ways_of_writing_the_same_subject(written: str) -> None:
    assert closest(written, [ASKED]) == Match(ASKED, "same", 0)


def test_words_around_the_asked_subject_do_no_harm() -> None:
    assert closest("Candidature Horizon - Capitalisation / MNA Nantes / France - lot 1", [ASKED]) == Match(ASKED, "within", 0)


def test_a_slip_of_the_hand_is_near_and_its_distance_is_given() -> None:
    assert closest("Capitalization / MNA Nante / France", [ASKED]) == Match(ASKED, "near", 2)


def test_another_subject_is_other() -> None:
    match = closest("Candidature spontanée", [ASKED])
    assert match is not None
    assert match.likeness == "other"
    assert match.distance > 20


def test_the_closest_of_several_asked_subjects_is_taken() -> None:
    assert closest("re: trafficking positioning", [ASKED, "Trafficking Positioning"]) == Match("Trafficking Positioning", "same", 0)


def test_a_blank_to_fill_in_takes_any_words() -> None:
    asked = "AMI Nantes – [Nom du candidat] – 2025"
    assert closest("AMI Nantes - Cabinet Horizon - 2025", [asked]) == Match(asked, "within", 0)


def test_no_asked_subject_no_match() -> None:
    assert closest("anything", []) is None


def test_a_word_that_only_begins_like_the_subject_is_not_it() -> None:
    match = closest("Nantestown", ["Nantes"])
    assert match is not None
    assert match.likeness != "within"


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(subject: str) -> None:
    once = fold_subject(subject)
    assert fold_subject(once) == once


@given(st.text(min_size=1, max_size=80), st.text(max_size=80))
def test_any_two_subjects_compare(subject: str, asked: str) -> None:
    match = closest(subject, [asked])
    assert match is not None
    assert match.distance >= 0


def test_a_huge_subject_is_compared_in_bounded_time() -> None:
    match = closest("x " * 100_000, [ASKED])
    assert match is not None
    assert match.likeness == "other"
