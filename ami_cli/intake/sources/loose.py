"""Loose files: which of them belong together, by the names that people give them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ami_cli.intake.sources.incoming import Bundle, Piece, Stray
from ami_cli.models.text import Words

_KINDS = frozenset(
    [
        "cv",
        "curriculum",
        "vitae",
        "resume",
        "lettre",
        "letter",
        "motivation",
        "cover",
        "lm",
        "ldm",
        "candidature",
        "application",
        "dossier",
        "annexe",
        "annexes",
        "annex",
        "reference",
        "references",
        "ref",
        "refs",
        "proposition",
        "proposal",
        "offre",
        "offer",
        "technique",
        "technical",
        "financiere",
        "financial",
        "budget",
        "devis",
        "portfolio",
        "diplome",
        "diplomes",
        "attestation",
        "kbis",
        "statuts",
        "urssaf",
        "the",
        "le",
        "la",
        "les",
        "de",
        "du",
        "des",
        "et",
        "and",
        "of",
        "pour",
        "for",
        "en",
        "fr",
        "final",
        "finale",
        "vf",
        "version",
        "copie",
        "copy",
        "signed",
        "signe",
        "scan",
        "document",
        "doc",
        "pdf",
        "ami",
        "mission",
    ]
)
NAMELESS = Words(
    fr="son nom ne dit pas de qui il vient : mettez-le dans un dossier au nom du candidat, puis relancez ami ingest",
    en="its name does not say whose it is: put it in a folder named after the applicant, then run ami ingest again",
)


def together(where: str, pieces: Iterable[Piece]) -> Iterator[Bundle | Stray]:
    """Give one bundle for the files whose names hold the same person or firm; the others are strays."""
    by_owner: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_owner.setdefault(owner(piece.path), []).append(piece)
    for name, found in sorted(by_owner.items()):
        if name:
            yield Bundle(f"{where}/{found[0].path}", name, tuple(found), guessed=True)
        else:
            yield from (Stray(f"{where}/{piece.path}", NAMELESS, piece.sha256, piece.size) for piece in found)


def owner(path: str) -> str:
    """Return the words of a file name that are no kind of document, in order of the alphabet: `dupont marie`."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", path.rsplit("/", 1)[-1])
    flat = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)).casefold()
    words = re.findall(r"[a-z]{2,}", "".join(char for char in flat if not unicodedata.combining(char)))
    return " ".join(sorted({word for word in words if word not in _KINDS}))
