"""A message, read: what a person would see of it, and what she could save from it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ami_cli.files import sha256
from ami_cli.intake.mail.addresses import Address
from ami_cli.intake.mail.stamps import Stamp
from ami_cli.models.text import Words

Sort = Literal["person", "bounce", "auto-reply", "list", "report"]
"""Who speaks: a person, a server that could not deliver, an absence, a mailing, a receipt or report of delivery."""

Role = Literal["document", "decoration", "message", "signature", "closed"]
"""A document · a picture of the layout · an enclosed message · a signature or card · something that hides its content."""


@dataclass(frozen=True)
class Attachment:
    """A part that a mail program would offer to save."""

    name: str
    media_type: str
    content: bytes
    role: Role = "document"
    within: str = ""
    """The enclosed message that it came in, where it came in one."""

    @property
    def sha256(self) -> str:
        """Return the digest of the content."""
        return sha256(self.content)


@dataclass(frozen=True)
class Message:
    """One message. Every text is decoded and stands on one line, except the body."""

    subject: str = ""
    senders: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    date_written: str = ""
    date: datetime | None = None
    message_id: str = ""
    stamps: tuple[Stamp, ...] = ()
    text: str = ""
    links: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    enclosed: tuple["Message", ...] = ()
    sort: Sort = "person"
    is_reply: bool = False
    notes: tuple[Words, ...] = field(default=())
    """What could not be opened, or is elsewhere."""

    @property
    def sender(self) -> Address | None:
        """Return the first author."""
        return self.senders[0] if self.senders else None


@dataclass(frozen=True)
class Refusal:
    """Bytes that are no message, or one that cannot be read."""

    reason: Literal["empty", "no-message", "too-large", "damaged"]
    words: Words
