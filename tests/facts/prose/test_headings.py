"""What a heading announces: works, courses, writings, posts."""

import pytest

from ami_cli.facts.prose.headings import announced, is_of_others_work


@pytest.mark.parametrize(
    ("heading", "works", "courses", "writings", "posts"),
    [
        ("missions realisees", True, False, False, False),
        ("formations suivies", False, True, False, False),
        ("training followed", False, True, False, False),
        ("formations animees pour des associations", False, False, False, False),
        ("publications", False, False, True, False),
        ("parcours professionnel", False, False, False, True),
        ("languages", False, False, False, False),
        ("", False, False, False, False),
    ],
)
def test_what_a_heading_announces(heading: str, works: bool, courses: bool, writings: bool, posts: bool) -> None:  # noqa: FBT001 - columns of the case
    assert announced(heading) == (works, courses, writings, posts)


@pytest.mark.parametrize(
    "heading", ["formations", "training followed", "etudes et diplomes", "education", "publications", "education and training"]
)
def test_below_some_headings_stands_no_work_done_for_a_client(heading: str) -> None:
    assert is_of_others_work(heading)


@pytest.mark.parametrize(
    "heading", ["formations animees", "training for organisations", "missions et formations", "key qualifications", ""]
)
def test_below_others_it_may(heading: str) -> None:
    assert not is_of_others_work(heading)
