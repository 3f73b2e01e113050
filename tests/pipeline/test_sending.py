import re
import shutil
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ami_cli.errors import SourceError, UsageError
from ami_cli.models.decision import DecisionEntry
from ami_cli.pipeline import sending
from ami_cli.pipeline.scope import Scope
from ami_cli.selection.decisions import record
from ami_cli.workspace import Workspace
from tests.running import run

CALL = "capitalisation-mna-nantes"
NOW = datetime(2025, 9, 3, 10, tzinfo=UTC)


@pytest.fixture
def scope(example: Path, tmp_path: Path) -> Scope:
    root = Path(shutil.copytree(example, tmp_path / "w"))
    place = Workspace(root)
    return Scope(place, place.calls / f"{CALL}.yaml", place.submissions(CALL))


def decided(scope: Scope, shortlisted: tuple[str, ...], not_retained: tuple[str, ...], reason: str | None = None) -> None:
    path = scope.workspace.evaluations(CALL) / "decisions.yaml"
    entry = DecisionEntry(
        when=NOW,
        who="Comité",
        stage="interest",
        shortlisted=shortlisted,
        not_retained=not_retained,
        shortlist="0" * 64,
        reason=reason,
    )
    assert record(path, entry)


def outcomes(scope: Scope) -> dict[str, str]:
    way = sending.Way(None, 600, None, lambda: NOW)
    return {one.outgoing.name: one.outcome for one in sending.send(scope, way)}


def test_a_letter_that_the_decision_does_not_bear_out_any_more_is_not_sent(scope: Scope) -> None:
    decided(scope, ("01-atelier-du-recit",), ("06-collectif-traverse",))
    done = run("letters", "regret", "--now", "2025-09-03T10:00", where=scope.workspace.root)
    assert done.code == 0, done.err
    assert outcomes(scope) == {"regret/06-collectif-traverse.eml": "would_send"}
    decided(scope, ("01-atelier-du-recit", "06-collectif-traverse"), (), "Erreur de lecture")
    assert outcomes(scope) == {"regret/06-collectif-traverse.eml": "not_sent"}


def unknown(scope: Scope) -> str:
    """Draft the receipts; of the first, note that its sending began, and nothing more."""
    assert run("letters", "receipt", "--now", "2025-09-03T10:00", where=scope.workspace.root).code == 0
    first = sending.outgoing(scope)[0]
    sending.record_step(scope, first, "begun", NOW)
    return first.name


@pytest.mark.parametrize(("word", "outcome"), [("--arrived", "already_sent"), ("--again", "would_send")])
def test_a_person_settles_what_became_of_a_letter(scope: Scope, word: str, outcome: str) -> None:
    name = unknown(scope)
    assert outcomes(scope)[name] == "unknown"
    run("letters", "send", word, name, "--now", "2025-09-03T12:00", where=scope.workspace.root)
    assert outcomes(scope)[name] == outcome


def test_only_what_is_unknown_can_be_settled(scope: Scope) -> None:
    name = unknown(scope)
    other = sending.outgoing(scope)[1].name
    with pytest.raises(UsageError, match=re.escape(other)) as told:
        sending.settle(scope, other, arrived=True, now=NOW)
    assert name in told.value.remedy("fr")


def test_two_commands_never_hold_the_outbox_at_once(scope: Scope) -> None:
    with ExitStack() as held:
        held.enter_context(sending.alone(scope))
        done = run("letters", "receipt", "--now", "2025-09-03T10:00", where=scope.workspace.root)
        with pytest.raises(SourceError):
            list(sending.send(scope, sending.Way("smtps://nowhere.example", 600, None, lambda: NOW)))
    assert (done.code, "une autre commande" in done.err) == (4, True)


def test_whom_the_shortlist_does_not_refuse_any_more_gets_no_refusal(scope: Scope) -> None:
    decided(scope, ("01-atelier-du-recit",), ("06-collectif-traverse", "10-cabinet-de-lorme"))
    done = run("letters", "regret", "--now", "2025-09-03T10:00", where=scope.workspace.root)  # 10 has points to verify
    assert (done.code, "en suspens" in done.out) == (1, True), done.out
    assert outcomes(scope) == {"regret/06-collectif-traverse.eml": "would_send"}
