"""A call to its published documents."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ami_cli import call, notice, starter, strict_yaml
from ami_cli.errors import SourceError
from ami_cli.files import write_whole
from ami_cli.models.call import Call
from ami_cli.models.questions import Answers
from ami_cli.pipeline.places import call_and_place
from ami_cli.pipeline.recording import Done, journal
from ami_cli.workspace import Workspace


def render(asked: str | None, wish: notice.Wish, out: Path | None, now: datetime) -> tuple[Path, ...]:
    """Write the documents of a call and return their paths; nothing is written unless all of them can be."""
    file, place = call_and_place(asked)
    loaded = call.load(file)
    folders = (*((place.templates,) if place else ()), starter.folder("templates"))
    setting = notice.Setting(loaded.call, loaded.organisation, folders, now, wish.draft)
    brand = notice.Brand(folders=folders, logo=_logo(loaded), alternative=loaded.organisation.name.any_of("fr"))
    try:
        files = tuple(notice.publish(setting, _document(wish, file, loaded), brand, wish))
    except notice.UnpublishableError as error:
        raise error.at(lambda path: _line(loaded, path), lambda gap: _line_of_gap(loaded, gap)) from error
    folder = out or (place.exports(loaded.call.id) if place else Path("exports") / loaded.call.id)
    for name, content in files:
        write_whole(folder / name, content)
    written = tuple(folder / name for name, _content in files)
    if place and out is None:
        journal(place, Done("render", loaded.call.id, _read(file, loaded, place), written, {"documents": len(written)}), now)
    return written


def _read(file: Path, loaded: call.Loaded, place: Workspace) -> Iterator[Path]:
    """Give the files of the workspace that the documents were made from: what any of them said may be asked years later."""
    yield file
    yield file.parent / "organisations" / f"{loaded.call.organisation}.yaml"
    yield from (path for path in place.templates.rglob("*") if path.is_file() and not path.name.startswith("."))


def _document(wish: notice.Wish, file: Path, loaded: call.Loaded) -> notice.Document:
    """Return which document is wanted, with the earlier version or the answers that it needs."""
    earlier = None if wish.since is None else _earlier(wish.since, file)
    file_of_answers = wish.questions or file.parent / "questions" / file.name
    asked = answers(file_of_answers, loaded.call.languages) if wish.kind == "questions" else None
    return notice.Document(wish.kind, earlier, asked)


def _earlier(since: str, file: Path) -> Call:
    """Return a call as it was: in another file, or at a revision of git."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if not Path(since).is_file():
            loaded = call.load(notice.checked_out(file, since, place))
            return notice.as_published(loaded.call, loaded.organisation)
        shutil.copytree(file.parent / "organisations", place / "organisations")
        loaded = call.load(Path(shutil.copy(since, place / file.name)))
        return notice.as_published(loaded.call, loaded.organisation)


def answers(path: Path, languages: tuple[str, ...]) -> Answers:
    """Return the questions and answers of a call."""
    if not path.is_file():
        raise SourceError(
            fr=f"il n’y a pas de questions à publier : {path}",
            en=f"there are no questions to publish: {path}",
            remedy_fr="écrivez ce fichier (call, puis questions : asked, answered, question, answer), ou donnez --questions",
            remedy_en="write this file (call, then questions: asked, answered, question, answer), or give --questions",
        )
    values, mistakes = strict_yaml.values_of(path)
    found = mistakes if values is None else strict_yaml.model_of(Answers, values, {"languages": languages})
    if isinstance(found, tuple):
        raise call.InvalidCall(found)
    return found


def _logo(loaded: call.Loaded) -> Path | None:
    logo = loaded.organisation.logo
    return None if logo is None else Path(loaded.organisation_source.file).parent / logo


def _line_of_gap(loaded: call.Loaded, gap: notice.Gap) -> str:
    source = loaded.organisation_source if gap.path.startswith("organisation.") else loaded.source
    place = f"{gap.path.removeprefix('organisation.')}.{gap.language}"
    return f"{source.file}:{source.line_within(place, gap.text, gap.position)}"


def _line(loaded: call.Loaded, path: str) -> str:
    """Return `file:line` of a field of the call, or of its organisation."""
    source = loaded.organisation_source if path.startswith("organisation.") else loaded.source
    return f"{source.file}:{source.line(path.removeprefix('organisation.'))}"
