"""`ami letters`, from the example workspace to what a person reads."""

import json
import shutil
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.running import run

CALL = "capitalisation-mna-nantes"
NOW = ("--now", "2025-09-03T10:00")


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    root = Path(shutil.copytree(example, tmp_path / "w"))
    assert run("cure", "open", "--until", "2025-09-10T12:00", *NOW, where=root).code == 0
    return root


def test_a_request_to_complete_is_drafted_for_those_who_can_still_complete(workspace: Path) -> None:
    done = run("letters", "cure", *NOW, where=workspace)
    assert (done.code, "puis : ami letters send" in done.err) == (0, True)
    manifest = (workspace / "outbox" / CALL / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    reasons = {json.loads(line)["application"]: json.loads(line)["reason"] for line in manifest}
    reasons.pop("09-reseau-ancrage", None)  # a scan: what it lacks depends on whether this machine can recognise its text
    assert reasons.items() >= {
        ("07-cabinet-melusine", "too-many-pages"),
        ("10-cabinet-de-lorme", "unreadable-document"),
        ("12-lea-fontanel", "missing-document"),
        ("14-association-trame", "member-without-cv"),
        ("15-plume-et-terrain", "documents-elsewhere"),
    }
    assert not reasons.keys() & {"01-atelier-du-recit", "06-collectif-traverse"}


def test_a_draft_speaks_to_one_applicant_of_its_own_findings(workspace: Path) -> None:
    run("letters", "cure", *NOW, where=workspace)
    draft = message_from_bytes((workspace / "outbox" / CALL / "cure" / "12-lea-fontanel.eml").read_bytes(), policy=policy.default)
    assert isinstance(draft, EmailMessage)
    body = draft.get_body(("plain",))
    assert body is not None
    text = " ".join(body.get_content().split())
    assert "Il manque à votre dossier la pièce « Lettre d’intérêt »." in text
    assert "Mélusine" not in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_table_of_drafts_fits_a_screen_and_cuts_no_name(language: str, workspace: Path) -> None:
    done = run("letters", "cure", "--lang", language, *NOW, where=workspace)
    lines = done.out.splitlines()
    assert (max(map(len, lines)) <= 80, [line.split("  ")[0] for line in lines if "melusine" in line]) == (
        True,
        ["07-cabinet-melusine", "accueil@cabinet-melusine.example"],
    )


def test_drafting_twice_changes_nothing(workspace: Path) -> None:
    run("letters", "cure", *NOW, where=workspace)
    before = {path: path.read_bytes() for path in (workspace / "outbox").rglob("*") if path.is_file()}
    done = run("letters", "cure", *NOW, where=workspace)
    assert (done.code, "nouveau" in done.err, "refait" in done.err) == (0, False, False)
    assert {path: path.read_bytes() for path in (workspace / "outbox").rglob("*") if path.is_file()} == before


def test_nothing_is_sent_unless_it_is_really_asked_for(workspace: Path) -> None:
    run("letters", "cure", *NOW, where=workspace)
    done = run("letters", "send", "--lang", "en", *NOW, where=workspace)
    assert (done.code, done.err.startswith("Letters: ready to go"), "Nothing has left" in done.err) == (0, True, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("letters", "regret"), 4, "ami decide"),
        (("letters", "cure", "--stage", "proposal"), 4, "ami cure open"),
        (("letters", "regrets"), 2, "« regret »"),
        (("letters", "answer"), 2, "--question 1"),
        (("letters", "extension"), 4, "previously"),
        (("letters", "send", "--really"), 2, "AMI_SMTP_SERVER"),
        (("letters", "send", "--really", "--server", "http://x"), 2, "smtps://compte@serveur"),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(words: tuple[str, ...], code: int, said: str, workspace: Path) -> None:
    done = run(*words, where=workspace)
    assert (done.code, said in " ".join(done.err.split())) == (code, True), done.err


def test_receipts_list_what_was_received(workspace: Path) -> None:
    done = run("letters", "receipt", "--now", "2025-09-03T10:00", where=workspace)
    assert done.code == 0, done.err
    drafts = sorted(path.stem for path in (workspace / "outbox" / CALL / "receipts").iterdir())
    assert len(drafts) == 15
