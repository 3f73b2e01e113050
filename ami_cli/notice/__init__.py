"""Which documents a call is published as, in which formats and languages.

`publish` gives the files asked for; `compose` gives the tree of the notice in one language, `write` its bytes in a format.
"""

from ami_cli.models.content import Notice
from ami_cli.models.page import RulePage
from ami_cli.notice.changes import as_published
from ami_cli.notice.earlier import checked_out
from ami_cli.notice.kinds import Document, Kind, in_one, in_two
from ami_cli.notice.publish import Wish, kind_of, publish
from ami_cli.wording.compose import Setting, compose, missing
from ami_cli.wording.drift import PAGE as DRIFT_PAGE
from ami_cli.wording.drift import drifted
from ami_cli.wording.errors import Gap, UnpublishableError
from ami_cli.wording.reviews import PAGE as REVIEW_PAGE
from ami_cli.wording.reviews import Digests, digests, stale
from ami_cli.writers.brand import Brand
from ami_cli.writers.formats import FORMATS, write

PAGES: tuple[RulePage, ...] = (DRIFT_PAGE, REVIEW_PAGE)
"""The pages of what `ami validate` says about templates and translations."""

__all__ = [
    "FORMATS",
    "PAGES",
    "REVIEW_PAGE",
    "Brand",
    "Digests",
    "Document",
    "Gap",
    "Kind",
    "Notice",
    "Setting",
    "UnpublishableError",
    "Wish",
    "as_published",
    "checked_out",
    "compose",
    "digests",
    "drifted",
    "in_one",
    "in_two",
    "kind_of",
    "missing",
    "publish",
    "stale",
    "write",
]
