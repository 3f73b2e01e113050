from datetime import UTC, datetime
from pathlib import Path

from ami_cli.models.application import Application, Arrival, Delivery, ReceivedFile
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import DecisionEntry
from ami_cli.pipeline.scope import Scope
from ami_cli.pipeline.staging import at_stage, invited
from ami_cli.selection.decisions import record
from ami_cli.workspace import Workspace

AUGUST, SEPTEMBER = datetime(2025, 8, 30, 8, tzinfo=UTC), datetime(2025, 9, 20, 8, tzinfo=UTC)


def delivery(name: str, stage: Stage | None, at: datetime) -> Delivery:
    return Delivery(id=name, stage=stage, subject=f"subject of {name}", arrivals=(Arrival(at=at, by="own-server"),))


def file(name: str, stage: Stage | None, delivery_: str | None) -> ReceivedFile:
    return ReceivedFile(path=f"files/{name}", name=name, sha256="a" * 64, bytes=1, stage=stage, delivery=delivery_)


def application(*deliveries: Delivery, files: tuple[ReceivedFile, ...] = ()) -> Application:
    return Application(id="1", path="1", received_at=SEPTEMBER, subject="as written", deliveries=deliveries, files=files)


BOTH = application(
    delivery("a", "interest", AUGUST),
    delivery("b", "proposal", SEPTEMBER),
    files=(file("cv.pdf", "interest", "a"), file("offer.pdf", "proposal", "b"), file("by-hand.pdf", None, None)),
)


def seen(one: Application) -> tuple[list[str], datetime | None, str | None]:
    return [file.name for file in one.files], one.received_at, one.subject


def test_each_stage_sees_what_was_sent_for_it_and_when() -> None:
    assert seen(at_stage(BOTH, "interest")) == (["cv.pdf", "by-hand.pdf"], AUGUST, "subject of a")
    assert seen(at_stage(BOTH, "proposal")) == (["offer.pdf", "by-hand.pdf"], SEPTEMBER, "subject of b")


def test_who_sent_nothing_for_a_stage_has_nothing_there() -> None:
    only = application(delivery("a", "interest", AUGUST), files=(file("cv.pdf", "interest", "a"),))
    assert seen(at_stage(only, "proposal")) == ([], None, None)


def test_a_folder_made_by_hand_is_as_it_is_at_every_stage() -> None:
    by_hand = application(files=(file("cv.pdf", None, None),))
    assert (at_stage(by_hand, "interest"), at_stage(by_hand, "proposal")) == (by_hand, by_hand)


def test_what_a_person_wrote_of_the_arrival_is_about_the_first_stage() -> None:
    written = Arrival(at=AUGUST, by="person")
    files = (file("cv.pdf", None, None), file("offer.pdf", "proposal", "b"))
    both = application(delivery("b", "proposal", SEPTEMBER), files=files).model_copy(
        update={"arrivals": (written,), "received_at": AUGUST}
    )
    assert seen(at_stage(both, "interest")) == (["cv.pdf"], AUGUST, "as written")
    assert seen(at_stage(both, "proposal")) == (["cv.pdf", "offer.pdf"], SEPTEMBER, "subject of b")


def test_only_the_shortlisted_are_invited_and_everybody_where_nothing_was_decided(tmp_path: Path) -> None:
    scope = Scope(Workspace(tmp_path), tmp_path / "calls" / "x.yaml", tmp_path / "submissions" / "x")
    assert (invited(scope, "interest"), invited(scope, "proposal")) == (None, None)
    path = tmp_path / "evaluations" / "x" / "decisions.yaml"
    path.parent.mkdir(parents=True)
    entry = DecisionEntry(
        when=SEPTEMBER, who="Comité", stage="interest", shortlisted=("1",), not_retained=("2",), shortlist="0" * 64
    )
    record(path, entry)
    assert (invited(scope, "interest"), invited(scope, "proposal"), invited(scope, "contract")) == (
        None,
        frozenset({"1"}),
        frozenset({"1"}),
    )
