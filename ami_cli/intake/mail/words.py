"""Encoded words of headers (RFC 2047): in pieces, cut in the middle of a character, folded, or plainly wrong."""

import base64
import binascii
import re
from itertools import groupby

from ami_cli.intake.mail.decoding import one_line, text_of, undeclared

_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_ESCAPED = re.compile(r"=([0-9a-fA-F]{2})")
MAX_HEADER = 1 << 20


def decoded(raw: bytes) -> str:
    """Return the value of a header as people should read it, on one line."""
    return one_line(unfolded(undeclared(raw[:MAX_HEADER])))


def unfolded(text: str) -> str:
    """Return text with its encoded words decoded; neighbours in one charset are joined before they are decoded."""
    pieces: list[tuple[str, bytes | None, str]] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        if between.strip() or not pieces:
            pieces.append(("", None, between))
        charset, how, content = match.groups()
        pieces.append((charset.lower(), _bytes(how, content), ""))
        end = match.end()
    pieces.append(("", None, text[end:]))
    return "".join(_joined(charset, list(run)) for charset, run in groupby(pieces, key=lambda piece: piece[0]))


def _joined(charset: str, run: list[tuple[str, bytes | None, str]]) -> str:
    if not charset:
        return "".join(text for _, _, text in run)
    return text_of(b"".join(content or b"" for _, content, _ in run), charset)


def _bytes(how: str, content: str) -> bytes:
    if how in "qQ":
        plain = content.replace("_", " ").encode("utf-8", "surrogateescape")
        return re.sub(rb"=([0-9a-fA-F]{2})", lambda match: bytes.fromhex(match[1].decode()), plain)
    return unbase64(content.encode("ascii", "ignore"))


def unbase64(content: bytes) -> bytes:
    """Return what base64 holds, leaving out what does not belong and mending a cut end."""
    try:
        return base64.b64decode(content)
    except (binascii.Error, ValueError):
        pass
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
    whole = clean[: len(clean) - (len(clean) % 4 == 1)]
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))
