"""Reading and writing files so that nothing is ever half there."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

CHUNK = 1 << 20
"""Bytes written at a time."""
_READ = 1 << 16
"""Bytes read at a time: most files are small, and room for a large one would take longer to get than the file to read."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal, without loading it whole."""
    return sha256_and_size(path)[0]


def sha256_and_size(path: str | os.PathLike[str]) -> tuple[str, int]:
    """Return the SHA-256 of a file, in hexadecimal, and how many bytes it has, without loading it whole."""
    digest, size = hashlib.sha256(), 0
    for content in _chunks(path):
        digest.update(content)
        size += len(content)
    return digest.hexdigest(), size


def sha256_and_head(path: str | os.PathLike[str], most: int) -> tuple[str, bytes]:
    """Return the SHA-256 of a file, in hexadecimal, and its first bytes, without loading it whole."""
    digest, head = hashlib.sha256(), b""
    for content in _chunks(path):
        head = head or content[:most]
        digest.update(content)
    return digest.hexdigest(), head


def _chunks(path: str | os.PathLike[str]) -> Iterator[bytes]:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        while content := os.read(descriptor, _READ):
            yield content
    finally:
        os.close(descriptor)


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes | IO[bytes]) -> None:
    """Write a file so that it is either whole or as before, even if the machine stops: temporary file, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".ami-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            if isinstance(content, bytes):
                stream.write(content)
            else:
                shutil.copyfileobj(content, stream, CHUNK)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def clear_unfinished(folder: Path) -> None:
    """Remove what `write_whole` left in a folder where the machine stopped; only for who alone writes there."""
    for left in folder.glob(".ami-*") if folder.is_dir() else ():
        if left.is_file():
            left.unlink(missing_ok=True)
