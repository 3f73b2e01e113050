import pytest

from ami_cli.models.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("numbers", "fr", "en"),
    [
        ([3], "page 3", "page 3"),
        ([4, 3], "pages 3 et 4", "pages 3 and 4"),
        ([1, 2, 3], "pages 1 à 3", "pages 1 to 3"),
        ([1, 3, 3, 4, 5, 9, 10], "pages 1, 3 à 5, 9 et 10", "pages 1, 3 to 5, 9 and 10"),
    ],
)
def test_pages_in_words(numbers: list[int], fr: str, en: str) -> None:
    assert (page_numbers(numbers).fr, page_numbers(numbers).en) == (fr, en)
