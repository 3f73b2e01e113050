"""Mailboxes in one file (mbox): every message as the slice of bytes that it is."""

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

_START = re.compile(rb"(?:\A|\n\r?\n)(From (?:-|\S+) [^\r\n]{0,200}\d{2}:\d{2}[^\r\n]{0,200}\d{4}[^\r\n]{0,60})\r?\n")
"""A separator: at the top or after an empty line, with the date that mail programs write. Other lines in `From ` are text."""


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


def looks_like(path: Path) -> bool:
    """Tell whether a file begins as a mailbox does."""
    with path.open("rb") as stream:
        return _START.match(stream.read(2048)) is not None
