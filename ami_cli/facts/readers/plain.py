"""Plain text, Markdown, HTML and CSV."""

import csv
import io
from dataclasses import replace

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.decoding import decoded
from ami_cli.facts.readers.sheets import as_content
from ami_cli.facts.readers.shown import Shown
from ami_cli.models.facts import Page, Sheet

_DELIMITERS = ";\t,|"


def read_text(data: bytes, bounds: Bounds) -> Content:
    """Return plain text or Markdown as one page; an UnreadableError where there is none."""
    return _one_page(clean(decoded(data)), bounds)


def read_html(data: bytes, bounds: Bounds) -> Content:
    """Return the text that a page of HTML shows, block by block and row by row; nothing it points to is fetched."""
    page, broken = Shown(), False
    try:
        page.feed(decoded(data))
        page.close()
    except AssertionError:
        broken = True  # the parser gives up on some broken declarations: what it read so far stands
    content = _one_page(clean(page.text()), bounds)
    return replace(content, truncated=content.truncated or broken)


def read_csv(data: bytes, bounds: Bounds) -> Content:
    """Return the rows as one sheet; the delimiter is the one met most often in the first lines."""
    text = decoded(data)
    first = "\n".join(text.split("\n", 20)[:20])
    delimiter = max(_DELIMITERS, key=first.count)
    rows: list[tuple[str, ...]] = []
    cut = False
    reader = csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=delimiter)
    try:
        for row in reader:
            if len(rows) == bounds.rows:
                cut = True
                break
            rows.append(tuple(clean(cell) for cell in row))
    except csv.Error:
        return read_text(data, bounds)
    return as_content((Sheet(name="", rows=tuple(rows)),), bounds, cut=cut)


def _one_page(text: str, bounds: Bounds) -> Content:
    if not text.strip():
        raise UnreadableError("empty", "nothing but blanks")
    if not any(map(str.isalnum, text)):
        raise UnreadableError("no-text", "there is no text in it")
    kept = text[: bounds.characters]
    return Content(texts=(Page(number=1, text=kept),), paged=False, truncated=len(kept) < len(text))
