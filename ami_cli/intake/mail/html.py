"""The text of an HTML body. Nothing is fetched: what a page would load stays where it is."""

import re
from html.parser import HTMLParser

MAX_HTML = 2 << 20
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr"})


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.pictures: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and tag != "head":
            self._silent += 1
        if tag in _BLOCKS:
            self.pieces.append("\n")
        for name, value in attrs:
            if name == "href" and value and value.lower().startswith("http"):
                self.links.append(value)
            if name == "src" and value and value.lower().startswith("cid:"):
                self.pictures.add(value[4:])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and tag != "head":
            self._silent = max(0, self._silent - 1)
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


class Html:
    """The words, the links and the pictures (by `cid`) of a page."""

    def __init__(self, page: str) -> None:
        """Read a page; whatever it is, there is an answer."""
        reader = _Text()
        try:
            reader.feed(page[:MAX_HTML])
            reader.close()
        except (AssertionError, ValueError, IndexError):  # the parser gives up on some broken declarations
            reader.pieces.append(re.sub(r"<[^<>]{0,1000}>", " ", page[:MAX_HTML]))
        lines = (line.strip() for line in "".join(reader.pieces).split("\n"))
        self.text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        self.links = tuple(reader.links)
        self.pictures = frozenset(reader.pictures)
