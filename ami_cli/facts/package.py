"""Files that are zip packages (Word, OpenDocument): their parts, within what may be unpacked."""

import io
import zipfile
import zlib

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import UnreadableError

_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


class Package:
    """The parts of a zip package by name; what is unpacked of them all is bounded."""

    def __init__(self, data: bytes, bounds: Bounds) -> None:
        """Open it; an UnreadableError where it is no zip."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError("damaged", f"its package cannot be opened: {error}") from error
        self._left = bounds.unpacked

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the file."""
        return tuple(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        """Whether the part is there."""
        return name in self._zip.NameToInfo

    def part(self, name: str) -> bytes:
        """Return one part, unpacked.

        Raises:
            UnreadableError: missing, damaged, locked, or beyond the bound.
        """
        try:
            with self._zip.open(name) as stream:
                content = stream.read(self._left + 1)
        except KeyError as error:
            raise UnreadableError("damaged", f"its part {name} is missing") from error
        except RuntimeError as error:
            raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user") from error
        except _BROKEN as error:
            raise UnreadableError("damaged", f"its part {name} is damaged") from error
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableError("too-large", "it unpacks to more than may be read")
        return content
