"""Which readers, libraries and programs a fact rests on: when one changes, only the facts that rest on it are read again."""

import functools
import hashlib
import importlib.metadata
from pathlib import Path

from ami_cli import __version__
from ami_cli.facts import media

_HERE = Path(__file__).parent
_SHARED = ("bounds", "clean", "content", "media", "reading")
_OFFICE = ("package", "xml", "flow", "declared")
_RESTS_ON: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    media.PDF: (("readers/pdf",), ("pypdfium2", "pypdf")),
    media.DOCX: (("readers/docx", *_OFFICE), ()),
    media.DOCM: (("readers/docx", *_OFFICE), ()),
}
"""By media type: modules of this room, and libraries."""


@functools.cache
def version_of(media_type: str) -> str:
    """Return a short digest of everything that facts of this media type rest on."""
    modules, libraries = _RESTS_ON.get(media_type, ((), ()))
    digest = hashlib.sha256(media_type.encode())
    for module in (*_SHARED, *modules):
        digest.update(_source(_HERE / f"{module}.py"))
    for prose in sorted((_HERE / "prose").rglob("*.py")):
        digest.update(_source(prose))
    for library in libraries:
        digest.update(f"{library} {importlib.metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


@functools.cache
def _source(path: Path) -> bytes:
    """The source of a module, or the version of `ami` where only compiled modules are there."""
    return path.read_bytes() if path.is_file() else __version__.encode()
