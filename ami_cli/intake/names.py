"""Names that every disk takes: of files, and of application folders."""

import re
import unicodedata
from collections.abc import Collection

MAX_BYTES = 120
"""Of a file name in UTF-8: paths stay short enough for every system."""
MAX_SLUG = 40
_RESERVED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(\..*)?", re.IGNORECASE)
_UNSEEN = re.compile(r"\.|~\$|thumbs\.db$|desktop\.ini$|ehthumbs\.db$|__macosx$", re.IGNORECASE)


def safe(name: str) -> str:
    """Return a file name that is safe on every disk, as near as can be to the one given."""
    composed = unicodedata.normalize("NFC", name)
    plain = "".join(char if _harmless(char) else "" for char in re.sub(r"[\t\r\n]+", " ", composed))
    tidy = re.sub(r" {2,}", " ", _RESERVED.sub("_", plain)).strip(" ").rstrip(". ~")
    if not tidy.strip("_ ."):
        tidy = "sans-nom"
    if _DEVICES.fullmatch(tidy) or _UNSEEN.match(tidy) or tidy.lower() == "application.yaml":
        tidy = f"_{tidy}"
    return _shortened(tidy)


def unique(name: str, taken: Collection[str]) -> str:
    """Return the name, numbered where another has it already, capitals or not. `taken` holds folded names."""
    stem, suffix = _split(name)
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{_shortened(stem, MAX_BYTES - 8)}-{number}{suffix}"
    return found


def slug(name: str) -> str:
    """Return a name in lower-case letters, digits and hyphens; `candidat` where nothing stays."""
    flat = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")).lower()
    words = re.findall(r"[a-z0-9]+", "".join(char for char in flat if not unicodedata.combining(char)))
    return "-".join(words)[:MAX_SLUG].strip("-") or "candidat"


def _harmless(char: str) -> bool:
    """Control and direction marks, private and unassigned characters and half characters have no place in a name."""
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    return (stem, f".{suffix}") if dot and stem and len(suffix.encode()) <= 10 else (name, "")  # noqa: PLR2004  # longer is no suffix


def _shortened(name: str, limit: int = MAX_BYTES) -> str:
    if len(name.encode()) <= limit:
        return name
    stem, suffix = _split(name)
    cut = stem.encode()[: limit - len(suffix.encode())].decode("utf-8", "ignore")
    return cut.rstrip(" .") + suffix
