"""Text as readers give it, made fit to keep: one kind of line end, no control characters, ligatures spelt out."""

import re
import unicodedata

from ami_cli.models.facts import Page

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\uffff]")
_NAME_BREAK = re.compile("(?<=[a-zà-öø-ÿ])(?:\ufffe|\x02)\n?(?=[A-ZÀ-ÖØ-Þ])")
"""Where a PDF cuts a compound name at the end of a line; its hyphen is not one of division."""
_SOFT_BREAK = re.compile("(?:\ufffe|\u00ad|\x02)\n?")
_LINE_END = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
_LIGATURES = {chr(code): unicodedata.normalize("NFKD", chr(code)) for code in range(0xFB00, 0xFB07)}


def clean(text: str) -> str:
    """Return `text` with one kind of line end, words joined across soft hyphens, composed accents, no control characters."""
    text = text.replace("\r\n", "\n")
    if not _only_printed(text):
        text = _SOFT_BREAK.sub("", _NAME_BREAK.sub("-", _LINE_END.sub("\n", text)))
        text = _CONTROL.sub("", text)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return unicodedata.normalize("NFC", text).strip()


def _only_printed(text: str) -> bool:
    """Return whether every character is printed, or one of the usual spaces: nothing that is taken out is, and a look is cheap."""
    for space in "\n\t\xa0\u202f":
        text = text.replace(space, " ")
    return text.isprintable()


def within(pages: tuple[Page, ...], characters: int) -> tuple[tuple[Page, ...], bool]:
    """Return the pages that fit in `characters`, the last one cut, and whether anything was left out."""
    kept: list[Page] = []
    left = characters
    for page in pages:
        if len(page.text) > left:
            kept.append(page.model_copy(update={"text": page.text[:left]}))
            return tuple(kept), True
        kept.append(page)
        left -= len(page.text)
    return tuple(kept), False
