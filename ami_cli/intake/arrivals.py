"""When a message arrived: what the organisation's own server stamped, and every other time that is written on it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from ami_cli.intake.mail.message import Message
from ami_cli.intake.mail.stamps import Stamp
from ami_cli.models.application import Arrival


def arrivals(message: Message, servers: Sequence[str], internal: datetime | None) -> tuple[Arrival, ...]:
    """Return every candidate time, the one to go by first: own server, else topmost `Received`, else the mailbox's date.

    The date that the sender wrote comes last and is never gone by.
    """
    return tuple(dict.fromkeys(_candidates(message, servers, internal)))


def _candidates(message: Message, servers: Sequence[str], internal: datetime | None) -> Iterator[Arrival]:
    own = [stamp for stamp in message.stamps if _is_own(stamp, servers)]
    yield from (Arrival(at=stamp.at, by="own-server", source=stamp.by) for stamp in own)
    in_mailbox = None if internal is None else Arrival(at=internal, by="imap")
    if servers and not own and in_mailbox:
        yield in_mailbox
    if message.stamps and not own:
        yield Arrival(at=message.stamps[0].at, by="received", source=message.stamps[0].by or None)
    if in_mailbox:
        yield in_mailbox
    if message.date:
        yield Arrival(at=message.date, by="sender")


def _is_own(stamp: Stamp, servers: Sequence[str]) -> bool:
    return any(stamp.by == server.lower() or stamp.by.endswith(f".{server.lower()}") for server in servers)
