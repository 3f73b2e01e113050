"""The parts of a message as slices of its bytes: nothing is copied, nothing recurses, every bound is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ami_cli.intake.mail.parameters import Parameters, value_and_parameters
from ami_cli.intake.mail.signed import content_of
from ami_cli.intake.mail.transfer import Headers, content

MAX_HEADERS = 2 << 20
MAX_PARTS = 3000
MAX_DEPTH = 60
_NAME = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
_BLANKS = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*")
SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
"""Content in an S/MIME envelope: encrypted, or only signed."""
SEALED_DEPTH = 15
"""How much deeper an opened envelope counts: four in one another are enough."""


def head(raw: memoryview, *, first: bool = True) -> tuple[Headers, int]:
    """Return the headers and where the body begins. Lines that lost their leading blank belong to the header before."""
    block = bytes(raw[:MAX_HEADERS])
    headers: list[tuple[str, list[bytes]]] = []
    position = len(_BLANKS.match(block)[0]) if first else 0  # type: ignore[index]  # it always matches
    while position < len(block):
        end = block.find(b"\n", position)
        end = len(block) if end < 0 else end
        line, after = block[position:end].rstrip(b"\r"), end + 1
        if not line:
            return _headers(headers), min(after, len(raw))
        if line[:1] not in b" \t" and _NAME.match(line):
            name, _, value = line.partition(b":")
            headers.append((name.strip().decode("ascii", "replace").lower(), [value]))
        elif headers and line.startswith(b"--"):
            return _headers(headers), position
        elif headers:
            headers[-1][1].append(b" " + line.lstrip() if line[:1] not in b" \t" else line)
        elif not (first and line.startswith((b"From ", b">From "))):
            return (), position
        position = after
    return _headers(headers), min(position, len(raw))


def _headers(found: list[tuple[str, list[bytes]]]) -> Headers:
    return tuple((name, b"".join(lines).strip()) for name, lines in found)


def first_of(headers: Headers, name: str) -> bytes:
    """Return the first header of that name; empty where there is none."""
    return next((value for key, value in headers if key == name), b"")


@dataclass(frozen=True)
class Leaf:
    """A part that holds no others."""

    headers: Headers
    body: memoryview
    media_type: str
    parameters: Parameters = field(default_factory=dict)
    inside: str = ""
    """The kind of multipart around it, such as `multipart/related`."""

    @property
    def disposition(self) -> tuple[str, Parameters]:
        """Return `attachment`, `inline` or nothing, and its parameters."""
        return value_and_parameters(first_of(self.headers, "content-disposition"))


@dataclass(frozen=True)
class Structure:
    """The leaves in order, and whether a bound left some out."""

    leaves: tuple[Leaf, ...]
    containers: tuple[str, ...]
    whole: bool


def structure(headers: Headers, body: memoryview) -> Structure:
    """Return the parts of a message."""
    leaves: list[Leaf] = []
    containers: list[str] = []
    whole = True
    waiting: list[tuple[Headers, memoryview, str, int]] = [(headers, body, "", 0)]
    while waiting:
        part_headers, part, inside, depth = waiting.pop()
        media_type, parameters = _media_type(part_headers, inside)
        boundary = parameters.get("boundary", "")
        signed = content_of(content(part_headers, part)) if media_type in SEALED and depth < MAX_DEPTH - SEALED_DEPTH else None
        if signed is not None:
            containers.append(media_type)
            waiting.append((*_opened(memoryview(signed)), media_type, depth + SEALED_DEPTH))
        elif media_type.startswith("multipart/") and boundary:
            if depth >= MAX_DEPTH or len(containers) > MAX_PARTS:
                whole = False
                continue
            containers.append(media_type)
            below = [(*_opened(piece), media_type, depth + 1) for piece in _pieces(part, boundary)]
            waiting.extend(reversed(below))
        elif len(leaves) >= MAX_PARTS:
            whole = False
        else:
            leaves.append(Leaf(part_headers, part, media_type, parameters, inside))
    return Structure(tuple(leaves), tuple(containers), whole)


def _opened(piece: memoryview) -> tuple[Headers, memoryview]:
    headers, begin = head(piece, first=False)
    return headers, piece[begin:]


def _media_type(headers: Headers, inside: str) -> tuple[str, Parameters]:
    raw = first_of(headers, "content-type")
    if not raw:
        return ("message/rfc822" if inside == "multipart/digest" else "text/plain"), {}
    media_type, parameters = value_and_parameters(raw)
    return (media_type if re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type) else "application/octet-stream"), parameters


def _pieces(body: memoryview, boundary: str) -> Iterator[memoryview]:
    """Give what stands between the lines of the boundary; the last piece may lack its end."""
    mark = re.escape(b"--" + boundary.encode("utf-8", "replace"))
    lines = re.finditer(rb"(?:\A|\r?\n)" + mark + rb"(--)?[ \t]*(?=\r?\n|\Z)", body)
    begin: int | None = None
    for line in lines:
        if begin is not None:
            yield body[begin : line.start()]
        if line[1]:
            return
        begin = line.end()
        begin += len(re.match(rb"\r?\n|", body[begin : begin + 2])[0])  # type: ignore[index]  # it always matches
    if begin is not None:
        yield body[begin:]
