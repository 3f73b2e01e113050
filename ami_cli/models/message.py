"""What a message says of itself, for `ami inspect`."""

from pydantic import AwareDatetime, NonNegativeInt

from ami_cli.models.base import Model
from ami_cli.models.facts import Sha256


class AttachmentSeen(Model):
    """A file that came with a message."""

    name: str
    bytes: NonNegativeInt
    sha256: Sha256
    media_type: str


class MessageSeen(Model):
    """One message: from whom, when, with what."""

    subject: str
    sender: str | None
    """The address of the first author."""
    to: tuple[str, ...]
    date: str
    """As the sender wrote it."""
    received_at: AwareDatetime | None
    """What the last server on its way stamped."""
    received_by: str | None
    attachments: tuple[AttachmentSeen, ...]
