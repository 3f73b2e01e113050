"""Sending drafts, each at most once: what was begun and not confirmed is named, and never sent again by itself."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.utils import getaddresses
from typing import Literal, Protocol

from ami_cli.letters.message import usable
from ami_cli.models.text import Words

Step = Literal["begun", "sent", "refused"]
Outcome = Literal["sent", "already_sent", "unknown", "refused", "not_sent", "would_send"]


@dataclass(frozen=True)
class Outgoing:
    """A draft about to be sent: its file in the outbox, which says which letter to whom, and its bytes as they stand there now."""

    name: str
    content: bytes
    barred: Words | None = None
    """Why it must not go, where it must not."""

    @property
    def key(self) -> str:
        """Return its name in the journal; see `key_of`."""
        return key_of(self.name)


@dataclass(frozen=True)
class Sending:
    """What became of one draft."""

    outgoing: Outgoing
    to: str
    outcome: Outcome
    detail: Words | None = None


class Mailer(Protocol):
    """A mail server that takes one message for one address."""

    def open_envelope(self, sender: str, recipient: str) -> None:
        """Announce one message; Refused where the server will not take it."""

    def deliver(self, content: bytes) -> None:
        """Hand over the message; Refused where the server says no; any other error leaves its fate unknown."""


class RefusedError(Exception):
    """The server said no: nothing was sent, and it may be tried again."""


def key_of(name: str) -> str:
    """Return a name for one letter to one applicant that holds no personal data (for the journal)."""
    return hashlib.sha256(name.encode()).hexdigest()


def send(
    drafts: Iterable[Outgoing],
    states: Mapping[str, Step],
    mailer: Mailer | None,
    note: Callable[[Outgoing, Step], None],
    wait: Callable[[], None],
) -> Iterator[Sending]:
    """Send each draft that was not sent before, one address a message; without a mailer, say what would be sent.

    `note` has each step on the disk before this goes on: `begun` just before the message is handed over, then `sent` or
    `refused`. A run that is stopped between the two leaves the message `begun`: whether it arrived nobody knows, so it
    is named `unknown` and left to a person. `wait` is called between two messages.
    """
    handed_over = False
    for outgoing in drafts:
        sender, recipient = _addresses(outgoing.content)
        if recipient is None or sender is None:
            yield Sending(outgoing, recipient or "", "not_sent", ONE_ADDRESS)
        elif states.get(outgoing.key) == "sent":
            yield Sending(outgoing, recipient, "already_sent")
        elif states.get(outgoing.key) == "begun":
            yield Sending(outgoing, recipient, "unknown", UNKNOWN)
        elif outgoing.barred:
            yield Sending(outgoing, recipient, "not_sent", outgoing.barred)
        elif mailer is None:
            yield Sending(outgoing, recipient, "would_send")
        else:
            if handed_over:
                wait()
            handed_over = True
            yield _send_one(outgoing, sender, recipient, mailer, note)


def _send_one(outgoing: Outgoing, sender: str, recipient: str, mailer: Mailer, note: Callable[[Outgoing, Step], None]) -> Sending:
    try:
        mailer.open_envelope(sender, recipient)
        note(outgoing, "begun")
        mailer.deliver(_as_sent(outgoing.content))
    except RefusedError as refusal:
        note(outgoing, "refused")
        said = str(refusal)[:200]
        return Sending(outgoing, recipient, "refused", Words(fr=f"Le serveur a refusé : {said}", en=f"The server refused: {said}"))
    note(outgoing, "sent")
    return Sending(outgoing, recipient, "sent")


def _addresses(content: bytes) -> tuple[str | None, str | None]:
    """Return sender and recipient; None where there is not exactly one usable address, or where copies would be sent."""
    read = message_from_bytes(content, policy=policy.compat32)
    if any(read.get_all(name) for name in ("Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc")):
        return None, None
    return _only(read.get_all("From", [])), _only(read.get_all("To", []))


def _only(values: list[str]) -> str | None:
    found = [address for _, address in getaddresses([str(value) for value in values])]
    return found[0] if len(found) == 1 and usable(found[0]) else None


def _as_sent(content: bytes) -> bytes:
    """Return the message without the mark of a draft."""
    head, separator, body = content.partition(b"\r\n\r\n")
    if not separator:
        head, separator, body = content.partition(b"\n\n")
    return re.sub(rb"(?im)^X-Unsent:[^\r\n]*\r?\n?", b"", head + b"\r\n").rstrip(b"\r\n") + separator + body


ONE_ADDRESS = Words(
    fr="Pas envoyé : il faut exactement une adresse valable, sans copie.",
    en="Not sent: there must be exactly one valid address, and no copy.",
)
UNKNOWN = Words(
    fr="Un envoi a commencé et n’a pas été confirmé : demandez au destinataire ou au serveur s’il est arrivé, puis dites-le : "
    "ami letters send --arrived LETTRE, ou --again LETTRE pour qu’elle reparte.",
    en="A sending was begun and not confirmed: ask the recipient or the server whether it arrived, then say so: "
    "ami letters send --arrived LETTER, or --again LETTER to have it sent again.",
)
