"""A letter as a message file that a mail program opens as a draft.

Headers are encoded here, word by word, and handed over as plain ASCII: the standard library's newer header classes
decode encoded words inside names and subjects, so that a name such as `=??Q?=0A0` would break out of its header.
"""

import hashlib
import re
import unicodedata
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import SMTP, compat32
from email.utils import format_datetime

from ami_cli.models.letter import Attachment, Letter

TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what is read: a name with one can look like another name."""
LONGEST_HEADER = 250
"""Characters kept of a name or subject from outside."""
LONGEST_ADDRESS = 254
"""Characters of an address (RFC 5321, 4.5.3.1.3, less the angle brackets)."""
_LINES = compat32.clone(linesep=SMTP.linesep)
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=^_`{|}~@-]{1,200}>")
_PLAIN = re.compile(r"[A-Za-z0-9 .,;:!'()/&+-]*")


def usable(address: str | None) -> bool:
    """Return whether a letter can go to this address: one plain address, no name, no list, nothing that ends a header."""
    return (
        address is not None and len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address) is not None and ".." not in address
    )


def message(letter: Letter) -> bytes:
    """Return the message: headers, a plain-text and an HTML part, attachments; the same letter is the same bytes.

    `X-Unsent: 1` makes Outlook and Thunderbird open it as a draft.

    Raises:
        ValueError: an address is not usable.
    """
    if not usable(letter.to_address) or not usable(letter.from_address):
        raise ValueError("an address cannot be written to")
    made = _body(letter)
    headers = {
        "From": _mailbox(letter.from_name, letter.from_address),
        "To": _mailbox(letter.to_name or "", letter.to_address),
        "Subject": _words(letter.subject, "Subject"),
        "Date": format_datetime(letter.dated),
        "Message-ID": f"<{_digest(letter)}@{letter.from_address.rpartition('@')[2]}>",
        "Content-Language": letter.language,
        "X-Unsent": "1",
    }
    if letter.in_reply_to and _MESSAGE_ID.fullmatch(letter.in_reply_to):
        headers |= {"In-Reply-To": letter.in_reply_to, "References": letter.in_reply_to}
    for name, value in headers.items():
        made[name] = value
    for number, part in enumerate(part for part in made.walk() if part.is_multipart()):
        part.set_boundary(f"=_ami_{number}_{_digest(letter)[:24]}")
    return made.as_bytes(policy=_LINES)


def _body(letter: Letter) -> Message:
    words = MIMEMultipart("alternative", _subparts=[_text(letter.text, "plain"), _text(letter.html, "html")])
    if not letter.attachments:
        return words
    return MIMEMultipart("mixed", _subparts=[words, *(_attached(one) for one in letter.attachments)])


def _text(text: str, subtype: str) -> Message:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", subtype)
    part.set_payload(text, charset)
    return part


def _attached(attachment: Attachment) -> Message:
    main, _, sub = attachment.media_type.partition("/")
    part = MIMEBase(main, sub)
    part.set_payload(attachment.content)
    encode_base64(part)
    name = one_line(attachment.name)
    part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    return part


def _mailbox(name: str, address: str) -> str:
    words = one_line(name)
    if not words:
        return address
    shown = f'"{words}"' if _PLAIN.fullmatch(words) else _words(words, "From")
    return f"{shown} <{address}>"


def _words(text: str, header: str) -> str:
    """Return header text in ASCII: as it is where nothing in it has a meaning of its own, else as encoded words."""
    words = one_line(text)
    if _PLAIN.fullmatch(words):
        return Header(words, "us-ascii", header_name=header).encode()
    return Header(words, "utf-8", header_name=header).encode()


def one_line(text: str) -> str:
    """Return text that can stand in a header: no line break, no control or invisible character, bounded."""
    kept = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"} or char in TURNING else char for char in text)
    return re.sub(r"\s+", " ", kept).strip()[:LONGEST_HEADER]


def _digest(letter: Letter) -> str:
    written = letter.model_copy(update={"dated": letter.dated.replace(microsecond=0)})  # as precisely as Date: says it
    about = "application" if letter.delivery else "delivery"  # a delivery stays itself where applications are merged or split
    return hashlib.sha256(written.model_dump_json(exclude={"attachments", "in_reply_to", about}).encode()).hexdigest()[:40]
