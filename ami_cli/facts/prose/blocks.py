"""The lines of a page put together: headings, items of lists, rows of tables, paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["heading", "item", "row", "sentence"]

BULLET = re.compile(
    r"(?:[*+]|-(?![\d-])|\(?\d{1,2}[.)/](?!\d)|\[\d{1,2}\]|\(?[a-zA-Z][.)](?=\s)|[A-Z]\.\d{1,2}\b|[IVX]{1,4}[.)/-])\s*(?=\S)"
)
_SIGNS = "*+-"
_LABEL = re.compile(r"^(?!(?:annexe?|partie|part|section|chapter|chapitre)\b)[^\d:][^:]{1,40} ?: +\S", re.IGNORECASE)
_SALUTATION = re.compile(
    r"(?:(?:Dear|Bonjour|Chere?s?|Hello)\b[^:;]{0,45}|(?:Madame|Monsieur|Mesdames|Messieurs|Mme|M\.)(?=[ ,])[^:;]{0,60},"
    r"|(?:Madame|Monsieur|Mesdames|Messieurs)(?:(?:,| et| ou)? (?:Madame|Monsieur|Mesdames|Messieurs))*)[,!]?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:objet|subject|re|ref|sujet|concerne) ?: *\S", re.IGNORECASE)
_NOT_HEADING = re.compile(r"\d{3,}|@|\d[/.]\d")
_CONTACT = re.compile(r"(?:[A-Za-z. -]{1,12}:? ?)?(?:[^\s@]{1,64}@[^\s@]{1,99}|[+0(][\d .()/-]{7,25})")
"""A line that is an address or a telephone number: the one above says whose it is."""
_SPAN_OF_YEARS = re.compile(r" ?\([^()]*\d{4} ?- ?\d{4}\)$")
_LONGEST_HEADING = 90
_HEADING_WORDS = 12
_FEW_WORDS = 6
_NARROW = 50
_SHORT_LINE = 0.7
"""A line shorter than this share of the page's longest lines ends its paragraph."""


@dataclass(slots=True)
class Block:
    """Lines that belong together, by their place in the folded text."""

    start: int
    end: int
    form: Form
    after_blank: bool


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    blank_before: bool
    blank_after: bool = False


_YEAR_FIRST = re.compile(r"(?:[A-Za-z]{3,9}\.? )?(?:19|20)\d\d\b")


def blocks(cased: str) -> Iterator[Block]:
    """Give the blocks of a folded page, in order."""
    lines = _lines(cased)
    widths = sorted(len(line.text) for line in lines)
    width = max(_NARROW, widths[int(len(widths) * 0.9)]) if widths else 0
    block: Block | None = None
    previous: _Line | None = None
    forms = [_form(line, following, width) for line, following in zip(lines, [*lines[1:], None], strict=False)]
    for line, form in zip(lines, _not_all_headings(lines, forms), strict=True):
        listed = block is not None and _is_dated(line.text) and bool(_YEAR_FIRST.match(cased, block.start))
        if block is not None and previous is not None and not listed and not _starts_block(form, previous, line, block, width):
            block.end = line.end
        else:
            if block is not None:
                yield block
            block = Block(line.start, line.end, form, line.blank_before)
        previous = line
    if block is not None:
        yield block


def _not_all_headings(lines: list[_Line], forms: list[Form]) -> Iterator[Form]:
    """Give the forms; where short lines follow one another, as in a table taken apart, only the first can be a heading.

    Nor is one that has the same bullet as the line right before it or behind it: both are items of one list.
    """
    for place, (line, form) in enumerate(zip(lines, forms, strict=True)):
        if form == "heading" and _is_one_of_several(lines, place):
            yield "item"
            continue
        inside = 0 < place < len(lines) - 1 and forms[place - 1] == forms[place + 1] == "heading"
        yield (
            "sentence"
            if form == "heading" and inside and not (line.blank_before or line.text.isupper() or line.text[-1] == "?")
            else form
        )


def _bullet(text: str) -> re.Match[str] | None:
    """Return the bullet, or the number, that a line begins with."""
    return BULLET.match(text) if _may_have_bullet(text) else None


def _is_one_of_several(lines: list[_Line], place: int) -> bool:
    """Return whether a line has the bullet of the one right before or behind it; numbers and letters may be those of headings."""
    bullet = _bullet(lines[place].text)
    if bullet is None or bullet.group()[0] not in _SIGNS:
        return False
    before = place > 0 and not lines[place].blank_before and _begins_like(lines[place - 1], bullet)
    return before or (place + 1 < len(lines) and not lines[place].blank_after and _begins_like(lines[place + 1], bullet))


def _begins_like(line: _Line, bullet: re.Match[str]) -> bool:
    other = _bullet(line.text)
    return other is not None and other.group()[0] == bullet.group()[0]


def _lines(cased: str) -> list[_Line]:
    lines: list[_Line] = []
    place, blank = 0, True
    for raw in cased.split("\n"):
        text = raw.strip()
        if text:
            start = place if len(text) == len(raw) else place + raw.index(text)
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


def _is_dated(text: str) -> bool:
    """Return whether a line opens with a year, as those of a chronological list do."""
    return ("19" in text or "20" in text) and bool(_YEAR_FIRST.match(text))


def _is_labelled(text: str) -> bool:
    """Return whether a line says of itself what it is: `Client : commune de Nantes`."""
    return ": " in text and bool(_LABEL.match(text))


def _has_gap(text: str) -> bool:
    """Return whether a line is a row of a table; a folded text has no other spaces than these."""
    return "   " in text or "\t" in text or " |" in text


def opens_letter(text: str) -> bool:
    """Return whether a line greets whom a letter is for: `Madame, Monsieur,`, `Dear Ms Roy,`."""
    return text[0] in "DBCHMdbchm" and text[-1] not in ".?" and bool(_SALUTATION.fullmatch(text))


def _is_parted(previous: _Line, line: _Line) -> bool:
    """Return whether two lines are parted by what they are: the first says what a letter is about, or the second greets."""
    return opens_letter(line.text) or bool(_SUBJECT.match(previous.text))


def _starts_block(form: Form, previous: _Line, line: _Line, block: Block, width: int) -> bool:
    if line.blank_before or form != "sentence" or block.form in {"heading", "row"} or _is_labelled(line.text):
        return True
    short = len(previous.text) < _SHORT_LINE * width
    last = previous.text[-1]
    if last == ":":
        return True
    if opens_letter(previous.text):
        return True
    if line.text[0].islower() or _CONTACT.fullmatch(line.text):
        return False
    return _is_parted(previous, line) or (short and last not in ",-(")


def _form(line: _Line, following: _Line | None, width: int) -> Form:
    text = line.text
    bullet = _bullet(text)
    numbered = bullet is not None and text[0] not in _SIGNS
    if _is_heading(line, text[bullet.end() :] if bullet else text, following, width=0 if numbered else width):
        return "heading"
    if bullet:
        return "item"
    return "row" if _has_gap(text) else "sentence"


def _may_have_bullet(text: str) -> bool:
    """Return whether a line can begin with a bullet or a number: most begin with a word."""
    return not text[0].isalpha() or text[0] in "IVX" or text[1:2] in {".", ")"}


def _is_heading(line: _Line, text: str, following: _Line | None, *, width: int) -> bool:  # noqa: PLR0911 - one guard a line
    """Return whether a line stands above what follows; `width` is 0 where it is numbered."""
    if following is None or not text or len(text) > _LONGEST_HEADING or text[-1] in ".,;:":
        return False
    if not (text[0].isupper() or text[0] in "\"'") or not any(map(str.isalpha, text)):
        return False
    words = len(text.split())
    if words > _HEADING_WORDS or _has_gap(text) or _is_labelled(text):
        return False
    if _NOT_HEADING.search(text) and _NOT_HEADING.search(_SPAN_OF_YEARS.sub("", text)):
        return False
    if not line.blank_after and _CONTACT.fullmatch(following.text):
        return False
    if text.isupper() or text[-1] == "?":
        return True
    if following.text[0].islower() and not _bullet(following.text):
        return False
    if not width:
        return True
    if line.blank_after:
        return line.blank_before and words <= _FEW_WORDS + 2
    return len(text) < _SHORT_LINE * width and (line.blank_before or words <= _FEW_WORDS)
