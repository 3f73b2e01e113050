import ssl
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from ami_cli.credentials import Credentials
from ami_cli.errors import SourceError, UsageError
from ami_cli.letters.message import message
from ami_cli.letters.sending import Outgoing, Step, send
from ami_cli.letters.smtp import Server, connected, server
from ami_cli.models.letter import Letter
from tests.letters.server import Post, running

ACCOUNT = Credentials("ami", password="secret")


def draft(name: str, to: str | None = None) -> Outgoing:
    letter = Letter(
        kind="regret",
        application=name,
        to_name=name,
        to_address=to or f"{name}@example.org",
        from_name="Ici",
        from_address="appels@ici.example",
        subject="Votre candidature",
        text=f"Bonjour {name}.\n",
        html=f"<p>Bonjour {name}.</p>",
        language="fr",
        dated=datetime(2025, 9, 3, 12, tzinfo=UTC),
    )
    return Outgoing(f"{name}.eml", message(letter))


class Notes:
    """The journal, in memory."""

    def __init__(self) -> None:
        self.states: dict[str, Step] = {}
        self.steps: list[Step] = []

    def __call__(self, outgoing: Outgoing, step: Step) -> None:
        self.states[outgoing.key] = step
        self.steps.append(step)


def no_wait() -> None:
    return


def sent_over(post: Post, drafts: list[Outgoing], notes: Notes, wait: Callable[[], None] = no_wait) -> list[tuple[str, str]]:
    with running(post) as (port, trusted), connected(Server("localhost", port, "ami", starttls=False), ACCOUNT, trusted) as mailer:
        return [(done.outgoing.name, done.outcome) for done in send(drafts, dict(notes.states), mailer, notes, wait)]


def test_each_letter_goes_once_to_one_address_without_the_mark_of_a_draft() -> None:
    post, notes = Post(), Notes()
    drafts = [draft("ana"), draft("bo")]
    assert sent_over(post, drafts, notes) == [("ana.eml", "sent"), ("bo.eml", "sent")]
    assert sent_over(post, drafts, notes) == [("ana.eml", "already_sent"), ("bo.eml", "already_sent")]
    assert [address for address, _ in post.received] == ["ana@example.org", "bo@example.org"]
    assert [(b"X-Unsent" in content, content.count(b"Bonjour")) for _, content in post.received] == [(False, 2), (False, 2)]
    assert notes.steps == ["begun", "sent", "begun", "sent"]


def test_without_a_server_it_says_what_would_be_sent_and_notes_nothing() -> None:
    notes = Notes()
    done = list(send([draft("ana")], {}, None, notes, no_wait))
    assert ([(one.to, one.outcome) for one in done], notes.steps) == ([("ana@example.org", "would_send")], [])


def test_a_refused_address_is_named_and_may_be_tried_again() -> None:
    notes = Notes()
    assert sent_over(Post(refuse=frozenset({"ana@example.org"})), [draft("ana"), draft("bo")], notes) == [
        ("ana.eml", "refused"),
        ("bo.eml", "sent"),
    ]
    assert sent_over(Post(), [draft("ana"), draft("bo")], notes) == [("ana.eml", "sent"), ("bo.eml", "already_sent")]


def test_a_connection_lost_after_the_message_leaves_it_unknown_and_unsent_again() -> None:
    post, notes = Post(hang_up_on=frozenset({"ana@example.org"})), Notes()
    with pytest.raises(SourceError):
        sent_over(post, [draft("ana"), draft("bo")], notes)
    assert sent_over(Post(), [draft("ana"), draft("bo")], notes) == [("ana.eml", "unknown"), ("bo.eml", "sent")]
    assert [address for address, _ in post.received] == ["ana@example.org"]


def test_two_messages_are_parted_by_a_wait() -> None:
    waits: list[int] = []
    sent_over(Post(), [draft("ana"), draft("bo"), draft("cy")], Notes(), lambda: waits.append(1))
    assert len(waits) == 2


@pytest.mark.parametrize(
    "edit", [b"To: a@b.example, c@d.example\r\n", b"To: nobody\r\n", b"To: a@b.example\r\nCc: c@d.example\r\n"]
)
def test_a_draft_that_somebody_gave_other_addresses_is_not_sent(edit: bytes) -> None:
    made = draft("ana")
    head, _, body = made.content.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.startswith(b"To:")]
    edited = Outgoing(made.name, edit + b"\r\n".join(lines) + b"\r\n\r\n" + body)
    post = Post()
    assert sent_over(post, [edited], Notes()) == [("ana.eml", "not_sent")]
    assert post.received == []


def test_a_server_that_nobody_vouches_for_is_not_talked_to() -> None:
    with (
        running(Post()) as (port, _),
        pytest.raises(SourceError),
        connected(Server("localhost", port, "ami", starttls=False), ACCOUNT, ssl.create_default_context()),
    ):
        pytest.fail("the certificate was not checked")


def test_a_wrong_password_is_said() -> None:
    wrong = Credentials("ami", password="other")
    with (
        running(Post()) as (port, trusted),
        pytest.raises(SourceError),
        connected(Server("localhost", port, "ami", starttls=False), wrong, trusted),
    ):
        pytest.fail("the account was accepted")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtps://doi%40ici.example@mail.example", Server("mail.example", 465, "doi@ici.example", starttls=False)),
        ("smtp://mail.example:2525", Server("mail.example", 2525, None, starttls=True)),
    ],
)
def test_the_address_of_a_server_is_read(url: str, expected: Server) -> None:
    assert server(url) == expected


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtps://user:secret@mail.example", "smtps://", "smtps://h:99999999"]
)
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        server(url)
