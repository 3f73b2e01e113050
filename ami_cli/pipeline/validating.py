"""Call files to remarks about them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ami_cli import call, notice, reports, starter, tables, workspace
from ami_cli.errors import SourceError, UsageError
from ami_cli.models.remark import Remark
from ami_cli.pipeline import reviewing
from ami_cli.pipeline.places import call_and_place, nearby


class Validation(NamedTuple):
    """The call files that were looked at, and every remark about them."""

    files: tuple[Path, ...]
    remarks: tuple[Remark, ...]


def validate(asked: Sequence[str]) -> Validation:
    """Return every mistake and every warning of the calls that are meant; all those of the workspace where none is named."""
    files = _calls_meant(asked)
    remarks = dict.fromkeys(remark for file in files for remark in _remarks(file))
    return Validation(files, (*remarks, *_templates()))


def _templates() -> tuple[Remark, ...]:
    """Return where the templates of the workspace no longer match from one language to the other."""
    try:
        place = workspace.find(Path())
    except SourceError:
        return ()
    return notice.drifted((place.templates, starter.folder("templates"))) if place.templates.is_dir() else ()


def review(asked: Sequence[str]) -> tuple[Path, ...]:
    """Note that the languages of these calls were read together; return the files in which it is noted."""
    return tuple(reviewing.note(file) for file in _calls_meant(asked))


def _remarks(file: Path) -> tuple[Remark, ...]:
    if file.absolute().parent.name == "organisations":
        return call.organisation_mistakes(file)
    try:
        loaded = call.load(file)
    except call.InvalidCall as invalid:
        return invalid.remarks
    return (*call.remarks(loaded), *reviewing.stale(file, loaded))


def _calls_meant(asked: Sequence[str]) -> tuple[Path, ...]:
    """Return the files of calls given by id, by path or by folder."""
    folders = [Path(one) for one in asked if Path(one).is_dir()] if asked else [workspace.find(Path()).calls]
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
    files += [call_and_place(one)[0] for one in asked if not Path(one).is_dir()]
    if not files:
        raise UsageError(
            fr=f"il n’y a pas d’appel dans {', '.join(map(str, folders))}",
            en=f"there is no call in {', '.join(map(str, folders))}",
            remedy_fr="créez-en un : ami new-call",
            remedy_en="make one: ami new-call",
        )
    return tuple(map(nearby, dict.fromkeys(files)))


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
