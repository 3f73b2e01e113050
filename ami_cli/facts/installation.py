"""What is installed that helps with reading, and what each missing piece costs."""

import importlib.metadata
import subprocess
import sys
from pathlib import Path

from ami_cli.facts import landlock
from ami_cli.facts.outside import without_network
from ami_cli.facts.tools import found, parts
from ami_cli.models.installation import Piece
from ami_cli.models.text import Words

_SECONDS = 30
_WANTED = ("fra", "eng")
_OFFICE_PARTS = ("writer", "calc", "impress")


_LAYOUT = Words(
    fr="Les pages des fichiers Word, OpenDocument et RTF ne sont pas comptées mais reprises du fichier, ou inconnues ; "
    "les anciens .doc et .wpd ne sont pas lus.",
    en="Pages of Word, OpenDocument and RTF files are not counted but taken from the file, or unknown; "
    "old .doc and .wpd files are not read.",
)
_PARTS = Words(
    fr="Sans writer, les .doc ne sont pas lus ; sans calc, les .xls ; sans impress, les .ppt.",
    en="Without writer, .doc files are not read; without calc, .xls files; without impress, .ppt files.",
)
_SCANS = Words(
    fr="Les scans, et les pages scannées dans un PDF, ne sont pas lus : une personne doit les ouvrir un par un.",
    en="Scans, and scanned pages within a PDF, are not read: a person has to open them one by one.",
)
_LANGUAGES = Words(
    fr="Les scans en français ou en anglais sont lus avec plus d’erreurs.",
    en="Scans in French or English are read with more mistakes.",
)
_CONFINED = Words(
    fr="Un fichier piégé peut occuper plus de mémoire, ou faire demander une page du Web pendant sa mise en page.",
    en="A booby-trapped file may take more memory, or have a page of the Web asked for while it is laid out.",
)
_BY_PYTHON_ONLY = Words(
    fr="Le système ne surveille pas lui-même ce que la lecture écrit : ami le fait, sauf dans les bibliothèques qu’il appelle.",
    en="The system itself does not watch what reading writes: ami does, except within the libraries that it calls.",
)
_READERS = Words(fr="Rien ne peut être lu.", en="Nothing can be read.")

_COMMANDS: dict[str, dict[str, str]] = {
    "libreoffice": {
        "linux": "sudo apt install libreoffice-writer libreoffice-calc libreoffice-impress",
        "darwin": "brew install --cask libreoffice",
        "win32": "winget install TheDocumentFoundation.LibreOffice",
    },
    "tesseract": {
        "linux": "sudo apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-eng",
        "darwin": "brew install tesseract tesseract-lang",
        "win32": "winget install UB-Mannheim.TesseractOCR",
    },
    "unshare": {"linux": "sudo apt install util-linux"},
}


def health() -> tuple[Piece, ...]:
    """Return every piece that reading rests on; programs are asked for their version, which takes a second or two."""
    tools = found()
    languages = _languages(tools.tesseract)
    missing = [language for language in _WANTED if language not in languages]
    return (
        *(_library(name) for name in ("pypdfium2", "pypdf")),
        Piece(name="LibreOffice", found=_version(tools.office), without=_LAYOUT, install=_command("libreoffice")),
        Piece(
            name="LibreOffice: writer, calc, impress",
            found=_office_parts(tools.office),
            without=_PARTS if tools.office else _LAYOUT,
            install=_command("libreoffice"),
        ),
        Piece(name="Tesseract", found=_version(tools.tesseract), without=_SCANS, install=_command("tesseract")),
        Piece(
            name="Tesseract: fra, eng",
            found=None if tools.tesseract is None or missing else ", ".join(_WANTED),
            without=_LANGUAGES if tools.tesseract else _SCANS,
            install=_command("tesseract"),
        ),
        Piece(name="isolation", found=_isolation(), without=_CONFINED, install=_command("unshare")),
        Piece(name="Landlock", found=_edition(), without=_BY_PYTHON_ONLY, install=None),
    )


def _library(name: str) -> Piece:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        version = None
    return Piece(name=name, found=version, without=_READERS, install=f"{Path(sys.executable).name} -m pip install {name}")


def _office_parts(program: str | None) -> str | None:
    """The three parts, where none of them is known to be missing."""
    installed = parts(program) if program else frozenset[str]()
    return ", ".join(_OFFICE_PARTS) if installed is None or installed.issuperset(_OFFICE_PARTS) else None


def _command(piece: str) -> str | None:
    return _COMMANDS[piece].get(sys.platform)


def _isolation() -> str | None:
    if sys.platform != "linux" or not without_network():
        return None
    return "memory, files, network"


def _edition() -> str | None:
    """The edition of the kernel's own confinement."""
    known = landlock.edition()
    return str(known) if known else None


def _version(program: str | None) -> str | None:
    if program is None:
        return None
    said = _said(program, "--version").split("\n", 1)[0].strip()
    return said or program


def _languages(program: str | None) -> list[str]:
    return _said(program, "--list-langs").split() if program else []


def _said(program: str, option: str) -> str:
    """What a program says of itself; nothing where it cannot be started."""
    try:
        ended = subprocess.run([program, option], capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603 (found by `tools`)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ended.stdout or ended.stderr
