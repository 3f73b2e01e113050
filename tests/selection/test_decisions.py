from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli.errors import SourceError
from ami_cli.models.decision import Decisions
from ami_cli.models.shortlist import Candidate, Decision, Shortlist
from ami_cli.selection.decisions import added, decision, load_decisions

NOON = datetime(2025, 9, 3, 12, tzinfo=UTC)


def shortlist(**decisions: Decision) -> Shortlist:
    candidates = tuple(Candidate(application=name, applicant=None, decision=value) for name, value in decisions.items())
    return Shortlist(call="x", max=6, mode="reasoned", candidates=candidates, complete="undecided" not in decisions.values())


def test_a_decision_is_written_and_read_back(tmp_path: Path) -> None:
    entry = decision(shortlist(ana="shortlisted", bo="reserve", cy="excluded"), "Comité", NOON, "interest", None)
    path = tmp_path / "decisions.yaml"
    path.write_text(added("", Decisions(), entry) or "", encoding="utf-8")
    assert load_decisions(path) == Decisions(decisions=(entry,))
    assert (entry.shortlisted, entry.reserve, entry.not_retained, entry.excluded) == (("ana",), ("bo",), (), ("cy",))


def test_a_change_is_added_with_its_reason_and_the_first_stays(tmp_path: Path) -> None:
    first = decision(shortlist(ana="shortlisted", bo="reserve"), "Comité", NOON, "interest", None)
    second = decision(shortlist(ana="not_retained", bo="shortlisted"), "Comité", NOON, "interest", "Ana se retire.")
    text = added("", Decisions(), first) or ""
    path = tmp_path / "decisions.yaml"
    path.write_text(added(text, Decisions(decisions=(first,)), second) or "", encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith(text)
    assert load_decisions(path).decisions == (first, second)
    assert load_decisions(path).current("interest") == second


def test_a_change_without_a_reason_is_refused() -> None:
    first = decision(shortlist(ana="shortlisted"), "Comité", NOON, "interest", None)
    second = decision(shortlist(ana="not_retained"), "Comité", NOON, "interest", None)
    with pytest.raises(SourceError):
        added("", Decisions(decisions=(first,)), second)


def test_the_same_decision_twice_changes_nothing() -> None:
    first = decision(shortlist(ana="shortlisted"), "Comité", NOON, "interest", None)
    assert added("", Decisions(decisions=(first,)), first) is None


def test_nothing_is_decided_while_somebody_is_undecided() -> None:
    with pytest.raises(SourceError) as caught:
        decision(shortlist(ana="shortlisted", bo="undecided"), "Comité", NOON, "interest", None)
    assert caught.value.en == "some applications are undecided: bo"


@given(who=st.text(min_size=1).filter(str.strip), reason=st.text(min_size=1).filter(str.strip))
def test_hostile_names_and_reasons_stay_values(who: str, reason: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    entry = decision(shortlist(ana="shortlisted"), who, NOON, "interest", reason)
    path = tmp_path_factory.mktemp("d") / "decisions.yaml"
    path.write_text(added("", Decisions(), entry) or "", encoding="utf-8")
    assert load_decisions(path).decisions == (entry,)
