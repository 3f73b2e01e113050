import io
import json
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.intake.letters import letter
from tests.running import run

CALL = "capitalisation-mna-nantes"
SUBJECT = "Capitalisation / MNA Nantes / France"
NOW = "2025-09-01T09:00:00+02:00"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with one call, and a folder with what came."""
    calls = Path(__file__).parents[2] / "calls"
    (tmp_path / "calls" / "organisations").mkdir(parents=True)
    shutil.copy(calls / f"{CALL}.yaml", tmp_path / "calls")
    shutil.copy(calls / "organisations" / "mdm-france.yaml", tmp_path / "calls" / "organisations")
    box = tmp_path / "box"
    box.mkdir()
    (box / "1.eml").write_bytes(letter(subject=SUBJECT))
    (box / "2.eml").write_bytes(letter(number=2, subject=SUBJECT, sender="c@d.example", files={}, text="Quel est le budget ?"))
    return tmp_path


def test_ingest_shows_what_it_took_what_it_did_not_and_the_count(place: Path) -> None:
    done = run("ingest", "box", "--now", NOW, where=place)
    assert done.code == 0
    assert done.err.splitlines()[-1] == "2 reçus = 1 pris + 1 non pris (question ou échange, sans pièce\u00a0: 1)"
    assert "01-ana-martin" in done.out
    assert "c@d.example" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_receipt_lists_each_file_and_the_arrival(place: Path) -> None:
    run("ingest", "box", "--now", NOW, where=place)
    (draft,) = (place / "outbox" / CALL / "receipts").iterdir()
    message = message_from_bytes(draft.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert [str(message[name]) for name in ("To", "From", "In-Reply-To", "X-Unsent")] == [
        "Ana Martin <ana@rivage.example>",
        "Médecins du Monde France <doi.applications@medecinsdumonde.net>",
        "<1@rivage.example>",
        "1",
    ]
    assert "2025-08-30T16:12:00+02:00" in text
    assert [" ".join(text.split()).count(said) for said in ("- cv.pdf : 1 ko, empreinte SHA-256", "- lettre.pdf : 1 ko")] == [1, 1]


def test_the_journal_names_each_delivery_and_nobody(place: Path) -> None:
    run("ingest", "box", "--now", NOW, where=place)
    text = (place / "records" / CALL / "journal.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line.get("counts") for line in lines] == [{"deliveries": 1, "files": 2}, {"received": 2, "taken": 1, "not_taken": 1}]
    assert [name.partition("/")[0] for line in lines for name in line.get("inputs", {})] == ["delivery"]
    assert "ana" not in text.lower()


def test_a_second_run_changes_nothing_at_all(place: Path) -> None:
    run("ingest", "box", "--now", NOW, where=place)
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and ".ami" not in path.parts}
    again = run("ingest", "box", "--now", "2025-10-01", where=place)
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and ".ami" not in path.parts} == before
    assert again.err.splitlines()[-1].startswith("2 reçus = 1 pris (dont 1 déjà là) + 1 non pris")


def test_a_dry_run_writes_nothing(place: Path) -> None:
    done = run("ingest", "box", "--dry-run", "--lang", "en", where=place)
    assert done.err.splitlines()[-1].startswith("2 received = 1 would be taken + 1 not taken")
    assert sorted(path.name for path in place.iterdir()) == ["box", "calls"]


def test_merge_and_split_are_said_and_journalled(place: Path) -> None:
    (place / "box" / "3.eml").write_bytes(letter(number=3, subject=SUBJECT, sender="Bob <b@e.example>", files={"CV.pdf": b"b"}))
    run("ingest", "box", "--now", NOW, where=place)
    merged = run("merge", "1", "2", "--now", NOW, where=place)
    (folder,) = (path for path in (place / "submissions" / CALL).iterdir() if path.is_dir())
    assert merged.err.startswith(f"{folder.name} : plis venus de 02-")
    mails = sorted(path.stem for path in (folder / "mail").iterdir())
    assert run("split", "1", mails[0], "--now", NOW, where=place).code == 0
    text = (place / "records" / CALL / "journal.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["command"] for line in text.splitlines()] == ["ingest", "ingest", "ingest", "merge", "split"]


@pytest.mark.parametrize("words", [["nowhere.mbox"], ["imap://a@b.example/"], ["box", "--since", "hier"], ["box", "--take", "abc"]])
def test_what_cannot_be_done_is_said_with_what_to_do(place: Path, words: list[str]) -> None:
    done = run("ingest", *words, where=place)
    assert done.code in {2, 4}
    assert "À faire" in done.err


def test_a_mailbox_without_a_password_and_nobody_to_ask_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_password", lambda _service, _name: None)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    done = run("ingest", "imaps://a@localhost:1/INBOX", where=place)
    assert (done.code, "AMI_IMAP_PASSWORD" in done.err) == (2, True)
