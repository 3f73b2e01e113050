"""What happens when `ami` itself is wrong: a short message, and a report that can be sent."""

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from ami_cli import __version__, show
from ami_cli.commands import Pair
from ami_cli.errors import ExitCode

MESSAGE = Pair(
    "ami s’est trompé : c’est un défaut du programme, pas de vos fichiers.",
    "ami went wrong: this is a fault of the program, not of your files.",
)
SAVED = Pair(
    "Le détail est dans {path} ; joignez ce fichier à votre signalement (il contient des noms de fichiers, pas leur contenu). "
    "AMI_DEBUG=1 devant la commande l’affiche ici.",
    "The details are in {path}; send this file with your report (it holds names of files, not what they contain). "
    "AMI_DEBUG=1 before the command shows them here.",
)
REFUSED = Pair("le système a refusé : {what}", "the system refused: {what}")
REFUSED_REMEDY = Pair(
    "vérifiez vos droits sur ce fichier, et la place qui reste sur le disque",
    "check your rights on this file, and the space left on the disk",
)
NOT_SAVED = Pair(
    "Relancez la commande avec AMI_DEBUG=1 devant et joignez ce qui s’affiche à votre signalement.",
    "Run the command again with AMI_DEBUG=1 before it and send what is shown with your report.",
)


def refused(error: OSError, language: str) -> ExitCode:
    """Say what the system refused: a full disk or a missing right is no fault of ours. Return the code."""
    if os.environ.get("AMI_DEBUG") == "1":
        show.talk(_details(error))
    what = f"{error.filename} : {error.strerror}" if error.filename else error.strerror or str(error)
    show.error(REFUSED.of(language).format(what=what), REFUSED_REMEDY.of(language))
    return ExitCode.SOURCE


def report(error: BaseException, language: str) -> ExitCode:
    """Show a traceback where AMI_DEBUG=1; else save it in the folder of temporary files and say where. Return the code."""
    details = _details(error)
    if os.environ.get("AMI_DEBUG") == "1":
        show.talk(details)
        show.error(MESSAGE.of(language))
        return ExitCode.FAULT
    path = _saved(details)
    remedy = SAVED.of(language).format(path=path) if path else NOT_SAVED.of(language)
    show.error(MESSAGE.of(language), remedy)
    return ExitCode.FAULT


def _details(error: BaseException) -> str:
    where = f"ami {__version__} · Python {platform.python_version()} · {platform.platform()} · {' '.join(sys.argv[1:2])}"
    return f"{where}\n{''.join(traceback.format_exception(error))}"


def _saved(details: str) -> Path | None:
    try:
        handle, name = tempfile.mkstemp(prefix="ami-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(details)
    except OSError:
        return None
    return Path(name)
