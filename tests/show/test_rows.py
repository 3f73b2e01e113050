import pytest

from ami_cli import show
from ami_cli.models.table import Align, Column, table


def drawn(capsys: pytest.CaptureFixture[str], titles: list[tuple[str, Align]], rows: list[list[str]]) -> list[str]:
    columns = [Column(title=title, align=align) for title, align in titles]
    show.table(table("", columns, rows, "en"))
    return capsys.readouterr().out.splitlines()


def test_a_cell_is_folded_in_its_column_and_the_others_of_its_row_go_on_blank(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    rows = [["one", "what is folded since it is longer than its room\nand a line", "3"], ["two", "short", "12"]]
    assert drawn(capsys, [("", "left"), ("What", "center"), ("How many", "right")], rows) == [
        "               What             How many",
        "────────────────────────────────────────",
        "one   what is folded since it          3",
        "      is longer than its room",
        "            and a line",
        "two            short                  12",
        "",
    ]


def test_wide_characters_take_two_columns_and_marks_that_join_take_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert drawn(capsys, [("A┼", "left"), ("B", "left")], [["日本", "x"], ["e\u0301te\u0301", "y"], ["z\u200d", "w"]]) == [
        "A┼     B",
        "────────",
        "日本   x",
        "e\u0301te\u0301    y",
        "z\u200d       w",
        "",
    ]


def test_more_columns_than_there_is_room_for_leave_what_they_can(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = drawn(capsys, [(str(place), "left") for place in range(30)], [["x"] * 30])
    assert max(map(len, lines)) <= 40
