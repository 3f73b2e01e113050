"""Messages: any bytes in, a Message or a named Refusal out."""

from ami_cli.intake.mail.message import Attachment, Message, Refusal
from ami_cli.intake.mail.reading import read

__all__ = ["Attachment", "Message", "Refusal", "read"]
