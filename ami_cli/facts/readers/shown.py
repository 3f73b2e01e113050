"""The words that a browser would show of a page of HTML."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg"})
_IN_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "template", "noscript"})
_EMPTY = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that hold nothing and are never closed."""
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset({"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figure", "footer"})
_BLOCKS |= {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table"}
_BLOCKS |= {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "p": _BLOCKS - {"br"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": _CELLS | {"tr", "tbody", "tfoot"},
    "th": _CELLS | {"tr", "tbody", "tfoot"},
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
}
"""Elements that may stay without an end: what begins after them ends them."""
_LOOKED_BACK = 50
"""How many open elements are looked through for one that a new one ends."""
_NESTED = 20
"""How many tables within tables are kept as rows; beyond, each cell is a line."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class _Open(NamedTuple):
    tag: str
    gone: bool
    """It takes no place, nor does anything in it."""
    unseen: bool
    """It is transparent; what is in it may still say that it is seen."""
    row: bool


class Shown(HTMLParser):
    """Blocks as lines, the cells of a row between tabs; what a reader does not see is left out."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._rows: list[list[list[str]]] = []
        self._stack: list[_Open] = []
        self._tags: Counter[str] = Counter()

    def text(self) -> str:
        """Return the lines met so far; whatever is still open ends here."""
        self._end_down_to(0)
        return "\n".join(_lines(self._pieces))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self._end_what_ends_before(tag)
        if tag in _BLOCKS:
            self._write("\n")
        if tag not in _EMPTY:
            self._enter(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Leave it, and what was left open in it; an end without a beginning is passed over."""
        if self._tags[tag]:
            place = len(self._stack) - 1
            while self._stack[place].tag != tag:
                place -= 1
            self._end_down_to(place)
        elif tag in _BLOCKS:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        """Meet text; text straight in the head stands in the body."""
        if self._stack and self._stack[-1].tag == "head" and data.strip():
            self._end_down_to(len(self._stack) - 1)
        if not self._stack or not (self._stack[-1].gone or self._stack[-1].unseen):
            self._write(" ".join(re.split(r"\s", data)))

    def _enter(self, tag: str, said: Mapping[str, str | None]) -> None:
        style = _declared(said.get("style") or "")
        around = self._stack[-1] if self._stack else _Open("", gone=False, unseen=False, row=False)
        hidden = style["display"] == "none" if "display" in style else "hidden" in said
        gone = around.gone or tag in _SILENT or hidden
        unseen = style["visibility"] in {"hidden", "collapse"} if "visibility" in style else around.unseen
        row = tag == "tr" and not gone and len(self._rows) < _NESTED
        if row:
            self._rows.append([])
        elif tag in _CELLS and around.row and not gone:
            self._rows[-1].append([])
        self._tags[tag] += 1
        self._stack.append(_Open(tag, gone, unseen, row))

    def _end_what_ends_before(self, tag: str) -> None:
        if self._stack and self._stack[-1].tag == "head" and tag not in _IN_HEAD:
            self._end_down_to(len(self._stack) - 1)
        last = len(self._stack) - 1
        for place in range(last, max(last - _LOOKED_BACK, -1), -1):
            inner = self._stack[place].tag if place < len(self._stack) else ""
            if tag in _ENDED_BY.get(inner, ()):
                self._end_down_to(place)
            elif inner in _BLOCKS:
                return

    def _end_down_to(self, place: int) -> None:
        while len(self._stack) > place:
            ended = self._stack.pop()
            self._tags[ended.tag] -= 1
            if ended.row:
                self._write("\n".join(("", *_row(self._rows.pop()), "")))
            elif ended.tag in _BLOCKS:
                self._write("\n")

    def _write(self, piece: str) -> None:
        cells = self._rows[-1] if self._rows else ()
        (cells[-1] if cells else self._pieces).append(piece)


def _declared(style: str) -> dict[str, str]:
    """Return what a style attribute says, by property."""
    parts = (one.partition(":") for one in _COMMENT.sub("", style).lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _colon, value in parts if value.strip()}


def _row(cells: Iterable[Iterable[str]]) -> list[str]:
    """A row of short cells is one line; cells of several lines are read one after the other."""
    read = [_lines(cell) for cell in cells]
    if any(len(cell) > 1 for cell in read):
        return [line for cell in read for line in cell]
    return ["\t".join("".join(cell) for cell in read)]


def _lines(pieces: Iterable[str]) -> list[str]:
    lines = ("\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line.strip()]
