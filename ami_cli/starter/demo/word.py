"""Word files with the same bytes every time."""

import io
import itertools
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ami_cli.starter.demo.sources import Block

if TYPE_CHECKING:
    from docx.document import Document

_WHEN = datetime(2025, 8, 30, 10, 0, tzinfo=UTC)
_APP = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>Microsoft Office Word</Application><Pages>{pages}</Pages></Properties>"""


def written(texts: Sequence[Sequence[Block]], pages: int) -> bytes:
    """Return a Word file of the texts, which says of itself that it has `pages` pages."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""
    properties.created = properties.modified = _WHEN
    for block in itertools.chain.from_iterable(texts):
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return _steady(out.getvalue(), {"docProps/app.xml": _APP.format(pages=pages).encode()})


def _add(document: "Document", block: Block) -> None:
    match block.kind:
        case "title":
            document.add_heading(block.lines[0], level=1)
        case "section":
            document.add_heading(block.lines[0], level=2)
        case "address":
            document.add_paragraph("\n".join(block.lines))
        case "list":
            for line in block.lines:
                document.add_paragraph(line, style="List Bullet")
        case _:
            for line in block.lines:
                document.add_paragraph(line)


def _steady(made: bytes, instead: dict[str, bytes]) -> bytes:
    """Return the archive with fixed dates, and with some of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(fixed, instead.get(entry.filename, before.read(entry)))
    return out.getvalue()
