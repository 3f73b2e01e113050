"""The formats, one writer each, loaded when it is asked for."""

from importlib import import_module

from ami_cli.models.content import Notice
from ami_cli.writers.brand import Brand

_BRANDED = {"docx": "docx", "pdf": "pdf", "html": "html"}
_BARE = {"md": "markdown", "txt": "text", "ics": "calendar"}

FORMATS = (*_BRANDED, *_BARE)
"""In the order in which they are written."""

SIDE_BY_SIDE = tuple(_BRANDED)
"""The formats that can hold two languages in two columns."""


def write(notice: Notice, form: str, brand: Brand) -> bytes:
    """Return the document in a format of `FORMATS`; two languages side by side only in one of `SIDE_BY_SIDE`."""
    module = import_module(f"ami_cli.writers.{(_BRANDED | _BARE)[form]}")
    if form in _BRANDED:
        return bytes(module.write(notice, brand))
    return bytes(module.write(notice))
