"""Which readers, libraries and programs a fact rests on: when one changes, only the facts that rest on it are read again."""

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from ami_cli import __version__
from ami_cli.facts import media
from ami_cli.facts.open_questions import to_lay_out, to_recognise, tree
from ami_cli.facts.tools import Tools, identity
from ami_cli.models.facts import DocumentFacts

_HERE = Path(__file__).parent
_SHARED = ("bounds", "clean", "content", "media", "reading")
_OFFICE = ("package", "xml", "flow", "written", "declared")
_PLAIN = (("readers/plain", "readers/sheets", "decoding"), ("charset-normalizer",))
_RESTS_ON: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    media.PDF: (("readers/pdf", "readers/pdf_fields"), ("pypdfium2", "pypdf")),
    media.DOCX: (("readers/docx", *_OFFICE), ()),
    media.DOCM: (("readers/docx", *_OFFICE), ()),
    media.ODT: (("readers/opendocument", *_OFFICE), ()),
    media.FODT: (("readers/opendocument", *_OFFICE), ()),
    media.ODP: (("readers/opendocument", *_OFFICE), ()),
    media.RTF: (("readers/rtf", "written", "declared"), ("striprtf",)),
    media.TEXT: _PLAIN,
    media.MARKDOWN: _PLAIN,
    media.HTML: (("readers/shown", *_PLAIN[0]), _PLAIN[1]),
    media.CSV: _PLAIN,
    media.XLSX: (("readers/sheets", "readers/workbook", "package", "xml"), ("openpyxl",)),
    media.ODS: (("readers/sheets", "readers/opendocument", *_OFFICE), ()),
    media.PPTX: (("readers/slides", "readers/docx", *_OFFICE), ()),
    media.ZIP: (("readers/archive",), ()),
}
"""By media type: modules of this room, and libraries. An archive rests on all that its members rest on."""
_SECOND_LOOK = ("second_look", "office", "locked", "recognise", "outside", "open_questions", "readers/pdf", "readers/sheets")
_PICTURE = (("readers/picture",), ("pillow", "pi-heif"))


def version_of(facts: DocumentFacts, tools: Tools) -> str:
    """Return a short digest of everything that these facts rest on: readers, libraries, and programs where they had a say."""
    every = list(tree(facts))
    laid_out = any(map(to_lay_out, every))
    scanned = any(to_recognise(one) or one.recognised_pages for one in every)
    return version_for(facts.media_type, tools.office if laid_out else None, tools.tesseract if scanned else None)


def surroundings(tools: Tools) -> str:
    """Return the versions of all libraries and programs that any facts could rest on."""
    libraries = {library for _, libraries in (*_RESTS_ON.values(), _PICTURE) for library in libraries}
    return " ".join((*_installed(libraries), identity(tools.office), identity(tools.tesseract)))


def _installed(libraries: Collection[str]) -> Iterator[str]:
    """Give what tells the versions of libraries: the names of their metadata, which say it at little cost; else the version."""
    named = {library.replace("-", "_"): library for library in libraries}
    found: dict[str, list[str]] = {library: [] for library in sorted(libraries)}
    for name in _beside_libraries():
        library = named.get(name.partition("-")[0].lower())
        if library is not None and name.endswith(".dist-info"):
            found[library].append(name)
    for library, names in found.items():
        yield " ".join(names) or f"{library} {importlib.metadata.version(library)}"


def _beside_libraries() -> Iterator[str]:
    """Give what lies in the folders from which libraries are loaded, in the order in which they are searched."""
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            yield from sorted(entry.name for entry in entries)


@functools.cache
def version_for(media_type: str, office: str | None, tesseract: str | None) -> str:
    """Return the version for a media type, read with these programs."""
    modules, libraries = _PICTURE if media_type.startswith("image/") else _RESTS_ON.get(media_type, ((), ()))
    digest = hashlib.sha256(media_type.encode())
    for module in (*_SHARED, *modules):
        digest.update(_source(_HERE / f"{module}.py"))
    if media_type == media.ZIP:
        for inner in sorted(_RESTS_ON.keys() - {media.ZIP} | {"image/"}):
            digest.update(version_for(inner, None, None).encode())
    if office or tesseract:
        for module in _SECOND_LOOK:
            digest.update(_source(_HERE / f"{module}.py"))
    for prose in sorted(path for path in (_HERE / "prose").iterdir() if path.suffix in {".py", ".tsv"}):
        digest.update(_source(prose))
    for library in libraries:
        digest.update(f"{library} {importlib.metadata.version(library)}".encode())
    digest.update(f"{identity(office)} {identity(tesseract)}".encode())
    return digest.hexdigest()[:16]


@functools.cache
def _source(path: Path) -> bytes:
    """The source of a module, or the version of `ami` where only compiled modules are there."""
    return path.read_bytes() if path.is_file() else __version__.encode()
