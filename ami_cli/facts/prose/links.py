"""Links to files kept elsewhere: a cloud folder in place of the files themselves."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_CLOUD = Phrases(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*(?:drive\.google|docs\.google|dropbox|db\.tt|1drv|onedrive\.live|sharepoint|wetransfer"
    r"|we\.tl|swisstransfer|icloud|box\.com|mega\.nz|mega\.co|pcloud|grosfichiers|fromsmash|transfernow"
    r"|smash\.|send\.tresorit"
    r"|kdrive\.infomaniak|cloud\.|nextcloud\.|owncloud\.|filesender\.|filemail|mediafire|myairbridge"
    r"|terabox|yadi\.sk|drive\.proton|framadrop|lufi\.|plik\.|pydio)[^\s<>\"')\]]*",
    needs="drive google docs dropbox tt! drv onedrive sharepoint wetransfer tl! swisstransfer icloud box! mega! pcloud"
    " grosfichiers fromsmash transfernow smash tresorit kdrive"
    " cloud nextcloud owncloud filesender filemail mediafire myairbridge terabox yadi framadrop lufi plik pydio",
)

_ADDRESS = Phrases(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?/[^\s<>\"')\]]{2,}", needs="http")
"""Any address that leads below a site's first page: it may be a shared folder on a server of the applicant's own."""


def read_links(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give every link to a cloud folder or a file transfer, and, not sure, every address that may lead to files."""
    for page in pages:
        if not (_CLOUD.may(page.folded.lower) or _ADDRESS.may(page.folded.lower)):
            continue
        for unit in page.units:
            known = [_span(link) for link in _CLOUD.finditer(unit.lower) if "." in link.group()]
            others = [_span(link) for link in _ADDRESS.finditer(unit.lower)]
            for start, end in known:
                yield _link(page, unit, (start, end), sure=True)
            for start, end in others:
                if not any(start < other and first < end for first, other in known):
                    yield _link(page, unit, (start, end), sure=False)


def _span(link: re.Match[str]) -> tuple[int, int]:
    return link.start(), link.start() + len(link.group().rstrip(".,;:"))


def _link(page: FoldedPage, unit: Unit, span: tuple[int, int], *, sure: bool) -> Stated:
    value = page.folded.quote(unit.start + span[0], unit.start + span[1])
    return stated(page, unit, "link", span, value=value, sure=sure)
