"""From what arrives to application folders, and from application folders to applications."""

from ami_cli.intake.applications import application, applications, folders
from ami_cli.intake.delivered import Delivered
from ami_cli.intake.existing import Existing
from ami_cli.intake.receipts import receipt
from ami_cli.intake.receiving import Hooks, Kept, Pages, Report, ingest, rehearse
from ami_cli.intake.sifting import Wishes
from ami_cli.intake.sources import Incoming, receive
from ami_cli.intake.terms import Terms, terms_of

__all__ = [
    "Delivered",
    "Existing",
    "Hooks",
    "Incoming",
    "Kept",
    "Pages",
    "Report",
    "Terms",
    "Wishes",
    "application",
    "applications",
    "folders",
    "ingest",
    "receipt",
    "receive",
    "rehearse",
    "terms_of",
]
