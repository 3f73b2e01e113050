"""Any files to what they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ami_cli import facts, workspace
from ami_cli.errors import SourceError
from ami_cli.intake import mail
from ami_cli.intake.sources import mbox
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.installation import Piece
from ami_cli.models.message import AttachmentSeen, MessageSeen


def files_below(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that paths mean: themselves, and every file below a folder, in the order of their names."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise SourceError(
            fr=f"introuvable : {missing[0]}",
            en=f"not found: {missing[0]}",
            remedy_fr="vérifiez le chemin ; s’il contient des espaces, mettez-le entre guillemets",
            remedy_en="check the path; where it has spaces, put it between quotes",
        )
    return tuple(file for path in paths for file in (_files_in(path) if path.is_dir() else (path,)))


def _files_in(folder: Path) -> list[Path]:
    """The files below a folder; links are not followed, hidden files are left out."""
    inside = sorted(folder.rglob("*"))
    return [path for path in inside if path.is_file() and not path.is_symlink() and not path.name.startswith(".")]


class Seen(NamedTuple):
    """One file: what it is, the files in it where it is an archive, the messages in it where it is a mail or a mailbox."""

    documents: tuple[Document, ...]
    messages: tuple[MessageSeen, ...]


def inspect(paths: Iterable[Path], *, jobs: int | None, cached: bool, on_file: facts.OnFile) -> Iterator[Seen]:
    """Yield what each file is."""
    try:
        cache = workspace.find(Path()).cache if cached else None
    except SourceError:
        cache = None
    for path, read in facts.read(paths, jobs=jobs, cache=cache, on_file=on_file):
        file = ReceivedFile(path=str(path), name=path.name, sha256=read.sha256, bytes=read.bytes)
        alone = Application(id=path.name, path=str(path.parent), files=(file,))
        messages = _messages(path) if facts.may_be_mail(read, path) else ()
        yield Seen(facts.documents(alone, {read.sha256: read}), messages)


def _messages(path: Path) -> tuple[MessageSeen, ...]:
    content = path.read_bytes()
    raws = list(mbox.messages(content)) or [content]
    return tuple(_seen(message) for raw in raws if isinstance(message := mail.read(raw), mail.Message))


def _seen(message: mail.Message) -> MessageSeen:
    last = message.stamps[0] if message.stamps else None
    return MessageSeen(
        subject=message.subject,
        sender=message.sender.email if message.sender else None,
        to=tuple(address.email for address in message.to),
        date=message.date_written,
        received_at=last.at if last else None,
        received_by=last.by if last else None,
        attachments=tuple(
            AttachmentSeen(name=one.name, bytes=len(one.content), sha256=one.sha256, media_type=one.media_type)
            for one in message.attachments
        ),
    )


def health() -> tuple[Piece, ...]:
    """Return what is installed that reading rests on."""
    return facts.health()
