"""The formats, one writer each, loaded when it is asked for."""

from ami_cli.models.content import Notice
from ami_cli.writers.brand import Brand

FORMATS = ("docx", "md")
"""In the order in which they are written."""


def write(notice: Notice, form: str, brand: Brand) -> bytes:
    """Return the document in a format of `FORMATS`."""
    if form == "docx":
        from ami_cli.writers import docx

        return docx.write(notice, brand)
    from ami_cli.writers import markdown

    return markdown.write(notice)
