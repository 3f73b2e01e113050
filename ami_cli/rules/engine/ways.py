"""By which ways an application came in, as far as that is known."""

from typing import NamedTuple

from ami_cli.models.assessment import Case
from ami_cli.rules.engine.phrases import clean

_KINDS = {
    "email": "email", "e-mail": "email", "mail": "email", "courriel": "email",
    "portal": "portal", "portail": "portal", "web": "portal", "platform": "portal", "plateforme": "portal",
    "paper": "paper", "papier": "paper", "post": "paper", "poste": "paper", "courrier": "paper", "hand": "paper",
}  # fmt: skip


class Way(NamedTuple):
    """One way by which something of the application came in, as far as it is known."""

    kind: str | None
    address: str | None

    def __str__(self) -> str:
        """Return the address, else what the channel was called."""
        return clean(self.address or self.kind or "?", 120)


def ways(case: Case) -> tuple[Way, ...]:
    """Return the ways in that are known; where none is, an empty tuple."""
    application = case.application
    found = [_way(application.channel, application.channel_address)]
    found += [_way(delivery.channel, delivery.address) for delivery in application.deliveries if delivery.channel != "folder"]
    return tuple(dict.fromkeys(way for way in found if way.kind or way.address))


def _way(channel: str | None, address: str | None) -> Way:
    word = (channel or "").strip()
    if address is None and ("@" in word or "://" in word):
        word, address = "", word
    kind = _KINDS.get(word.lower(), word or None)
    if kind is None and address:
        kind = "email" if "@" in address else "portal" if "://" in address else None
    return Way(None if kind == "folder" else kind, address)
