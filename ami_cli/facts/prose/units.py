"""A text cut into what is read at once: headings, items of lists, rows of tables, sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.facts.prose.blocks import Block, Form, blocks
from ami_cli.facts.prose.folded import Folded, fold
from ami_cli.models.facts import Page

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|;\s+(?=-)")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:[Mm]r?s?|Mme|Mlle|Dre?|Prof|Pr|Me|Ste?|Sr|Jr|[Nn]o?|nos|[Aa]rt|p|pp|ext|env|approx|cf|vs|[Ii]nc|[Ll]td"
    r"|Co|Corp|[Tt]el"
    r"|[Rr]ef|[Oo]bj|janv|fev|fevr|avr|juil|sept?|oct|nov|dec|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep"
    r"|[Oo]ct|[Nn]ov|[Dd]ec|e\.g|i\.e))\.$"
)
_SUBNUMBERED = re.compile(r"(?:\d{1,2}|[a-z])\.\d{1,2}\b")
_LETTERED = re.compile(r"\(?[a-z]\)")
_LONGEST_UNIT = 1500
_LONGEST_LEAD = 60
_FEW_WORDS = 6


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


def _units(page: Page, folded: Folded) -> Iterator[Unit]:
    section = heading = intro = ""
    intro_open = False
    for number, block in enumerate(blocks(folded.cased)):
        text = folded.lower[block.start : block.end].replace("\n", " ")
        if block.form == "heading":
            before = heading
            above = section if _SUBNUMBERED.match(text.strip()) or _LETTERED.match(text.strip()) else ""
            section = section if above else text.strip(" *#.:-")
            heading, intro, intro_open = f"{above} | {text.strip(' *#.:-')}".strip(" |"), "", False
            yield _unit(page, folded, block, (block.start, block.end), heading=before, intro="", number=number)
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
            yield _unit(
                page,
                folded,
                block,
                (start, end),
                heading=f"{heading} | {run_in}" if run_in else heading,
                intro=intro,
                number=number,
            )
            if words.endswith(":"):
                intro, intro_open = words[-200:], True
            elif (start, end) == (block.start, block.end) and len(words.split()) <= _FEW_WORDS:
                intro, intro_open = words, True


def _looks_listed(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b", text))


def _is_run_in(words: str, *, first: bool, followed: bool) -> bool:
    return (
        first and followed and len(words) <= _LONGEST_LEAD and len(words.split()) <= _FEW_WORDS and not re.search(r"\d{4}|@", words)
    )


def _unit(  # noqa: PLR0913 - what a unit is made of
    page: Page, folded: Folded, block: Block, span: tuple[int, int], *, heading: str, intro: str, number: int
) -> Unit:
    start, end = span
    end = min(end, start + _LONGEST_UNIT)
    cased = folded.cased[start:end].replace("\n", " ")
    lower = folded.lower[start:end].replace("\n", " ")
    return Unit(page.number, start, end, block.form, cased, lower, heading, intro, page.ocr, number)


def _sentences(cased: str, block: Block) -> Iterator[tuple[int, int]]:
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
