"""`ami inspect`: what any files are."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ami_cli.commands import settings
from ami_cli.commands.options import JobsOption, NoCacheOption, argument, option

if TYPE_CHECKING:
    from ami_cli.models.text import Words


class InspectFormat(StrEnum):
    """How the facts are given."""

    TABLE = "table"
    JSONL = "jsonl"


def inspect(
    files: Annotated[
        list[Path],
        argument("FICHIER…", "FILE…", fr="Des fichiers de toute sorte, ou des dossiers.", en="Files of any kind, or folders."),
    ],
    *,
    output: Annotated[
        InspectFormat,
        option(
            "--format",
            fr="table pour des personnes, jsonl pour des machines (une ligne par fichier).",
            en="table for people, jsonl for machines (one line a file).",
            value=("FORMAT", "FORMAT"),
        ),
    ] = InspectFormat.TABLE,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Say what any files are: pages, language, kind, what is wrong with them; of one file alone, also what it states."""
    from ami_cli import reports, show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import inspecting

    paths = inspecting.files_below(files)
    if not paths:
        show.say(_nothing_in(files))
        return
    with show.progress(Words(fr="Lecture des fichiers", en="Reading files"), total=len(paths)) as advance:
        read = inspecting.inspect(paths, jobs=jobs, cached=not no_cache, on_file=lambda *_file: advance())
        if output is InspectFormat.JSONL:
            for line in reports.as_lines(read):
                show.data(line)
        else:
            seen = list(read)
            show.table(reports.inspection(seen, settings.language()))
            if stated := reports.stated_table(seen[0].documents, settings.language()) if len(seen) == 1 else None:
                show.table(stated)


def _nothing_in(folders: list[Path]) -> "Words":
    from ami_cli.models.text import Words

    names = ", ".join(map(str, folders))
    return Words(
        fr=f"Aucun fichier à lire dans {names} (les fichiers cachés et les raccourcis ne comptent pas). Vérifiez le dossier.",
        en=f"No file to read in {names} (hidden files and links do not count). Check the folder.",
    )
