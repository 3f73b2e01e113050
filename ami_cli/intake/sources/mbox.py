"""Mailboxes in one file (mbox): every message as the slice of bytes that it is."""

import hashlib
import mmap
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ami_cli.intake.sources.incoming import Letter

_START = re.compile(rb"(?:\A|\n\r?\n)(From (?:-|\S+) [^\r\n]{0,200}\d{2}:\d{2}[^\r\n]{0,200}\d{4}[^\r\n]{0,60})\r?\n")
"""A separator: at the top or after an empty line, with the date that mail programs write. Other lines in `From ` are text."""


def receive(path: Path, where: str) -> Iterator[Letter]:
    """Give the messages of a mailbox, in its order, without ever holding more than one."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for number, (begin, end) in enumerate(bounds(content), 1):
            with memoryview(content) as view, view[begin:end] as message:
                digest = hashlib.sha256(message).hexdigest()
            yield Letter(f"{where}#{number}", digest, end - begin, partial(_slice, path, begin, end))


def _slice(path: Path, begin: int, end: int) -> bytes:
    with path.open("rb") as stream:
        stream.seek(begin)
        return stream.read(end - begin)


def bounds(content: bytes | mmap.mmap) -> Iterator[tuple[int, int]]:
    """Give where each message begins and ends, without its separator."""
    begin: int | None = None
    for match in _START.finditer(content):
        if begin is not None:
            yield begin, match.start() + 1
        begin = match.end()
    if begin is not None:
        yield begin, len(content)


def messages(content: bytes) -> Iterator[bytes]:
    """Give the messages of a mailbox that is in memory."""
    return (content[begin:end] for begin, end in bounds(content))


def looks_like(beginning: bytes) -> bool:
    """Tell whether a file begins as a mailbox does."""
    return _START.match(beginning) is not None
