"""Decisions → one letter for each person concerned, as drafts in an outbox; sending them, once."""

from typing import get_args

from ami_cli.letters.asking import can_be_cured
from ami_cli.letters.drafting import draft
from ami_cli.letters.outbox import Drafted, Outbox, acknowledge, manifest, read_manifest, write
from ami_cli.letters.receipts import Seen, documents, receipts
from ami_cli.letters.recipient import Recipient
from ami_cli.letters.recipients import address_of, cures, everybody, invitations, regrets, reserves
from ami_cli.letters.sending import Outgoing, Sending, Step, key_of, send
from ami_cli.letters.series import Series, series_of
from ami_cli.letters.smtp import connected, server
from ami_cli.models.letter import LetterKind

KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
"""Each has a template `letters/<kind>.<language>.md.j2`."""

__all__ = [
    "KINDS",
    "Drafted",
    "Outbox",
    "Outgoing",
    "Recipient",
    "Seen",
    "Sending",
    "Series",
    "Step",
    "acknowledge",
    "address_of",
    "can_be_cured",
    "connected",
    "cures",
    "documents",
    "draft",
    "everybody",
    "invitations",
    "key_of",
    "manifest",
    "read_manifest",
    "receipts",
    "regrets",
    "reserves",
    "send",
    "series_of",
    "server",
    "write",
]
