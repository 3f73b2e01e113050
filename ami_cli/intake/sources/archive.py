"""Zip archives of messages, mailboxes or folders of applicants."""

import hashlib
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.files import sha256
from ami_cli.intake.contents import harmless
from ami_cli.intake.sources import mbox
from ami_cli.intake.sources.incoming import Bundle, Incoming, Letter, Piece, Stray
from ami_cli.intake.sources.loose import together
from ami_cli.models.text import Words

MAX_MEMBER = 300 << 20
MAX_TOTAL = 4 << 30
MAX_MEMBERS = 50_000
_LOCKED = Words(
    fr="protégé par un mot de passe : demandez-le, ouvrez l’archive, et donnez le dossier à ami ingest",
    en="protected by a password: ask for it, open the archive, and give the folder to ami ingest",
)
_LARGE = Words(
    fr="trop gros une fois décompressé : ouvrez l’archive vous-même", en="too large once unpacked: open the archive yourself"
)
_DAMAGED = Words(fr="illisible : l’archive est abîmée à cet endroit", en="cannot be read: the archive is damaged here")


def receive(path: Path, where: str) -> Iterator[Incoming]:
    """Give what an archive holds. An archive that cannot be opened is a SourceError."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist()[:MAX_MEMBERS] if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(
            fr=f"archive illisible : {where}",
            en=f"archive that cannot be read: {where}",
            remedy_fr="ouvrez-la avec votre ordinateur et donnez le dossier à ami ingest",
            remedy_en="open it with your computer and give the folder to ami ingest",
        ) from error
    yield from _sorted_out(path, where, members)


def _sorted_out(path: Path, where: str, members: list[zipfile.ZipInfo]) -> Iterator[Incoming]:
    total, mail = 0, False
    by_folder: dict[str, list[Piece]] = {}
    for member in sorted(members, key=lambda member: member.filename):
        name = _name(member)
        if why := next(filter(None, map(harmless, (part for part in name.split("/") if part.strip(".")))), None):
            yield Stray(f"{where}/{name}", why, size=member.file_size)
            continue
        total += member.file_size
        problem = _LOCKED if member.flag_bits & 1 else _LARGE if member.file_size > MAX_MEMBER or total > MAX_TOTAL else None
        piece = _piece(path, member, name) if problem is None else None
        if piece is None:
            yield Stray(f"{where}/{name}", problem or _DAMAGED, size=member.file_size)
        elif name.lower().endswith((".eml", ".msg")):
            mail = True
            yield Letter(f"{where}/{name}", piece.sha256, piece.size, piece.content)
        elif name.lower().endswith((".mbox", ".mbx")):
            mail = True
            yield from _mailbox(f"{where}/{name}", piece)
        else:
            by_folder.setdefault(name.split("/")[0] if "/" in name else "", []).append(piece)
    yield from _bundles(path, where, by_folder, mail=mail)


def _bundles(path: Path, where: str, by_folder: dict[str, list[Piece]], *, mail: bool) -> Iterator[Incoming]:
    """One folder at the top of an archive is the archive itself; several are one applicant each.

    Files that lie beside messages are nobody's, unless their names say whose.
    """
    loose = by_folder.pop("", [])
    if len(by_folder) == 1 and not loose:
        ((top, pieces),) = by_folder.items()
        inner: dict[str, list[Piece]] = {}
        for piece in pieces:
            rest = piece.path.split("/")[1:]
            inner.setdefault(rest[0] if len(rest) > 1 else "", []).append(piece)
        if "" in inner or len(inner) == 1:
            yield Bundle(where, top, tuple(pieces))
            return
        by_folder = inner
    for folder, pieces in sorted(by_folder.items()):
        yield Bundle(f"{where}/{folder}", folder, tuple(pieces))
    if loose and not by_folder and not mail:
        yield Bundle(where, path.stem, tuple(loose))
    else:
        yield from together(where, loose)


def _mailbox(where: str, piece: Piece) -> Iterator[Letter]:
    for number, content in enumerate(mbox.messages(piece.content()), 1):
        yield Letter(f"{where}#{number}", sha256(content), len(content), partial(_one_of, piece, number))


def _one_of(piece: Piece, number: int) -> bytes:
    return list(mbox.messages(piece.content()))[number - 1]


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name, which old archives give in UTF-8 without saying so."""
    if not member.flag_bits & 0x800:
        try:
            return member.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            return member.filename
    return member.filename


def _piece(path: Path, member: zipfile.ZipInfo, name: str) -> Piece | None:
    """Return a member by its digest; None where it cannot be read, or holds more than it says."""
    digest, size = hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
                size += len(block)
                if size > MAX_MEMBER:
                    return None
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    return Piece(name, digest.hexdigest(), size, partial(_content, path, member))


def _content(path: Path, member: zipfile.ZipInfo) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(member)
