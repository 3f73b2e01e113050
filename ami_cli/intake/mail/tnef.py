"""`winmail.dat`: what Outlook packs attachments into for other Outlooks (MS-OXTNEF).

A list of attributes, each with its length, walked once; the attachments and their names are taken out, nothing else is read.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

SIGNATURE = b"\x78\x9f\x3e\x22"
MAX_FILES = 1000
MAX_ATTRIBUTES = 100_000
MAX_PROPERTIES = 10_000
MAX_DEPTH = 4
"""Messages packed inside messages."""
_BEGIN, _TITLE, _DATA, _PROPERTIES, _CODEPAGE = 0x9002, 0x8010, 0x800F, 0x9005, 0x9007
_LONG_NAME, _DISPLAY_NAME, _OBJECT = 0x3707, 0x3001, 0x3701
_WIDTHS = {0x02: 4, 0x03: 4, 0x04: 4, 0x0A: 4, 0x0B: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16}
"""Bytes that a property of each fixed type takes."""
_COUNTED = frozenset({0x0D, 0x1E, 0x1F, 0x102})
_UNICODE, _MANY, _NAMED = 0x1F, 0x1000, 0x8000
_IDENTIFIER = 16
_HEAD, _TAIL = 9, 2


@dataclass(frozen=True)
class Packed:
    """One file."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Unpacked:
    """The files, and whether all of them could be taken out."""

    files: tuple[Packed, ...]
    whole: bool


@dataclass
class _Open:
    """An attachment while its attributes are read."""

    title: bytes = b""
    name: str = ""
    content: memoryview | None = None
    message: memoryview | None = None


@dataclass
class _Reading:
    files: list[Packed] = field(default_factory=list)
    whole: bool = True
    attributes: int = 0


def unpacked(raw: bytes) -> Unpacked | None:
    """Return the files of a `winmail.dat`; None where it is none, or holds no file that can be taken out."""
    if not raw.startswith(SIGNATURE):
        return None
    reading = _Reading()
    _read(memoryview(raw), reading, 0)
    return Unpacked(tuple(reading.files), reading.whole) if reading.files else None


def _read(raw: memoryview, into: _Reading, depth: int) -> None:
    one: _Open | None = None
    codepage = "cp1252"
    for name, data in _attributes(raw, into):
        if name == _CODEPAGE and len(data) >= 4:  # noqa: PLR2004  # a number of four bytes
            codepage = f"cp{struct.unpack_from('<I', data)[0]}"
        elif name == _BEGIN:
            _close(one, into, codepage, depth)
            one = _Open()
        elif one is not None and name == _TITLE:
            one.title = bytes(data[:1000])
        elif one is not None and name == _DATA:
            one.content = data
        elif one is not None and name == _PROPERTIES:
            _described(one, data, into, codepage)
    _close(one, into, codepage, depth)


def _attributes(raw: memoryview, into: _Reading) -> Iterator[tuple[int, memoryview]]:
    """Give the name of each attribute and its bytes; the key after the signature says nothing."""
    at = len(SIGNATURE) + 2
    while at + _HEAD + _TAIL <= len(raw):
        name, _, length = struct.unpack_from("<HHI", raw, at + 1)
        begin = at + _HEAD
        into.attributes += 1
        if begin + length + _TAIL > len(raw) or into.attributes > MAX_ATTRIBUTES:
            into.whole = False
            return
        yield name, raw[begin : begin + length]
        at = begin + length + _TAIL
    into.whole = into.whole and not any(raw[at:])


def _close(one: _Open | None, into: _Reading, codepage: str, depth: int) -> None:
    if one is None:
        return
    if one.message is not None:
        if depth < MAX_DEPTH:
            _read(one.message, into, depth + 1)
        else:
            into.whole = False
    elif one.content is None or len(into.files) >= MAX_FILES:
        into.whole = False
    else:
        name = one.name or _text(one.title, codepage)
        into.files.append(Packed(name or f"part-{len(into.files) + 1}.bin", bytes(one.content)))


def _described(one: _Open, data: memoryview, into: _Reading, codepage: str) -> None:
    """Take the long name and an enclosed message from the properties of an attachment."""
    try:
        for identifier, kind, value in _properties(data):
            if identifier == _LONG_NAME or (identifier == _DISPLAY_NAME and not one.name):
                one.name = _text(bytes(value[:1000]), "utf-16-le" if kind == _UNICODE else codepage)
            elif identifier == _OBJECT and bytes(value[_IDENTIFIER : _IDENTIFIER + len(SIGNATURE)]) == SIGNATURE:
                one.message = value[_IDENTIFIER:]
    except (struct.error, ValueError):
        into.whole = False


def _properties(data: memoryview) -> Iterator[tuple[int, int, memoryview]]:
    """Give identifier, type and first value of each property.

    Raises:
        ValueError: a type that is not known, after which nothing can be found again; or too many.
        struct.error: the properties end too soon.
    """
    (count,), at = struct.unpack_from("<I", data), 4
    for _ in range(count):
        kind, identifier = struct.unpack_from("<HH", data, at)
        at += 4
        if identifier >= _NAMED:
            at = _past_name(data, at)
        base, many = kind & ~_MANY, bool(kind & _MANY)
        values = 1
        if many or base in _COUNTED:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        if count > MAX_PROPERTIES or values > MAX_PROPERTIES:
            raise ValueError
        for number in range(values):
            begin, length, at = _value(data, at, base)
            if number == 0:
                yield identifier, base, data[begin : begin + length]


def _value(data: memoryview, at: int, kind: int) -> tuple[int, int, int]:
    """Return where a value begins, its length, and where the next one begins; each is filled up to four bytes."""
    if kind in _COUNTED:
        (length,) = struct.unpack_from("<I", data, at)
        begin = at + 4
    elif kind in _WIDTHS:
        begin, length = at, _WIDTHS[kind]
    else:
        raise ValueError
    if begin + length > len(data):
        raise ValueError
    return begin, length, begin + length + (-length % 4)


def _past_name(data: memoryview, at: int) -> int:
    """Pass over the name of a named property: its set, then a number or a text."""
    (kind,) = struct.unpack_from("<I", data, at + 16)
    if kind == 0:
        return at + 24
    (length,) = struct.unpack_from("<I", data, at + 20)
    return int(at + 24 + length + (-length % 4))


def _text(raw: bytes, encoding: str) -> str:
    try:
        said = raw.decode(encoding, "replace")
    except LookupError:
        said = raw.decode("cp1252", "replace")
    return said.partition("\0")[0].strip()
