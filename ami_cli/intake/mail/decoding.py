"""From bytes to text, whatever charset was declared and however wrongly."""

import codecs
import re
import unicodedata

_ALIASES = {"utf8mb4": "utf-8", "unicode-1-1-utf-7": "utf-7", "x-unknown": "", "unknown-8bit": "", "default": "", "ansi": "cp1252"}
_NO_CHARSET = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LATIN = frozenset({"iso8859-1", "cp1252", "ascii"})


def text_of(content: bytes, charset: str | None) -> str:
    """Return the text; a byte that no reading can hold becomes U+FFFD. Never raises.

    UTF-8 that is declared as ASCII or Latin-1 is read as UTF-8, and Latin-1 as the Windows charset that it really is.
    """
    codec = _codec(charset)
    if codec is None or codec in _LATIN:
        return undeclared(content)
    try:
        return _sane(content.decode(codec))
    except (UnicodeError, ValueError, LookupError):
        pass
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _replaced(content, codec)


def undeclared(content: bytes) -> str:
    """Return the text of bytes of which nothing is known: UTF-8 where it mostly is, else Windows Western."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sequences = _MULTIBYTE.findall(content)
    stray = len(_HIGH.findall(content)) - sum(map(len, sequences))
    if len(sequences) >= stray:
        return content.decode("utf-8", "replace")
    return content.decode("cp1252", "replace")


def one_line(text: str) -> str:
    """Return text as it can stand on one line: runs of blanks become a space, control characters go."""
    plain = "".join(" " if char in "\t\r\n\v\f\x85\u2028\u2029" else char for char in text)
    return re.sub(r" {2,}", " ", "".join(char for char in plain if unicodedata.category(char) != "Cc")).strip()


def _codec(charset: str | None) -> str | None:
    """Return the name of a codec from bytes to text, or None where the charset is not known."""
    name = (charset or "").strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    if not name or name in _NO_CHARSET or len(name) > 40:  # noqa: PLR2004  # no charset has a longer name
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) and info.name not in _NO_CHARSET else None


def _replaced(content: bytes, codec: str) -> str:
    try:
        return _sane(content.decode(codec, "replace"))
    except (UnicodeError, ValueError, LookupError):
        return undeclared(content)


def _sane(text: str) -> str:
    """Replace half characters, which no file can hold."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
