"""Links to files kept elsewhere: they are named, never followed."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_URL = re.compile(r"https?://[^\s<>\"'\])]{4,500}")
_HOSTS = (
    "wetransfer.com", "we.tl", "drive.google.com", "docs.google.com", "dropbox.com", "db.tt", "1drv.ms", "onedrive.live.com",
    "sharepoint.com", "icloud.com", "mega.nz", "mega.io", "box.com", "swisstransfer.com", "fromsmash.com", "grosfichiers.com",
    "transfernow.net", "kdrive.infomaniak.com", "pcloud.com", "pcloud.link", "filemail.com", "sendgb.com", "transferxl.com",
    "filesender.renater.fr", "francetransfert.numerique.gouv.fr", "mediafire.com", "smash.gg", "terabox.com", "nextcloud.com",
)  # fmt: skip
_SHARED = re.compile(r"/(?:index\.php/)?s/[A-Za-z0-9]{8,}|/f/[0-9a-f]{16,}|filesender|owncloud|nextcloud", re.IGNORECASE)


def elsewhere(text: str, links: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the links of a message that lead to shared files, each once, in order."""
    found = dict.fromkeys((*(url.rstrip(".,;:!?") for url in _URL.findall(text)), *links))
    return tuple(url for url in found if _shares(url))[:50]


def _shares(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in _HOSTS) or bool(_SHARED.search(f"{host}{parts.path}"))
