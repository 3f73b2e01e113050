"""One file to its facts. Pure: bytes in, facts out, and nothing a file does gets past it but its hunger for memory."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from ami_cli.facts import media
from ami_cli.facts.bounds import DEFAULT, Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.facts.open_questions import Kept, to_lay_out, to_recognise
from ami_cli.facts.prose import understand
from ami_cli.facts.readers import archive, docx, opendocument, pdf, picture, plain, rtf, sheets, slides
from ami_cli.files import sha256
from ami_cli.models.facts import DocumentFacts, Member, Part, Stated

Reader = Callable[[bytes, Bounds], Content]
READERS: dict[str, Reader] = {
    media.PDF: pdf.read,
    media.DOCX: docx.read,
    media.DOCM: docx.read,
    media.ODT: opendocument.read,
    media.FODT: opendocument.read_flat,
    media.ODP: opendocument.read_slides,
    media.RTF: rtf.read,
    media.TEXT: plain.read_text,
    media.MARKDOWN: plain.read_text,
    media.HTML: plain.read_html,
    media.CSV: plain.read_csv,
    media.XLSX: sheets.read_xlsx,
    media.ODS: sheets.read_ods,
    media.PPTX: slides.read,
}


def facts_of(data: bytes, suffix: str, bounds: Bounds = DEFAULT, kept: Kept | None = None) -> DocumentFacts:
    """Return all that can be said of a file with this content; `suffix` in lower case with its dot, used for plain text only.

    `kept` takes the content of what a second look could say more of, members of archives included.

    Raises:
        MemoryError: the process should end, and its parent says so of the file.
    """
    facts = _first_look(data, suffix, bounds, kept)
    if kept is not None and (to_lay_out(facts) or to_recognise(facts)):
        kept[facts.sha256] = data
    return facts


def _first_look(data: bytes, suffix: str, bounds: Bounds, kept: Kept | None) -> DocumentFacts:
    kind = media.media_type(data, suffix)
    plain = DocumentFacts(sha256=sha256(data), bytes=len(data), media_type=kind, readable=False)
    try:
        if kind == media.ZIP:
            content = archive.read(data, bounds, lambda inner, suffix, left: facts_of(inner, suffix, left, kept))
        else:
            content = _content(data, kind, suffix, bounds)
    except UnreadableError as error:
        return _with(plain, problem=error.problem, detail=error.detail, pages=error.pages, encrypted=error.encrypted)
    except RecursionError:
        return _with(plain, problem="too-large", detail="its content is nested too deep")
    except (ImportError, MemoryError):
        raise  # the first is a fault of the installation; after the second only a fresh process can be trusted
    except Exception as error:  # noqa: BLE001 (a library may raise anything on a hostile file, and that is a fact about the file)
        return _with(plain, problem="damaged", detail=f"its reader stopped: {type(error).__name__}")
    return understood(plain, content)


def understood(plain: DocumentFacts, content: Content) -> DocumentFacts:
    """Return the facts of a readable file: its content, and what its text says; no page is named where there are none."""
    read = _with(
        plain,
        readable=True,
        encrypted=content.encrypted,
        pages=content.pages,
        pages_basis=content.basis,
        text_layer=content.text_layer,
        texts=content.texts,
        truncated=content.truncated,
        sheets=content.sheets,
        members=content.members,
        detail=content.detail,
        recognised_pages=tuple(page.number for page in content.texts if page.ocr),
        unread=content.unread,
    )
    try:
        said = understand(content.texts)
    except (ImportError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 (as for readers: an odd text is a doubt about the file, not a fault of the run)
        return _with(read, truncated=True, detail=f"its text could not be understood: {type(error).__name__}")
    return _with(
        read,
        language=said.language or _language_inside(content.members),
        kinds=said.kinds,
        parts=said.parts if content.paged else tuple(_without_pages(said.parts)),
        stated=said.stated if content.paged else tuple(_without_page(said.stated)),
    )


def _language_inside(members: Sequence[Member]) -> str | None:
    """The language of most files of an archive."""
    languages = Counter(member.facts.language for member in members if member.facts.language)
    return languages.most_common(1)[0][0] if languages else None


def _without_pages(parts: Iterable[Part]) -> Iterator[Part]:
    return (part.model_copy(update={"first_page": None, "last_page": None}) for part in parts)


def _without_page(stated: Iterable[Stated]) -> Iterator[Stated]:
    return (one.model_copy(update={"page": None}) for one in stated)


def _content(data: bytes, kind: str, suffix: str, bounds: Bounds) -> Content:
    if kind == media.EMPTY:
        raise UnreadableError("empty", "the file has no content")
    if kind == media.PROTECTED:
        raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user")
    if kind == media.UNKNOWN and suffix in media.OFFICE_SUFFIXES:
        raise UnreadableError("damaged", f"its content is not what a {suffix} file holds")
    reader = picture.read if kind.startswith("image/") else READERS.get(kind)
    if reader is None:
        raise UnreadableError("unsupported", f"no reader for {kind}")
    return reader(data, bounds)


def _with(plain: DocumentFacts, **known: object) -> DocumentFacts:
    known = {key: value for key, value in known.items() if value is not None}
    if known.get("pages") is not None and "pages_basis" not in known and not known.get("readable"):
        known["pages_basis"] = "counted"
    return plain.model_copy(update=known)
