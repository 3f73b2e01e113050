"""Walking through XML that nobody vouches for: no document type, no entity, bounded depth, no tree in memory."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import UnreadableError


class Walker(Protocol):
    """What follows the elements of a document; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""

    def end(self, name: str) -> None:
        """Leave it."""

    def text(self, text: str) -> None:
        """Meet text."""


def walk(data: bytes, walker: Walker, bounds: Bounds) -> None:
    """Lead `walker` through `data`.

    Raises:
        UnreadableError: not well-formed, deeper than `bounds.depth`, or with entities of its own.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > bounds.depth:
            raise UnreadableError("too-large", f"elements nested more than {bounds.depth} deep")
        walker.start(_local(name), {_local(key): value for key, value in attributes.items()} if attributes else attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        walker.end(_local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = walker.text
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)  # noqa: FBT003 (expat takes it by position only)
    except expat.ExpatError as error:
        raise UnreadableError("damaged", f"its XML breaks off: {error}") from error


def _refuse_entity(*_declaration: object) -> None:
    raise UnreadableError("too-large", "it defines XML entities of its own, which swell when unpacked")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
