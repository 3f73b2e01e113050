"""Bytes of plain text to text, whatever wrote them."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 1 << 16


def decoded(data: bytes) -> str:
    """Return the text: by its mark, as UTF-8, else as the likeliest of the older encodings. Nothing is refused."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_likeliest(data[:_LOOKED_AT]), "replace")


def _likeliest(data: bytes) -> str:
    """Western European unless that leaves bytes that mean nothing."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 (only for the odd text)

        best = from_bytes(data).best()
        return best.encoding if best is not None else "latin-1"
    return "cp1252"
