"""A receipt for each delivery: one place, one wording, whether it is drafted on the way in or on demand."""

import csv
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from ami_cli.pipeline import receipting, sending
from ami_cli.pipeline.scope import Scope
from ami_cli.workspace import Workspace
from tests.intake.letters import letter
from tests.running import run

CALL = "capitalisation-mna-nantes"
SUBJECT = "Capitalisation / MNA Nantes / France"
NOW = ("--now", "2025-09-01T09:00:00+02:00")
LATER = ("--now", "2025-09-05T10:00:00+02:00")
CV = {"cv.pdf": b"%PDF-1.4 one", "lettre.pdf": b"%PDF-1.4 two"}


@pytest.fixture
def scope(tmp_path: Path) -> Scope:
    """A workspace in which Ana's application, the one that replaces it, and Bob's late one were taken in."""
    calls = Path(__file__).parents[2] / "calls"
    shutil.copytree(calls, tmp_path / "calls", ignore=shutil.ignore_patterns("support-*", "evaluation-*", "questions"))
    box = tmp_path / "box"
    box.mkdir()
    (box / "1.eml").write_bytes(letter(subject=SUBJECT, files=CV))
    (box / "2.eml").write_bytes(letter(number=2, subject=SUBJECT, files={**CV, "cv.pdf": b"%PDF-1.4 three"}))
    late = "Mon, 1 Sep 2025 16:12:00 +0200"
    (box / "3.eml").write_bytes(letter(number=3, subject=SUBJECT, sender="Bob <bob@e.example>", files=CV, received=late))
    place = Workspace(tmp_path)
    made = Scope(place, place.calls / f"{CALL}.yaml", place.submissions(CALL))
    done = run("ingest", "box", "--call", CALL, *NOW, where=tmp_path)
    assert done.code == 0, done.err
    return made


def outbox(scope: Scope) -> dict[str, bytes]:
    folder = scope.workspace.outbox(CALL)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }


def drafts(scope: Scope) -> list[Path]:
    return sorted((scope.workspace.outbox(CALL) / "receipts").iterdir())


def words(draft: Path) -> str:
    body = message_from_bytes(draft.read_bytes(), policy=default).get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().split())


def test_receipts_written_again_on_demand_are_the_same_bytes_even_on_another_day(scope: Scope) -> None:
    before = outbox(scope)
    done = run("letters", "receipt", "--call", CALL, *LATER, where=scope.workspace.root)
    assert (done.code, len(drafts(scope)), "inchangé 3" in done.err) == (0, 3, True), done.err
    assert outbox(scope) == before


def test_receipts_that_were_removed_come_again_as_they_were(scope: Scope) -> None:
    before = outbox(scope)
    shutil.rmtree(scope.workspace.outbox(CALL))
    assert run("letters", "receipt", "--call", CALL, *NOW, where=scope.workspace.root).code == 0
    assert outbox(scope) == before


def test_each_is_in_the_manifest_and_goes_out_once(scope: Scope) -> None:
    manifest = (scope.workspace.outbox(CALL) / "manifest.csv").read_text("utf-8-sig")
    listed = [row["Fichier"] for row in csv.DictReader(manifest.splitlines(), delimiter=";" if ";" in manifest else ",")]
    ready = [one.outgoing.name for one in sending.send(scope, sending.Way(None, 20, None, lambda: scope))]  # type: ignore[arg-type, return-value]  # no clock is read
    assert listed == ready == [f"receipts/{path.name}" for path in drafts(scope)]
    status = run("status", "--format", "json", *LATER, where=scope.workspace.root)
    assert '"drafted": 3' in status.out


def test_a_late_delivery_is_acknowledged_to_the_second_and_told_of_no_deadline(scope: Scope) -> None:
    ana, bob = words(drafts(scope)[0]), words(drafts(scope)[2])
    assert "2025-09-01T16:12:00+02:00" in bob
    assert ("avant la date limite, le" in ana, "avant la date limite, le" in bob) == (True, False)


def test_what_a_later_delivery_replaced_is_still_acknowledged(scope: Scope) -> None:
    first, second = (words(draft) for draft in drafts(scope)[:2])
    assert [text.count(", empreinte SHA-256") for text in (first, second)] == [2, 2]


def test_a_merged_application_keeps_its_receipts(scope: Scope) -> None:
    before = {path.name: path.read_bytes() for path in drafts(scope)}
    assert run("merge", "02-bob", "01-ana-martin", "--call", CALL, *LATER, where=scope.workspace.root).code == 0
    done = run("letters", "receipt", "--call", CALL, *LATER, where=scope.workspace.root)
    assert (done.code, {path.name: path.read_bytes() for path in drafts(scope)}) == (0, before), done.err


def test_a_receipt_that_a_stopped_run_did_not_list_is_listed_by_the_next(scope: Scope) -> None:
    before = outbox(scope)
    for name in ("manifest.jsonl", "manifest.csv"):
        (scope.workspace.outbox(CALL) / name).unlink()
    (scope.workspace.outbox(CALL) / "receipts" / ".ami-left").write_bytes(b"half")
    assert run("ingest", "box", "--call", CALL, *LATER, where=scope.workspace.root).code == 0
    assert outbox(scope) == before


def test_a_receipt_that_a_person_removed_does_not_come_back_by_itself(scope: Scope) -> None:
    drafts(scope)[0].unlink()
    assert run("ingest", "box", "--call", CALL, *LATER, where=scope.workspace.root).code == 0
    assert len(drafts(scope)) == 2


def test_a_wrong_template_stops_no_application(scope: Scope) -> None:
    templates = scope.workspace.templates / "letters"
    templates.mkdir(parents=True)
    (templates / "receipt.fr.md.j2").write_text("# {{ nothing_of_the_kind }}\n", "utf-8")
    (scope.workspace.root / "box" / "4.eml").write_bytes(letter(number=4, subject=SUBJECT, sender="Cy <cy@f.example>", files=CV))
    done = run("ingest", "box", "--call", CALL, *LATER, where=scope.workspace.root)
    assert (done.code, "nothing_of_the_kind" in done.err, (scope.folder / "03-cy").is_dir()) == (5, True, True), done.err
    assert "4 reçus = 4 pris" in done.err


def test_receipts_of_an_earlier_version_are_told_of_and_left(scope: Scope) -> None:
    old = scope.workspace.outbox(CALL) / "receipt" / "01-ana-martin.eml"
    old.parent.mkdir()
    old.write_bytes(b"To: ana@rivage.example\r\n\r\n")
    told = receipting.earlier_drafts(scope)
    assert told is not None
    assert told.en.startswith(f"outbox/{CALL}/receipt/ holds 1 receipts of an earlier version, 0 of them sent")
    done = run("letters", "send", "--call", CALL, "--lang", "en", where=scope.workspace.root)
    assert ("receipt/ holds 1" in " ".join(done.err.split()), "receipt/01" in done.out, old.is_file()) == (True, False, True)


def test_a_folder_made_by_hand_is_acknowledged_as_one_delivery_to_the_address_in_it(scope: Scope) -> None:
    folder = scope.folder / "09-dee"
    folder.mkdir()
    (folder / "cv.pdf").write_bytes(b"%PDF-1.4 four")
    (folder / "application.yaml").write_text("applicant: Dee\nemail: dee@g.example\nlanguage: en\n", "utf-8")
    assert run("letters", "receipt", "--call", CALL, *LATER, where=scope.workspace.root).code == 0
    draft = scope.workspace.outbox(CALL) / "receipts" / "09-dee.eml"
    assert (message_from_bytes(draft.read_bytes())["To"], "cv.pdf: 1 kB, SHA-256" in words(draft)) == (
        '"Dee" <dee@g.example>',
        True,
    )


def test_an_address_that_a_person_wrote_prevails(scope: Scope) -> None:
    form = scope.folder / "02-bob" / "application.yaml"
    form.write_text(form.read_text("utf-8").replace('email: "bob@e.example"', 'email: "right@e.example"'), "utf-8")
    assert run("letters", "receipt", "--call", CALL, *LATER, where=scope.workspace.root).code == 0
    assert message_from_bytes(drafts(scope)[2].read_bytes())["To"] == '"Bob" <right@e.example>'
