"""From the parts of a message to its body and its attachments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ami_cli.intake.mail.decoding import one_line, text_of
from ami_cli.intake.mail.html import Html
from ami_cli.intake.mail.message import Attachment, Role
from ami_cli.intake.mail.structure import SEALED, Leaf, first_of
from ami_cli.intake.mail.transfer import content

MAX_BODY = 200_000
_SIGNATURES = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys",
    "text/vcard", "text/x-vcard", "text/directory", "text/calendar", "application/pgp-encrypted",
})  # fmt: skip
_CLOSED = SEALED | {"application/ms-tnef", "application/vnd.ms-tnef"}
_LAYOUT = re.compile(
    r"(?i)image\d{3}\.(png|jpe?g|gif|bmp)|(?:outlook-|logo|signature|facebook|linkedin|twitter|icon)[\w -]*\.(png|jpe?g|gif)"
)
SMALL_PICTURE = 150_000
"""Bytes up to which a picture that the text itself shows is taken as decoration: a scan of a page is larger."""


def name_of(leaf: Leaf) -> str:
    """Return the name that the sender gave the part, decoded; empty where there is none."""
    _, parameters = leaf.disposition
    return parameters.get("filename") or leaf.parameters.get("name") or ""


def is_attachment(leaf: Leaf) -> bool:
    """Tell whether a mail program would offer to save the part."""
    disposition, _ = leaf.disposition
    return disposition.split(" ")[0] == "attachment" or bool(name_of(leaf)) or not leaf.media_type.startswith("text/")


@dataclass(frozen=True)
class Body:
    """What a person reads in the message, and the pictures that stand in it."""

    text: str
    links: tuple[str, ...]
    pictures: frozenset[str]


def body_of(leaves: Iterable[Leaf]) -> Body:
    """Return the text of a message: its plain parts, else its HTML parts as text."""
    plain: list[str] = []
    pages: list[Html] = []
    for leaf in leaves:
        if is_attachment(leaf):
            continue
        text = text_of(content(leaf.headers, leaf.body)[: 4 * MAX_BODY], leaf.parameters.get("charset")).replace("\r\n", "\n")
        if leaf.media_type == "text/html":
            pages.append(Html(text))
        else:
            plain.append(text)
    said = "\n".join(plain).strip() or "\n".join(page.text for page in pages).strip()
    links = tuple(link for page in pages for link in page.links)
    return Body(said[:MAX_BODY], links, frozenset(cid for page in pages for cid in page.pictures))


def attachment_of(leaf: Leaf, number: int, pictures: frozenset[str]) -> Attachment:
    """Return the attachment; one without a name gets one from its kind and its place."""
    held = content(leaf.headers, leaf.body)
    name = name_of(leaf) or f"part-{number}{_SUFFIXES.get(leaf.media_type, '.bin')}"
    cid = one_line(first_of(leaf.headers, "content-id").decode("ascii", "replace")).strip("<> ")
    shown = bool(cid) and cid in pictures
    return Attachment(name, leaf.media_type, held, role_of(leaf.media_type, name, len(held), inside=leaf.inside, shown=shown))


def role_of(media_type: str, name: str, size: int, *, inside: str = "", shown: bool = False) -> Role:
    """Tell a document from what surrounds it; `shown`: the text of the message itself shows the picture."""
    lower = name.lower()
    if media_type == "message/rfc822":
        return "message"
    if media_type in _SIGNATURES or lower in {"smime.p7s", "signature.asc"} or inside == "multipart/report":
        return "signature"
    if media_type in _CLOSED or lower in {"winmail.dat", "smime.p7m"} or inside == "multipart/encrypted":
        return "closed"
    picture = media_type.startswith("image/") and size <= SMALL_PICTURE
    return "decoration" if picture and (shown or _LAYOUT.fullmatch(name)) else "document"


_SUFFIXES = {
    "message/rfc822": ".eml", "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif",
    "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "application/msword": ".doc", "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
