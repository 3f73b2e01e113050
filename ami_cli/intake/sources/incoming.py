"""What a source gives: messages, folders of files, and what is neither."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ami_cli.models.text import Words


@dataclass(frozen=True)
class Letter:
    """One message, known by its digest; its bytes are loaded when they are needed, and again when they are kept."""

    where: str
    sha256: str
    size: int
    content: Callable[[], bytes]
    internal: datetime | None = None
    """When an IMAP server took it in (INTERNALDATE)."""


@dataclass(frozen=True)
class Piece:
    """One file of a bundle."""

    path: str
    sha256: str
    size: int
    content: Callable[[], bytes]


@dataclass(frozen=True)
class Bundle:
    """Files that came together without a message: a folder or an archive of one applicant, or loose files of one name."""

    where: str
    name: str
    pieces: tuple[Piece, ...]
    modified: datetime | None = None
    guessed: bool = False
    """The files were put together by their names alone."""


@dataclass(frozen=True)
class Stray:
    """A file that is no message and belongs to nobody: told, with the reason."""

    where: str
    why: Words
    sha256: str = ""
    size: int = 0


Incoming = Letter | Bundle | Stray
