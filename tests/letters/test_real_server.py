"""Letters over a mail server as organisations run it: Exim, in a configuration of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path

import pytest

from tests.letters import exim
from tests.running import run

CALL = "capitalisation-mna-nantes"
needs_exim = pytest.mark.skipif(exim.PROGRAM is None, reason="Exim is not installed (apt-get install exim4-daemon-light)")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[exim.Server]:
    base = Path(tempfile.mkdtemp(prefix="ami-smtp-"))
    base.chmod(0o755)  # the server runs as another user
    monkeypatch.setenv("SSL_CERT_FILE", str(base / "ca.pem"))
    monkeypatch.setenv("AMI_SMTP_PASSWORD", exim.PASSWORD)
    try:
        with exim.running(base) as server:
            yield server
    finally:
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture
def workspace(example: Path, tmp_path: Path) -> Path:
    root = Path(shutil.copytree(example, tmp_path / "w"))
    assert run("cure", "open", "--until", "2025-09-10T12:00", "--now", "2025-09-03T10:00", where=root).code == 0
    assert run("letters", "cure", "--now", "2025-09-03T10:00", where=root).code == 0
    return root


def send(root: Path, server: exim.Server, user: str = exim.USER) -> tuple[int, str]:
    """Send as a person does, and return how it ended and what was said."""
    words = (
        "--really",
        "--server",
        f"smtp://{user}@localhost:{server.port}",
        "--per-minute",
        "600",
        "--lang",
        "en",
        "--now",
        "2025-09-03T10:00",
    )
    done = run("letters", "send", *words, where=root)
    return done.code, " ".join(f"{done.out} {done.err}".split())


def _eml(root: Path) -> Iterator[Path]:
    return (root / "outbox").rglob("*.eml")


def drafts(root: Path) -> dict[str, EmailMessage]:
    """Return the drafts by the address that each is for."""
    read = [message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default) for path in _eml(root)]
    return {one["To"].addresses[0].addr_spec: one for one in read}


def contents(message: Message) -> list[bytes]:
    """Return what the parts hold; a mailbox on disk has line ends of its own."""
    payloads = (part.get_payload(decode=True) for part in message.walk() if not part.is_multipart())
    return [bytes(payload).replace(b"\r\n", b"\n") for payload in payloads if isinstance(payload, bytes)]


@needs_exim
def test_each_letter_arrives_once_as_it_was_drafted(workspace: Path, server: exim.Server) -> None:
    expected = drafts(workspace)
    code, said = send(workspace, server)
    assert (code, f"Letters: sent {len(expected)}." in said) == (0, True), said
    assert "Letters: already sent" in send(workspace, server)[1]
    arrived = server.delivered(len(expected))
    assert arrived.keys() == expected.keys()
    for address, message in arrived.items():
        assert [message[name] for name in ("Message-ID", "X-Unsent")] == [expected[address]["Message-ID"], None]
        assert contents(message) == contents(expected[address])


@needs_exim
def test_a_mailbox_that_the_server_refuses_is_named_and_stops_no_other(workspace: Path, server: exim.Server) -> None:
    draft = workspace / "outbox" / CALL / "cure" / "12-lea-fontanel.eml"
    draft.write_bytes(draft.read_bytes().replace(b"lea.fontanel@courriel.example", exim.REFUSED.encode()))
    code, said = send(workspace, server)
    assert (code, "refused 1" in said, "550 no such" in said) == (1, True, True), said
    assert exim.REFUSED not in server.delivered(len(drafts(workspace)) - 1)


@needs_exim
def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    workspace: Path, server: exim.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    code, said = send(workspace, server)
    assert (code, "could not be reached safely" in said) == (4, True), said
    monkeypatch.setenv("SSL_CERT_FILE", str(server.base / "ca.pem"))
    monkeypatch.setenv("AMI_SMTP_PASSWORD", "other")
    code, said = send(workspace, server)
    assert (code, "could not be reached safely" in said, list((server.base / "mail").glob("new/*"))) == (4, True, [])
