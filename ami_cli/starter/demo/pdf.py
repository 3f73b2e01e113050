"""PDF files with the same bytes every time: typeset, pictured, or locked."""

import hashlib
import io
import json
import time
from collections.abc import Sequence

from ami_cli.starter.demo.sources import Block

_PAGE = """\
#set document(date: none)
#set page(paper: "a4", margin: (x: 2.6cm, y: 2.4cm))
#set text(font: "Libertinus Serif", size: {size}pt, lang: "fr")
#set par(justify: false, leading: 0.68em, spacing: 1.05em)
#show heading.where(level: 1): it => block(above: 1.4em, below: 1.1em, text(size: 1.25em, it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.7em, text(size: 1.05em, it.body))
"""


def typeset(texts: Sequence[Sequence[Block]], size: float) -> bytes:
    """Return a PDF of the texts, each beginning a page."""
    import typst

    pages = "\n#pagebreak()\n".join("\n".join(_typst(block) for block in blocks) for blocks in texts)
    made: bytes = typst.compile((_PAGE.format(size=size) + pages).encode(), format="pdf", ignore_system_fonts=True)
    return made


def pictured(pdf: bytes, *, dots_per_inch: int = 110) -> bytes:
    """Return the same pages as a scanner would give them: grey pictures, slightly askew, without text."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as document:
        sheets = [page.render(scale=dots_per_inch / 72).to_pil().convert("L") for page in document]
    askew = [sheet.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=255) for sheet in sheets]
    out = io.BytesIO()
    long_ago = time.gmtime(0)
    askew[0].save(
        out,
        format="PDF",
        save_all=True,
        append_images=askew[1:],
        resolution=dots_per_inch,
        creationDate=long_ago,
        modDate=long_ago,
        producer="scan",
    )
    return out.getvalue()


def locked(pdf: bytes, password: str) -> bytes:
    """Return the same PDF behind a password to open it."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, ByteStringObject

    class Steady(PdfWriter):
        """A writer whose file identifier comes from the content: chance would give other bytes at each run."""

        def generate_file_identifiers(self) -> None:
            identifier = ByteStringObject(hashlib.md5(pdf, usedforsecurity=False).digest())
            self._ID = ArrayObject((identifier, identifier))

    writer = Steady(clone_from=io.BytesIO(pdf))
    writer.encrypt(user_password=password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _typst(block: Block) -> str:
    """Return a block in typst; the words stand in strings, where nothing in them is markup."""
    words = [_text(line) for line in block.lines]
    match block.kind:
        case "title":
            return f"#heading(level: 1, {words[0]})"
        case "section":
            return f"#heading(level: 2, {words[0]})"
        case "address":
            return f"#par({' + linebreak() + '.join(words)})"
        case "list":
            return "\n".join(f"#list.item({line})" for line in words)
        case "table":
            cells = ", ".join(_text(cell) for row in block.rows for cell in row)
            return f"#table(columns: {len(block.rows[0])}, align: left, inset: 4pt, {cells})"
        case _:
            return "\n\n".join(f"#par({line})" for line in words)


def _text(line: str) -> str:
    return f"text({json.dumps(line, ensure_ascii=False)})"
