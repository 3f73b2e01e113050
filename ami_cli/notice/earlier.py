"""An earlier version of a call, out of git."""

import subprocess
from pathlib import Path

from ami_cli.errors import SourceError


def checked_out(file: Path, revision: str, into: Path) -> Path:
    """Write a call file and its organisations as they were at a git revision into a folder; return the path of the call.

    Raises:
        SourceError: where the folder is not in git, or git has no such revision or file.
    """
    folder = file.resolve().parent
    names = _git(folder, "ls-tree", "-r", "--name-only", "-z", "--end-of-options", revision, "--", ".").split("\0")
    wanted = [name for name in names if name == file.name or name.startswith("organisations/")]
    if file.name not in wanted:
        raise _not_there(file, revision)
    for name in wanted:
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_git(folder, "show", "--end-of-options", f"{revision}:./{name}"), encoding="utf-8")
    return into / file.name


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  the words are ours, and --end-of-options stands before the revision
            ["git", *words],  # noqa: S607  the git of the person's machine
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _not_there(folder, words[-1]) from error
    return done.stdout.decode("utf-8", "replace")


def _not_there(file: Path, revision: str) -> SourceError:
    return SourceError(
        fr=f"git ne connaît pas cette version : « {revision} » pour {file}",
        en=f"git does not know this version: “{revision}” of {file}",
        remedy_fr="donnez une révision qui contient le fichier (git log -- calls), ou le chemin d’une copie de l’ancien fichier",
        remedy_en="give a revision that holds the file (git log -- calls), or the path of a copy of the old file",
    )
