"""A delivery, read and weighed but not yet kept: all that is needed to decide, without its bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from ami_cli.files import sha256
from ami_cli.intake.arrivals import arrivals
from ami_cli.intake.forwarding import author
from ami_cli.intake.languages import language_of
from ami_cli.intake.mail.addresses import Address
from ami_cli.intake.mail.message import Attachment, Message, Role, Sort
from ami_cli.intake.sources import Bundle, Letter
from ami_cli.models.application import Arrival, received_at
from ami_cli.models.text import Words


@dataclass(frozen=True)
class Enclosure:
    """One file of a delivery."""

    name: str
    media_type: str | None
    sha256: str
    size: int
    role: Role


@dataclass(frozen=True)
class Delivered:
    """One delivery."""

    where: str
    sha256: str
    size: int
    kind: Literal["eml", "msg", "files"]
    source: Letter | Bundle
    subject: str | None = None
    sender: Address | None = None
    reply_to: str | None = None
    to: tuple[str, ...] = ()
    message_id: str = ""
    arrivals: tuple[Arrival, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    links: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()
    sort: Sort = "person"
    is_reply: bool = False
    text: str = ""
    language: str | None = None
    words: int | None = None

    @property
    def id(self) -> str:
        """Return a short name that no other delivery has."""
        return self.sha256[:12]

    @property
    def received_at(self) -> datetime | None:
        """Return the arrival to go by."""
        return received_at(self.arrivals)

    @property
    def documents(self) -> tuple[Enclosure, ...]:
        """Return the files that may be documents of the application."""
        return tuple(one for one in self.enclosures if one.role == "document")


def of_message(letter: Letter, message: Message, servers: Sequence[str], own_domains: frozenset[str]) -> Delivered:
    """Return the delivery that a message is; one that a colleague forwards is that of the person who wrote it first."""
    who, candidates = message, arrivals(message, servers, letter.internal)
    first = author(message, own_domains)
    if isinstance(first, Message):
        who = first
        candidates = tuple(dict.fromkeys((*arrivals(first, servers, None), *candidates)))
    sender = first if isinstance(first, Address) else who.sender
    return Delivered(
        where=letter.where,
        sha256=letter.sha256,
        size=letter.size,
        kind="msg" if letter.where.lower().endswith(".msg") else "eml",
        source=letter,
        subject=who.subject,
        sender=sender,
        reply_to=who.reply_to[0].email if who.reply_to else None,
        to=tuple(address.email for address in (*message.to, *who.to)),
        message_id=message.message_id,
        arrivals=candidates,
        enclosures=tuple(map(_enclosure, kept(message))),
        links=message.links + tuple(link for inner in message.enclosed for link in inner.links),
        notes=message.notes + tuple(note for inner in message.enclosed for note in inner.notes),
        sort=message.sort,
        is_reply=message.is_reply,
        text=message.text[:20_000],
        words=_own_words(message.text),
        language=language_of(f"{who.subject}\n{who.text}"),
    )


def kept(message: Message) -> tuple[Attachment, ...]:
    """Return every file to keep: attachments, and those of enclosed messages."""
    return message.attachments + tuple(one for enclosed in message.enclosed for one in kept(enclosed))


def _own_words(text: str) -> int:
    """Count the words of a message, without what it quotes."""
    return sum(len(line.split()) for line in text.split("\n") if not line.startswith(">"))


def _enclosure(attachment: Attachment) -> Enclosure:
    return Enclosure(attachment.name, attachment.media_type, attachment.sha256, len(attachment.content), attachment.role)


def of_bundle(bundle: Bundle) -> Delivered:
    """Return the delivery that a folder, an archive or loose files are. When they came, only their dates could say."""
    listed = "\n".join(f"{piece.sha256} {piece.path}" for piece in sorted(bundle.pieces, key=lambda piece: piece.path))
    by_file = () if bundle.modified is None else (Arrival(at=bundle.modified, by="file"),)
    return Delivered(
        where=bundle.where,
        sha256=sha256(f"{bundle.name}\n{listed}".encode("utf-8", "replace")),
        size=sum(piece.size for piece in bundle.pieces),
        kind="files",
        source=bundle,
        sender=Address(bundle.name, ""),
        arrivals=by_file,
        enclosures=tuple(Enclosure(piece.path, None, piece.sha256, piece.size, "document") for piece in bundle.pieces),
        notes=(GUESSED,) if bundle.guessed else (),
    )


GUESSED = Words(
    fr="fichiers réunis d’après leurs noms : vérifiez qu’ils sont du même candidat",
    en="files put together by their names: check that they are of the same applicant",
)


def without_text(delivered: Delivered) -> Delivered:
    """Return the delivery as it is kept in memory while the others are read."""
    return replace(delivered, text="")


def loader(delivered: Delivered) -> Callable[[], bytes]:
    """Return what loads the original message."""
    if isinstance(delivered.source, Bundle):
        message = "a bundle has no message"
        raise TypeError(message)
    return delivered.source.content
