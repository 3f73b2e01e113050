"""Writing application folders so that each is whole or absent: built aside, seen on the disk, then renamed into place."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ami_cli.errors import AmiError, SourceError
from ami_cli.files import sha256, write_whole
from ami_cli.intake.composing import Composed
from ami_cli.intake.contents import APPLICATION_FILE
from ami_cli.intake.delivered import Delivered, kept
from ami_cli.intake.form import FileForm
from ami_cli.intake.mail import Message, read
from ami_cli.intake.sources import Bundle

ASIDE = ".ingest"
PATIENCE = 10
"""Seconds to wait for another command that writes in the same call."""


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Be the only one to write applications of a call; give whether a run before was stopped in the middle.

    What it left aside is thrown away: it was never in place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        raise SourceError(
            fr=f"une autre commande écrit déjà dans {folder}",
            en=f"another command is already writing in {folder}",
            remedy_fr="attendez qu’elle finisse, puis relancez celle-ci",
            remedy_en="wait until it is done, then run this one again",
        ) from error
    try:
        stopped = (folder / ASIDE).exists()
        shutil.rmtree(folder / ASIDE, ignore_errors=True)
        (folder / ASIDE).mkdir()
        yield stopped
        shutil.rmtree(folder / ASIDE, ignore_errors=True)
    except OSError as error:
        for left in (folder / ASIDE).glob("*"):  # the room it takes is missing; that the run was stopped stays to be seen
            shutil.rmtree(left, ignore_errors=True)
        raise _cannot_write(folder, error) from error
    finally:
        lock.release()


def _cannot_write(folder: Path, error: OSError) -> AmiError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    place = Path(error.filename).parent if isinstance(error.filename, str) else folder
    return SourceError(
        fr=f"impossible d’écrire dans {place} : {'le disque est plein' if full else error.strerror or error}",
        en=f"cannot write in {place}: {'the disk is full' if full else error.strerror or error}",
        remedy_fr="faites de la place ou vérifiez vos droits, puis relancez la commande : ce qui est écrit est entier",
        remedy_en="make room or check your rights, then run the command again: what is written is whole",
    )


def stage(folder: Path, name: str, composed: Composed, *, new: bool) -> tuple[Path, ...]:
    """Write the new files of an application aside and see them on the disk; return the paths of its documents there."""
    documents: list[Path] = []
    for number, (delivered, files) in enumerate(composed.new):
        aside = folder / ASIDE / (name if new else f"{name}.{number}")
        _write_delivery(aside, delivered, files)
        documents.extend(aside / file.path for file in files if file.counts != "no-document")
        if not new:
            settle(aside)
    if new:
        write(folder / ASIDE / name / APPLICATION_FILE, composed.text.encode())
        settle(folder / ASIDE / name)
    return tuple(documents)


def commit(folder: Path, name: str, composed: Composed, *, new: bool) -> None:
    """Put what was staged in place: a new folder appears whole; in an old one, deliveries count once application.yaml has them."""
    if new:
        (folder / ASIDE / name).rename(folder / name)
        _sync(folder)
        return
    for number, (_, files) in enumerate(composed.new):
        _move(folder / ASIDE / f"{name}.{number}", folder / name, files)
    write_whole(folder / name / APPLICATION_FILE, composed.text.encode())
    _sync(folder / name)


def _move(aside: Path, application: Path, files: tuple[FileForm, ...]) -> None:
    """Move the folder of a delivery's files, then its message. What a run that was stopped left there is ours to replace."""
    if files:
        below = Path(files[0].path).parent
        (application / below).parent.mkdir(exist_ok=True)
        if (application / below).exists():
            shutil.rmtree(application / below)
        (aside / below).rename(application / below)
    if (aside / "mail").is_dir():
        (application / "mail").mkdir(exist_ok=True)
        for message in sorted((aside / "mail").iterdir()):
            message.replace(application / "mail" / message.name)


def _write_delivery(aside: Path, delivered: Delivered, files: tuple[FileForm, ...]) -> None:
    (aside / "mail").mkdir(parents=True, exist_ok=True)
    if isinstance(delivered.source, Bundle):
        for piece, file in zip(delivered.source.pieces, files, strict=True):
            write(aside / file.path, _same(piece.content(), piece.sha256, delivered.where))
        return
    raw = _same(delivered.source.content(), delivered.sha256, delivered.where)
    write(aside / "mail" / f"{delivered.id}.{delivered.kind}", raw)
    message = read(raw)
    attachments = kept(message) if isinstance(message, Message) else ()
    for attachment, file in zip(attachments, files, strict=True):
        write(aside / file.path, attachment.content)


def _same(content: bytes, digest: str, where: str) -> bytes:
    """Refuse content that is no longer what was read a moment ago."""
    if sha256(content) == digest:
        return content
    raise SourceError(
        fr=f"{where} a changé pendant la lecture",
        en=f"{where} changed while it was being read",
        remedy_fr="fermez le logiciel qui écrit dans cette source, puis relancez la commande",
        remedy_en="close the program that writes in this source, then run the command again",
    )


def write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, and see it on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def settle(aside: Path) -> None:
    """See every folder on the disk before it is renamed."""
    for here, _, _ in os.walk(aside, topdown=False):
        _sync(Path(here))
    mail = aside / "mail"
    if mail.is_dir() and not any(mail.iterdir()):
        mail.rmdir()


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
