"""Attachments that pack others: what is inside takes their place."""

from collections.abc import Iterator
from dataclasses import replace

from ami_cli.intake.mail import tnef
from ami_cli.intake.mail.decoding import one_line
from ami_cli.intake.mail.message import Attachment
from ami_cli.intake.mail.parts import role_of

_PACKED = "application/octet-stream"


def unpacked(closed: Attachment) -> Iterator[Attachment]:
    """Give the files of a `winmail.dat`, then the thing itself: a surrounding, or still closed where not all could be taken out.

    Nothing where it is none, or where nothing could be taken out.
    """
    found = tnef.unpacked(closed.content)
    if found is None:
        return
    for one in found.files:
        name = one_line(one.name)
        yield Attachment(name, _PACKED, one.content, role_of(_PACKED, name, len(one.content)), within=closed.name)
    yield replace(closed, role="message") if found.whole else closed
