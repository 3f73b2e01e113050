from pathlib import Path

import pytest

from ami_cli.models.evaluation import Committee, Evaluator
from ami_cli.selection.written import InvalidWrittenError, load_committee, load_grounds

GOOD = """\
grounds:
  - application: 01-ana
    retained: true
    ground: Méthode claire.
  - application: 02-bo
    retained: false
    reserve: 1
    ground: {fr: Peu d’expérience., en: Little experience.}
"""


def test_grounds_are_read_in_one_language_or_two(tmp_path: Path) -> None:
    (tmp_path / "grounds.yaml").write_text(GOOD, encoding="utf-8")
    grounds = load_grounds(tmp_path / "grounds.yaml")
    assert grounds is not None
    assert [(g.application, g.retained, g.reserve, g.ground.any_of("en")) for g in grounds.grounds] == [
        ("01-ana", True, None, "Méthode claire."),
        ("02-bo", False, 1, "Little experience."),
    ]


def test_no_file_is_no_grounds(tmp_path: Path) -> None:
    assert load_grounds(tmp_path / "grounds.yaml") is None
    assert load_committee(tmp_path / "evaluators.yaml") == Committee()


def test_every_mistake_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "grounds.yaml"
    lines = ["grounds:", "  - application: 01-ana", "    retained: peut-être", "    ground: Bien."]
    lines += ["  - application: 02-bo", "    retain: true", "    ground: ''"]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidWrittenError) as caught:
        load_grounds(path)
    assert [(remark.line, remark.path) for remark in caught.value.remarks] == [
        (3, "grounds.0.retained"),
        (5, "grounds.1.retained"),
        (6, "grounds.1.retain"),
        (7, "grounds.1.ground"),
    ]


def test_a_candidate_with_two_grounds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "grounds.yaml"
    path.write_text(GOOD.replace("02-bo", "01-ana"), encoding="utf-8")
    with pytest.raises(InvalidWrittenError) as caught:
        load_grounds(path)
    assert [(r.line, r.message.en) for r in caught.value.remarks] == [(5, "“01-ana” already has a ground above")]


def test_the_committee_is_read(tmp_path: Path) -> None:
    path = tmp_path / "evaluators.yaml"
    path.write_text("evaluators:\n  - name: Ana Ruiz\n    email: ana@org.example\n", encoding="utf-8")
    assert load_committee(path) == Committee(evaluators=(Evaluator(name="Ana Ruiz", email="ana@org.example"),))


@pytest.mark.parametrize("content", ["", "# rien encore\n", "- 01-ana\n"])
def test_a_file_without_keys_is_told_which_belong_there(content: str, tmp_path: Path) -> None:
    path = tmp_path / "grounds.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidWrittenError) as caught:
        load_grounds(path)
    assert [remark.remedy.en for remark in caught.value.remarks if remark.remedy] == [
        "write what belongs there (grounds), or delete it"
    ]
