"""Whether an old Office file is locked by a password: LibreOffice only says that it did not open it."""

import io
from typing import TYPE_CHECKING

from ami_cli.facts import media

if TYPE_CHECKING:
    from olefile import OleFileIO

_ENCRYPTED_TEXT = 0x0100
"""The flag in the head of a Word document, two bytes from the tenth on."""
_ENCRYPTED_SLIDES = b"\xdf\xc4\xd1\xf3"
"""What stands in the place of the usual token in a presentation's stream about its user."""
_BEGINNING, _LOCK = 0x0809, 0x002F
"""Records of a workbook; the second stands among the first few where there is a password."""
_FIRST_RECORDS = 6


def is_locked(data: bytes, media_type: str) -> bool:
    """Return whether the file says that its content is encrypted; False where it cannot be told."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as container:
            return media_type in _TELLS and _TELLS[media_type](container)
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError):
        return False


def _text(container: "OleFileIO") -> bool:
    head = container.openstream("WordDocument").read(12)
    return bool(int.from_bytes(head[10:12], "little") & _ENCRYPTED_TEXT)


def _slides(container: "OleFileIO") -> bool:
    return bool(container.openstream("Current User").read(16)[12:] == _ENCRYPTED_SLIDES)


def _workbook(container: "OleFileIO") -> bool:
    stream = container.openstream("Workbook" if container.exists("Workbook") else "Book")
    kinds = []
    for _ in range(_FIRST_RECORDS):
        head = stream.read(4)
        kinds.append(int.from_bytes(head[:2], "little"))
        stream.seek(int.from_bytes(head[2:], "little"), io.SEEK_CUR)
    return kinds[0] == _BEGINNING and _LOCK in kinds


_TELLS = {media.DOC: _text, media.XLS: _workbook, media.PPT: _slides}
