"""The stages joined in reading order; nothing else."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from ami_cli import call, facts, notice, starter, workspace
from ami_cli.errors import SourceError, UsageError
from ami_cli.files import write_whole
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.workspace import Workspace


def init(root: Path, organisation: str) -> tuple[Path, ...]:
    """Make an empty workspace and return the files written."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", organisation):
        raise UsageError(
            fr=f"« {organisation} » ne peut pas être un identifiant",
            en=f"“{organisation}” cannot be an id",
            remedy_fr="écrivez des lettres minuscules, des chiffres et des traits d’union, par exemple ma-structure",
            remedy_en="write lower-case letters, digits and hyphens, for instance my-organisation",
        )
    try:
        return starter.lay_out(root, organisation)
    except OSError as error:
        raise SourceError(
            fr=f"impossible d’écrire dans {root} : {error.strerror}",
            en=f"cannot write in {root}: {error.strerror}",
            remedy_fr="choisissez un dossier où vous avez le droit d’écrire",
            remedy_en="choose a folder in which you may write",
        ) from error


def render(asked: str | None, wish: notice.Wish, out: Path | None, now: datetime) -> tuple[Path, ...]:
    """Write the documents of a call and return their paths; nothing is written unless all of them can be."""
    file, place = _call_and_place(asked)
    loaded = call.load(file)
    folders = (*((place.templates,) if place else ()), starter.folder("templates"))
    setting = notice.Setting(loaded.call, loaded.organisation, folders, now, wish.draft)
    brand = notice.Brand(folders=folders, logo=_logo(loaded), alternative=loaded.organisation.name.any_of("fr"))
    try:
        files = tuple(notice.publish(setting, brand, wish))
    except notice.UnpublishableError as error:
        raise error.at(lambda path: _line(loaded, path)) from error
    folder = out or (place.exports(loaded.call.id) if place else Path("exports") / loaded.call.id)
    for name, content in files:
        write_whole(folder / name, content)
    return tuple(folder / name for name, _content in files)


def _call_and_place(asked: str | None) -> tuple[Path, Workspace | None]:
    """Return the file of a call and the workspace it is used from; a file outside any workspace has none."""
    try:
        place = workspace.find(Path())
    except SourceError:
        if asked is None or not Path(asked).is_file():
            raise
        return Path(asked), None
    return workspace.call_file(place, asked), place


def _logo(loaded: call.Loaded) -> Path | None:
    logo = loaded.organisation.logo
    return None if logo is None else Path(loaded.organisation_source.file).parent / logo


def _line(loaded: call.Loaded, path: str) -> str:
    """Return `file:line` of a field of the call, or of its organisation."""
    source = loaded.organisation_source if path.startswith("organisation.") else loaded.source
    return f"{source.file}:{source.line(path.removeprefix('organisation.'))}"


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


def inspect(paths: Iterable[Path], *, jobs: int | None, cached: bool, on_file: facts.OnFile) -> Iterator[tuple[Document, ...]]:
    """Yield what each file is; for an archive, the files in it after it."""
    try:
        cache = workspace.find(Path()).cache if cached else None
    except SourceError:
        cache = None
    for path, read in facts.read(paths, jobs=jobs, cache=cache, on_file=on_file):
        file = ReceivedFile(path=str(path), name=path.name, sha256=read.sha256, bytes=read.bytes)
        alone = Application(id=path.name, path=str(path.parent), files=(file,))
        yield facts.documents(alone, {read.sha256: read})
