"""The bytes of a part, out of the clothing in which mail carries them."""

import binascii
import quopri

from ami_cli.intake.mail.decoding import one_line
from ami_cli.intake.mail.words import unbase64

Headers = tuple[tuple[str, bytes], ...]


def content(headers: Headers, body: memoryview) -> bytes:
    """Return the bytes that a part holds."""
    written = next((value for name, value in headers if name == "content-transfer-encoding"), b"")
    how = one_line(written.decode("ascii", "replace")).lower().split(" ")[0]
    raw = bytes(body)
    if how == "base64":
        return unbase64(raw)
    if how == "quoted-printable":
        return quopri.decodestring(raw)
    return _uudecoded(raw) if how in {"x-uuencode", "uuencode", "uue", "x-uue"} else raw


def _uudecoded(raw: bytes) -> bytes:
    lines = []
    for line in raw.splitlines():
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            lines.append(binascii.a2b_uu(line))
        except binascii.Error:
            length = (((line[0] - 32) & 63) * 4 + 5) // 3
            lines.append(_line_of_length(line, length))
    return b"".join(lines)


def _line_of_length(line: bytes, length: int) -> bytes:
    try:
        return binascii.a2b_uu(line[:length])
    except binascii.Error:
        return b""
