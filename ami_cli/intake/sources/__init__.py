"""Where deliveries come from: one reader per kind of source."""

from collections.abc import Iterator
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.intake.contents import printable
from ami_cli.intake.sources import folder
from ami_cli.intake.sources.incoming import Bundle, Incoming, Letter, Piece, Stray
from ami_cli.intake.sources.loose import together

__all__ = ["Bundle", "Incoming", "Letter", "Piece", "Stray", "receive"]


def receive(source: Path) -> Iterator[Incoming]:
    """Give everything that a file or folder holds: messages, bundles of files, and what is neither.

    A source that is not there, or may not be read, is a SourceError.
    """
    shown = printable(source.resolve().name)
    try:
        if source.is_dir():
            yield from folder.receive(source, shown)
        else:
            found = folder.of_file(source, shown)
            yield from (
                together(printable(source.resolve().parent.name), [folder.piece_of(source, printable(source.name))])
                if found is None
                else found
            )
    except OSError as error:
        raise SourceError(
            fr=f"source illisible : {shown}",
            en=f"source that cannot be read: {shown}",
            remedy_fr="vérifiez le chemin et vos droits : un fichier .eml, .msg, mbox ou .zip, un dossier, ou imaps://…",
            remedy_en="check the path and your rights: a .eml, .msg, mbox or .zip file, a folder, or imaps://…",
        ) from error


def _loose(source: Path) -> Iterator[Incoming]:
    name = printable(source.name)
    return together(printable(source.resolve().parent.name), [folder.piece_of(source, name)])
