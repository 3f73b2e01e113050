from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.models.assessment import Assessment
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator, Judgement, Mark
from ami_cli.selection.grids import yaml
from ami_cli.selection.grids.mistakes import InvalidGridsError
from ami_cli.selection.grids.plan import frame, plan
from ami_cli.selection.grids.read_back import read_back


def filled(content: bytes) -> str:
    return content.decode().replace("mark: null", "mark: 3").replace("comment: null\n      ", "comment: clair\n      ")


def test_a_text_grid_comes_back_like_a_workbook(scored_call: Call, assessments: tuple[Assessment, ...], tmp_path: Path) -> None:
    grid = plan(frame(scored_call, "interest", assessments), assessments, Evaluator(name="Ana “=1+1” Ruiz"), "en")
    (tmp_path / "ana.yaml").write_text(content := filled(yaml.write(grid)), encoding="utf-8")
    (back,) = read_back([yaml.read(tmp_path / "ana.yaml")], grid.frame)
    assert "# Experience (60.00 %)" in content
    assert (back.evaluator, [(j.application, {c: m.value for c, m in j.marks.items()}) for j in back.judgements]) == (
        "Ana “=1+1” Ruiz",
        [(name, {"experience": Decimal(3), "method": Decimal(3)}) for name in ("01-ana", "02-bo")],
    )


def test_a_text_grid_with_empty_marks_names_their_lines(
    scored_call: Call, assessments: tuple[Assessment, ...], tmp_path: Path
) -> None:
    grid = plan(frame(scored_call, "interest", assessments), assessments, Evaluator(name="Ana"), "en")
    (tmp_path / "ana.yaml").write_bytes(yaml.write(grid))
    with pytest.raises(InvalidGridsError) as caught:
        read_back([yaml.read(tmp_path / "ana.yaml")], grid.frame)
    lines = (tmp_path / "ana.yaml").read_text(encoding="utf-8").splitlines()
    marks = [f"ana.yaml:{number}" for number, line in enumerate(lines, start=1) if "mark: null" in line]
    assert sorted(mistake.place for mistake in caught.value.mistakes) == sorted(marks)


def test_a_text_grid_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").write_text("call: x\n", encoding="utf-8")
    with pytest.raises(InvalidGridsError):
        yaml.read(tmp_path / "ana.yaml")


@given(name=st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_a_hostile_name_stays_a_name(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.selection.conftest import CRITERIA, a_call, an_assessment

    call = a_call(mode="scored", criteria=CRITERIA)
    one = an_assessment("01-ana").model_copy(
        update={"application": an_assessment("01-ana").application.model_copy(update={"applicant": name})}
    )
    path = tmp_path_factory.mktemp("grid") / "ana.yaml"
    path.write_text(filled(yaml.write(plan(frame(call, "interest", [one]), [one], Evaluator(name=name), "fr"))), encoding="utf-8")
    returned = yaml.read(path)
    assert (returned.said["evaluator"], [row.key for row in returned.candidates]) == (name, [("01-ana",)])


def test_a_reasoned_grid_takes_grounds(reasoned_call: Call, assessments: tuple[Assessment, ...], tmp_path: Path) -> None:
    grid = plan(frame(reasoned_call, "interest", assessments[:1]), assessments[:1], Evaluator(name="Ana"), "fr")
    text = yaml.write(grid).decode().replace("retained: null", "retained: true").replace("ground: null", "ground: Clair.")
    (tmp_path / "ana.yaml").write_text(text, encoding="utf-8")
    (back,) = read_back([yaml.read(tmp_path / "ana.yaml")], grid.frame)
    assert back.judgements == (Judgement(application="01-ana", retained=True, ground="Clair."),)
    assert back.judgements[0].marks == dict[str, Mark]()
