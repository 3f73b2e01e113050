"""What the first reading leaves open: the pages of office files, laid out; scans, recognised. Members of archives too."""

import contextlib
from collections.abc import Mapping

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.open_questions import Kept, to_lay_out, to_recognise
from ami_cli.facts.orders import RECOGNISED_PAGES
from ami_cli.facts.readers import pdf
from ami_cli.facts.reading import understood
from ami_cli.facts.recognise import recognised
from ami_cli.facts.tools import Bench
from ami_cli.models.facts import DocumentFacts, Page

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
        again = (member.model_copy(update={"facts": looked_again(member.facts, kept, pdfs, bench)}) for member in read.members)
        return read.model_copy(update={"members": tuple(again)})
    if to_lay_out(read) and bench.tools.office:
        return _laid_out(read, pdfs.get(read.sha256), bench.bounds)
    if to_recognise(read) and bench.tools.tesseract and read.sha256 in kept:
        return _recognised(read, kept[read.sha256], bench)
    return read


def _laid_out(read: DocumentFacts, laid: bytes | None, bounds: Bounds) -> DocumentFacts:
    if laid is None:
        return _not_opened(read)
    try:
        content = pdf.read(laid, bounds)
    except UnreadableError as error:
        pages = {"pages": error.pages, "pages_basis": "converted"} if error.pages else {}
        return read.model_copy(update={**pages, **({"problem": "no-text"} if read.problem == "unsupported" else {})})
    if _words(content.texts) < _ENOUGH * _words(read.texts):
        return read.model_copy(update={"pages": content.pages, "pages_basis": "converted"})
    return understood(
        _plain(read), Content(texts=content.texts, pages=content.pages, basis="converted", truncated=content.truncated)
    )


def _not_opened(read: DocumentFacts) -> DocumentFacts:
    """LibreOffice did not open it: where another reader did, that stands."""
    if read.problem != "unsupported":
        return read
    return read.model_copy(update={"problem": "damaged", "detail": "LibreOffice cannot open it"})


def _recognised(read: DocumentFacts, data: bytes, bench: Bench) -> DocumentFacts:
    texts: tuple[Page, ...] = ()
    with contextlib.suppress(OSError, ValueError):
        texts = recognised(data, read.media_type, bench)
    if not texts:
        return read
    content = Content(
        texts=texts,
        pages=read.pages,
        basis=read.pages_basis,
        text_layer=False,
        encrypted=read.encrypted,
        truncated=(read.pages or 0) > RECOGNISED_PAGES,
        detail="its text was recognised from pictures",
    )
    return understood(_plain(read), content).model_copy(update={"recognised": True})


def _plain(read: DocumentFacts) -> DocumentFacts:
    return DocumentFacts(sha256=read.sha256, bytes=read.bytes, media_type=read.media_type, readable=False)


def _words(texts: tuple[Page, ...]) -> int:
    return sum(len(page.text.split()) for page in texts)
