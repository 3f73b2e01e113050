import pytest

from ami_cli import notice
from tests.notice.rich import rich


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_longer_than_72_columns(nantes: notice.Setting, brand: notice.Brand, language: str) -> None:
    for setting in (nantes, rich()):
        lines = notice.write(notice.compose(setting, language), "txt", brand).decode().split("\n")
        assert len(lines) > 100
        assert [line for line in lines if len(line) > 72] == []


def test_the_subject_is_on_one_line_wherever_it_stands(nantes: notice.Setting, brand: notice.Brand) -> None:
    text = notice.write(notice.compose(nantes, "fr"), "txt", brand).decode()
    assert text.count("Capitalisation / MNA Nantes / France") == 2
    assert "\n    Capitalisation / MNA Nantes / France\n" in text


def test_a_table_is_a_list_with_what_each_cell_is(nantes: notice.Setting, brand: notice.Brand) -> None:
    text = notice.write(notice.compose(nantes, "en"), "txt", brand).decode()
    assert "- Deadline to express interest: Sunday 31 August 2025 at 12:00 (Paris\n  time, UTC+2)\n" in text


def test_a_draft_says_so_first(trafficking: notice.Setting, brand: notice.Brand) -> None:
    assert notice.write(notice.compose(trafficking, "en"), "txt", brand).startswith(b"*** DRAFT: ")
