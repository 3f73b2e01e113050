"""OpenDocument texts: all text in reading order, with tables, boxes, notes and margins; pages as their program declared them."""

import re

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.declared import trusted
from ami_cli.facts.flow import Flow, Names
from ami_cli.facts.package import Package
from ami_cli.facts.xml import walk
from ami_cli.models.facts import Page

NAMES = Names(
    paragraphs=frozenset({"p", "h"}),
    cell="table-cell",
    row="table-row",
    boxes=frozenset({"text-box", "note-body"}),
    skipped=frozenset({"tracked-changes", "annotation", "binary-data", "note-citation", "ruby-text", "forms"}),
    marks={"tab": "\t", "line-break": "\n", "s": " "},
    runs=None,
)
_ABOUT = "meta.xml"
_STATISTIC = re.compile(rb"<meta:document-statistic\b[^>]{0,2000}>")
_PAGES = re.compile(rb'meta:page-count="(\d{1,6})"')
_WORDS = re.compile(rb'meta:word-count="(\d{1,9})"')


def read(data: bytes, bounds: Bounds) -> Content:
    """Return the text as one page, and the declared pages where the declared words fit the text.

    Raises:
        UnreadableError: encrypted, damaged, too large to unpack, or without any text.
    """
    package = Package(data, bounds)
    refuse_locked(package)
    margins = _text(package, "styles.xml", bounds) if "styles.xml" in package else ""
    text = "\n".join(filter(None, (_text(package, "content.xml", bounds), margins)))
    if not any(map(str.isalnum, text)):
        raise UnreadableError("no-text", "the document holds no text of its own")
    pages = _declared(package, len(text.split()))
    kept = text[: bounds.characters]
    return Content(
        texts=(Page(number=1, text=kept),),
        pages=pages,
        basis="declared" if pages else None,
        paged=False,
        truncated=len(kept) < len(text),
    )


def refuse_locked(package: Package) -> None:
    """Raise an UnreadableError where the package says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.part(manifest):
        raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user")


def _text(package: Package, name: str, bounds: Bounds) -> str:
    flow = Flow(NAMES)
    walk(package.part(name), flow, bounds)
    return clean("\n".join(flow.lines()))


def _declared(package: Package, words: int) -> int | None:
    found = _STATISTIC.search(package.part(_ABOUT)) if _ABOUT in package else None
    if found is None:
        return None
    pages, counted = _PAGES.search(found[0]), _WORDS.search(found[0])
    return trusted(int(pages[1]) if pages else None, int(counted[1]) if counted else None, words)
