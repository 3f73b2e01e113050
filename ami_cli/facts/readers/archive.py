"""ZIP archives: every file in them is read as a document of its own, archives in archives too."""

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError
from ami_cli.files import sha256
from ami_cli.models.facts import DocumentFacts, Member, Problem

FactsOf = Callable[[bytes, str, Bounds], DocumentFacts]

_LOCKED = 0x1
_UTF8 = 0x800
_LATIN = "abcdefghijklmnopqrstuvwxyzàâäáãåæçéèêëíìîïñóòôöõøœßúùûüýÿ"
_CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read(data: bytes, bounds: Bounds, facts_of: FactsOf) -> Content:
    """Return the members with their facts. Names are labels only: nothing is written where they point.

    Raises:
        UnreadableError: damaged, encrypted, empty, nested too deep, or too large to unpack.
    """
    if bounds.nesting <= 0:
        raise UnreadableError("too-large", "archives within archives within archives")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError("damaged", "the archive cannot be opened") from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_clutter(entry.filename)]
    if not entries:
        raise UnreadableError("empty", "the archive holds no file")
    members, left = [], bounds
    for entry in entries[: bounds.members]:
        members.append(Member(path=_label(entry), facts=_facts(archive, entry, left, facts_of)))
        left = _after(left, members[-1].facts)
    if all(member.facts.problem == "encrypted" for member in members):
        raise UnreadableError("encrypted", "a password is needed to open it", encrypted="user")
    return Content(
        texts=(), paged=False, text_layer=False, members=tuple(members), truncated=len(entries) > len(members) or left.unpacked <= 0
    )


def _facts(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, bounds: Bounds, facts_of: FactsOf) -> DocumentFacts:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _problem("unsupported", "a link, which is not followed")
    if entry.flag_bits & _LOCKED:
        return _problem("encrypted", "a password is needed to open it")
    try:
        with archive.open(entry) as stream:
            content = stream.read(bounds.unpacked + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        return _problem("damaged", f"it cannot be unpacked: {type(error).__name__}")
    if len(content) > bounds.unpacked:
        return _problem("too-large", "the archive unpacks to more than may be read")
    inner = replace(bounds, nesting=bounds.nesting - 1, unpacked=bounds.unpacked - len(content))
    return facts_of(content, PurePosixPath(_label(entry)).suffix.lower(), inner)


def _after(bounds: Bounds, facts: DocumentFacts) -> Bounds:
    """What is left once a member and all that is in it has been read."""
    if facts.problem == "too-large":
        return replace(bounds, unpacked=0)
    return replace(bounds, unpacked=max(0, bounds.unpacked - _weight(facts)), members=max(0, bounds.members - _count(facts)))


def _weight(facts: DocumentFacts) -> int:
    return facts.bytes + sum(_weight(member.facts) for member in facts.members)


def _count(facts: DocumentFacts) -> int:
    return sum(1 + _count(member.facts) for member in facts.members)


def _problem(problem: Problem, detail: str) -> DocumentFacts:
    return DocumentFacts(
        sha256=sha256(b""),
        bytes=0,
        media_type="application/octet-stream",
        readable=False,
        problem=problem,
        detail=detail,
        encrypted="user" if problem == "encrypted" else "no",
    )


def _is_clutter(name: str) -> bool:
    return name.startswith(_CLUTTER[0]) or name.rpartition("/")[2] in _CLUTTER[1:]


def _label(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, decoded, as a relative path without steps upward."""
    steps = _name(entry).replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in {"", ".", ".."}) or "?"


def _name(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    western = raw.decode("cp850", "replace")
    for candidate in (_decoded(raw, "utf-8"), western if _is_latin(western) else None, _decoded(raw, "cp932")):
        if candidate is not None:
            return unicodedata.normalize("NFC", candidate)
    return western


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_latin(name: str) -> bool:
    """Whether its letters beyond ASCII are those of Western European names."""
    return all(char.isascii() or char.lower() in _LATIN or char in "°«»’–—€§" for char in name)
