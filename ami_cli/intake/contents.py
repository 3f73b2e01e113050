"""What lies in an application folder: documents, and what is none, each with its reason."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ami_cli.files import sha256_and_size
from ami_cli.models.application import ReceivedFile, SetAside
from ami_cli.models.text import Words

MAX_DEPTH = 12
"""Folders inside folders."""
MAX_FILES = 2000
"""Files of one application."""
APPLICATION_FILE = "application.yaml"
MAIL = "mail"
"""Where the original messages lie: they are kept, and are no documents."""

HIDDEN = Words(fr="fichier caché du système", en="hidden file of the system")
LEFTOVER = Words(fr="fichier temporaire d’un logiciel", en="leftover of a program")
LINK = Words(
    fr="c’est un lien vers un autre endroit, qui n’est pas suivi : copiez le fichier lui-même dans le dossier",
    en="this is a link to another place, which is not followed: copy the file itself into the folder",
)
SPECIAL = Words(fr="ce n’est pas un fichier ordinaire : retirez-le", en="this is no ordinary file: remove it")
UNREADABLE = Words(
    fr="il n’est pas permis de le lire : changez ses droits d’accès", en="reading it is not allowed: change its access rights"
)
BAD_NAME = Words(
    fr="son nom n’est pas lisible sur cet ordinateur : renommez-le", en="its name cannot be read on this computer: rename it"
)
TOO_DEEP = Words(
    fr=f"plus de {MAX_DEPTH} dossiers les uns dans les autres : remontez les fichiers",
    en=f"more than {MAX_DEPTH} folders inside one another: move the files up",
)
TOO_MANY = Words(
    fr=f"plus de {MAX_FILES} fichiers dans une candidature : séparez les candidatures",
    en=f"more than {MAX_FILES} files in one application: separate the applications",
)
LEFTOVERS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "icon\r"})


@dataclass
class Contents:
    """Documents, what was set aside without harm, and what a person must look at before anything is sure."""

    files: list[ReceivedFile] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    obstacles: list[SetAside] = field(default_factory=list)


def contents(folder: Path) -> Contents:
    """Return what lies in an application folder, at any depth within bounds. Links are not followed."""
    found = Contents()
    for entry, path in _entries(folder, "", 0, found):
        if len(found.files) >= MAX_FILES:
            found.obstacles.append(_aside(path, TOO_MANY))
            break
        _take(entry, path, found)
    return found


def printable(name: str) -> str:
    """Return a file name as text, whatever bytes it holds: what cannot be decoded becomes U+FFFD."""
    raw = name.encode("utf-8", "surrogatepass" if os.name == "nt" else "surrogateescape")  # whatever the locale is
    return unicodedata.normalize("NFC", raw.decode("utf-8", "replace"))


def _entries(folder: Path, inside: str, depth: int, found: Contents) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Give the ordinary files below `folder` in a fixed order; note the rest in `found`."""
    for entry in _listed(folder, inside, found):
        path = f"{inside}{entry.name}"
        if why := harmless(entry.name):
            found.set_aside.append(_aside(path, why))
        elif obstacle := _obstacle(entry):
            found.obstacles.append(_aside(path, obstacle))
        elif entry.is_dir(follow_symlinks=False):
            if depth >= MAX_DEPTH:
                found.obstacles.append(_aside(path, TOO_DEEP))
            elif path != MAIL:
                yield from _entries(Path(entry.path), f"{path}/", depth + 1, found)
        elif path != APPLICATION_FILE:
            yield entry, path


def _listed(folder: Path, inside: str, found: Contents) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        found.obstacles.append(_aside(inside or ".", UNREADABLE))
        return []


def harmless(name: str) -> Words | None:
    """Return why a file is none of anybody's, by its name: hidden, or left by a program; None where it may be."""
    lower = name.lower()
    if lower in LEFTOVERS or lower.startswith(("~$", ".~lock.")) or lower.endswith("~"):
        return LEFTOVER
    return HIDDEN if name.startswith(".") else None


def _obstacle(entry: os.DirEntry[str]) -> Words | None:
    """Return what stands in the way of reading the entry, or None."""
    if printable(entry.name) != unicodedata.normalize("NFC", entry.name):
        return BAD_NAME
    if entry.is_symlink():
        return LINK
    mode = entry.stat(follow_symlinks=False).st_mode
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else SPECIAL


def _take(file: os.DirEntry[str], path: str, found: Contents) -> None:
    try:
        digest, size = sha256_and_size(file.path)
    except OSError:
        found.obstacles.append(_aside(path, UNREADABLE))
    else:
        name = unicodedata.normalize("NFC", file.name)
        found.files.append(ReceivedFile(path=path, name=name, sha256=digest, bytes=size))


def _aside(path: str, why: Words) -> SetAside:
    shown = printable(path)
    return SetAside(path=shown, name=shown.rsplit("/", 1)[-1], why=why)
