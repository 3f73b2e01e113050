import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from ami_cli.models.assessment import Assessment
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator, Judgement, Mark
from ami_cli.selection.grids import read_xlsx, xlsx
from ami_cli.selection.grids.mistakes import InvalidGridsError
from ami_cli.selection.grids.plan import GridPlan, frame, plan
from ami_cli.selection.grids.read_back import read_back

Fill = Callable[[Workbook], None]


@pytest.fixture
def handed_out(scored_call: Call, assessments: tuple[Assessment, ...]) -> GridPlan:
    return plan(frame(scored_call, "interest", assessments), assessments, Evaluator(name="Ana Ruiz"), "fr")


def filled(grid: GridPlan, *changes: Fill) -> bytes:
    """The grid as an evaluator returns it: every mark given, then the changes."""
    book = load_workbook(io.BytesIO(xlsx.write(grid)))
    for row in range(4, 8):
        entry = "3 · bon" if book["Grille"].cell(row, 3).value == "experience" else 4
        book["Grille"].cell(row, 8).value = entry
        book["Grille"].cell(row, 9).value = "clair"
    for change in changes:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def mistakes(content: bytes, grid: GridPlan) -> list[str]:
    with pytest.raises(InvalidGridsError) as caught:
        read_back([read_xlsx.read(content, "ana.xlsx")], grid.frame)
    return [f"{mistake.place}: {mistake.what.en}" for mistake in caught.value.mistakes]


def put(sheet: str, cell: str, value: str | float | None) -> Fill:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def test_a_filled_grid_comes_back_whole(handed_out: GridPlan) -> None:
    (grid,) = read_back([read_xlsx.read(filled(handed_out), "ana.xlsx")], handed_out.frame)
    marks = {"experience": Mark(value=Decimal(3), comment="clair"), "method": Mark(value=Decimal(4), comment="clair")}
    assert (grid.evaluator, grid.judgements) == (
        "Ana Ruiz",
        (Judgement(application="01-ana", marks=marks), Judgement(application="02-bo", marks=marks)),
    )


def test_a_conflict_leaves_out_the_marks_and_needs_its_reason(handed_out: GridPlan) -> None:
    row = next(n for n, entry in enumerate(handed_out.entries, start=4) if entry.application == "01-ana")
    conflict = put("Candidats", f"F{row}", "oui")
    assert mistakes(filled(handed_out, conflict), handed_out) == [
        f"ana.xlsx · Candidats!H{row}: a conflict of interest or an abstention needs a reason"
    ]
    content = filled(handed_out, conflict, put("Candidats", f"H{row}", "ancien collègue"))
    (grid,) = read_back([read_xlsx.read(content, "ana.xlsx")], handed_out.frame)
    assert grid.judgements[0] == Judgement(application="01-ana", conflict=True, reason="ancien collègue")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (put("Grille", "H4", None), "ana.xlsx · Grille!H4: mark missing for the criterion “experience”"),
        (put("Grille", "H4", "4"), "ana.xlsx · Grille!H4: “4” is not a mark of the scale (0 to 5)"),
        (put("Grille", "H5", 5.5), "ana.xlsx · Grille!H5: “5.5” is not a mark of the scale (0 to 5)"),
        (put("Grille", "H5", "=2+2"), "ana.xlsx · Grille!H5: there is a formula where a value belongs: write the value itself"),
        (put("Grille", "C4", "style"), "ana.xlsx · Grille!A4: unknown or changed row: “{first} / style”"),
        (
            put("Grille", "E30", "à revoir"),
            "ana.xlsx · Grille!A30: there is text outside the rows of the grid: put it into a cell “Comment”, or delete it",
        ),
        (
            lambda book: setattr(book["Grille"], "title", "Notes"),
            "ana.xlsx: a sheet is missing or has another name: give it its name again (Grille)",
        ),
        (put("Candidats", "F4", "peut-être"), "ana.xlsx · Candidats!F4: answer yes or no"),
        (put("ami", "B2", "other-call"), "ana.xlsx: this grid was made for another call"),
        (
            put("ami", "B5", "0" * 64),
            "ana.xlsx: this grid was made for an older list (other candidates or criteria): make it again with “ami grids”",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(change: Fill, expected: str, handed_out: GridPlan) -> None:
    found = mistakes(filled(handed_out, change), handed_out)
    assert found[0] == expected.format(first=handed_out.entries[0].application)


def test_every_mistake_is_said_at_once(handed_out: GridPlan) -> None:
    content = filled(handed_out, put("Grille", "H4", None), put("Grille", "H5", "=1"), put("Candidats", "F5", "?"))
    assert len(mistakes(content, handed_out)) == 3


def test_the_same_evaluator_twice_is_refused(handed_out: GridPlan) -> None:
    content = filled(handed_out)
    with pytest.raises(InvalidGridsError) as caught:
        read_back([read_xlsx.read(content, "a.xlsx"), read_xlsx.read(content, "b.xlsx")], handed_out.frame)
    assert [(m.place, m.what.fr) for m in caught.value.mistakes] == [("b.xlsx", "Ana Ruiz a déjà rendu une grille : a.xlsx")]


def test_a_workbook_locked_by_a_password_is_told_what_to_do() -> None:
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    with pytest.raises(InvalidGridsError) as caught:
        read_xlsx.read(locked, "x.xlsx")
    assert [mistake.what.en.partition(":")[0] for mistake in caught.value.mistakes] == [
        "this file is protected by a password, or is an old format (.xls) under another name"
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a workbook", bytes(1000)])
def test_what_is_no_workbook_is_named(content: bytes) -> None:
    with pytest.raises(InvalidGridsError) as caught:
        read_xlsx.read(content, "x.xlsx")
    assert [mistake.place for mistake in caught.value.mistakes] == ["x.xlsx"]


def test_the_order_of_candidates_is_the_evaluators_own_and_always_the_same(
    scored_call: Call, assessments: tuple[Assessment, ...]
) -> None:
    asked = frame(scored_call, "interest", assessments)

    def order(name: str) -> list[str]:
        return [entry.application for entry in plan(asked, assessments, Evaluator(name=name), "fr").entries]

    assert order("Ana") == order("Ana")
    assert {tuple(order(name)) for name in "ABCDEFGH"} == {("01-ana", "02-bo"), ("02-bo", "01-ana")}


def test_the_same_grid_is_the_same_bytes(handed_out: GridPlan) -> None:
    assert xlsx.write(handed_out) == xlsx.write(handed_out)
