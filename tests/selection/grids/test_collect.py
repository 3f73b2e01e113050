import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ami_cli.models.assessment import Assessment
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator
from ami_cli.selection.grids import Frame, HandedOut, collect, frame, hand_out, read_xlsx
from ami_cli.selection.grids.mistakes import InvalidGridsError

ANA, BO = Evaluator(name="Ana Ruiz"), Evaluator(name="Bo Lind")


@pytest.fixture
def asked(scored_call: Call, assessments: tuple[Assessment, ...]) -> Frame:
    return frame(scored_call, "interest", assessments)


@pytest.fixture
def handed(tmp_path: Path, asked: Frame, assessments: tuple[Assessment, ...]) -> Iterator[list[HandedOut]]:
    return iter([list(hand_out(tmp_path / "grids", asked, assessments, (ANA, BO), (("xlsx", "yaml"), "en")))])


def fill(path: Path, mark: float = 3) -> None:
    book = load_workbook(path)
    for row in range(4, 8):
        book["Grid"].cell(row, 8).value = mark
    book.save(path)


def test_a_grid_that_nobody_touched_is_awaited(handed: Iterator[list[HandedOut]], asked: Frame) -> None:
    files = [one.path for one in next(handed)]
    assert [path.name for path in files] == ["ana-ruiz.xlsx", "ana-ruiz.yaml", "bo-lind.xlsx", "bo-lind.yaml"]
    fill(files[0])
    found = collect(files[0].parent, asked, (ANA, BO, Evaluator(name="Cy Moss")))
    assert ([grid.evaluator for grid in found.grids], found.awaited) == (["Ana Ruiz"], ("Bo Lind", "Cy Moss"))


def test_where_nothing_was_handed_out_nobody_is_awaited(tmp_path: Path, asked: Frame) -> None:
    assert collect(tmp_path / "grids", asked, (ANA,)).awaited == ()


def test_a_grid_that_is_filled_in_is_never_written_over(
    handed: Iterator[list[HandedOut]], asked: Frame, assessments: tuple[Assessment, ...]
) -> None:
    files = [one.path for one in next(handed)]
    fill(files[0])
    files[3].write_text("not a grid", encoding="utf-8")
    before = [path.read_bytes() for path in files]
    again = list(hand_out(files[0].parent, asked, assessments, (ANA, BO), (("xlsx", "yaml"), "en")))
    assert [one.kept.en.partition(":")[0] if one.kept else None for one in again] == ["kept", None, None, "kept"]
    assert [path.read_bytes() for path in files] == before


def test_a_filled_grid_of_an_older_list_is_kept_and_named(
    handed: Iterator[list[HandedOut]], scored_call: Call, assessments: tuple[Assessment, ...]
) -> None:
    files = [one.path for one in next(handed)]
    fill(files[0])
    fewer = assessments[:1]
    (kept,) = hand_out(files[0].parent, frame(scored_call, "interest", fewer), fewer, (ANA,), (("xlsx",), "en"))
    assert kept.kept is not None
    assert "for an older list" in kept.kept.en


def test_all_that_is_wrong_in_a_folder_is_said_at_once(handed: Iterator[list[HandedOut]], asked: Frame) -> None:
    files = [one.path for one in next(handed)]
    files[0].rename(files[0].with_suffix(".ods"))
    files[2].write_bytes(b"PK\x03\x04")
    files[3].write_text("version: 1\ncall: a\ncall: b\n", encoding="utf-8")
    (files[0].parent / ".~lock.ana.xlsx#").write_text("", encoding="utf-8")
    with pytest.raises(InvalidGridsError) as caught:
        collect(files[0].parent, asked, ())
    places = {"ana-ruiz.ods", "bo-lind.xlsx", "bo-lind.yaml:1", "bo-lind.yaml:3"}
    assert {mistake.place for mistake in caught.value.mistakes} == places


def test_two_evaluators_of_one_name_in_a_file_system_have_two_files(
    tmp_path: Path, asked: Frame, assessments: tuple[Assessment, ...]
) -> None:
    names = ("Ana Ruiz", "ana-ruiz!", "Ána Rüiz", "…", "../../x")
    done = hand_out(tmp_path, asked, assessments, [Evaluator(name=name) for name in names], (("yaml",), "fr"))
    assert [one.path.relative_to(tmp_path).as_posix() for one in done] == [
        "ana-ruiz.yaml",
        "ana-ruiz-2.yaml",
        "ana-ruiz-3.yaml",
        "evaluator.yaml",
        "x.yaml",
    ]


def names_its_file(content: bytes) -> bool:
    """Whether a workbook is read, or refused with the name of its file."""
    try:
        read_xlsx.read(content, "x.xlsx")
    except InvalidGridsError as error:
        return [mistake.place.partition(" ")[0] for mistake in error.mistakes] == ["x.xlsx"]
    return True


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_named(
    place: int, byte: int, asked: Frame, assessments: tuple[Assessment, ...], tmp_path: Path
) -> None:
    path = tmp_path / "ana-ruiz.xlsx"
    if not path.exists():
        list(hand_out(tmp_path, asked, assessments, (ANA,), (("xlsx",), "en")))
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    assert names_its_file(bytes(content))


def test_needs_are_asked_in_both_forms(scored_call: Call, assessments: tuple[Assessment, ...], tmp_path: Path) -> None:
    from tests.selection.test_needs import needing

    call = needing(scored_call, "eliminatory")
    asked = frame(call, "interest", assessments)
    workbook, text = (one.path for one in hand_out(tmp_path, asked, assessments, (ANA,), (("xlsx", "yaml"), "en")))
    content = text.read_text(encoding="utf-8").replace("mark: null", "mark: 3")
    text.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidGridsError) as caught:
        collect(tmp_path, asked, ())
    assert {mistake.what.en for mistake in caught.value.mistakes} == {"answer yes or no to the eliminatory need “besoin 0”"}
    text.write_text(content.replace("need-1: null", "need-1: false"), encoding="utf-8")
    (from_text,) = collect(tmp_path, asked, ()).grids
    text.unlink()
    fill(workbook)
    book = load_workbook(io.BytesIO(workbook.read_bytes()))
    column = next(cell.column for cell in book["Candidates"][2] if cell.value == "need-1")
    for row in (4, 5):
        book["Candidates"].cell(row, column).value = "no"
    book.save(workbook)
    (from_workbook,) = collect(tmp_path, asked, ()).grids
    assert [one.needs for one in from_text.judgements] == [one.needs for one in from_workbook.judgements] == [{"need-1": False}] * 2


@pytest.mark.parametrize("damaged", [False, True])
def test_python_clears_up_again_once_grids_are_read(
    handed: Iterator[list[HandedOut]],
    asked: Frame,
    damaged: bool,  # noqa: FBT001 - a case of two
) -> None:
    files = [one.path for one in next(handed)]
    if damaged:
        files[0].write_bytes(b"PK")
        with pytest.raises(InvalidGridsError):
            collect(files[0].parent, asked, ())
    else:
        collect(files[0].parent, asked, ())
    assert gc.isenabled()
