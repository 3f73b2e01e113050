"""Messages that Outlook saved (`.msg`)."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ami_cli.intake.mail.addresses import Address, addresses
from ami_cli.intake.mail.decoding import one_line
from ami_cli.intake.mail.html import Html
from ami_cli.intake.mail.links import elsewhere
from ami_cli.intake.mail.message import Attachment, Message, Refusal
from ami_cli.intake.mail.parts import MAX_BODY, role_of
from ami_cli.intake.mail.sorts import sort_of
from ami_cli.intake.mail.stamps import moment, stamps
from ami_cli.intake.mail.structure import Structure, first_of, head
from ami_cli.intake.mail.transfer import Headers
from ami_cli.models.text import Words

if TYPE_CHECKING:
    from oxmsg import Message as Outlook
    from oxmsg.attachment import Attachment as Part

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TRANSPORT_HEADERS = 0x007D
_ENCLOSED, _ENCLOSED_HEAD = "__substg1.0_3701000D", 24
MAX_ENCLOSED = 5
"""Messages inside messages inside messages."""
_SHORT_NAME, _DISPLAY_NAME = 0x3704, 0x3001
DAMAGED = Words(
    fr="message Outlook illisible : enregistrez-le de nouveau, si possible en .eml",
    en="Outlook message that cannot be read: save it again, as .eml where possible",
)

SWELLS = Words(
    fr="message Outlook plus gros dedans que dehors, comme aucun programme n’en écrit : demandez qu’on le renvoie",
    en="Outlook message larger inside than outside, as no program writes them: ask for it again",
)


def read(raw: bytes) -> Message | Refusal:
    """Read a `.msg` file."""
    from oxmsg import Message as Outlook

    try:
        if _swells(raw):
            return Refusal("too-large", SWELLS)
        return _message(Outlook.load(io.BytesIO(raw)))
    except Exception:  # noqa: BLE001  # whatever a damaged file leads the library to: it is data, and told
        return Refusal("damaged", DAMAGED)


def _swells(raw: bytes) -> bool:
    """Tell whether its parts say that they hold more than the file: made so, a few kilobytes fill the memory."""
    from olefile import STGTY_STREAM, OleFileIO

    with OleFileIO(io.BytesIO(raw)) as container:
        parts = [entry for entry in container.direntries if entry is not None and entry.entry_type == STGTY_STREAM]
        return bool(max(sum(part.size for part in parts), container.root.size) > len(raw))


def _message(found: "Outlook", depth: int = 0) -> Message:
    headers = _headers(found)
    page = Html(_html(found))
    text = (found.body or "").replace("\r\n", "\n").strip() or page.text
    links = elsewhere(text, page.links)
    parts = list(found.attachments)
    attachments = tuple(_attached(parts))
    enclosed = tuple(_enclosed(parts)) if depth < MAX_ENCLOSED else ()
    return Message(
        subject=one_line(found.subject),
        senders=addresses((found.sender or "").encode("utf-8", "replace")),
        reply_to=addresses(first_of(headers, "reply-to")),
        to=_addressees(found),
        date_written=first_of(headers, "date").decode("utf-8", "replace") or _iso(found.sent_date),
        date=moment(first_of(headers, "date").decode("utf-8", "replace")) or found.sent_date,
        message_id=one_line(first_of(headers, "message-id").decode("utf-8", "replace"))[:500],
        stamps=stamps([value for name, value in headers if name == "received"]),
        text=text[:MAX_BODY],
        links=links,
        attachments=attachments,
        enclosed=tuple(_within(_message(one, depth + 1)) for one in enclosed),
        sort=sort_of(headers, Structure((), (), whole=True)),
        is_reply=bool(first_of(headers, "in-reply-to")),
        notes=tuple(_notes(len(parts) - len(attachments) - len(enclosed), links)),
    )


def _headers(found: "Outlook") -> Headers:
    written = found.properties.str_prop_value(_TRANSPORT_HEADERS) or ""
    return head(memoryview(written.encode("utf-8", "replace")))[0]


def _html(found: "Outlook") -> str:
    try:
        return found.html_body or ""
    except (LookupError, UnicodeError):
        return ""


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _addressees(found: "Outlook") -> tuple[Address, ...]:
    return tuple(
        Address(one_line(one.name or ""), (one.email_address or "").lower())
        for one in found.recipients
        if "@" in (one.email_address or "")
    )


def _attached(parts: "list[Part]") -> Iterator[Attachment]:
    """Give the attachments that hold a file; messages and objects inside the message are counted by the caller."""
    for number, part in enumerate(parts, 1):
        content = part.file_bytes
        if content is None:
            continue
        props = part.properties
        name = part.file_name or props.str_prop_value(_SHORT_NAME) or props.str_prop_value(_DISPLAY_NAME) or f"part-{number}.bin"
        media_type = (part.mime_type or "application/octet-stream").lower()
        role = role_of(media_type, one_line(name), len(content))
        yield Attachment(one_line(name), media_type, content, role)


def _enclosed(parts: "list[Part]") -> "Iterator[Outlook]":
    """Give the messages that are attached as such: each is a folder of the file, made like the message itself."""
    from oxmsg import Message as Outlook
    from oxmsg.properties import Properties

    class Enclosed(Outlook):
        @property
        def _properties(self) -> Properties:  # the properties of an enclosed message begin earlier than those of a file
            return Properties(self._storage, properties_header_offset=_ENCLOSED_HEAD)

    for part in parts:
        if part.file_bytes is None:
            folders = part._storage.storages  # type: ignore[attr-defined]  # noqa: SLF001  # the library reads files alone
            yield from (Enclosed(one) for one in folders if one.name == _ENCLOSED)


def _within(inner: Message) -> Message:
    name = inner.subject[:100] or "message"
    return replace(inner, attachments=tuple(replace(one, within=one.within or name) for one in inner.attachments))


def _notes(unopened: int, links: tuple[str, ...]) -> Iterator[Words]:
    if unopened == 1:
        yield Words(
            fr="un message ou objet joint ne peut pas être extrait : ouvrez l’original dans Outlook",
            en="one enclosed message or object cannot be taken out: open the original in Outlook",
        )
    elif unopened:
        yield Words(
            fr=f"{unopened} messages ou objets joints ne peuvent pas être extraits : ouvrez l’original dans Outlook",
            en=f"{unopened} enclosed messages or objects cannot be taken out: open the original in Outlook",
        )
    yield from (Words(fr=f"fichiers gardés ailleurs : {link}", en=f"files kept elsewhere: {link}") for link in links)
