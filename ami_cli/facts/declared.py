"""Whether to believe the page count that an office file gives of itself."""

_TOLERANCE = 0.3
"""Share of words by which the file's own count may differ from its text: headers, notes and fields are counted or not."""


def trusted(pages: int | None, counted_words: int | None, words: int) -> int | None:
    """Return `pages` where a word processor wrote it about this very text: its own word count fits. Otherwise None.

    Programs that fill a template leave the template's numbers in place, often one page and no word at all.
    """
    if not pages or not counted_words:
        return None
    return pages if abs(counted_words - words) <= _TOLERANCE * max(words, counted_words) + 5 else None
