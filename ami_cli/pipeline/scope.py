"""Which applications of which calls a path means."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ami_cli.errors import AmiError, SourceError
from ami_cli.workspace import Workspace, call_file, find


class Scope(NamedTuple):
    """A call, and the folder of its applications, or of one of them where `single`."""

    workspace: Workspace
    call_file: Path
    folder: Path
    single: bool = False


def scopes(path: Path | None, asked: str | None) -> tuple[Scope, ...]:
    """Return what is to be looked at, call by call in the order of their names.

    Args:
        path: `submissions/`, the folder of one call or of one application below it, or a folder of applications anywhere;
            everything that was submitted where None.
        asked: the call that is meant, by id or by path, where the path does not tell.

    Raises:
        SourceError: there is no such folder, no call for it, or nothing in it.
        UsageError: the call cannot be told.
    """
    workspace = _workspace(path, asked)
    submitted = _from_here(workspace.root / "submissions")
    if path is None:
        if asked is None:
            return tuple(_every(workspace, submitted))
        call = call_file(workspace, asked)
        return (Scope(workspace, call, submitted / call.stem),)
    if not path.is_dir():
        raise _nowhere(path)
    inside = _inside(path, submitted)
    if inside is None:
        return (_anywhere(workspace, path, asked),)
    if not inside:
        return tuple(_every(workspace, path)) if asked is None else (_asked(workspace, path, asked),)
    call = call_file(workspace, asked) if asked else _call_of(workspace, inside[0])
    if len(inside) == 1:
        return (Scope(workspace, call, path),)
    application = submitted.joinpath(*inside[:2])
    return (Scope(workspace, call, path if len(inside) == 2 else application, single=True),)  # noqa: PLR2004  # call, application


def of_one_call(asked: str | None) -> Scope:
    """Return the one call that is meant, with everything submitted for it."""
    workspace = _workspace(None, asked)
    call = call_file(workspace, asked)
    return Scope(workspace, call, workspace.submissions(call.stem))


def _workspace(path: Path | None, asked: str | None) -> Workspace:
    """Return the workspace around the path, around here, or around the call file that was asked for."""
    starts = [start for start in (path, Path(), Path(asked) if asked else None) if start is not None and start.exists()]
    for start in starts:
        try:
            return find(start)
        except AmiError:
            continue
    return find(Path())


def _from_here(folder: Path) -> Path:
    """Return the folder as seen from here where it is below: what is shown does not depend on where the workspace lies."""
    here = Path.cwd()
    return folder.relative_to(here) if here in folder.parents else folder


def _inside(path: Path, submitted: Path) -> tuple[str, ...] | None:
    """Return the parts of `path` below `submissions/`, None where it lies elsewhere."""
    whole, base = Path(os.path.realpath(path)), Path(os.path.realpath(submitted))
    return whole.relative_to(base).parts if whole == base or base in whole.parents else None


def _every(workspace: Workspace, submitted: Path) -> Iterator[Scope]:
    names = sorted(entry.name for entry in submitted.iterdir() if _counts(entry)) if submitted.is_dir() else []
    if not names:
        raise SourceError(
            fr=f"il n’y a aucune candidature dans {submitted}",
            en=f"there is no application in {submitted}",
            remedy_fr="placez chacune dans submissions/<appel>/<numéro-nom>/, ou lancez ami ingest sur les messages reçus",
            remedy_en="put each in submissions/<call>/<number-name>/, or run ami ingest on the messages received",
        )
    for name in names:
        yield Scope(workspace, _call_of(workspace, name), submitted / name)


def _counts(entry: Path) -> bool:
    return entry.is_dir() and not entry.name.startswith(".")


def _call_of(workspace: Workspace, name: str) -> Path:
    """Return the call file that a folder of `submissions/` is named after."""
    found = workspace.calls / f"{name}.yaml"
    if found.is_file():
        return found
    raise SourceError(
        fr=f"le dossier submissions/{name} ne correspond à aucun appel : {found} n’existe pas",
        en=f"the folder submissions/{name} belongs to no call: {found} does not exist",
        remedy_fr="renommez le dossier comme l’appel, ou dites l’appel avec --call",
        remedy_en="name the folder after the call, or say the call with --call",
    )


def _asked(workspace: Workspace, path: Path, asked: str) -> Scope:
    call = call_file(workspace, asked)
    below = path / call.stem
    return Scope(workspace, call, below if below.is_dir() else path)


def _anywhere(workspace: Workspace, path: Path, asked: str | None) -> Scope:
    """Return the scope of a folder outside `submissions/`: one application, or a folder of them."""
    call = call_file(workspace, asked)
    if (path / call.stem).is_dir():
        return Scope(workspace, call, path / call.stem)
    return Scope(workspace, call, path, single=any(entry.is_file() and not entry.name.startswith(".") for entry in path.iterdir()))


def _nowhere(path: Path) -> SourceError:
    return SourceError(
        fr=f"ce dossier n’existe pas : {path}",
        en=f"there is no such folder: {path}",
        remedy_fr="vérifiez le chemin ; les candidatures sont dans submissions/<appel>/",
        remedy_en="check the path; applications are in submissions/<call>/",
    )
