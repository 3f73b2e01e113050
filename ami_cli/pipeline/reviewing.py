"""Which translations have to be read again, by what was noted at the last reading, else by git."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ami_cli import call, notice
from ami_cli.errors import AmiError
from ami_cli.files import write_whole
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words


def note(file: Path) -> Path:
    """Note the texts of a call as they are now: read in every language."""
    loaded = call.load(file)
    target = _noted(file)
    known = notice.digests(loaded.call, loaded.organisation)
    write_whole(target, (json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    return target


def stale(file: Path, loaded: call.Loaded) -> Iterator[Remark]:
    """Give a warning for each paragraph changed in one language only."""
    before = _before(file)
    if before is None:
        return
    for found in notice.stale(before, loaded.call, loaded.organisation):
        source = loaded.organisation_source if found.path.startswith("organisation.") else loaded.source
        place = f"{found.path.removeprefix('organisation.')}.{found.changed}"
        yield Remark(
            name=notice.REVIEW_PAGE.name,
            severity="warning",
            file=source.file,
            line=source.line_within(place, found.text, found.position),
            path=place,
            message=Words(
                fr=f"le paragraphe {found.paragraph} a changé, mais pas en « {found.unchanged} »",
                en=f"paragraph {found.paragraph} has changed, but not in “{found.unchanged}”",
            ),
            remedy=notice.REVIEW_PAGE.remedy,
        )


def _noted(file: Path) -> Path:
    return file.parent / "reviewed" / f"{file.stem}.json"


def _before(file: Path) -> notice.Digests | None:
    """Return what was noted, else what the last commit holds; None where there is neither."""
    noted = _noted(file)
    if noted.is_file():
        return _read(noted)
    with tempfile.TemporaryDirectory() as folder:
        try:
            earlier = call.load(notice.checked_out(file, "HEAD", Path(folder)))
        except AmiError:  # not in git, or not valid then: there is nothing to compare with
            return None
    return notice.digests(earlier.call, earlier.organisation)


def _read(noted: Path) -> notice.Digests | None:
    """Return what a note holds; None where it is no note, which `--reviewed` puts right."""
    try:
        found = json.loads(noted.read_text(encoding="utf-8"))
        return {
            str(path): {str(language): tuple(map(str, parts)) for language, parts in texts.items()} for path, texts in found.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return None
