"""The lines of a page that end with an amount: `TOTAL TTC 15 876,00 €`. What the spaces leave open stays open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ami_cli.models.facts import Page
from ami_cli.models.folding import folded
from ami_cli.rules.money.amounts import Amount, basis, currency, readings

_LONGEST = 200
"""Characters beyond which a line is prose."""
_LABELS = 4
"""Lines of words above an amount that may be its label: a narrow column breaks it."""
_AFTER = (
    r"(?:\s*(?:€|\$|£|eur(?:os?)?|usd|gbp|chf|f ?cfa|xof|xaf|cad|ttc|ht|htva|hors taxes?|toutes taxes comprises|tva comprise"
    r"|vat|incl(?:uded|\.)?|excl(?:uded|\.)?|tax(?:es)?)\.?)*"
)
_TAIL = re.compile(rf"(?P<run>-?\d[\d.,' ]*?)(?P<after>{_AFTER})\s*[.;|)]?\s*$", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_GROUP, _THREE = re.compile(r"\d{3}(?:[.,]\d{1,2})?"), re.compile(r"\d{3}")
_HEAD, _PADDED = re.compile(r"[1-9]\d{0,2}"), re.compile(r"0\d")
_TOTALS = re.compile(r"\W*(?:(?:sous|sub)[ -]?)?(?:grand |montant |prix )?total\b")


@dataclass(frozen=True)
class Line:
    """A label and the right-most amount of its line."""

    label: str
    text: str
    amount: Amount
    percents: tuple[Decimal, ...]
    page: int


def lines(pages: Iterable[Page]) -> Iterator[Line]:
    """Give the lines that end with an amount, in order; a line without a label of its own has the words above it."""
    above: list[str] = []
    for page in pages:
        for line in page.text.splitlines():
            plain = _plain(line)
            found = _TAIL.search(plain) if len(plain) <= _LONGEST else None
            values = _values(found["run"]) if found else ()
            if found is None or not values or plain[: found.start()].rstrip().endswith("("):
                above = [*above, plain][-_LABELS:] if re.search(r"[^\W\d]", plain) else above
                continue
            start = _start(found)
            label, text = _label(above, plain[:start].strip(" :.…|-_")), plain[start:].strip()
            percents = tuple(Decimal(one.replace(",", ".")) for one in _PERCENT.findall(label))
            yield Line(label, text, Amount(values, currency(text), basis(text)), percents, page.number)
            above = []


def _plain(line: str) -> str:
    return re.sub(r"\s", " ", line).replace("’", "'").replace("\u2212", "-").strip()


def _start(found: re.Match[str]) -> int:
    """Return where the longest number at the end of a line begins."""
    whole = found["run"].split(" ")
    longest = max(_joined(whole), key=len, default=whole[-1:])
    return found.start() + len(" ".join(whole)) - len(" ".join(longest))


def _values(run: str) -> tuple[Decimal, ...]:
    """Return every value of the number at the end of a run of digits and spaces, the smallest first."""
    found = {value for words in _joined(run.rstrip(" .,'").split(" ")) for value in readings(" ".join(words))}
    return tuple(sorted(found))


def _joined(words: list[str]) -> Iterator[list[str]]:
    """Give the words that may be the last number: spaces part thousands, or columns."""
    for size in range(1, len(words) + 1):
        last = words[-size:]
        if size > 1 and not (_GROUP if size == 2 else _THREE).fullmatch(last[1]):  # noqa: PLR2004  # a head and its last group
            return
        head = last[0].lstrip("-")
        if (size == 1 or _HEAD.fullmatch(head)) and not _PADDED.match(head):
            yield last


def _label(above: list[str], own: str) -> str:
    """Return the words that an amount belongs to: those before it, else those above it, from a total on where one begins there."""
    if re.search(r"[^\W\d]{3}", own):
        return own
    opening = next((at for at in range(len(above) - 1, -1, -1) if _TOTALS.match(folded(above[at]))), len(above) - 1)
    return " ".join(filter(None, (*above[max(opening, 0) :], own)))
