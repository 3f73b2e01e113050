"""A text cut into what is read at once: headings, items of lists, rows of tables, sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ami_cli.facts.prose.folded import Folded, fold
from ami_cli.models.facts import Page

Form = Literal["heading", "item", "row", "sentence"]

_BULLET = re.compile(
    r"(?:[*+]|-(?![\d-])|\(?\d{1,2}[.)/](?!\d)|\[\d{1,2}\]|\(?[a-zA-Z][.)](?=\s)|[A-Z]\.\d{1,2}\b|[IVX]{1,4}[.)/-])\s*(?=\S)"
)
_GAP = re.compile(r"\s{3,}|\t|\s\|\s?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|;\s+(?=-)")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:[Mm]r?s?|Mme|Mlle|Dre?|Prof|Pr|Me|Ste?|Sr|Jr|[Nn]o?|nos|[Aa]rt|p|pp|ext|env|approx|cf|vs|[Ii]nc|[Ll]td"
    r"|Co|Corp|[Tt]el"
    r"|[Rr]ef|[Oo]bj|janv|fev|fevr|avr|juil|sept?|oct|nov|dec|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep"
    r"|[Oo]ct|[Nn]ov|[Dd]ec|e\.g|i\.e))\.$"
)
_LONGEST_HEADING = 90
_HEADING_WORDS = 12
_LONGEST_UNIT = 1500
_LONGEST_LEAD = 60
_FEW_WORDS = 6
_SHORT_LINE = 0.7
"""A line shorter than this share of the page's longest lines ends its paragraph."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read at once, and what stands above it."""

    page: int
    start: int
    end: int
    form: Form
    cased: str
    lower: str
    heading: str
    """The nearest heading above, or the run-in heading, folded and in lower case."""
    intro: str
    """The words that announce it, ending with a colon ("Completed assignments:")."""
    ocr: bool
    block: int

    @property
    def lead(self) -> str:
        """Return all that announces the unit: heading, introduction, and its own first words up to a colon."""
        head, colon, _ = self.lower[:_LONGEST_LEAD].partition(":")
        return f"{self.heading} | {self.intro} | {head if colon else ''}"


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """A page, folded, and its units."""

    page: Page
    folded: Folded
    units: tuple[Unit, ...]


def read(page: Page) -> FoldedPage:
    """Return the page folded and cut into units."""
    folded = fold(page.text)
    return FoldedPage(page, folded, tuple(_units(page, folded)))


@dataclass(slots=True)
class _Block:
    """Lines that belong together."""

    start: int
    end: int
    form: Form
    after_blank: bool


def _units(page: Page, folded: Folded) -> Iterator[Unit]:
    heading = intro = ""
    intro_open = False
    for number, block in enumerate(_blocks(folded.cased)):
        text = folded.lower[block.start : block.end].replace("\n", " ")
        if block.form == "heading":
            heading, intro, intro_open = text.strip(" *#.:-"), "", False
            yield _unit(page, folded, block, (block.start, block.end), heading="", intro="", number=number)
            continue
        if intro_open and block.form == "sentence" and block.after_blank and not _looks_listed(text):
            intro, intro_open = "", False
        run_in = ""
        for start, end in _sentences(folded.cased, block):
            words = folded.lower[start:end].strip()
            if not words:
                continue
            if not run_in and _is_run_in(words, first=start == block.start, followed=end < block.end):
                run_in = words.strip(" .:?!-*")
            yield _unit(page, folded, block, (start, end), heading=run_in or heading, intro=intro, number=number)
            if words.endswith(":"):
                intro, intro_open = words[-200:], True


def _looks_listed(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b", text))


def _is_run_in(words: str, *, first: bool, followed: bool) -> bool:
    return (
        first and followed and len(words) <= _LONGEST_LEAD and len(words.split()) <= _FEW_WORDS and not re.search(r"\d{4}|@", words)
    )


def _unit(  # noqa: PLR0913 - what a unit is made of
    page: Page, folded: Folded, block: _Block, span: tuple[int, int], *, heading: str, intro: str, number: int
) -> Unit:
    start, end = span
    end = min(end, start + _LONGEST_UNIT)
    cased = folded.cased[start:end].replace("\n", " ")
    lower = folded.lower[start:end].replace("\n", " ")
    return Unit(page.number, start, end, block.form, cased, lower, heading, intro, page.ocr, number)


def _sentences(cased: str, block: _Block) -> Iterator[tuple[int, int]]:
    start = block.start
    if block.form == "row":
        yield start, block.end
        return
    for end in _SENTENCE_END.finditer(cased, block.start, block.end):
        if _ABBREVIATED.search(cased, max(start, end.start() - 8), end.start()):
            continue
        yield start, end.start()
        start = end.end()
    yield start, block.end


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    blank_before: bool
    blank_after: bool = False


def _lines(cased: str) -> list[_Line]:
    lines: list[_Line] = []
    place, blank = 0, True
    for raw in cased.split("\n"):
        text = raw.strip()
        if text:
            start = place + raw.index(text)
            lines.append(_Line(start, start + len(text), text, blank))
            blank = False
        else:
            blank = True
            if lines:
                lines[-1].blank_after = True
        place += len(raw) + 1
    if lines:
        lines[-1].blank_after = True
    return lines


def _blocks(cased: str) -> Iterator[_Block]:
    lines = _lines(cased)
    widths = sorted(len(line.text) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    block: _Block | None = None
    previous: _Line | None = None
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        form = _form(line, following)
        if block is not None and previous is not None and not _starts_block(form, previous, line, block, width):
            block.end = line.end
        else:
            if block is not None:
                yield block
            block = _Block(line.start, line.end, form, line.blank_before)
        previous = line
    if block is not None:
        yield block


def _starts_block(form: Form, previous: _Line, line: _Line, block: _Block, width: int) -> bool:
    if line.blank_before or form != "sentence" or block.form in {"heading", "row"}:
        return True
    if previous.text[-1] == ":":
        return True
    if previous.text[-1] in ",;-(" or line.text[0].islower():
        return previous.text[-1] == ";" and not line.text[0].islower() and len(previous.text) < _SHORT_LINE * width
    return len(previous.text) < _SHORT_LINE * width


def _form(line: _Line, following: _Line | None) -> Form:
    text = line.text
    bullet = _BULLET.match(text)
    if _is_heading(line, text[bullet.end() :] if bullet else text, following, numbered=bullet is not None and text[0] not in "*+-"):
        return "heading"
    if bullet:
        return "item"
    if _GAP.search(text):
        return "row"
    return "sentence"


def _is_heading(line: _Line, text: str, following: _Line | None, *, numbered: bool) -> bool:  # noqa: PLR0911 - guards
    if not text or len(text) > _LONGEST_HEADING or len(text.split()) > _HEADING_WORDS or not any(c.isalpha() for c in text):
        return False
    if (
        text[-1] in ".,;"
        or _GAP.search(text)
        or re.search(r"\d{3,}|@|\d[/.]\d", text)
        or not (text[0].isupper() or text[0] in "\"'")
    ):
        return False
    if following is None or text[-1] == ":":
        return False
    if text.isupper() or text[-1] == "?":
        return True
    if following.text[0].islower():
        return False
    if line.blank_after and not numbered:
        return line.blank_before and len(text.split()) <= _FEW_WORDS + 2
    return line.blank_before or numbered or len(text.split()) <= _FEW_WORDS
