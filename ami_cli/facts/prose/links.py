"""Links to files kept elsewhere: a cloud folder in place of the files themselves."""

from collections.abc import Iterator, Sequence

from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.phrases import Phrases
from ami_cli.facts.prose.units import FoldedPage
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


def read_links(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give every link to a cloud folder or a file transfer."""
    for page in pages:
        for unit in page.units:
            for link in _CLOUD.finditer(unit.lower):
                if "." in link.group():
                    end = link.start() + len(link.group().rstrip(".,;:"))
                    value = page.folded.quote(unit.start + link.start(), unit.start + end)
                    yield stated(page, unit, "link", (link.start(), end), value=value)
