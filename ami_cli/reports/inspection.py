"""What was read of any files → jsonl for machines, a table for people."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple, Protocol

from ami_cli.models.assessment import Document
from ami_cli.models.facts import DocumentFacts, PagesBasis, Problem
from ami_cli.models.message import MessageSeen
from ami_cli.models.page_numbers import page_numbers
from ami_cli.models.requirement import DocumentKind
from ami_cli.models.table import Column, Table
from ami_cli.models.text import Words
from ami_cli.reports.brief import LINE_BREAKS
from ami_cli.reports.inspected import inspected

_TITLE = Words(fr="Fichiers", en="Files")
_COLUMNS = (
    (Words(fr="Fichier", en="File"), 32),
    (Words(fr="Pièce", en="Document"), 22),
    (Words(fr="Pages", en="Pages"), 7),
    (Words(fr="Langue", en="Language"), 8),
    (Words(fr="Lecture", en="Reading"), 50),
)
_KINDS: dict[DocumentKind, Words] = {
    "cv": Words(fr="CV", en="CV"),
    "letter": Words(fr="lettre", en="letter"),
    "criminal-record": Words(fr="extrait de casier judiciaire", en="criminal-record extract"),
    "technical-proposal": Words(fr="proposition technique", en="technical proposal"),
    "budget": Words(fr="budget", en="budget"),
    "references": Words(fr="références", en="references"),
    "other": Words(fr="autre", en="other"),
}
_BASES: dict[PagesBasis, str] = {"converted": "≈ {pages}", "declared": "{pages} ?"}
_NOTES: dict[PagesBasis, Words] = {
    "converted": Words(
        fr="≈ : pages comptées une fois le fichier mis en page par LibreOffice ; Word peut en compter une de plus ou de moins.",
        en="≈: pages counted once LibreOffice had laid the file out; Word may count one more or one less.",
    ),
    "declared": Words(
        fr="? : nombre de pages que le fichier donne de lui-même, à vérifier.",
        en="?: the number of pages that the file itself gives, to verify.",
    ),
}
_PROBLEMS: dict[Problem, Words] = {
    "encrypted": Words(
        fr="protégé par un mot de passe : demandez une copie ouverte", en="protected by a password: ask for an open copy"
    ),
    "damaged": Words(fr="fichier abîmé : demandez qu’on le renvoie, en PDF", en="damaged file: ask for it again, as a PDF"),
    "empty": Words(fr="fichier vide : demandez qu’on le renvoie", en="empty file: ask for it again"),
    "unsupported": Words(
        fr="format que ami ne lit pas : ouvrez-le, ou demandez un PDF", en="a format ami does not read: open it, or ask for a PDF"
    ),
    "too-large": Words(
        fr="trop gros pour être lu sans risque : ouvrez-le avec prudence, ou demandez un PDF plus léger",
        en="too large to be read safely: open it with care, or ask for a smaller PDF",
    ),
    "too-slow": Words(
        fr="lecture trop longue, arrêtée : ouvrez-le, ou demandez un PDF plus simple",
        en="reading took too long and was stopped: open it, or ask for a simpler PDF",
    ),
    "no-text": Words(
        fr="image sans texte (scan) : ouvrez-le et lisez-le vous-même",
        en="picture without text (scan): open it and read it yourself",
    ),
}
_READ = Words(fr="lu", en="read")
_OCR = Words(fr="lu par reconnaissance de caractères : à vérifier", en="read by character recognition: to verify")
_SOME_OCR = Words(
    fr="lu, {pages} par reconnaissance de caractères : à vérifier", en="read, {pages} by character recognition: to verify"
)
_UNREAD = Words(fr="{pages} sans texte (scan) : à lire par une personne", en="{pages} without text (scan): a person has to read it")
_PARTLY = Words(fr="lu en partie : le reste est à lire par une personne", en="read in part: a person has to read the rest")
_SPLIT = Words(fr="plusieurs pièces", en="several documents")
_MAIL = Words(fr="message", en="message")
_FROM = Words(fr="de {sender}", en="from {sender}")
_ATTACHED = (
    Words(fr="sans pièce jointe", en="no attachment"),
    Words(fr="1 pièce jointe", en="1 attachment"),
    Words(fr="{n} pièces jointes", en="{n} attachments"),
)
_ARCHIVE = Words(fr="archive de {n} fichiers", en="archive of {n} files")
_ARCHIVE_OF_ONE = Words(fr="archive d’un fichier", en="archive of one file")


class Seen(Protocol):
    """One file: what it is, with the files in an archive and the messages in a mailbox."""

    @property
    def documents(self) -> Sequence[Document]:
        """The file, then those inside it."""
        ...

    @property
    def messages(self) -> Sequence[MessageSeen]:
        """The messages in it."""
        ...


def as_lines(files: Iterable[Seen]) -> Iterator[str]:
    """Yield one line of JSON a file; what lies in an archive is nested in `members`."""
    for seen in files:
        yield json.dumps(_mail(seen) if seen.messages else _nested(seen.documents), ensure_ascii=False)


def inspection(files: Iterable[Seen], language: str) -> Table:
    """Return the table of every file, those inside archives after the archive; of one file alone, also the pieces in it."""
    rows: list[tuple[_Place, _Cells]] = []
    bases: set[PagesBasis | None] = set()
    pieces: list[list[str]] = []
    for seen in files:
        rows.extend(_rows(seen, language))
        pieces.append([] if pieces or seen.messages else list(_pieces(seen.documents, language)))
        bases.update(document.facts.pages_basis for document in seen.documents)
    names = _names([place for place, _cells in rows])
    return Table(
        title=_TITLE.of(language),
        columns=tuple(Column(title=title.of(language), width=width) for title, width in _COLUMNS),
        rows=tuple((names[place], *cells) for place, cells in rows),
        notes=(*(pieces[0] if len(pieces) == 1 else ()), *(note.of(language) for basis, note in _NOTES.items() if basis in bases)),
        language=language,
    )


class _Place(NamedTuple):
    """Where a file lies: its path, and the archive that it is in."""

    path: str
    inside: str | None = None


def _names(places: Sequence[_Place]) -> dict[_Place, str]:
    """Name each file by as much of the end of its path as no other file has; what is in an archive, below it."""
    tails = _tails([place.path for place in places if place.inside is None])
    depths: dict[str, int] = {}
    names = {}
    for place in places:
        depths[place.path] = depth = depths.get(place.inside, 0) + 1 if place.inside else 0
        name = tails[place.path] if place.inside is None else place.path.removeprefix(f"{place.inside}/")
        names[place] = (f"{'  ' * (depth - 1)}└ {name}" if depth else name).translate(LINE_BREAKS)
    return names


def _tails(paths: Sequence[str]) -> dict[str, str]:
    steps = {path: PurePath(path).parts for path in paths}
    names: dict[str, str] = {}
    length = 1
    while left := steps.keys() - names.keys():
        alike = Counter(steps[path][-length:] for path in left)
        for path in left:
            tail = steps[path][-length:]
            if alike[tail] == 1 or length >= len(steps[path]):
                names[path] = str(PurePath(*tail))
        length += 1
    return names


_Cells = tuple[str | None, ...]


def _rows(seen: Seen, language: str) -> Iterator[tuple[_Place, _Cells]]:
    if not seen.messages:
        yield from ((_Place(one.file.path, one.inside), _cells(one, language)) for one in seen.documents)
        return
    for message in seen.messages:
        yield (_Place(seen.documents[0].file.path), (_MAIL.of(language), None, None, _letter(message, language)))


def _letter(message: MessageSeen, language: str) -> str:
    number = len(message.attachments)
    attached = _ATTACHED[min(number, 2)].of(language).format(n=number)
    return f"{message.subject}, {_FROM.of(language).format(sender=message.sender or '?')}, {attached}".removeprefix(", ")


def _mail(seen: Seen) -> dict[str, Any]:
    """A mail with its fields; a mailbox with those of its first message, and every message in `messages`."""
    file = seen.documents[0].file
    messages = [_message(message) for message in seen.messages]
    several = len(messages) > 1
    return {
        "path": file.path,
        "sha256": file.sha256,
        "bytes": file.bytes,
        "media_type": "application/mbox" if several else "message/rfc822",
        **messages[0],
        **({"messages": messages} if several else {}),
    }


def _message(message: MessageSeen) -> dict[str, Any]:
    return {
        "subject": message.subject,
        "from": message.sender,
        "to": list(message.to),
        "date": message.date,
        "received_at": message.received_at.isoformat() if message.received_at else None,
        "received_by": message.received_by,
        "attachments": [attachment.model_dump() for attachment in message.attachments],
    }


def _nested(documents: Sequence[Document]) -> dict[str, Any]:
    """The first document, with those inside it."""
    objects = {document.file.path: inspected(document) for document in documents}
    for document in documents[1:]:
        objects[document.inside or documents[0].file.path]["members"].append(objects[document.file.path])
    return objects[documents[0].file.path]


def _cells(document: Document, language: str) -> _Cells:
    facts = document.facts
    return (_piece(document, language), _pages(facts), facts.language, _reading(facts, language))


def _piece(document: Document, language: str) -> str | None:
    facts = document.facts
    if facts.members:
        return (_ARCHIVE_OF_ONE if len(facts.members) == 1 else _ARCHIVE).of(language).format(n=len(facts.members))
    if len(document.parts) > 1:
        return _SPLIT.of(language)
    if document.kind is None:
        return None
    return _called(document.kind, document.parts[0].person, language)


def _called(kind: DocumentKind, person: str | None, language: str) -> str:
    return f"{_KINDS[kind].of(language)} ({person})" if person else _KINDS[kind].of(language)


def _pieces(documents: Sequence[Document], language: str) -> Iterator[str]:
    """Say of each file that is several documents which pages are which."""
    colon = " : " if language == "fr" else ": "
    for document in documents:
        for part in document.parts if len(document.parts) > 1 else ():
            first, last = part.first_page, part.last_page
            pages = f", {page_numbers(range(first, last + 1)).of(language)}" if first and last and first <= last else ""
            yield f"{document.file.name}{pages}{colon}{_called(part.kind or 'other', part.person, language)}".translate(LINE_BREAKS)


def _pages(facts: DocumentFacts) -> str | None:
    return None if facts.pages is None else _BASES.get(facts.pages_basis or "counted", "{pages}").format(pages=facts.pages)


def _reading(facts: DocumentFacts, language: str) -> str:
    if facts.problem is not None:
        return _PROBLEMS[facts.problem].of(language)
    if facts.recognised:
        return _OCR.of(language)
    pages = (_SOME_OCR, facts.recognised_pages), (_UNREAD, facts.unread)
    said = [words.of(language).format(pages=page_numbers(numbers).of(language)) for words, numbers in pages if numbers]
    said += [_PARTLY.of(language)] if facts.truncated else []
    return (" ; " if language == "fr" else "; ").join(said or [_READ.of(language)])
