"""Word files: all text in reading order, with tables, text boxes, notes, headers and footers; pages as Word declared them."""

import re
from dataclasses import replace

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.flow import Flow, Names
from ami_cli.facts.package import Package
from ami_cli.facts.written import Counts, one_text
from ami_cli.facts.xml import walk

NAMES = Names(
    paragraphs=frozenset({"p"}),
    cell="tc",
    row="tr",
    table="tbl",
    boxes=frozenset({"txbxContent", "txBody"}),
    skipped=frozenset({"del", "moveFrom", "delText", "instrText", "Fallback", "fldData", "binData", "tblGrid"}),
    marks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    runs=frozenset({"t"}),
)
_BODY = "word/document.xml"
_PARTS = (r"word/header\d*\.xml", re.escape(_BODY), r"word/footnotes\.xml", r"word/endnotes\.xml", r"word/footer\d*\.xml")
"""Parts that a reader of the printed page sees, in the order in which they are read."""
_ABOUT = "docProps/app.xml"
_EXTENT = re.compile(rb'<wp:extent cx="(\d{1,9})" cy="(\d{1,9})"')
_HALF_A_PAGE = 210 * 297 * 36_000**2 // 2
"""Of an A4 page; Word measures pictures in 36,000ths of a millimetre."""
_COUNTS = Counts(pages=re.compile(rb"<(?:\w+:)?Pages>\s*(\d{1,6})\s*<"), words=re.compile(rb"<(?:\w+:)?Words>\s*(\d{1,9})\s*<"))


def read(data: bytes, bounds: Bounds) -> Content:
    """Return the text as one page, and the pages that Word declared where its own word count fits the text.

    A picture as large as half a page may be a scan, and another file may be laid into this one: then it is read in part.

    Raises:
        UnreadableError: damaged, too large to unpack, or without any text.
    """
    package = Package(data, bounds)
    if _BODY not in package:
        raise UnreadableError("damaged", f"its part {_BODY} is missing")
    parts = {name: package.part(name) for name in _in_order(package.names)}
    flows = {name: _flow(part, bounds) for name, part in parts.items()}
    pieces = filter(None, (flow.whole() for flow in flows.values()))
    content = one_text("\n".join(pieces), bounds, package.part(_ABOUT) if _ABOUT in package else None, _COUNTS)
    return replace(content, truncated=content.truncated or _holds_more(parts[_BODY]), sheets=flows[_BODY].sheets())


def _holds_more(body: bytes) -> bool:
    sizes = (int(width) * int(height) for width, height in _EXTENT.findall(body))
    return b"<w:altChunk" in body or any(size > _HALF_A_PAGE for size in sizes)


def _in_order(names: tuple[str, ...]) -> list[str]:
    return [name for pattern in _PARTS for name in sorted(names) if re.fullmatch(pattern, name)]


def _flow(part: bytes, bounds: Bounds) -> Flow:
    flow = Flow(NAMES)
    walk(part, flow, bounds)
    return flow
