"""Colours of a PDF: which exact red a word is printed in tells nothing of what it says, and takes longer to know than the text."""

import re
from collections.abc import Iterator
from itertools import islice

_PROFILED = b"/ICCBased"
_USED = re.compile(rb"/ICCBased\s+(\d{1,8} \d{1,5}) R")
_DRAWN = re.compile(rb"/Contents\s*(\[[^\]]{0,9999}\]|\d{1,8} \d{1,5} R)")
_NAME = re.compile(rb"(\d{1,8} \d{1,5}) R")
_HEAD = re.compile(rb"\s*<<([^<>]{1,300})>>\s*stream\r?\n")
_CHANNELS = re.compile(rb"/N\s+[134](?!\d)|/N[134](?!\d)")
_MARKED = 40
"""Bytes of a profile up to the end of the mark by which it is known."""
_MOST = 20
"""Profiles of one file that are looked for: a page seldom uses more than three."""


def without_profiles(data: bytes) -> bytes:
    """Return a PDF with its colour profiles made unreadable, for reading its text alone; all else stays where it was.

    Working one out costs pdfium as much as all else that it does to open a page. Without it, colours are taken for the
    plain ones with as many channels.
    """
    if _PROFILED not in data:
        return data
    drawn = {name for part in _DRAWN.finditer(data) for name in _NAME.findall(part[1])}
    used = islice(dict.fromkeys(name[1] for name in _USED.finditer(data) if name[1] not in drawn), _MOST)
    places = [place for name in used for place in _streams(data, name)]
    if not places:
        return data
    changed = bytearray(data)
    for place in places:
        changed[place : place + _MARKED] = bytes(_MARKED)
    return bytes(changed)


def _streams(data: bytes, name: bytes) -> Iterator[int]:
    """Yield where the bytes of the profiles of that name begin; what is not plainly one is left alone."""
    at = data.find(opening := name + b" obj")
    while at >= 0:
        head = _HEAD.match(data, at + len(opening))
        if head and not data[at - 1 : at].isdigit() and _is_profile(head[1], data[head.end() : head.end() + _MARKED]):
            yield head.end()
        at = data.find(opening, at + 1)


def _is_profile(head: bytes, begins: bytes) -> bool:
    return bool(_CHANNELS.search(head)) and b"/Type" not in head and len(begins) == _MARKED and b"endstream" not in begins
