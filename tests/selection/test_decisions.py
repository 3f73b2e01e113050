from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.errors import SourceError
from ami_cli.models.decision import Decisions
from ami_cli.models.shortlist import Candidate, Decision, Shortlist
from ami_cli.selection.decisions import decision, load_decisions, record

NOON = datetime(2025, 9, 3, 12, tzinfo=UTC)


def shortlist(**decisions: Decision) -> Shortlist:
    candidates = tuple(Candidate(application=name, applicant=None, decision=value) for name, value in decisions.items())
    return Shortlist(call="x", max=6, mode="reasoned", candidates=candidates, complete="undecided" not in decisions.values())


def test_a_decision_is_written_and_read_back(tmp_path: Path) -> None:
    entry = decision(shortlist(ana="shortlisted", bo="reserve", cy="excluded"), "Comité", NOON, "interest", None)
    path = tmp_path / "decisions.yaml"
    assert record(path, entry)
    assert load_decisions(path) == Decisions(decisions=(entry,))
    assert (entry.shortlisted, entry.reserve, entry.not_retained, entry.excluded) == (("ana",), ("bo",), (), ("cy",))


def test_a_change_is_added_with_its_reason_and_the_first_stays(tmp_path: Path) -> None:
    first = decision(shortlist(ana="shortlisted", bo="reserve"), "Comité", NOON, "interest", None)
    second = decision(shortlist(ana="not_retained", bo="shortlisted"), "Comité", NOON, "interest", "Ana se retire.")
    path = tmp_path / "decisions.yaml"
    assert record(path, first)
    text = path.read_text(encoding="utf-8")
    assert record(path, second)
    assert path.read_text(encoding="utf-8").startswith(text)
    assert load_decisions(path).decisions == (first, second)
    assert load_decisions(path).current("interest") == second


def test_a_change_without_a_reason_is_refused(tmp_path: Path) -> None:
    first = decision(shortlist(ana="shortlisted"), "Comité", NOON, "interest", None)
    second = decision(shortlist(ana="not_retained"), "Comité", NOON, "interest", None)
    path = tmp_path / "decisions.yaml"
    record(path, first)
    with pytest.raises(SourceError):
        record(path, second)
    assert load_decisions(path).decisions == (first,)


def test_the_same_decision_twice_changes_nothing(tmp_path: Path) -> None:
    first = decision(shortlist(ana="shortlisted"), "Comité", NOON, "interest", None)
    path = tmp_path / "decisions.yaml"
    assert record(path, first)
    assert not record(path, first)
    assert load_decisions(path).decisions == (first,)


def test_nothing_is_decided_while_somebody_is_undecided() -> None:
    with pytest.raises(SourceError) as caught:
        decision(shortlist(ana="shortlisted", bo="undecided"), "Comité", NOON, "interest", None)
    assert caught.value.en == "some applications are undecided: bo"


@given(who=st.text(min_size=1).filter(str.strip), reason=st.text(min_size=1).filter(str.strip))
def test_hostile_names_and_reasons_stay_values(who: str, reason: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    entry = decision(shortlist(ana="shortlisted"), who, NOON, "interest", reason)
    path = tmp_path_factory.mktemp("d") / "decisions.yaml"
    record(path, entry)
    assert load_decisions(path).decisions == (entry,)
