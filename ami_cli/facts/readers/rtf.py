"""RTF, as Word and LibreOffice write it."""

import re

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.written import Counts, one_text

_COUNTS = Counts(pages=re.compile(rb"\\nofpages(\d{1,6})"), words=re.compile(rb"\\nofwords(\d{1,9})"))
_BARE_SKIP = re.compile(r"\\uc(?![a-z\d-])")
"""A control word whose number is left out; it counts as 1, and the library stumbles over it."""


def read(data: bytes, bounds: Bounds) -> Content:
    """Return the text as one page, and the declared pages where the declared words fit the text.

    Raises:
        UnreadableError: without any text.
    """
    return one_text(clean(_plain(data)), bounds, data, _COUNTS)


def _plain(data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    written = _BARE_SKIP.sub(r"\\uc1", data.decode("latin-1"))
    try:
        return str(rtf_to_text(written, encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]  # it comes without types
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, LookupError) as error:
        raise UnreadableError("damaged", "its control words cannot be followed") from error
