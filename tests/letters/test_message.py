from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ami_cli.letters.message import message, one_line, usable
from ami_cli.models.letter import Attachment, Letter


def letter(**changes: object) -> Letter:
    content: dict[str, object] = {
        "kind": "regret",
        "application": "01-ana",
        "to_name": "Ana Ruiz-Lévêque",
        "to_address": "ana@example.org",
        "from_name": "Médecins d’ici",
        "from_address": "appels@ici.example",
        "subject": "Votre candidature",
        "text": "Bonjour,\n\nMerci.\n",
        "html": "<p>Bonjour</p>",
        "language": "fr",
        "dated": datetime(2025, 9, 3, 12, tzinfo=UTC),
    }
    return Letter.model_validate(content | changes)


def test_a_letter_is_a_draft_with_text_and_page() -> None:
    read = message_from_bytes(message(letter()), policy=policy.default)
    assert isinstance(read, EmailMessage)
    assert (str(read["To"]), str(read["From"]), str(read["Subject"]), str(read["X-Unsent"])) == (
        "Ana Ruiz-Lévêque <ana@example.org>",
        "Médecins d’ici <appels@ici.example>",
        "Votre candidature",
        "1",
    )
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert [part.get_content() for part in read.iter_parts()] == ["Bonjour,\r\n\r\nMerci.\r\n", "<p>Bonjour</p>"]


def test_an_attachment_travels_whole() -> None:
    content = bytes(range(256)) * 10
    made = message(letter(attachments=(Attachment(name="termes de référence.pdf", media_type="application/pdf", content=content),)))
    (part,) = message_from_bytes(made, policy=policy.default).iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("termes de référence.pdf", content)


def test_the_same_letter_is_the_same_bytes() -> None:
    assert message(letter()) == message(letter())


hostile = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "x\r\nBcc: all@example.org",
        "x\nBcc: a@b.example",
        "a\u2028Bcc: b@c.example",
        "\x00",
        "=?utf-8?q?=0ABcc:_a@b.example?=",
        '"',
        "a,b <c@d.example>",
    ]
)


@given(hostile, hostile, hostile)
@example("=??Q?=0A0", "=?utf-8?q?=0ABcc:_a@b.example?=", "=??Q?=0A0")
def test_no_name_or_subject_can_add_a_header(name: str, subject: str, sender: str) -> None:
    read = message_from_bytes(message(letter(to_name=name, subject=subject, from_name=sender)))
    expected = ["Content-Language", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To", "X-Unsent"]
    assert sorted(read.keys()) == sorted(expected)
    assert [address for _, address in getaddresses([read["To"]])] == ["ana@example.org"]
    assert [address for _, address in getaddresses([read["From"]])] == ["appels@ici.example"]


@given(hostile)
def test_a_subject_arrives_as_it_was_written(subject: str) -> None:
    read = message_from_bytes(message(letter(subject=subject)))
    assert str(make_header(decode_header(read["Subject"]))) == one_line(subject)


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "ana",
        "a@b",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: x@y.example",
        "Ana <a@b.example>",
        "é@b.example",
        "a..b@c.example",
    ],
)
def test_an_address_that_cannot_be_written_to_is_known(address: str | None) -> None:
    assert not usable(address)


@pytest.mark.parametrize("address", ["a@b.example", "a.b+c@d-e.example.org", "o'neil@x.example"])
def test_a_plain_address_is_usable(address: str) -> None:
    assert usable(address)


def test_a_name_cannot_turn_the_direction_of_a_header() -> None:
    read = message_from_bytes(message(letter(to_name="\u202eAna\u2066", subject="a\u200fb")), policy=policy.default)
    assert (str(read["To"]), str(read["Subject"])) == ("Ana <ana@example.org>", "a b")
