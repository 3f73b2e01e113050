"""Folders: of messages, of mailboxes, of applicants, or of loose files."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ami_cli.files import sha256_of
from ami_cli.intake.contents import contents, harmless, printable
from ami_cli.intake.sources import archive, mbox
from ami_cli.intake.sources.incoming import Bundle, Incoming, Letter, Piece, Stray
from ami_cli.intake.sources.loose import together
from ami_cli.models.text import Words

MAX_DEPTH = 20
_LINK = Words(fr="lien non suivi : copiez le fichier lui-même", en="link not followed: copy the file itself")
_DEEP = Words(fr="trop de dossiers les uns dans les autres", en="too many folders inside one another")
_MAIL = (".eml", ".msg", ".mbox", ".mbx", ".mail")


def receive(folder: Path, where: str, *, depth: int = 0) -> Iterator[Incoming]:
    """Give what a folder holds, in the order of its names."""
    if is_maildir(folder):
        yield from maildir(folder, where)
    elif depth > MAX_DEPTH:
        yield Stray(where, _DEEP)
    elif not holds_mail(folder) and (depth or not _folders(folder)):
        yield from bundle(folder, where)
    else:
        yield from _mixed(folder, where, depth)


def _mixed(folder: Path, where: str, depth: int) -> Iterator[Incoming]:
    loose: list[Piece] = []
    for entry in _entries(folder):
        inside = f"{where}/{printable(entry.name)}"
        if entry.is_symlink():
            yield Stray(inside, _LINK)
        elif why := harmless(entry.name):
            yield Stray(inside, why)
        elif entry.is_dir(follow_symlinks=False):
            yield from receive(Path(entry.path), inside, depth=depth + 1)
        elif entry.is_file(follow_symlinks=False):
            path = Path(entry.path)
            found = of_file(path, inside)
            if found is None:
                loose.append(piece_of(path, printable(entry.name)))
            else:
                yield from found
    yield from together(where, loose)


def of_file(path: Path, where: str) -> Iterator[Incoming] | None:
    """Return what a file gives as a source; None where it is a document."""
    suffix = path.suffix.lower()
    if suffix == ".zip":
        return archive.receive(path, where)
    with path.open("rb") as stream:
        beginning = stream.read(2048)
    if suffix in {".mbox", ".mbx"} or (mbox.looks_like(beginning) and suffix in {"", ".txt"}):
        return mbox.receive(path, where)
    if suffix in {".eml", ".msg", ".mail"}:
        return iter((_letter(path, where),))
    return None


def _letter(path: Path, where: str) -> Letter:
    return Letter(where, sha256_of(path), path.stat().st_size, path.read_bytes)


def piece_of(path: Path, name: str) -> Piece:
    """Return a file as a piece of a bundle."""
    return Piece(name, sha256_of(path), path.stat().st_size, path.read_bytes)


def is_maildir(folder: Path) -> bool:
    """Tell whether a folder is a Maildir."""
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def maildir(folder: Path, where: str) -> Iterator[Letter]:
    """Give the messages of a Maildir and of the folders inside it; what is being delivered (`tmp`) is not read."""
    for below in ("new", "cur"):
        for entry in _entries(folder / below):
            if entry.is_file(follow_symlinks=False):
                yield _letter(Path(entry.path), f"{where}/{below}/{printable(entry.name)}")
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False) and is_maildir(Path(entry.path)):
            yield from maildir(Path(entry.path), f"{where}/{printable(entry.name)}")


def bundle(folder: Path, where: str) -> Iterator[Incoming]:
    """Give the folder as one bundle, and tell what in it could not be read."""
    found = contents(folder)
    pieces = tuple(Piece(file.path, file.sha256, file.bytes, partial((folder / file.path).read_bytes)) for file in found.files)
    if pieces:
        newest = max((folder / piece.path).stat().st_mtime for piece in pieces)
        yield Bundle(where, printable(folder.resolve().name), pieces, datetime.fromtimestamp(int(newest), UTC))
    for one in (*found.set_aside, *found.obstacles):
        yield Stray(f"{where}/{one.path}", one.why)


def holds_mail(folder: Path) -> bool:
    """Tell whether there is a message or a mailbox anywhere below."""
    for here, folders, names in os.walk(folder):
        if is_maildir(Path(here)) or any(name.lower().endswith(_MAIL) for name in names):
            return True
        folders[:] = [name for name in folders if not name.startswith(".")]
    return False


def _folders(folder: Path) -> bool:
    return any(entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".") for entry in _entries(folder))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)
