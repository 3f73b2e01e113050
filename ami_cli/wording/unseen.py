"""Characters that nobody sees and that no document can hold."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def replaced(text: str) -> str:
    """Return `text` with the sign that stands for an unknown character in the place of each of them."""
    return _UNSEEN.sub("\ufffd", text)
