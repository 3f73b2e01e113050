"""What stands in a message that is signed and not encrypted (S/MIME): no key is needed to read it.

The signature wraps the content in BER (X.690): a few nested boxes, each with a tag and a length. They are walked here, once
through and no deeper than the format goes (RFC 5652, 5.1); who signed is not judged.
"""

_SEQUENCE, _INTEGER, _SET, _OID, _OCTETS, _OCTETS_IN_PIECES, _BOX = 0x30, 0x02, 0x31, 0x06, 0x04, 0x24, 0xA0
_SIGNED, _DATA = bytes.fromhex("2a864886f70d010702"), bytes.fromhex("2a864886f70d010701")
_INDEFINITE = 0x80
_MAX_NESTED = 8
"""Boxes in boxes whose end is only marked, inside what is walked over."""


class _OddError(ValueError):
    """These bytes are no signed message, or a damaged one."""


def content_of(raw: bytes) -> bytes | None:
    """Return the message that is signed; None where there is none to read: encrypted, compressed, damaged, or a bare signature."""
    try:
        return _content(memoryview(raw))
    except (_OddError, IndexError):
        return None


def _content(raw: memoryview) -> bytes | None:
    outer, _ = _opened(raw, 0, _SEQUENCE)
    at = _named(raw, outer, _SIGNED)
    if at is None:
        return None
    at, _ = _opened(raw, at, _BOX)
    at, _ = _opened(raw, at, _SEQUENCE)
    at = _past(raw, _past(raw, at, _INTEGER), _SET)
    at, _ = _opened(raw, at, _SEQUENCE)
    inner = _named(raw, at, _DATA)
    if inner is None or raw[inner] != _BOX:
        return None
    at, _ = _opened(raw, inner, _BOX)
    return b"".join(_octets(raw, at))


def _octets(raw: memoryview, at: int) -> list[memoryview]:
    """Return the pieces of a string of bytes, which may be whole, or cut and in a box."""
    if raw[at] == _OCTETS:
        begin, end = _opened(raw, at, _OCTETS)
        return [raw[begin:end]]
    at, limit = _opened(raw, at, _OCTETS_IN_PIECES)
    pieces = []
    while at < len(raw) and raw[at] == _OCTETS and (limit is None or at < limit):
        begin, end = _opened(raw, at, _OCTETS)
        pieces.append(raw[begin:end])
        at = end or len(raw)
    return pieces


def _named(raw: memoryview, at: int, name: bytes) -> int | None:
    """Return where what follows an object identifier begins; None where the identifier is another one."""
    begin, end = _opened(raw, at, _OID)
    return end if bytes(raw[begin:end]) == name else None


def _opened(raw: memoryview, at: int, tag: int) -> tuple[int, int | None]:
    """Return where the inside of a box begins, and where it ends; None where its end is only marked."""
    if raw[at] != tag:
        raise _OddError
    first = raw[at + 1]
    if first == _INDEFINITE:
        return at + 2, None
    begin, length = at + 2, first
    if first > _INDEFINITE:
        begin += first - _INDEFINITE
        length = int.from_bytes(raw[at + 2 : begin])
    if begin + length > len(raw):
        raise _OddError
    return begin, begin + length


def _past(raw: memoryview, at: int, tag: int | None = None, nested: int = 0) -> int:
    """Return where the next box begins."""
    begin, end = _opened(raw, at, raw[at] if tag is None else tag)
    if end is not None:
        return end
    if nested > _MAX_NESTED:
        raise _OddError
    while raw[begin] or raw[begin + 1]:
        begin = _past(raw, begin, None, nested + 1)
    return begin + 2
