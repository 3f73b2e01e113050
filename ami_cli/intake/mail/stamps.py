"""When a message passed where: the `Received` lines, and the sender's own date."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ami_cli.intake.mail.decoding import one_line, undeclared

_BY = re.compile(r"\bby\s+([^\s;()]+)", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
MAX_STAMPS = 100


@dataclass(frozen=True)
class Stamp:
    """A server, and the moment it wrote down."""

    by: str
    at: datetime


def stamps(received: list[bytes]) -> tuple[Stamp, ...]:
    """Return the `Received` lines that can be read, the topmost (the last server) first."""
    found = (_stamp(one_line(undeclared(line[:5000]))) for line in received[:MAX_STAMPS])
    return tuple(stamp for stamp in found if stamp is not None)


def _stamp(line: str) -> Stamp | None:
    at = moment(line.rpartition(";")[2])
    by = _BY.search(_COMMENT.sub(" ", line))
    return None if at is None else Stamp(by[1].rstrip(".,").lower() if by else "", at)


def moment(written: str) -> datetime | None:
    """Return a date of a header as an aware moment; None where it cannot be one. Without a zone it is taken as UTC."""
    try:
        at = parsedate_to_datetime(_COMMENT.sub(" ", written[:200]).strip())
        aware = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return aware if _PLAUSIBLE[0] <= aware.year <= _PLAUSIBLE[1] else None


_PLAUSIBLE = (1971, 9990)
