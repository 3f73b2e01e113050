"""What documents are worded and dressed with: templates, brand and logo of the workspace, else those that come with `ami`."""

from datetime import datetime
from pathlib import Path

from ami_cli import call, notice, starter
from ami_cli.workspace import Workspace


def setting(loaded: call.Loaded, place: Workspace | None, now: datetime, *, draft: bool = False) -> notice.Setting:
    """Return what stays the same over all documents of one command."""
    return notice.Setting(loaded.call, loaded.organisation, _folders(place), now, draft)


def brand(loaded: call.Loaded, place: Workspace | None) -> notice.Brand:
    """Return how the organisation's documents look."""
    logo = loaded.organisation.logo
    path = None if logo is None else Path(loaded.organisation_source.file).parent / logo
    return notice.Brand(folders=_folders(place), logo=path, alternative=loaded.organisation.name.any_of("fr"))


def _folders(place: Workspace | None) -> tuple[Path, ...]:
    return (*((place.templates,) if place else ()), starter.folder("templates"))
