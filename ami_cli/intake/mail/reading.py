"""Reading a message: any bytes in, a Message or a named Refusal out."""

from dataclasses import replace

from ami_cli.intake.mail import outlook
from ami_cli.intake.mail.addresses import Address, addresses
from ami_cli.intake.mail.links import elsewhere
from ami_cli.intake.mail.message import Attachment, Message, Refusal
from ami_cli.intake.mail.packed import unpacked
from ami_cli.intake.mail.parts import attachment_of, body_of, is_attachment
from ami_cli.intake.mail.sorts import sort_of
from ami_cli.intake.mail.stamps import moment, stamps
from ami_cli.intake.mail.structure import Structure, first_of, head, structure
from ami_cli.intake.mail.transfer import Headers
from ami_cli.intake.mail.words import decoded
from ami_cli.models.text import Words

MAX_MESSAGE = 300 << 20
_KNOWN = frozenset(
    {"from", "subject", "date", "to", "received", "message-id", "mime-version", "content-type", "return-path", "sender"}
)

TOO_LARGE = Refusal("too-large", Words(fr="message de plus de 300 Mo", en="message of more than 300 MB"))


def read(raw: bytes | memoryview) -> Message | Refusal:
    """Read one message, as a mail program wrote it or however damaged it is."""
    view = memoryview(raw)
    if bytes(view[:8]) == outlook.SIGNATURE:
        return outlook.read(bytes(view)) if len(view) <= MAX_MESSAGE else TOO_LARGE
    if len(view) > MAX_MESSAGE:
        return TOO_LARGE
    if not bytes(view[:4096]).strip() and len(view) <= 4096:  # noqa: PLR2004  # a page of blanks at most is looked at
        return Refusal("empty", Words(fr="vide : ce n’est pas un message", en="empty: this is no message"))
    headers, begin = head(view)
    if not _KNOWN & {name for name, _ in headers}:
        return Refusal("no-message", Words(fr="ce n’est pas un message électronique", en="this is no e-mail message"))
    return _message(headers, view[begin:], 0)


def _message(headers: Headers, body: memoryview, depth: int) -> Message:
    parts = structure(headers, body)
    said = body_of(parts.leaves)
    attachments, enclosed = _attached(parts, said.pictures, depth)
    date = decoded(first_of(headers, "date"))
    subject = decoded(first_of(headers, "subject"))
    links = elsewhere(said.text, said.links)
    return Message(
        subject=subject,
        senders=addresses(first_of(headers, "from")) or addresses(first_of(headers, "sender")),
        reply_to=addresses(first_of(headers, "reply-to")),
        to=_addressees(headers),
        date_written=date,
        date=moment(date),
        message_id=decoded(first_of(headers, "message-id"))[:500],
        stamps=stamps([value for name, value in headers if name == "received"]),
        text=said.text,
        links=links,
        attachments=attachments,
        enclosed=enclosed,
        sort=sort_of(headers, parts),
        is_reply=bool(first_of(headers, "in-reply-to")),
        notes=_notes(parts, attachments, links),
    )


def _addressees(headers: Headers) -> tuple[Address, ...]:
    names = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
    return tuple(dict.fromkeys(address for name, value in headers if name in names for address in addresses(value)))


def _attached(parts: Structure, pictures: frozenset[str], depth: int) -> tuple[tuple[Attachment, ...], tuple[Message, ...]]:
    found: list[Attachment] = []
    enclosed: list[Message] = []
    for number, leaf in enumerate(parts.leaves, 1):
        if not is_attachment(leaf):
            continue
        attachment = attachment_of(leaf, number, pictures)
        packed = tuple(unpacked(attachment)) if attachment.role == "closed" else ()
        inner = _enclosed(attachment, depth) if depth < outlook.MAX_ENCLOSED else None
        found.extend(packed or (replace(attachment, role="message") if inner else attachment,))
        if inner is not None:
            enclosed.append(_from(inner, attachment.name))
    return tuple(found), tuple(enclosed)


def _enclosed(attachment: Attachment, depth: int) -> Message | None:
    """Return the message that an attachment is; None where it is none, or cannot be read."""
    lower = attachment.name.lower()
    if attachment.media_type == "application/vnd.ms-outlook" or lower.endswith(".msg"):
        found = outlook.read(attachment.content) if attachment.content.startswith(outlook.SIGNATURE) else None
        return found if isinstance(found, Message) else None
    if attachment.role != "message" and not lower.endswith(".eml"):
        return None
    headers, begin = head(memoryview(attachment.content))
    if not headers or (attachment.role != "message" and not _KNOWN & {name for name, _ in headers}):
        return None
    return _message(headers, memoryview(attachment.content)[begin:], depth + 1)


def _from(inner: Message, name: str) -> Message:
    return replace(inner, attachments=tuple(replace(one, within=one.within or name) for one in inner.attachments))


def _notes(parts: Structure, attachments: tuple[Attachment, ...], links: tuple[str, ...]) -> tuple[Words, ...]:
    bound = () if parts.whole else (TOO_MANY,)
    closed = (_closed(one.name) for one in attachments if one.role == "closed")
    away = (Words(fr=f"fichiers gardés ailleurs : {link}", en=f"files kept elsewhere: {link}") for link in links)
    return (*bound, *closed, *away)


TOO_MANY = Words(fr="trop de parties : certaines n’ont pas été ouvertes", en="too many parts: some were not opened")


def _closed(name: str) -> Words:
    return Words(
        fr=f"« {name} » cache son contenu (chiffré, ou abîmé au format d’Outlook) : ouvrez le message avec votre messagerie",
        en=f"“{name}” hides what it contains (encrypted, or damaged in Outlook’s format): open the message with your mail program",
    )
