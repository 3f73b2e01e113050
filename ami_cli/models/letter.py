"""A letter to one person, before it becomes a message, and what became of it."""

from typing import Literal

from pydantic import AwareDatetime

from ami_cli.models.base import Model
from ami_cli.models.facts import Sha256

LetterKind = Literal["receipt", "cure", "invitation", "regret", "reserve", "extension", "answer"]
"""Acknowledgement; request to complete; invitation to the second stage; refusal; place in the reserve; a new deadline or
a correction, to all; an answer to a question."""


class Attachment(Model):
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


class Letter(Model):
    """One letter to one address. Names and subject are words from outside: no line break in them reaches a header."""

    kind: LetterKind
    application: str
    to_name: str | None
    to_address: str
    from_name: str
    from_address: str
    subject: str
    text: str
    html: str
    language: str
    dated: AwareDatetime
    attachments: tuple[Attachment, ...] = ()
    reason: str = ""
    """Why this letter and not another, for the manifest."""
    delivery: str | None = None
    """The delivery that it acknowledges: such a letter names nothing but what its recipient sent."""
    in_reply_to: str | None = None
    """The Message-ID of the message that it answers, as that message writes it."""


class Draft(Model):
    """A letter written to the outbox."""

    file: str
    """Relative to the outbox of the call."""
    kind: LetterKind
    application: str
    to_address: str
    subject: str
    reason: str
    sha256: Sha256
