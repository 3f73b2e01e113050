"""What the first reading leaves open: the pages of office files, laid out; scans, recognised. Members of archives too."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace

from ami_cli.facts import media, office
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.locked import is_locked
from ami_cli.facts.open_questions import Kept, laid_out_by, to_recognise
from ami_cli.facts.orders import RECOGNISED_PAGES
from ami_cli.facts.readers import pdf, sheets
from ami_cli.facts.reading import understood
from ami_cli.facts.recognise import recognised
from ami_cli.facts.tools import Bench
from ami_cli.models.facts import DocumentFacts, Page, PagesBasis

ENOUGH_WORDS = 6
"""A page among pages of text with fewer words recognised is left to a person: a stamp on handwriting, a photograph."""
_ENOUGH = 0.75
"""Share of the words of a file that its laid-out pages must hold to be read in its place."""


def looked_again(read: DocumentFacts, kept: Kept, pdfs: Mapping[str, bytes], bench: Bench) -> DocumentFacts:
    """Return the facts with what a second look adds.

    Args:
        read: the facts of the first reading.
        kept: the content of what is to be looked at again, by digest.
        pdfs: the laid-out pages, by digest.
        bench: where to work, and with what.
    """
    if read.members:
        members = (member.model_copy(update={"facts": looked_again(member.facts, kept, pdfs, bench)}) for member in read.members)
        return read.model_copy(update={"members": tuple(members)})
    if laid_out_by(bench.tools, read):
        laid = pdfs.get(read.sha256)
        if laid is None:
            return _not_opened(read, kept.get(read.sha256, b""))
        return _recognised(_laid_out(read, laid, bench.bounds), laid, media.PDF, bench)
    return _recognised(read, kept[read.sha256], read.media_type, bench) if read.sha256 in kept else read


def _laid_out(read: DocumentFacts, laid: bytes, bounds: Bounds) -> DocumentFacts:
    try:
        content = (sheets.read_xlsx if office.result_of(read.media_type) == "xlsx" else pdf.read)(laid, bounds)
    except UnreadableError as error:
        pages = {"pages": error.pages, "pages_basis": "converted"} if error.pages else {}
        return read.model_copy(update={**pages, **({"problem": "no-text"} if read.problem == "unsupported" else {})})
    if _words(content.texts) < _ENOUGH * _words(read.texts):
        cut = read.truncated or bool(content.unread)
        return read.model_copy(update={"pages": content.pages, "pages_basis": "converted", "truncated": cut})
    basis: PagesBasis | None = "converted" if content.pages else None
    laid_out = replace(content, basis=basis, encrypted=read.encrypted, sheets=content.sheets or read.sheets)
    return understood(_plain(read), laid_out)


def _not_opened(read: DocumentFacts, data: bytes) -> DocumentFacts:
    """LibreOffice did not open it: where another reader did, that stands."""
    if read.problem != "unsupported":
        return read
    if is_locked(data, read.media_type):
        return read.model_copy(update={"problem": "encrypted", "encrypted": "user", "detail": "a password is needed to open it"})
    return read.model_copy(update={"problem": "damaged", "detail": "LibreOffice cannot open it"})


def _recognised(read: DocumentFacts, data: bytes, kind: str, bench: Bench) -> DocumentFacts:
    """Read what is only drawn in `data`, the file itself or its pages once laid out, of media type `kind`."""
    if bench.tools.tesseract is None or not to_recognise(read):
        return read
    texts: tuple[Page, ...] = ()
    with contextlib.suppress(OSError, ValueError):
        texts = recognised(data, kind, bench, read.unread)
    if read.readable:
        texts = tuple(page for page in texts if len(page.text.split()) >= ENOUGH_WORDS)
    if not texts:
        return read
    again = understood(_plain(read), _mixed(read, texts) if read.readable else _scanned(read, texts))
    return again.model_copy(update={"recognised": not read.readable})


def _scanned(read: DocumentFacts, texts: tuple[Page, ...]) -> Content:
    return Content(
        texts=texts,
        pages=read.pages,
        basis=read.pages_basis,
        text_layer=False,
        encrypted=read.encrypted,
        truncated=(read.pages or 0) > RECOGNISED_PAGES,
        detail="its text was recognised from pictures",
    )


def _mixed(read: DocumentFacts, texts: tuple[Page, ...]) -> Content:
    """Pages of text with recognised ones among them; a scan in which hardly a word was recognised stays unread."""
    new = {page.number: page for page in texts}
    return Content(
        texts=tuple(new.get(page.number, page) for page in read.texts),
        pages=read.pages,
        basis=read.pages_basis,
        encrypted=read.encrypted,
        truncated=read.truncated,
        unread=tuple(number for number in read.unread if number not in new),
    )


def _plain(read: DocumentFacts) -> DocumentFacts:
    return DocumentFacts(sha256=read.sha256, bytes=read.bytes, media_type=read.media_type, readable=False)


def _words(texts: tuple[Page, ...]) -> int:
    return sum(len(page.text.split()) for page in texts)
