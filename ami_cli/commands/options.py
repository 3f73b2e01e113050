"""How commands declare what they take: words in both languages, and the options that several commands share."""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from ami_cli.errors import UsageError

_BETWEEN = "\x1f"  # typer wants one string: the two languages travel in it, and the help shows one


def pair(fr: str, en: str) -> str:
    """Return both wordings in one string; `chosen` takes one out."""
    return f"{fr}{_BETWEEN}{en}"


def chosen(text: str, language: str) -> str:
    """Return the wording of a pair in `language`; text that is no pair stays as it is."""
    fr, between, en = text.partition(_BETWEEN)
    return en if between and language != "fr" else fr


def chosen_within(message: str, language: str) -> str:
    """Return a message of typer with each pair in it, which are single words, replaced by its wording in `language`."""
    return re.sub(rf"([^\s']*){_BETWEEN}([^\s']*)", r"\1" if language == "fr" else r"\2", message)


def argument(fr_name: str, en_name: str, *, fr: str, en: str, **more: Any) -> Any:
    """Declare an argument: how the help calls it, and what it is, in both languages."""
    return typer.Argument(metavar=pair(fr_name, en_name), help=pair(fr, en), show_default=False, **more)


def option(*flags: str, fr: str, en: str, value: tuple[str, str] | None = None, **more: Any) -> Any:
    """Declare an option: its flags, what it does, and how the help calls its value, in both languages."""
    return typer.Option(*flags, metavar=pair(*value) if value else None, help=pair(fr, en), **more)


CallOption = Annotated[
    str | None,
    option(
        "--call",
        fr="L’appel, par son identifiant ou le chemin de son fichier ; inutile s’il n’y en a qu’un.",
        en="The call, by its id or the path of its file; not needed where there is only one.",
        value=("APPEL", "CALL"),
    ),
]

CallArgument = Annotated[
    str | None,
    argument(
        "APPEL",
        "CALL",
        fr="L’appel, par son identifiant ou le chemin de son fichier ; inutile s’il n’y en a qu’un.",
        en="The call, by its id or the path of its file; not needed where there is only one.",
    ),
]


def one_of(asked: str, known: Sequence[str], name: str) -> str:
    """Return `asked` where it is one of the values of option `name`; else a UsageError with the nearest."""
    if asked in known:
        return asked
    near = difflib.get_close_matches(asked, known, n=1)
    raise UsageError(
        fr=f"{name} : « {asked} » n’est pas possible" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
        en=f"{name}: “{asked}” is not possible" + (f" (did you mean “{near[0]}”?)" if near else ""),
        remedy_fr=f"écrivez {name} suivi de l’un de : {', '.join(known)}",
        remedy_en=f"write {name} followed by one of: {', '.join(known)}",
    )


FolderArgument = Annotated[
    Path | None,
    argument(
        "DOSSIER",
        "FOLDER",
        fr="Les candidatures : submissions/, le dossier d’un appel, ou celui d’une candidature ; par défaut toutes.",
        en="The applications: submissions/, the folder of a call, or that of one application; by default all of them.",
    ),
]

OutOption = Annotated[
    Path | None,
    option(
        "--out",
        fr="Écrit le résultat dans ce fichier au lieu de l’afficher.",
        en="Write the result to this file instead of showing it.",
        value=("FICHIER", "FILE"),
    ),
]

JobsOption = Annotated[
    int | None,
    option(
        "--jobs",
        fr="Le nombre de fichiers lus à la fois ; par défaut autant que le processeur le permet.",
        en="How many files are read at a time; by default as many as the processor allows.",
        value=("N", "N"),
        min=1,
    ),
]

NoCacheOption = Annotated[
    bool,
    option(
        "--no-cache",
        fr="Relit tous les fichiers, sans se servir de ce qui a déjà été lu.",
        en="Read every file again, without what was read before.",
    ),
]

StageOption = Annotated[
    Literal["interest", "proposal", "interview", "contract"] | None,
    option(
        "--stage",
        fr="L’étape dont il s’agit ; par défaut la première de l’appel.",
        en="The stage that is meant; by default the first of the call.",
    ),
]

MaxOption = Annotated[
    int | None,
    option(
        "--max",
        fr="Combien de candidats au plus ; par défaut ce que dit l’appel.",
        en="How many candidates at most; by default what the call says.",
        value=("N", "N"),
        min=1,
    ),
]
