"""PowerPoint presentations: each slide is a page."""

import re

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.flow import Flow
from ami_cli.facts.package import Package
from ami_cli.facts.readers.docx import NAMES
from ami_cli.facts.written import Slide, slides
from ami_cli.facts.xml import walk

_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")
_SHOWN = re.compile(rb'<p:sldId\b[^>]*?r:id="([^"]+)"')
_SHOWS = re.compile(rb"<(?:\w+:)?(?:pic|graphicFrame|blip)\b")
"""What a slide may show without text of its own: a picture, a drawing made of parts."""
_TARGET = re.compile(rb'<Relationship\b(?=[^>]*?\bId="([^"]+)")(?=[^>]*?\bTarget="(?:/ppt/)?(slides/[^"]+)")')


def read(data: bytes, bounds: Bounds) -> Content:
    """Return each slide as a page, in the order in which they are shown.

    Raises:
        UnreadableError: damaged, too large to unpack, or without any text.
    """
    package = Package(data, bounds)
    names = _in_order(package)
    if not names:
        raise UnreadableError("damaged", "no slide in it")
    return slides((_slide(package.part(name), bounds) for name in names[: bounds.pages]), len(names), bounds)


def _slide(part: bytes, bounds: Bounds) -> Slide:
    flow = Flow(NAMES)
    walk(part, flow, bounds)
    return Slide(clean("\n".join(flow.lines())), _SHOWS.search(part) is not None)


def _in_order(package: Package) -> list[str]:
    there = sorted((name for name in package.names if _SLIDE.fullmatch(name)), key=lambda name: int(re.sub(r"\D", "", name)))
    about, related = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
    if about not in package or related not in package:
        return there
    targets = {key: f"ppt/{target.decode('utf-8', 'replace')}" for key, target in _TARGET.findall(package.part(related))}
    shown = [targets.get(key, "") for key in _SHOWN.findall(package.part(about))]
    return [name for name in shown if name in package] or there
