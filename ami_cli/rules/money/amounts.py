"""Amounts as people write them: `15 000 €`, `12.800`, `90,508.00`, `15k€ TTC`. What may mean two amounts stays two."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ami_cli.models.folding import folded

Basis = Literal["included", "excluded"]
"""Taxes included (TTC) or excluded (HT)."""

LONGEST = 60
"""Characters beyond which a cell is prose, not an amount."""
_CURRENCIES = {
    "EUR": ("eur", "euro", "euros", "€"),
    "USD": ("usd", "$", "dollars"),
    "GBP": ("gbp", "£"),
    "CHF": ("chf",),
    "XOF": ("xof", "fcfa"),
    "XAF": ("xaf",),
    "CAD": ("cad",),
}
_TAX = r"(tva|vat|tax|taxes)"
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (
        "included",
        re.compile(rf"\bttc\b|toutes taxes comprises|\b{_TAX} (incl|compris)|\b(incl|including|inclusive)[a-z]* (of )?{_TAX}"),
    ),
    (
        "excluded",
        re.compile(
            rf"\bht\b|\bhtva\b|hors (tva|taxe)|\b{_TAX} excl|\b(excl|excluding|exclusive|before)[a-z]* (of )?{_TAX}",
        ),
    ),
)
_NUMBER = re.compile(r"(?<![\w.,'])(-?\d[\d .,']*)(k|m)?(?=[^\w]|$|[a-z€$£])")
_SPACED = re.compile(r"\d{1,3}( \d{3})+([.,]\d{1,2})?")
_QUOTED = re.compile(r"\d{1,3}('\d{3})+([.,]\d{1,2})?")


@dataclass(frozen=True)
class Amount:
    """One amount: every value that it may have, its currency and its tax basis where they are written."""

    values: tuple[Decimal, ...]
    currency: str | None = None
    basis: Basis | None = None

    @property
    def sure(self) -> Decimal | None:
        """Return the value, None where it may be more than one."""
        return self.values[0] if len(self.values) == 1 else None


def amount(text: str) -> Amount | None:
    """Return the one amount that a short text holds; None where it holds none, several, or is prose."""
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    found = [match for match in _NUMBER.finditer(plain) if not plain[match.end() :].lstrip().startswith("%")]
    if len(found) != 1:
        return None
    values = readings(found[0][1].strip())
    factor = {"k": 1000, "m": 1_000_000}.get(found[0][2] or "", 1)
    return Amount(tuple(value * factor for value in values), currency(text), basis(text)) if values else None


def readings(number: str) -> tuple[Decimal, ...]:
    """Return every value that a written number may have, the smallest first; none where it is no number."""
    sign, digits = (-1, number[1:]) if number.startswith("-") else (1, number)
    digits = digits.rstrip(" .,'")
    if _SPACED.fullmatch(digits) or _QUOTED.fullmatch(digits):
        digits = re.sub("[ ']", "", digits).replace(",", ".")
        return (sign * Decimal(digits),)
    if re.search("[ ']", digits):
        return ()
    return tuple(sorted({sign * value for value in _marked(digits)}))


def _marked(digits: str) -> tuple[Decimal, ...]:
    """Read a number with points and commas, either of which may part thousands or decimals."""
    marks = re.findall("[.,]", digits)
    if not marks:
        return (Decimal(digits),) if digits.isascii() and digits.isdigit() else ()
    if len(set(marks)) > 1:
        return _two_marks(digits, marks[-1])
    whole = Decimal(digits.replace(marks[0], ""))
    thousands = re.fullmatch(r"[1-9]\d{0,2}([.,]\d{3})+", digits) is not None
    if len(marks) > 1:
        return (whole,) if thousands else ()
    decimal = Decimal(digits.replace(",", "."))
    return (decimal, whole) if thousands else (decimal,)


def _two_marks(digits: str, last: str) -> tuple[Decimal, ...]:
    other = "," if last == "." else "."
    if not re.fullmatch(rf"[1-9]\d{{0,2}}(\{other}\d{{3}})+\{last}\d{{1,2}}", digits):
        return ()
    return (Decimal(digits.replace(other, "").replace(last, ".")),)


def currency(text: str) -> str | None:
    """Return the currency that a text names, None where it names none or several."""
    words = set(re.findall(r"[a-z]+|[€$£]", _plain(text)))
    words |= {word[1:] for word in words if word[:1] in {"k", "m"} and len(word) > 1}
    found = [code for code, names in _CURRENCIES.items() if words & set(names)]
    return found[0] if len(found) == 1 else None


def basis(text: str) -> Basis | None:
    """Return the tax basis that a text names, None where it names none or both."""
    words = folded(text)
    found = [name for name, pattern in _BASES if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    """Return a text in lower case, with one kind of space and of apostrophe."""
    return re.sub(r"\s", " ", unicodedata.normalize("NFKC", text)).replace("’", "'").replace("\u2212", "-").lower()
