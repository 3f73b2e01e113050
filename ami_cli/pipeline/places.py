"""Which call is meant, and where it lies."""

from pathlib import Path

from ami_cli import call, workspace
from ami_cli.errors import SourceError
from ami_cli.workspace import Workspace


def call_and_place(asked: str | None) -> tuple[Path, Workspace | None]:
    """Return the file of a call and the workspace it is used from; a file outside any workspace has none."""
    try:
        place = workspace.find(Path())
    except SourceError:
        if asked is None or not Path(asked).is_file():
            raise
        return Path(asked), None
    return workspace.call_file(place, asked), place


def nearby(path: Path) -> Path:
    """Return a path as one reads it best: from here where it lies below, else whole."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def load(asked: str | None) -> call.Loaded:
    """Return the call that is meant, loaded, with its organisation."""
    return call.load(nearby(call_and_place(asked)[0]))
