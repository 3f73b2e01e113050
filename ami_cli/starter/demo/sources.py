"""The texts of the demo's documents: a small Markdown, with a head that says which file each becomes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "applications"


class Block(NamedTuple):
    """A piece of a page: `title`, `section`, `address`, `list`, `table` or `paragraph`, and its lines."""

    kind: str
    lines: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells of a table."""
        return tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in self.lines)


class Source(NamedTuple):
    """One text, the names of the files it becomes, and how it is made."""

    names: tuple[str, ...]
    made: str
    """`pdf`, `docx`, `scan` or `encrypted`."""
    size: float
    """Of the type, in points."""
    pages: int | None
    """What a Word file says of itself."""
    blocks: tuple[Block, ...]


def folders() -> tuple[Path, ...]:
    """Return the folders of the fifteen applications, in order."""
    return tuple(sorted(path for path in HERE.iterdir() if path.is_dir() and (path / "application.yaml").is_file()))


def read(folder: Path) -> tuple[Source, ...]:
    """Return the texts of one application, in order."""
    return tuple(parse(path.read_text("utf-8")) for path in sorted(folder.glob("*.md")))


def parse(text: str) -> Source:
    """Read one text with its head."""
    _, head, body = text.split("---\n", 2)
    said = dict(line.split(": ", 1) for line in head.splitlines())
    return Source(
        names=tuple(said["file"].split(" | ")),
        made=said["as"],
        size=float(said.get("size", "11")),
        pages=int(said["pages"]) if "pages" in said else None,
        blocks=tuple(_blocks(body)),
    )


_MARKS = (("# ", "title"), ("## ", "section"), ("> ", "address"), ("- ", "list"), ("| ", "table"))


def _blocks(body: str) -> Iterator[Block]:
    for chunk in body.strip().split("\n\n"):
        lines = chunk.splitlines()
        mark, kind = next((pair for pair in _MARKS if lines[0].startswith(pair[0])), ("", "paragraph"))
        yield Block(kind, tuple(line.removeprefix(mark) for line in lines))
