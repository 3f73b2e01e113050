import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from ami_cli.errors import SourceError, UsageError
from ami_cli.intake import Address, Hooks, Mailbox, Secret, Terms, Wishes, address, applications, ingest
from ami_cli.intake.sources.incoming import Letter
from tests.intake.letters import letter
from tests.intake.sources import dovecot, pure
from tests.intake.sources.accounts import PASSWORD, TOKEN, Server

SERVERS = {"pymap": pure.running, "dovecot": dovecot.running}
needs_dovecot = pytest.mark.skipif(dovecot.PROGRAM is None, reason="Dovecot is not installed (apt-get install dovecot-imapd)")


@pytest.fixture(scope="module", params=["pymap", pytest.param("dovecot", marks=needs_dovecot)])
def _trusted(request: pytest.FixtureRequest) -> Iterator[Server]:
    base = Path(tempfile.mkdtemp(prefix="ami-imap-"))
    base.chmod(0o755)
    try:
        with SERVERS[request.param](base) as server:
            yield server
    finally:
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture
def server(_trusted: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    shutil.rmtree(_trusted.mail, ignore_errors=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(_trusted.authority))
    return _trusted


def password(_where: Address) -> Secret:
    return Secret("password", PASSWORD)


def token(_where: Address) -> Secret:
    return Secret("token", TOKEN)


def fetched(server: Server, cache: Path) -> list[Letter]:
    with Mailbox(address(server.url), password, cache) as box:
        return list(box.receive())


def listening(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that will hold the UID of every message that goes over the wire."""
    asked: list[int] = []
    real = Mailbox._fetch  # noqa: SLF001  # what goes over the wire is what is tested

    def fetch(self: Mailbox, client: Any, uid: int) -> Any:
        asked.append(uid)
        return real(self, client, uid)

    monkeypatch.setattr(Mailbox, "_fetch", fetch)
    return asked


def stopped_after(number: int, server: Server, cache: Path) -> None:
    with Mailbox(address(server.url), password, cache) as box:
        list(islice(box.receive(), number))
        raise KeyboardInterrupt


def test_a_live_mailbox_is_taken_in_and_nothing_in_it_changes(server: Server, tmp_path: Path, terms: Terms) -> None:
    sent = [letter(received=None), letter(number=2, sender="b@c.example", subject="Promo", files={})]
    server.deliver(*sent)
    with Mailbox(address(server.url), password, tmp_path / "cache") as box:
        report = ingest(box.receive(), tmp_path / "essai", terms, Wishes(), Hooks())
    assert (report.total, report.taken, [one.reason for one in report.not_taken]) == (2, 1, ["unrelated"])
    assert not [name for name in server.flags() if "S" in name.partition(":2,")[2]]
    (found,) = applications(tmp_path / "essai")
    assert found.received_at == datetime(2025, 8, 30, 14, 12, tzinfo=UTC)
    assert [arrival.by for arrival in found.arrivals] == ["imap", "sender"]
    (kept,) = (tmp_path / "essai" / "01-ana-martin" / "mail").iterdir()
    assert kept.read_bytes() == sent[0].replace(b"\r\n", server.newline)


def test_only_new_messages_are_fetched_the_second_time(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server.deliver(letter(), letter(number=2))
    first = fetched(server, tmp_path)
    server.deliver(letter(number=3))
    asked = listening(monkeypatch)
    second = fetched(server, tmp_path)
    assert [one.sha256 for one in second[:2]] == [one.sha256 for one in first]
    assert (len(second), asked) == (3, [3])


def test_a_fetch_that_was_cut_goes_on_where_it_was(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server.deliver(*(letter(number=n) for n in range(1, 6)))
    with pytest.raises(KeyboardInterrupt):
        stopped_after(3, server, tmp_path)
    assert len(list(tmp_path.glob("*/messages/*.eml"))) == 3
    asked = listening(monkeypatch)
    assert len(fetched(server, tmp_path)) == 5
    assert asked == [4, 5]
    assert list(tmp_path.glob("*/messages/*.eml")) == []


def test_a_message_not_kept_aside_is_fetched_again_when_it_is_wanted(server: Server, tmp_path: Path, terms: Terms) -> None:
    bill = letter(sender="b@c.example", subject="Facture", files={"f.pdf": b"f"}, text="x")
    server.deliver(bill)
    for wishes, taken in ((Wishes(), 0), (Wishes(), 0)):
        with Mailbox(address(server.url), password, tmp_path / "cache") as box:
            report = ingest(box.receive(), tmp_path / "essai", terms, wishes, Hooks())
        assert report.taken == taken
    with Mailbox(address(server.url), password, tmp_path / "cache") as box:
        report = ingest(box.receive(), tmp_path / "essai", terms, Wishes(take=(report.not_taken[0].id,)), Hooks())
    assert (report.taken, report.not_taken) == (1, ())


def test_a_token_opens_the_mailbox(server: Server, tmp_path: Path) -> None:
    server.deliver(letter())
    with Mailbox(address(server.url), token, tmp_path) as box:
        assert len(list(box.receive())) == 1


@pytest.mark.parametrize("kind", ["password", "token"])
def test_a_wrong_secret_is_told_and_never_shown(server: Server, tmp_path: Path, kind: str) -> None:
    wrong = Secret("token" if kind == "token" else "password", "not-the-secret")
    with pytest.raises(SourceError) as caught, Mailbox(address(server.url), lambda _where: wrong, tmp_path) as box:
        list(box.receive())
    assert "refuses" in caught.value.en
    assert "not-the-secret" not in f"{caught.value.en}{caught.value.fr}{caught.value.remedy_en}"


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with pytest.raises(SourceError) as caught, Mailbox(address(server.url), password, tmp_path) as box:
        list(box.receive())
    assert "certificate is not trusted" in caught.value.en


def test_a_folder_that_is_not_there_is_told(server: Server, tmp_path: Path) -> None:
    where = address(server.url.replace("INBOX", "Nowhere"))
    with pytest.raises(SourceError), Mailbox(where, password, tmp_path) as box:
        list(box.receive())


def test_since_leaves_older_messages_on_the_server(server: Server, tmp_path: Path) -> None:
    server.deliver(letter())
    with Mailbox(address(server.url), password, tmp_path, datetime(2025, 9, 10, tzinfo=UTC)) as box:
        assert list(box.receive()) == []


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    where = address("imaps://a@localhost:1/INBOX")
    with pytest.raises(SourceError) as caught, Mailbox(where, password, tmp_path) as box:
        list(box.receive())
    assert caught.value.remedy_fr


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("imaps://officer@mail.example/INBOX", Address("officer", "mail.example", 993, "INBOX")),
        ("imaps://officer%40example.org@mail.example:1993", Address("officer@example.org", "mail.example", 1993, "INBOX")),
        ("imaps://officer@example.org@mail.example/AMI/2025", Address("officer@example.org", "mail.example", 993, "AMI/2025")),
    ],
)
def test_the_address_of_a_mailbox_is_understood(url: str, where: Address) -> None:
    assert address(url) == where


@pytest.mark.parametrize(
    "url",
    [
        "imap://a@mail.example/INBOX",
        "imaps://mail.example/INBOX",
        "imaps://a:pw@mail.example/",
        "https://x.example",
        "imaps://a@b:99999/",
    ],
)
def test_an_address_that_is_not_safe_is_refused(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        address(url)
    assert "pw" not in caught.value.en
