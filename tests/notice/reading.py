"""The words of a written document, read by libraries that had no part in writing it."""

import html.parser
import io
import re
import unicodedata
from collections.abc import Callable

import docx
import icalendar
import pypdf
from docx.oxml.ns import qn


def _docx(content: bytes) -> str:
    word = docx.Document(io.BytesIO(content))
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p")))


def _pdf(content: bytes) -> str:
    """Read the pages, without the header and the footer that stand between one page and the next."""
    pages = [page.extract_text().split("\n") for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    return "\n".join(line for lines in pages for line in lines)


class _Words(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.silent += tag in {"style", "script"}
        if tag in {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "br", "div"}:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def _html(content: bytes) -> str:
    reader = _Words()
    reader.feed(content.decode())
    return "".join(reader.words)


def _markdown(content: bytes) -> str:
    text = re.sub(r"\\(.)", r"\1", content.decode())
    return re.sub(r"[*`<>]|^#+ ", "", text, flags=re.MULTILINE)


def _text(content: bytes) -> str:
    return re.sub(r"^\| ", "", content.decode(), flags=re.MULTILINE)


def _calendar(content: bytes) -> str:
    return "\n".join(str(event["description"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT"))


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "md": _markdown,
    "txt": _text,
    "ics": _calendar,
}


def words(content: bytes, form: str) -> str:
    """Return the words of a document in one line, whatever spaces were used."""
    return plain(READERS[form](content))


def plain(text: str) -> str:
    """Return text with every run of spaces as one, and ligatures undone."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
