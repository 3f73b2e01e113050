"""What the name of a file lets one guess: its kind, and whether it is another version of the same document."""

import re
import unicodedata

from ami_cli.intake.sources.loose import owner
from ami_cli.models.requirement import DocumentKind

_SIGNS: tuple[tuple[DocumentKind, frozenset[str]], ...] = (
    ("cv", frozenset({"cv", "cvs", "curriculum", "vitae", "resume", "lebenslauf"})),
    ("criminal-record", frozenset({"casier", "judiciaire", "criminal", "b3"})),
    ("technical-proposal", frozenset({"technique", "technical", "methodologie", "methodology", "methodologique"})),
    ("budget", frozenset({"budget", "budgetaire", "financiere", "financial", "devis", "quotation", "prix"})),
    ("letter", frozenset({"lettre", "letter", "motivation", "lm", "ldm", "cover", "candidature", "interet"})),
    ("references", frozenset({"reference", "references", "refs"})),
)
_VERSION = frozenset(
    [
        "final",
        "finale",
        "vf",
        "def",
        "definitif",
        "definitive",
        "version",
        "corrige",
        "corrigee",
        "corrected",
        "new",
        "nouveau",
        "nouvelle",
        "copie",
        "copy",
        "rev",
        "bis",
        "signed",
        "signe",
        "signee",
        "maj",
        "updated",
    ]
)


def words_of(name: str) -> list[str]:
    """Return the words and numbers of a file name without its suffix, folded."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.rsplit("/", 1)[-1])
    flat = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)).casefold()
    return re.findall(r"[a-z]+\d*|\d+", "".join(char for char in flat if not unicodedata.combining(char)))


def kind_of_name(name: str) -> DocumentKind | None:
    """Return the kind that the name suggests."""
    words = set(words_of(name))
    return next((kind for kind, signs in _SIGNS if words & signs), None)


def names_in(name: str) -> frozenset[str]:
    """Return the words of a file name that may be a person's: neither a kind of document nor a mark of version."""
    return frozenset(owner(name).split()) - _VERSION


def version_key(name: str) -> tuple[str, ...]:
    """Return what stays of a name once marks of version are left out: equal keys are versions of one document."""
    bare = re.sub(r"\s*\(\d+\)(?=\.|$)", "", name)
    return tuple(word for word in words_of(bare) if word not in _VERSION and not re.fullmatch(r"v\d+", word))
