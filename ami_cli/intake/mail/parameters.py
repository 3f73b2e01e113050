"""Values with parameters, such as `attachment; filename=…`, however the name was encoded (RFC 2231, RFC 2047, raw)."""

import re
from urllib.parse import unquote_to_bytes

from ami_cli.intake.mail.decoding import one_line, text_of, undeclared
from ami_cli.intake.mail.words import unfolded

_PARAMETER = re.compile(r';\s*([^\s=;"*]+(?:\*\d{0,3}\*?)?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;"]*))', re.DOTALL)
_PIECE = re.compile(r"(.+?)\*(\d{1,3})(\*?)")
MAX_VALUE = 100_000
Parameters = dict[str, str]


def value_and_parameters(raw: bytes) -> tuple[str, Parameters]:
    """Return the value in lower case and its parameters, decoded; the first of two equal names holds."""
    text = re.sub(r"[\r\n]+(?=[ \t])", "", undeclared(raw[:MAX_VALUE]))
    value, _, rest = text.partition(";")
    found = [(name.lower(), _unquoted(quoted, bare)) for name, quoted, bare in _PARAMETER.findall(";" + rest)]
    plain = {name: one_line(unfolded(text)) for name, text in reversed(found) if "*" not in name}
    extended = {
        name[:-1]: one_line(_extended(text)) for name, text in reversed(found) if name.endswith("*") and name.count("*") == 1
    }
    return one_line(value).lower(), plain | _continued(found) | extended


def _unquoted(quoted: str, bare: str) -> str:
    return re.sub(r'\\(["\\])', r"\1", quoted) if quoted else bare.strip()


def _continued(found: list[tuple[str, str]]) -> Parameters:
    """Join `name*0`, `name*1*`…: the charset stands in the first, each piece says whether it is encoded."""
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for name, text in found:
        match = _PIECE.fullmatch(name)
        if match:
            pieces.setdefault(match[1], {}).setdefault(int(match[2]), (bool(match[3]), text))
    return {name: one_line(_joined(by_number)) for name, by_number in pieces.items()}


def _joined(by_number: dict[int, tuple[bool, str]]) -> str:
    charset, content = None, b""
    for number in sorted(by_number):
        encoded, text = by_number[number]
        if number == min(by_number) and encoded and text.count("'") >= 2:  # noqa: PLR2004  # charset'language'text
            charset, _, text = text.split("'", 2)
        content += unquote_to_bytes(text) if encoded else text.encode("utf-8", "surrogateescape")
    joined = text_of(content, charset)
    return joined if charset else unfolded(joined)


def _extended(text: str) -> str:
    charset, _, rest = text.split("'", 2) if text.count("'") >= 2 else (None, "", text)  # noqa: PLR2004  # as above
    return text_of(unquote_to_bytes(rest), charset)
