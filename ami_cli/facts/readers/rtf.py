"""RTF, as Word and LibreOffice write it."""

import re

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.declared import trusted
from ami_cli.models.facts import Page

_PAGES = re.compile(rb"\\nofpages(\d{1,6})")
_WORDS = re.compile(rb"\\nofwords(\d{1,9})")
_BARE_SKIP = re.compile(r"\\uc(?![a-z\d-])")
"""A control word whose number is left out; it counts as 1, and the library stumbles over it."""


def read(data: bytes, bounds: Bounds) -> Content:
    """Return the text as one page, and the declared pages where the declared words fit the text.

    Raises:
        UnreadableError: without any text.
    """
    text = clean(_plain(data))
    if not any(map(str.isalnum, text)):
        raise UnreadableError("no-text", "the document holds no text of its own")
    pages, counted = _PAGES.search(data), _WORDS.search(data)
    declared = trusted(int(pages[1]) if pages else None, int(counted[1]) if counted else None, len(text.split()))
    kept = text[: bounds.characters]
    return Content(
        texts=(Page(number=1, text=kept),),
        pages=declared,
        basis="declared" if declared else None,
        paged=False,
        truncated=len(kept) < len(text),
    )


def _plain(data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    written = _BARE_SKIP.sub(r"\\uc1", data.decode("latin-1"))
    return str(rtf_to_text(written, encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]  # it comes without types
