"""OpenDocument texts and presentations: all text in reading order, with tables, boxes and notes; pages as they were declared."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.flow import Flow, Names
from ami_cli.facts.package import Package
from ami_cli.facts.written import Counts, Slide, one_text, slides
from ami_cli.facts.xml import walk

NAMES = Names(
    paragraphs=frozenset({"p", "h"}),
    cell="table-cell",
    row="table-row",
    table="table",
    boxes=frozenset({"text-box", "note-body"}),
    skipped=frozenset({"tracked-changes", "annotation", "binary-data", "note-citation", "ruby-text", "forms"}),
    marks={"tab": "\t", "line-break": "\n", "s": " "},
    runs=None,
)
_SPOKEN = replace(NAMES, skipped=NAMES.skipped | {"notes"})
_ABOUT = "meta.xml"
_STATISTIC = re.compile(rb"<meta:document-statistic\b[^>]{0,2000}>")
_COUNTS = Counts(pages=re.compile(rb'meta:page-count="(\d{1,6})"'), words=re.compile(rb'meta:word-count="(\d{1,9})"'))


def read(data: bytes, bounds: Bounds) -> Content:
    """Return the text as one page, and the declared pages where the declared words fit the text.

    Raises:
        UnreadableError: encrypted, damaged, too large to unpack, or without any text.
    """
    package = Package(data, bounds)
    refuse_locked(package)
    margins = _flow(package, "styles.xml", bounds).whole() if "styles.xml" in package else ""
    body = _flow(package, "content.xml", bounds)
    text = "\n".join(filter(None, (body.whole(), margins)))
    about = _STATISTIC.search(package.part(_ABOUT)) if _ABOUT in package else None
    return replace(one_text(text, bounds, about[0] if about else None, _COUNTS), sheets=body.sheets())


def read_flat(data: bytes, bounds: Bounds) -> Content:
    """Return the text of a file that holds all parts as one piece of XML, as `read` does.

    Raises:
        UnreadableError: damaged, or without any text.
    """
    flow = Flow(NAMES)
    walk(data, flow, bounds)
    about = _STATISTIC.search(data)
    return replace(one_text(flow.whole(), bounds, about[0] if about else None, _COUNTS), sheets=flow.sheets())


def read_slides(data: bytes, bounds: Bounds) -> Content:
    """Return each slide of an OpenDocument presentation as a page; what its speaker notes is left out.

    Raises:
        UnreadableError: encrypted, damaged, too large to unpack, or without any text.
    """
    package = Package(data, bounds)
    refuse_locked(package)
    deck = _Deck()
    walk(package.part("content.xml"), deck, bounds)
    if not deck.slides:
        raise UnreadableError("damaged", "no slide in it")
    shown = (Slide(flow.whole(), place in deck.pictured) for place, flow in enumerate(deck.slides))
    return slides(itertools.islice(shown, bounds.pages), len(deck.slides), bounds)


class _Deck:
    """Follows the slides one after the other."""

    def __init__(self) -> None:
        self.slides: list[Flow] = []
        self.pictured: set[int] = set()
        self._pages = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if name == "page":
            self._pages += 1
            self.slides += [Flow(_SPOKEN)] if self._pages == 1 else []  # a page within a page is no slide
        elif self._pages:
            self.slides[-1].start(name, attributes)
            if name in {"image", "object", "object-ole"}:
                self.pictured.add(len(self.slides) - 1)

    def end(self, name: str) -> None:
        """Leave it."""
        if name == "page":
            self._pages -= 1
        elif self._pages:
            self.slides[-1].end(name)

    def text(self, text: str) -> None:
        """Meet text."""
        if self._pages:
            self.slides[-1].text(text)


def refuse_locked(package: Package) -> None:
    """Raise an UnreadableError where the package says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.part(manifest):
        raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user")


def _flow(package: Package, name: str, bounds: Bounds) -> Flow:
    flow = Flow(NAMES)
    walk(package.part(name), flow, bounds)
    return flow
