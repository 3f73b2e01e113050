"""A call to its published documents."""

from datetime import datetime
from pathlib import Path

from ami_cli import call, notice, starter
from ami_cli.files import write_whole
from ami_cli.pipeline.places import call_and_place


def render(asked: str | None, wish: notice.Wish, out: Path | None, now: datetime) -> tuple[Path, ...]:
    """Write the documents of a call and return their paths; nothing is written unless all of them can be."""
    file, place = call_and_place(asked)
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


def _logo(loaded: call.Loaded) -> Path | None:
    logo = loaded.organisation.logo
    return None if logo is None else Path(loaded.organisation_source.file).parent / logo


def _line(loaded: call.Loaded, path: str) -> str:
    """Return `file:line` of a field of the call, or of its organisation."""
    source = loaded.organisation_source if path.startswith("organisation.") else loaded.source
    return f"{source.file}:{source.line(path.removeprefix('organisation.'))}"
