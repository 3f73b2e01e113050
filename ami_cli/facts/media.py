"""What a file is, read from its content; its name decides only among kinds of plain text."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
FODT = "application/vnd.oasis.opendocument.text-flat-xml"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"
ZIP = "application/zip"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
MSG = "application/vnd.ms-outlook"
OLE = "application/x-ole-storage"
PROTECTED = "application/vnd.ms-office.encrypted"
RTF = "application/rtf"
WPD = "application/vnd.wordperfect"
MAIL = "message/rfc822"
MBOX = "application/mbox"
HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
EMPTY = "application/x-empty"
UNKNOWN = "application/octet-stream"

HEAD = 4096
"""Bytes that suffice to tell most kinds apart."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", RTF),
    (b"\xffWPC", WPD),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
)
_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_BY_SUFFIX = {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV, ".html": HTML, ".htm": HTML, ".xhtml": HTML}
OFFICE_SUFFIXES = {".pdf", ".doc", ".docx", ".docm", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".rtf", ".zip"}
OFFICE_SUFFIXES |= {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".msg"}
_HEADER = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|Date|Subject|From|To|Cc|MIME-Version|Message-ID|Content-Type|Reply-To|X-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def suffix_matters(head: bytes) -> bool:
    """Return whether the name has a say: only where the content is plain text."""
    return bool(head) and _signature(head) is None


def media_type(data: bytes, suffix: str) -> str:
    """Return the media type of `data`; `suffix` (lower case, with its dot) tells CSV, Markdown and plain text apart.

    Plain text under the suffix of an office format is `UNKNOWN`: the document it should have been is not there.
    """
    head = data[:HEAD]
    if not data:
        return EMPTY
    found = _signature(head)
    if found is not None:
        return _INSIDE[found](data) if found in _INSIDE else found
    return _textual(head, suffix)


def _signature(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if b"<office:document" in head and b'"application/vnd.oasis.opendocument.text"' in head:
        return FODT
    return _picture(head) or next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _picture(head: bytes) -> str | None:
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return "image/heic"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return "image/bmp" if head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00" else None


def _textual(head: bytes, suffix: str) -> str:
    if _looks_binary(head):
        return UNKNOWN
    if head.startswith(b"From ") and _HEADER.search(head):
        return MBOX
    if _HEADER.match(head) and len({found.lower() for found in _HEADER.findall(head)}) >= 3:  # noqa: PLR2004 (three header fields: a message)
        return MAIL
    if _MARKUP.search(head):
        return HTML
    if suffix in OFFICE_SUFFIXES:
        return UNKNOWN
    return _BY_SUFFIX.get(suffix, TEXT)


def _looks_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0c\x1b" for byte in head)  # noqa: PLR2004 (below the space: control characters)
    return controls * 100 > len(head)


def _in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:2000])
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:  # noqa: PLR2004 (a media type is short)
                return _open_document(archive.read("mimetype"))
            if "[Content_Types].xml" in names:
                return _office(names, archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return ZIP
    return ZIP


def _open_document(mimetype: bytes) -> str:
    found = mimetype.decode("ascii", "replace").strip().removesuffix("-template")
    return found if found in {ODT, ODS, ODP} else UNKNOWN


def _office(names: set[str], archive: zipfile.ZipFile) -> str:
    if any(name.startswith("word/") for name in names):
        types = archive.read("[Content_Types].xml") if archive.getinfo("[Content_Types].xml").file_size < 1 << 20 else b""
        return DOCM if b"macroEnabled" in types else DOCX
    if any(name.startswith("xl/") for name in names):
        return XLSX
    return PPTX if any(name.startswith("ppt/") for name in names) else ZIP


_STREAMS = (
    ("EncryptedPackage", PROTECTED),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", PPT),
    ("__properties_version1.0", MSG),
)


def _in_ole(data: bytes) -> str:
    """Look for the names of streams as the directory of the container writes them: UTF-16, padded with zeros."""
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") + b"\x00\x00" in data:
            return kind
    return OLE


_INSIDE: dict[str, Callable[[bytes], str]] = {ZIP: _in_zip, OLE: _in_ole}
