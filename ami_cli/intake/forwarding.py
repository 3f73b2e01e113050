"""Whose message it is, where somebody of the organisation forwards it."""

import re

from ami_cli.intake.mail.addresses import Address, addresses
from ami_cli.intake.mail.message import Message

_FROM = re.compile(r"^[>\s*]*(?:de|from|von|expéditeur|exp)\s*:\s*\*?\s*(.{3,300})$", re.IGNORECASE | re.MULTILINE)
_PREFIX = re.compile(r"\s*(?:tr|fw|fwd|wg|transf\w*)\s*:", re.IGNORECASE)


def author(message: Message, own_domains: frozenset[str]) -> Message | Address | None:
    """Return the enclosed message, or the address quoted in the text, of who wrote first; None where nothing is forwarded."""
    sender = message.sender
    if sender is None or sender.domain not in own_domains:
        return None
    if message.enclosed:
        return message.enclosed[0]
    if not _PREFIX.match(message.subject):
        return None
    quoted = [address for line in _FROM.findall(message.text[:5000]) for address in addresses(line.encode("utf-8", "replace"))]
    return next((address for address in quoted if address.domain not in own_domains), None)
