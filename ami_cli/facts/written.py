"""What readers of written files give alike: one text without pages, or slides; within bounds, and never without a word."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.declared import trusted
from ami_cli.models.facts import Page


class Counts(NamedTuple):
    """Where a format says how many pages and words it holds: two patterns with the number as their group."""

    pages: re.Pattern[bytes]
    words: re.Pattern[bytes]


class Slide(NamedTuple):
    """A slide: its text, and whether it shows something that may hold more, such as a picture."""

    text: str
    shows: bool


def one_text(text: str, bounds: Bounds, about: bytes | None, counts: Counts) -> Content:
    """Return a text without pages; those that its program declared in `about` count where its words fit the text.

    Raises:
        UnreadableError: without any text.
    """
    if not any(map(str.isalnum, text)):
        raise UnreadableError("no-text", "the document holds no text of its own")
    pages, words = counts.pages.search(about or b""), counts.words.search(about or b"")
    declared = trusted(int(pages[1]) if pages else None, int(words[1]) if words else None, len(text.split()))
    kept = text[: bounds.characters]
    return Content(
        texts=(Page(number=1, text=kept),),
        pages=declared,
        basis="declared" if declared else None,
        paged=False,
        truncated=len(kept) < len(text),
    )


def slides(shown: Iterable[Slide], number: int, bounds: Bounds) -> Content:
    """Return slides as pages, of which there are `number` in all; one that only shows a picture is unread.

    Raises:
        UnreadableError: without any text.
    """
    pages, unread, left = [], [], bounds.characters
    for place, slide in enumerate(shown, start=1):
        pages.append(Page(number=place, text=slide.text[: max(left, 0)]))
        left -= len(slide.text)
        if slide.shows and not slide.text.strip():
            unread.append(place)
    if not any(page.text for page in pages):
        raise UnreadableError("no-text", "no slide holds text", pages=number)
    return Content(
        texts=tuple(pages), pages=number, basis="counted", truncated=left < 0 or number > len(pages), unread=tuple(unread)
    )
