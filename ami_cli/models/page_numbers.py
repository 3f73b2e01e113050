"""Pages in words: `page 3`, `pages 3 à 5 et 7`."""

from collections.abc import Iterable

from ami_cli.models.text import Words


def page_numbers(numbers: Iterable[int]) -> Words:
    """Return some pages, at least one, in words; neighbours as a range."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    several = len(ranges) > 1 or ranges[0][0] != ranges[0][1]
    noun = "pages" if several else "page"
    return Words(fr=f"{noun} {_listed(ranges, 'à', 'et')}", en=f"{noun} {_listed(ranges, 'to', 'and')}")


def _listed(ranges: list[list[int]], to: str, last: str) -> str:
    said = [piece for first, end in ranges for piece in _said(first, end, to)]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {last} {said[-1]}"


def _said(first: int, end: int, to: str) -> list[str]:
    if first == end:
        return [str(first)]
    return [str(first), str(end)] if end == first + 1 else [f"{first} {to} {end}"]
