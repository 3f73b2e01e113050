"""A text cut into what is read at once: headings, items of lists, rows of tables, sentences."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from ami_cli.facts.prose.blocks import BULLET, Block, Form, blocks, opens_letter
from ami_cli.facts.prose.folded import Folded, fold
from ami_cli.facts.prose.phrases import Marked
from ami_cli.facts.prose.vocabulary import DENIAL
from ami_cli.models.facts import Page

_SENTENCE_END = re.compile(r"[.!?;](?:(?<!;)[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|(?<=;)\s+(?=-))")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:[Mm]r?s?|Mme|Mlle|Dre?|Prof|Pr|Me|Ste?|Sr|Jr|[Nn]o?|nos|[Aa]rt|p|pp|ext|env|approx|cf|vs|[Ii]nc|[Ll]td"
    r"|Co|Corp|[Tt]el|Rev|Brig|Messrs|Pvt|Engr|Ing|Capt|Col|Gen|Sgt|Lt|Hon"
    r"|[Rr]ef|[Oo]bj|janv|fev|fevr|avr|juil|sept?|oct|nov|dec|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep"
    r"|[Oo]ct|[Nn]ov|[Dd]ec|e\.g|i\.e))\.$"
)
_SUBNUMBERED = re.compile(r"(?:\d{1,2}|[a-z])\.\d{1,2}\b|\(?[a-z]\)")
YEAR_IN_FIGURES = re.compile(r"\b(?:19|20)\d\d\b")
_NO_TITLE = re.compile(r"\d{4}|@")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}|\d(?:[ .()/-]{0,2}\d){2}")
"""A word of two letters, or a figure longer than the number of an item."""
_CLOSING = re.compile(
    r"(?:(?:bien |tres )?cordialement|(?:kind|best|warm|kindest|warmest) (?:regards|wishes)|regards(?=,)|bien a vous"
    r"|(?:yours )?(?:sincerely|faithfully)|yours truly|respectfully yours|(?:mes|nos) (?:meilleures )?salutations"
    r"|(?:(?:dans l'attente|en vous|restant)\b[^.;]{0,80})?\b(?:veuillez|je vous prie d[e']|nous vous prions d[e'])"
    r" ?(?:agreer|recevoir|croire|accepter))\b"
)
"""The formula that closes a letter: no section goes on behind it."""
_PERSON = re.compile(
    r"(?!.*\b(?:Experiences?|Skills|Education|Trainings?|Languages?|Work|Missions?|References?|Publications?|Information|Interests"
    r"|Projects?|Methods?|Methodology|Other|Autres|Competences|Formations?|Langues)\b)"
    r"(?:(?P<title>M|Mr|Mrs|Ms|Miss|Mme|Mlle|Dre?|Prof|Pr|Me)\.? )?[A-Z][a-z'-]+(?: [A-Z][A-Za-z'-]+){1,2}"
)
_ASKED = re.compile(r"\b(?:referees?|references?|referents?|personnes? (?:de reference|a contacter)|contacts?)\b")
_LONGEST_INTRO = 200
_LONGEST_UNIT = 1500
_LONGEST_LEAD = 60
_FEW_WORDS = 6

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Unit:
    """What is read at once, and what stands above it."""

    page: int
    start: int
    end: int
    form: Form
    cased: str
    lower: Marked
    heading: str
    """The nearest heading above, or the run-in heading, folded and in lower case."""
    intro: str
    """The words that announce it, ending with a colon ("Completed assignments:")."""
    ocr: bool
    block: int
    lead: Marked
    """All that announces it: heading, introduction, and its own first words up to a colon."""

    @cached_property
    def denies(self) -> bool:
        """Return whether it says that there is no such experience."""
        return bool(DENIAL.search(self.lower))


@dataclass(frozen=True, eq=False)
class FoldedPage:
    """A page, folded, and its units."""

    page: Page
    folded: Folded
    units: tuple[Unit, ...]
    known: dict[object, Any] = field(default_factory=dict, repr=False)
    """What was found on it once, by what finds it."""

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Return where each line that has words begins and ends."""
        found, place = [], 0
        for line in self.folded.cased.split("\n"):
            if line.strip():
                found.append((place, place + len(line)))
            place += len(line) + 1
        return tuple(found)


def once_a_page(find: Callable[[FoldedPage], T]) -> Callable[[FoldedPage], T]:
    """Have something found on a page once, however many ask for it: who signs, whose name stands at the head."""

    @wraps(find)
    def found(page: FoldedPage) -> T:
        if find not in page.known:
            page.known[find] = find(page)
        told: T = page.known[find]
        return told

    return found


def beginning(pages: Sequence[FoldedPage], most: int) -> Marked:
    """Return the folded text of pages that follow one another, up to a length."""
    if len(pages) == 1:
        return pages[0].folded.lower.part(0, most)
    return Marked("\n".join(page.folded.lower for page in pages)[:most])


def unit_at(page: FoldedPage, place: int) -> Unit:
    """Return the unit at a place of a page that has some, or the one before it."""
    return page.units[max(0, bisect_right(page.units, place, key=lambda unit: unit.start) - 1)]


def read(page: Page) -> FoldedPage:
    """Return the page folded and cut into units."""
    folded = fold(page.text)
    return FoldedPage(page, folded, tuple(_units(page, folded)))


@dataclass(slots=True)
class _Above:
    """What stands above the block that is being read."""

    section: str = ""
    heading: str = ""
    intro: str = ""

    def close(self) -> None:
        """Leave the section."""
        self.section = self.heading = self.intro = ""

    def take_heading(self, text: str, cased: str) -> None:
        """Go under a heading; one with a number below another's (2.1, b) stays under that, and so does somebody's name."""
        title = text.strip(" *#.:-")
        below = bool(_SUBNUMBERED.match(text.strip())) or self._names(cased)
        self.heading = f"{self.section} | {title}" if below else title
        if not below:
            self.section = title
        self.intro = ""

    def _names(self, cased: str) -> bool:
        """Return whether a heading is the name of a person: of anybody with a title, of those to be asked without."""
        found = _PERSON.fullmatch(cased)
        return found is not None and bool(self.section) and (found["title"] is not None or bool(_ASKED.search(self.section)))

    def take_sentence(self, words: str, *, alone: bool) -> None:
        """Remember a sentence that announces what follows: it ends with a colon, or stands short on a line of its own."""
        if words.endswith(":"):
            self.intro = words[-_LONGEST_INTRO:]
        elif alone and len(words.split()) <= _FEW_WORDS:
            self.intro = "" if opens_letter(words) else words


def _units(page: Page, folded: Folded) -> Iterator[Unit]:
    above = _Above()
    for number, block in enumerate(blocks(folded.cased)):
        if block.form == "heading":
            words = folded.lower[block.start : block.end]
            closing = _CLOSING.match(words)
            if closing:
                above.close()
            yield _unit(page, folded, block, (block.start, block.end), heading=above.heading, intro="", number=number)
            if not closing:
                above.take_heading(words, folded.cased[block.start : block.end])
        else:
            yield from _read_block(page, folded, block, above, number)


def _read_block(page: Page, folded: Folded, block: Block, above: _Above, number: int) -> Iterator[Unit]:
    text = folded.lower[block.start : block.end]
    if block.form == "sentence" and block.after_blank and not YEAR_IN_FIGURES.search(text):
        above.intro = ""
    heading = above.heading
    for start, end in _sentences(folded.cased, block):
        words = folded.lower[start:end].strip()
        if _CLOSING.match(words):
            above.close()
            heading = ""
        if start == block.start and end < block.end and _is_title(words):
            heading = f"{above.heading} | {words.strip(' .:?!-*')}"
        yield _unit(page, folded, block, (start, end), heading=heading, intro=above.intro, number=number)
        alone = (start, end) == (block.start, block.end) and block.form == "sentence" and not YEAR_IN_FIGURES.search(words)
        above.take_sentence(words, alone=alone)


def _is_title(words: str) -> bool:
    """Return whether the first words of a paragraph are its title: `Timing. We could start …`."""
    return len(words) <= _LONGEST_LEAD and len(words.split()) <= _FEW_WORDS and not _NO_TITLE.search(words)


def _unit(  # noqa: PLR0913 - what a unit is made of
    page: Page, folded: Folded, block: Block, span: tuple[int, int], *, heading: str, intro: str, number: int
) -> Unit:
    start, end = span
    cased = folded.cased[start:end].replace("\n", " ")
    lower = Marked(folded.lower[start:end].replace("\n", " "))
    head, colon, _ = lower[:_LONGEST_LEAD].partition(":")
    lead = Marked(f"{heading} | {intro} | {head if colon else ''}")
    return Unit(page.number, start, end, block.form, cased, lower, heading, intro, page.ocr, number, lead)


def _sentences(cased: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    bullet = BULLET.match(cased, block.start, block.end) if block.form == "item" else None
    first = bullet.end() if bullet else block.start
    ends = [] if block.form == "row" else _SENTENCE_END.finditer(cased, first, block.end)
    for end in ends:
        last = end.start() if cased[end.start()] == ";" else end.start() + 1
        if not _ABBREVIATED.search(cased, max(start, last - 8), last):
            yield from _bounded(cased, start, last)
            start = end.end()
    yield from _bounded(cased, start, block.end)


def _bounded(cased: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a sentence, in pieces where it is longer than anybody writes."""
    while end - start > _LONGEST_UNIT:
        space = cased.rfind(" ", start + _LONGEST_UNIT // 2, start + _LONGEST_UNIT)
        cut = space if space > 0 else start + _LONGEST_UNIT
        yield start, cut
        start = cut
    if _SAYS_SOMETHING.search(cased, start, end):
        yield start, end
