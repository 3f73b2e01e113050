"""A call → documents that can be published: one content tree, one writer per format.

`compose` gives the tree of a document in one language, `write` its bytes in a format, `publish` all the files asked for.
"""

from ami_cli.models.content import Notice
from ami_cli.notice.publish import Wish, publish
from ami_cli.wording.compose import Setting, UnpublishableError, compose, missing
from ami_cli.writers.brand import Brand
from ami_cli.writers.formats import FORMATS, write

__all__ = [
    "FORMATS",
    "Brand",
    "Notice",
    "Setting",
    "UnpublishableError",
    "Wish",
    "compose",
    "missing",
    "publish",
    "write",
]
