"""From what arrives to application folders, and from application folders to applications."""

import importlib
from typing import TYPE_CHECKING

from ami_cli.intake.applications import application, applications, folders

if TYPE_CHECKING:
    from ami_cli.intake.delivered import Delivered
    from ami_cli.intake.existing import Existing
    from ami_cli.intake.receiving import Hooks, Kept, Report, ingest, rehearse
    from ami_cli.intake.regrouping import Regrouped, merge, split
    from ami_cli.intake.sifting import Wishes
    from ami_cli.intake.sources import Incoming, receive
    from ami_cli.intake.sources.imap import Address, Mailbox, Secret, address
    from ami_cli.intake.terms import Terms, terms_of

_LATER = {
    "delivered": ("Delivered",),
    "existing": ("Existing",),
    "receiving": ("Hooks", "Kept", "Report", "ingest", "rehearse"),
    "regrouping": ("Regrouped", "merge", "split"),
    "sifting": ("Wishes",),
    "sources": ("Incoming", "receive"),
    "sources.imap": ("Address", "Mailbox", "Secret", "address"),
    "terms": ("Terms", "terms_of"),
}
"""What is loaded when it is first asked for: reading application folders takes none of the machinery for mail."""

__all__ = [
    "Address",
    "Delivered",
    "Existing",
    "Hooks",
    "Incoming",
    "Kept",
    "Mailbox",
    "Regrouped",
    "Report",
    "Secret",
    "Terms",
    "Wishes",
    "address",
    "application",
    "applications",
    "folders",
    "ingest",
    "merge",
    "receive",
    "rehearse",
    "split",
    "terms_of",
]


def __getattr__(name: str) -> object:
    """Load what takes part in receiving when it is asked for."""
    for module, names in _LATER.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
