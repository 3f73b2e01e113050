"""The cells of an Excel workbook as they are written, for files whose styles or properties the usual library refuses."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.clean import clean
from ami_cli.facts.content import UnreadableError
from ami_cli.facts.package import Package
from ami_cli.facts.xml import walk

_BOOK, _RELATED, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_COLUMN = re.compile(r"[A-Z]{1,3}")


def sheets_of(package: Package, bounds: Bounds, columns: int) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield the name and the rows of each sheet; dates are the numbers that Excel keeps.

    Raises:
        UnreadableError: damaged, or too large to unpack.
    """
    book, related = _Elements("sheet"), _Elements("Relationship")
    walk(package.part(_BOOK), book, bounds)
    walk(package.part(_RELATED), related, bounds)
    targets = {one.get("Id"): posixpath.normpath(posixpath.join("xl", one.get("Target", ""))).lstrip("/") for one in related.found}
    strings = _Strings()
    if _STRINGS in package:
        walk(package.part(_STRINGS), strings, bounds)
    for one in book.found:
        part = targets.get(one.get("id"), "")
        if part not in package:
            raise UnreadableError("damaged", "a sheet of the workbook is missing")
        cells = _Cells(strings.found, bounds.rows + 1, columns)
        walk(package.part(part), cells, bounds)
        yield clean(one.get("name", "")), cells.rows


class _Elements:
    """Keeps the attributes of the elements of one name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.found: list[Mapping[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if name == self._name:
            self.found.append(dict(attributes))

    def end(self, name: str) -> None:
        """Leave it."""

    def text(self, text: str) -> None:
        """Meet text."""


class _Strings:
    """Follows the strings that cells share; how they are pronounced is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._words: list[str] = []
        self._inside = self._aside = 0

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        self._inside += name == "t"
        self._aside += name == "rPh"

    def end(self, name: str) -> None:
        """Leave it."""
        self._inside -= name == "t"
        self._aside -= name == "rPh"
        if name == "si":
            self.found.append("".join(self._words))
            self._words.clear()

    def text(self, text: str) -> None:
        """Meet text."""
        if self._inside and not self._aside:
            self._words.append(text)


class _Cells:
    """Follows one sheet."""

    def __init__(self, strings: list[str], rows: int, columns: int) -> None:
        self.rows: list[tuple[str, ...]] = []
        self._strings, self._most, self._columns = strings, rows, columns
        self._row: dict[int, str] = {}
        self._words: list[str] = []
        self._column, self._shared, self._inside = 0, False, 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if name == "row":
            self._row, self._column = {}, 0
        elif name == "c":
            self._column = _column(attributes.get("r", "")) or self._column + 1
            self._shared = attributes.get("t") == "s"
            self._words = []
        elif name in {"v", "t"}:
            self._inside += 1

    def end(self, name: str) -> None:
        """Leave it."""
        if name in {"v", "t"}:
            self._inside -= 1
        elif name == "c" and self._column <= self._columns:
            self._row[self._column] = clean(self._value("".join(self._words)))
        elif name == "row" and len(self.rows) < self._most:
            self.rows.append(tuple(self._row.get(column, "") for column in range(1, max(self._row, default=0) + 1)))

    def text(self, text: str) -> None:
        """Meet text."""
        if self._inside:
            self._words.append(text)

    def _value(self, written: str) -> str:
        if not self._shared:
            return written
        number = int(written) if written.isdecimal() and len(written) < 9 else -1  # noqa: PLR2004  # no workbook shares more strings
        return self._strings[number] if 0 <= number < len(self._strings) else ""


def _column(reference: str) -> int:
    """The number of the column in a reference such as `AB12`; 0 where it is none."""
    letters = _COLUMN.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
