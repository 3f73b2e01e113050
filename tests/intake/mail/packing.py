"""What other programs pack messages and files into, written here byte by byte: Outlook's files, `winmail.dat`, signed messages."""

import struct
from collections.abc import Iterator

Tree = dict[str, "bytes | Tree"]
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def outlook_file(tree: Tree) -> bytes:
    """Return a compound file (MS-CFB) with these folders and streams, all streams in its small sectors."""
    small, chains, starts = _small(tree)
    table_sectors = -(-len(chains) * 4 // 512) or 1
    entries = list(_entries(tree, starts, len(small)))
    directory = b"".join(entries)
    directory += b"\x00" * (-len(directory) % 512)
    lengths = [1, len(directory) // 512, table_sectors, -(-len(small) // 512)]
    begins = [sum(lengths[:place]) for place in range(4)]
    fat = [FAT]
    for begin, length in zip(begins[1:], lengths[1:], strict=True):
        fat += [*range(begin + 1, begin + length), END] if length else []
    assert len(fat) <= 128, "one sector of the table is enough for a test"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, begins[1], 0, 4096, begins[2], table_sectors, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    small_table = struct.pack(f"<{len(chains)}I", *chains).ljust(512 * table_sectors, b"\xff")
    directory = directory.replace(b"\xee\xee\xee\xee", struct.pack("<I", begins[3]), 1)
    return head + table + directory + small_table + small.ljust(512 * lengths[3], b"\x00")


def _small(tree: Tree) -> tuple[bytes, list[int], dict[int, int]]:
    """Return the small sectors, their table, and where each stream begins."""
    content, chains, starts = b"", list[int](), dict[int, int]()
    for number, (_, one) in enumerate(_walked(tree), 1):
        if isinstance(one, bytes) and one:
            starts[number] = len(chains)
            length = -(-len(one) // 64)
            chains += [*range(len(chains) + 1, len(chains) + length), END]
            content += one.ljust(length * 64, b"\x00")
    return content, chains, starts


def _walked(tree: Tree) -> Iterator[tuple[str, "bytes | Tree"]]:
    for name, one in tree.items():
        yield name, one
        if not isinstance(one, bytes):
            yield from _walked(one)


def _entries(tree: Tree, starts: dict[int, int], size: int) -> Iterator[bytes]:
    yield _entry("Root Entry", 5, FREE, 1, (0xEEEEEEEE, size))
    numbers = iter(range(1, 10_000))
    yield from _folder(tree, starts, numbers)


def _folder(tree: Tree, starts: dict[int, int], numbers: Iterator[int]) -> Iterator[bytes]:
    placed = []
    for one in tree.values():
        own = next(numbers)
        below = list(_folder(one, starts, numbers)) if not isinstance(one, bytes) else []
        placed.append((own, below))
    following = [*(own for own, _ in placed[1:]), FREE]
    for (name, one), (own, below), after in zip(tree.items(), placed, following, strict=True):
        if isinstance(one, bytes):
            yield _entry(name, 2, after, FREE, (starts.get(own, END), len(one)))
        else:
            yield _entry(name, 1, after, own + 1 if one else FREE, (0, 0))
            yield from below


def _entry(name: str, sort: int, after: int, child: int, place: tuple[int, int]) -> bytes:
    written = name.encode("utf-16-le") + b"\x00\x00"
    return (
        written.ljust(64, b"\x00")
        + struct.pack("<HBB3I", len(written), sort, 1, FREE, after, child)
        + bytes(36)
        + struct.pack("<IQ", *place)
    )


def outlook(
    subject: str, sender: str, *, files: dict[str, bytes] | None = None, enclosed: tuple[Tree, ...] = (), inner: bool = False
) -> Tree:
    """Return the tree of a message; an enclosed one begins its properties earlier."""
    found: Tree = {}
    texts = {0x0037: subject, 0x0C1F: sender, 0x1000: "Bonjour", 0x001A: "IPM.Note"}
    found["__properties_version1.0"] = bytes(24 if inner else 32) + _texts(found, texts)
    attached = [(name, content) for name, content in (files or {}).items()]
    for number, (name, content) in enumerate(attached):
        part: Tree = {"__substg1.0_37010102": content}
        entry = struct.pack("<HHIQ", 0x0102, 0x3701, 6, len(content)) + struct.pack("<HHIQ", 0x0003, 0x3705, 6, 1)
        part["__properties_version1.0"] = bytes(8) + entry + _texts(part, {0x3707: name})
        found[f"__attach_version1.0_#{number:08X}"] = part
    for number, tree in enumerate(enclosed, len(attached)):
        part = {"__substg1.0_3701000D": tree}
        part["__properties_version1.0"] = bytes(8) + struct.pack("<HHIQ", 0x0003, 0x3705, 6, 5)
        found[f"__attach_version1.0_#{number:08X}"] = part
    return found


def _texts(tree: Tree, texts: dict[int, str]) -> bytes:
    entries = b""
    for identifier, text in texts.items():
        tree[f"__substg1.0_{identifier:04X}001F"] = text.encode("utf-16-le")
        entries += struct.pack("<HHIQ", 0x001F, identifier, 6, len(text) * 2 + 2)
    return entries


def winmail(files: dict[str, bytes], *, long_names: bool = True, message: bytes | None = None) -> bytes:
    """Return a `winmail.dat` with these files; the short names lose what is not ASCII."""
    found = b"\x78\x9f\x3e\x22\x01\x00" + _attribute(1, 0x9007, struct.pack("<II", 1252, 0))
    for name, content in files.items():
        found += _attribute(2, 0x9002, bytes(14)) + _attribute(2, 0x8010, name.encode("cp1252", "replace") + b"\x00")
        found += _attribute(2, 0x800F, content)
        found += _attribute(2, 0x9005, _properties({0x3707: name})) if long_names else b""
    if message is not None:
        embedded = struct.pack("<IHHII", 1, 0x000D, 0x3701, 1, len(message) + 16) + bytes(16) + message + bytes(-len(message) % 4)
        found += _attribute(2, 0x9002, bytes(14)) + _attribute(2, 0x9005, embedded)
    return found


def _properties(texts: dict[int, str]) -> bytes:
    found = struct.pack("<I", len(texts) + 2)
    found += struct.pack("<HHI", 0x0003, 0x3705, 1)
    found += struct.pack("<HH16sII", 0x001E, 0x8001, bytes(16), 1, 4) + b"a\x00b\x00" + struct.pack("<II", 1, 2) + b"x\x00\x00\x00"
    for identifier, text in texts.items():
        written = text.encode("utf-16-le") + b"\x00\x00"
        found += struct.pack("<HHII", 0x001F, identifier, 1, len(written)) + written + bytes(-len(written) % 4)
    return found


def _attribute(level: int, name: int, content: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, 6, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)


def signed(content: bytes, *, marked: bool = False, pieces: int = 0) -> bytes:
    """Return a signed message without its signers (RFC 5652); `marked`: lengths are not said, as programs that stream write it."""
    oid = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"
    if pieces:
        cut = [content[at : at + pieces] for at in range(0, len(content), pieces)]
        octets = _box(0x24, b"".join(_box(0x04, one) for one in cut), marked=marked)
    else:
        octets = _box(0x04, content)
    inner = _box(0x30, oid + b"\x01" + _box(0xA0, octets, marked=marked), marked=marked)
    algorithms = _box(0x31, _box(0x30, _box(0x06, b"\x60\x86\x48\x01\x65\x03\x04\x02\x01"), marked=marked), marked=marked)
    data = _box(0x30, _box(0x02, b"\x01") + algorithms + inner + _box(0x31, b""), marked=marked)
    return _box(0x30, oid + b"\x02" + _box(0xA0, data, marked=marked), marked=marked)


def _box(tag: int, content: bytes, *, marked: bool = False) -> bytes:
    if marked:
        return bytes((tag, 0x80)) + content + b"\x00\x00"
    length = len(content)
    if length < 0x80:
        return bytes((tag, length)) + content
    size = (length.bit_length() + 7) // 8
    return bytes((tag, 0x80 | size)) + length.to_bytes(size) + content
