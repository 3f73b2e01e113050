"""PDF: pages counted and their text taken by pdfium; pypdf where pdfium gives up."""

import ctypes
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.readers.pdf_colours import without_profiles
from ami_cli.facts.readers.pdf_fields import MOST, open_fields, typed
from ami_cli.models.facts import Page

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdfium2 import PdfDocument, PdfPage

_FEW_WORDS = 6
"""A page with fewer words and pictures over most of it is taken for a scan with a stamp."""
_MOST = 0.5
_SOME_WORDS = 15
"""A page with fewer words and pictures all over it may be a scan under a printed header, or a title on a picture."""
_ALL = 0.85
_ROOM = 100
"""Characters of text beyond those that a page is said to have."""
_PICTURE_FILTERS = {"/JBIG2Decode", "/CCITTFaxDecode", "/DCTDecode", "/JPXDecode"}


def read(data: bytes, bounds: Bounds) -> Content:
    """Return pages and text of a PDF; scans among pages of text are `unread`.

    Raises:
        UnreadableError: encrypted, damaged, no-text, or too large to unpack.
    """
    plain = without_profiles(data)
    try:
        return _opened(plain, data, bounds)
    except UnreadableError as error:
        if plain is data or error.problem != "no-text":
            raise
        return _opened(data, data, bounds)


def _opened(plain: bytes, data: bytes, bounds: Bounds) -> Content:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(plain)
    except pypdfium2.PdfiumError as error:
        return _second_opinion(data, bounds, error)
    try:
        return _content(document, data, bounds)
    finally:
        document.close()


def _content(document: "PdfDocument", data: bytes, bounds: Bounds) -> Content:
    import pypdfium2.raw as pdfium

    pages = len(document)
    owner = pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0
    _refuse_swelling(data, pages)
    whole = open_fields(document)
    texts: list[Page] = []
    layers: list[_Layer] = []
    left = bounds.characters
    for number, (text, layer) in enumerate(_pages(document, min(pages, bounds.pages)), start=1):
        texts.append(Page(number=number, text=text[:left]))
        left -= len(text)
        layers.append(layer if whole or layer == "picture" else "doubtful")
        if left <= 0:
            break
    if not {"text", "doubtful"} & set(layers):
        raise UnreadableError("no-text", "no page has a text layer", pages=pages, encrypted="owner" if owner else "no")
    return Content(
        texts=tuple(texts),
        pages=pages,
        basis="counted",
        encrypted="owner" if owner else "no",
        truncated=len(texts) < pages or left < 0,
        unread=tuple(number for number, layer in enumerate(layers, start=1) if layer in {"picture", "doubtful"}),
    )


_Layer = Literal["text", "doubtful", "picture", "blank"]
"""What the text of a page is worth: all of it, perhaps not all, nothing beside what the page shows, and no page to speak of."""


def _pages(document: "PdfDocument", count: int) -> Iterator[tuple[str, _Layer]]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    for index in range(count):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield "", "picture"  # announced and not there: nobody can say what it should hold
            continue
        text = clean(_text(page))
        marks = pdfium.FPDFPage_GetAnnotCount(page)
        if marks > 0:
            text = "\n".join(filter(None, (text, typed(document, page))))
        layer = _layer(page, text)
        yield text, "doubtful" if layer == "text" and marks > MOST else layer
        page.close()


def _text(page: "PdfPage") -> str:
    """Return the text inside the box of a page.

    pypdfium2 has it drawn up twice, the first time to know how long it is; here there is room enough at once.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    room = pdfium.FPDFText_CountChars(textpage) + _ROOM
    buffer = (ctypes.c_ushort * room)()
    length = pdfium.FPDFText_GetBoundedText(textpage, left, top, right, bottom, buffer, room)
    text = bytes(memoryview(buffer)[: max(0, length)]).decode("utf-16-le", errors="ignore")
    if len(text) == length < room and text[-1:] == "\0":
        return text[:-1]
    longer: str = textpage.get_text_bounded()  # than it should be, or of characters that take twice the room
    return longer


def _layer(page: "PdfPage", text: str) -> _Layer:
    import pypdfium2.raw as pdfium

    if not any(map(str.isalnum, text)):
        return "picture" if pdfium.FPDFPage_CountObjects(page) > 0 or pdfium.FPDFPage_GetAnnotCount(page) > 0 else "blank"
    words = len(text.split(maxsplit=_SOME_WORDS))  # more need not be counted
    covered = _covered(page) if words < _SOME_WORDS else 0.0
    if words < _FEW_WORDS and covered > _MOST:
        return "picture"
    return "doubtful" if covered > _ALL else "text"


def _covered(page: "PdfPage") -> float:
    """Share of the page under pictures; a scan may lie there as one, or in strips."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    area = 0.0
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=5):
        left, bottom, right, top = picture.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return float(area / max(width * height, 1.0))


def _refuse_swelling(data: bytes, pages: int) -> None:
    """Refuse a page whose drawing itself is packed as a picture: it says nothing and unpacks to gigabytes."""
    if b"/JBIG2Decode" not in data and b"/CCITTFaxDecode" not in data:
        return
    from pypdf.errors import PyPdfError

    try:
        reader = _reader(data)
        packed = any(_drawn_as_picture(reader, index) for index in range(min(pages, 20)))
    except (PyPdfError, *_GIVEN_UP):
        return  # pdfium opened it: what the other reader makes of it is no matter
    if packed:
        raise UnreadableError("too-large", "page content is packed as a picture and swells when unpacked", pages=pages)


def _reader(data: bytes) -> "PdfReader":
    import logging  # noqa: PLC0415 (only here)

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(io.BytesIO(data))


def _drawn_as_picture(reader: "PdfReader", index: int) -> bool:
    from pypdf.generic import ArrayObject, StreamObject

    contents = reader.pages[index].get("/Contents")
    contents = contents.get_object() if contents is not None else None
    streams = [item.get_object() for item in contents] if isinstance(contents, ArrayObject) else [contents]
    for stream in streams:
        if isinstance(stream, StreamObject):
            filters = stream.get("/Filter")
            names = {str(name) for name in filters} if isinstance(filters, ArrayObject) else {str(filters)}
            if names & _PICTURE_FILTERS:
                return True
    return False


_GIVEN_UP = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError),
    *(RecursionError, NotImplementedError, ArithmeticError, OSError),
)
"""What pypdf raises, besides its own errors, for a file that nobody should have written."""


def _second_opinion(data: bytes, bounds: Bounds, error: Exception) -> Content:
    """Try pypdf on a file that pdfium does not open."""
    said = str(error).lower()
    if "password" in said or "security" in said:
        raise UnreadableError("encrypted", "a password or a certificate is needed to open it", encrypted="user")
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        reader = _reader(data)
        pages = len(reader.pages)
        texts = tuple(
            Page(number=number, text=clean(page.extract_text()))
            for number, page in enumerate(reader.pages[: min(pages, bounds.pages)], start=1)
        )
    except FileNotDecryptedError as locked:
        raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user") from locked
    except (PyPdfError, *_GIVEN_UP) as second:
        raise UnreadableError("damaged", "neither of two PDF readers can open it") from second
    if pages == 0:
        raise UnreadableError("damaged", "no page in it")
    if not any(page.text for page in texts):
        raise UnreadableError("no-text", "no page has a text layer", pages=pages)
    blank = tuple(page.number for page in texts if not page.text.strip())
    return Content(texts=texts, pages=pages, basis="counted", truncated=pages > bounds.pages, unread=blank)
