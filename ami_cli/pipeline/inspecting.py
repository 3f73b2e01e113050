"""Any files to what they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ami_cli import facts, workspace
from ami_cli.errors import SourceError
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Document


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
