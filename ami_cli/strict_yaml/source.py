"""Where each value of a file stands."""

from collections.abc import Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The keys and the places in lists that lead to a value, from the top of the file."""


def path_of(written: str | Path) -> Path:
    """Return a path from its written form, `calendar.milestones.0.at`."""
    if not isinstance(written, str):
        return written
    return tuple(int(part) if part.isdecimal() else part for part in written.split(".") if part)


def written(path: Path) -> str:
    """Return a path as people read it; parts that begin with NUL are of the loader alone."""
    return ".".join(str(part) for part in path if not str(part).startswith("\0"))


@dataclass(frozen=True)
class Source:
    """A file and the lines of its values, counted from 1."""

    file: str
    lines: Mapping[Path, int]
    blocks: Mapping[Path, int]
    """The first line of the words of each text written as a `|` block."""

    def line(self, path: str | Path) -> int:
        """Return the line of the value at `path`, or of its nearest parent where the file has no such value."""
        place = path_of(path)
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def line_within(self, path: str | Path, text: str, position: int) -> int:
        """Return the line on which character `position` of the text at `path` stands."""
        place = path_of(path)
        if place in self.blocks:
            return self.blocks[place] + text.count("\n", 0, position)
        return self.line(place)
