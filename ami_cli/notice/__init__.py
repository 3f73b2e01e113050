"""Which documents a call is published as, in which formats and languages.

`publish` gives the files asked for; `compose` gives the tree of the notice in one language, `write` its bytes in a format.
"""

from ami_cli.models.content import Notice
from ami_cli.notice.earlier import checked_out
from ami_cli.notice.kinds import Document, Kind, in_one, in_two
from ami_cli.notice.publish import Wish, kind_of, publish
from ami_cli.wording.compose import Setting, compose, missing
from ami_cli.wording.errors import Gap, UnpublishableError
from ami_cli.writers.brand import Brand
from ami_cli.writers.formats import FORMATS, write

__all__ = [
    "FORMATS",
    "Brand",
    "Document",
    "Gap",
    "Kind",
    "Notice",
    "Setting",
    "UnpublishableError",
    "Wish",
    "checked_out",
    "compose",
    "in_one",
    "in_two",
    "kind_of",
    "missing",
    "publish",
    "write",
]
