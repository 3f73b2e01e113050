"""From what arrives to application folders, and from application folders to applications."""

from ami_cli.intake.applications import application, applications, folders
from ami_cli.intake.delivered import Delivered
from ami_cli.intake.existing import Existing
from ami_cli.intake.receiving import Hooks, Kept, Report, ingest, rehearse
from ami_cli.intake.regrouping import Regrouped, merge, split
from ami_cli.intake.sifting import Wishes
from ami_cli.intake.sources import Incoming, receive
from ami_cli.intake.sources.imap import Address, Mailbox, Secret, address
from ami_cli.intake.terms import Terms, terms_of

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
