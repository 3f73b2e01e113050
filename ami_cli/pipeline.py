"""The stages joined in reading order; nothing else."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ami_cli import call, facts, notice, reports, rules, starter, tables, workspace
from ami_cli.errors import SourceError, UsageError
from ami_cli.files import write_whole
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Document
from ami_cli.models.remark import Remark
from ami_cli.models.table import Table
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


class Validation(NamedTuple):
    """The call files that were looked at, and every remark about them."""

    files: tuple[Path, ...]
    remarks: tuple[Remark, ...]


def validate(asked: Sequence[str]) -> Validation:
    """Return every mistake and every warning of the calls that are meant; all those of the workspace where none is named."""
    files = _calls_meant(asked)
    remarks = dict.fromkeys(remark for file in files for remark in _remarks(file))
    return Validation(files, tuple(remarks))


def _remarks(file: Path) -> tuple[Remark, ...]:
    try:
        return call.lint(call.load(file))
    except call.InvalidCall as invalid:
        return invalid.remarks


def _calls_meant(asked: Sequence[str]) -> tuple[Path, ...]:
    """Return the files of calls given by id, by path or by folder."""
    folders = [Path(one) for one in asked if Path(one).is_dir()] if asked else [workspace.find(Path()).calls]
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
    files += [_call_and_place(one)[0] for one in asked if not Path(one).is_dir()]
    if not files:
        raise UsageError(
            fr=f"il n’y a pas d’appel dans {', '.join(map(str, folders))}",
            en=f"there is no call in {', '.join(map(str, folders))}",
            remedy_fr="créez-en un : ami new-call",
            remedy_en="make one: ami new-call",
        )
    return tuple(map(nearby, dict.fromkeys(files)))


def nearby(path: Path) -> Path:
    """Return a path as one reads it best: from here where it lies below, else whole."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def write_remarks(found: Validation, form: str, language: str, width: int | None) -> str | bytes:
    """Return remarks in one of `reports.REMARK_FORMATS`; text is folded to `width`, or one line a remark where it is None."""
    remarks = found.remarks
    if form == "json":
        return reports.remarks_as_json(remarks, [str(file) for file in found.files])
    if form == "github":
        return reports.remarks_as_github(remarks, language)
    if form in {"csv", "md"}:
        return tables.write(reports.remarks_as_table(remarks, language), "csv" if form == "csv" else "md")
    return reports.remarks_as_text(remarks, language, width)


def pages_listed(language: str) -> Iterator[Table]:
    """Give the rules of applications and the warnings about calls, as tables."""
    return reports.pages_listed((*rules.PAGES, *call.PAGES), language)


def page_told(name: str, language: str, width: int) -> str:
    """Return the page of a rule or of a warning; a UsageError with the nearest name where there is none."""
    pages = {page.name: page for page in (*rules.PAGES, *call.PAGES)}
    if name in pages:
        return reports.page_told(pages[name], language, width)
    near = difflib.get_close_matches(name, pages, n=1)
    raise UsageError(
        fr=f"aucune règle ne s’appelle « {name} »" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
        en=f"no rule is named “{name}”" + (f" (did you mean “{near[0]}”?)" if near else ""),
        remedy_fr="ami explain, sans rien, en donne la liste",
        remedy_en="ami explain, with nothing, lists them",
    )


def load(asked: str | None) -> call.Loaded:
    """Return the call that is meant, loaded, with its organisation."""
    return call.load(nearby(_call_and_place(asked)[0]))


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
