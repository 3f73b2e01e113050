"""Files made in code: a PDF by hand, a Word file as a zip of its parts."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

import pypdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages: str, picture: bool = False, extra: Sequence[bytes] = (), count: int | None = None) -> bytes:
    """A PDF with one line of Helvetica per line of text; `picture` covers every page with one."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    objects.append(
        stream(b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80")
    )
    for page in pages:
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>".encode()
        )
        objects.append(stream(b"<<", _drawing(page, picture=picture)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    references = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{references}] /Count {len(kids) if count is None else count} >>".encode()
    return assembled([*objects, *extra])


def joined(*files: bytes) -> bytes:
    """One PDF of the pages of several."""
    writer, held = pypdf.PdfWriter(), io.BytesIO()
    for data in files:
        writer.append(io.BytesIO(data))
    writer.write(held)
    return held.getvalue()


def stream(dictionary: bytes, content: bytes) -> bytes:
    return dictionary + b" /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def assembled(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _drawing(text: str, *, picture: bool) -> bytes:
    lines = b"".join(b"(%s) Tj 0 -14 Td\n" % _escaped(line) for line in text.split("\n"))
    return (b"q 595 0 0 842 0 0 cm /I Do Q\n" if picture else b"") + (b"BT /F 11 Tf 60 780 Td\n" + lines + b"ET" if text else b"")


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def ole(name: str, content: bytes) -> bytes:
    """A container of old Office files with one stream, filled up with zeros to the size from which it has sectors of its own."""
    free, end, table, content = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, content.ljust(4096, b"\x00")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    chain = [table, end, *range(3, 2 + len(content) // 512), end]
    chain += [free] * (128 - len(chain))
    entries = _entry("Root Entry", 5, child=1, start=end, size=0) + _entry(name, 2, child=free, start=2, size=len(content))
    return head + struct.pack("<128I", *chain) + entries + bytes(2 * 128) + content


def _entry(name: str, sort: int, *, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\x00\x00"
    links = struct.pack("<HBB3I", len(written), sort, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return written.ljust(64, b"\x00") + links + bytes(36) + struct.pack("<IQ", start, size)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


WHOLE = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
}
"""What a word processor needs to find the document in the package."""


def docx(
    body: str, *, pages: int | None = None, words: int | None = None, parts: Mapping[str, str] | None = None, whole: bool = False
) -> bytes:
    """A Word file whose document part holds `body`; `parts` are further parts of word/, such as header1."""
    content = {"[Content_Types].xml": "<Types/>", "word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    if pages is not None:
        content["docProps/app.xml"] = f"<Properties><Pages>{pages}</Pages><Words>{words}</Words></Properties>"
    for name, inner in (parts or {}).items():
        content[f"word/{name}.xml"] = _part(name.rstrip("0123456789"), inner)
    return zipped({**content, **(WHOLE if whole else {})})


def _part(root: str, inner: str) -> str:
    return f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>'


def opendocument(media_type: str, body: str, *, pages: int | None = None, words: int | None = None) -> bytes:
    spaces = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in ("office", "text", "table", "draw", "meta"))
    statistic = f'<meta:document-statistic meta:page-count="{pages}" meta:word-count="{words}"/>' if pages is not None else ""
    return zipped(
        {
            "mimetype": media_type,
            "content.xml": f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}>{statistic}</office:document-meta>",
        }
    )


FLAT = (
    b'<?xml version="1.0"?><office:document xmlns:office="urn:o" xmlns:text="urn:t" xmlns:meta="urn:m" '
    b'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><meta:document-statistic meta:page-count="2" '
    b'meta:word-count="3"/></office:meta><office:body><office:text><text:h>Lettre</text:h><text:p>de<text:tab/>moi</text:p>'
    b"</office:text></office:body></office:document>"
)
"""An OpenDocument text in one piece of XML."""


def pptx(*slides: str, order: Sequence[int] | None = None) -> bytes:
    shown = order or range(1, len(slides) + 1)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in shown),
        "ppt/_rels/presentation.xml.rels": "".join(
            f'<Relationship Id="rId{n}" Type="slide" Target="slides/slide{n}.xml"/>' for n in range(1, len(slides) + 1)
        ),
    }
    for number, text in enumerate(slides, start=1):
        shape = f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>"
        parts[f"ppt/slides/slide{number}.xml"] = f'<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><p:sp>{shape}</p:sp></p:sld>'
    return zipped(parts)
