"""Programs that help with reading where they are installed: LibreOffice lays pages out, Tesseract recognises scans."""

import functools
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from ami_cli.facts.bounds import Bounds

_OFFICE_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_TESSERACT_PLACES = ("/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract", r"C:\Program Files\Tesseract-OCR\tesseract.exe")


@dataclass(frozen=True)
class Tools:
    """Where each program is; None where it is not to be used."""

    office: str | None = None
    tesseract: str | None = None

    @property
    def programs(self) -> tuple[str, ...]:
        """Return the programs that may be started, with the one that keeps them off the network."""
        return tuple(filter(None, (self.office, self.tesseract, shutil.which("unshare"))))


NONE = Tools()


@dataclass(frozen=True)
class Bench:
    """Where a worker works: the programs it has, its folder, what one file may cost."""

    tools: Tools
    folder: Path
    bounds: Bounds


def found() -> Tools:
    """Return what is installed. `AMI_SOFFICE` and `AMI_TESSERACT` name a program elsewhere; empty, they do without it."""
    return Tools(
        _program("AMI_SOFFICE", ("soffice", "libreoffice"), _OFFICE_PLACES),
        _program("AMI_TESSERACT", ("tesseract",), _TESSERACT_PLACES),
    )


def _program(variable: str, names: tuple[str, ...], places: tuple[str, ...]) -> str | None:
    asked = os.environ.get(variable)
    if asked is not None:
        return shutil.which(asked) if asked else None
    by_name = (shutil.which(name) for name in names)
    return next(filter(None, by_name), None) or next((place for place in places if Path(place).is_file()), None)


@functools.cache
def identity(program: str | None) -> str:
    """Return what tells one installation of a program from another: it changes when the program is updated."""
    if program is None:
        return "none"
    about = Path(program).resolve().stat()
    return f"{program} {about.st_size} {about.st_mtime_ns} {' '.join(sorted(parts(program) or ()))}".rstrip()


@functools.cache
def parts(program: str) -> frozenset[str] | None:
    """Return the parts of LibreOffice that are installed, such as `writer`; None where that cannot be seen."""
    home = Path(program).resolve().parent.parent
    found = {path.stem for place in ("share", "Resources") for path in (home / place / "registry").glob("*.xcd")}
    return frozenset(found) if "main" in found else None
