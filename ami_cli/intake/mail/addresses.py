"""Who wrote, and to whom."""

import re
from dataclasses import dataclass
from email.utils import getaddresses

from ami_cli.intake.mail.decoding import one_line, undeclared
from ami_cli.intake.mail.words import unfolded

MAX_FIELD = 20_000
_ADDRESS = re.compile(r"[^\s<>,;:\"'()\[\]\\@]{1,100}@[^\s<>,;:\"'()\[\]\\@]{1,200}")


@dataclass(frozen=True)
class Address:
    """A name, which may be empty, and an e-mail address."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """Return what follows the @."""
        return self.email.rpartition("@")[2]


def addresses(raw: bytes) -> tuple[Address, ...]:
    """Return every address of a header, in order; empty where it holds none."""
    text = undeclared(raw[:MAX_FIELD])
    try:
        pairs = getaddresses([text])
    except (ValueError, IndexError, RecursionError):
        pairs = []
    found = [Address(_name(name), email.strip().lower()) for name, email in pairs if _ADDRESS.fullmatch(email.strip())]
    return tuple(found) or _anywhere(one_line(unfolded(text)))


def _name(written: str) -> str:
    return one_line(unfolded(written)).strip("\"' ")


def _anywhere(text: str) -> tuple[Address, ...]:
    """Look for addresses in text that follows no grammar; what stands before the first is its name."""
    found = list(_ADDRESS.finditer(text))
    name = re.sub(r"[<\"'(]+\s*$", "", text[: found[0].start()]).strip("\"' ,;:<") if found else ""
    return tuple(Address(name if index == 0 else "", match.group().lower()) for index, match in enumerate(found))
