"""Where the line falls, and what the declared rule does with a tie across it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from ami_cli.models.calendar import in_utc
from ami_cli.models.selection import Tie


@dataclass(frozen=True)
class Cut:
    """Who is above the line, who is below it in order, and who shares the place on it."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    tied: tuple[str, ...] = ()
    """Those whose equal score crosses the line; empty where none does."""
    undecided: tuple[str, ...] = ()
    """Those of the tie that the declared rule cannot part (received-first, and an arrival is unknown or the same)."""


def cut(scores: Mapping[str, Fraction], places: int, tie: Tie, received: Mapping[str, datetime | None]) -> Cut:
    """Draw the line after `places` candidates by score, best first; never by chance and never by name.

    Equal scores are ordered by name for display only. `extend` takes the whole tie, `reserve` none of it,
    `received-first` those that arrived first.
    """
    ordered = sorted(scores, key=lambda name: (-scores[name], name))
    if len(ordered) <= places:
        return Cut(tuple(ordered), ())
    at_line = scores[ordered[places - 1]]
    if scores[ordered[places]] != at_line:
        return Cut(tuple(ordered[:places]), tuple(ordered[places:]))
    better = tuple(name for name in ordered if scores[name] > at_line)
    tied = tuple(name for name in ordered if scores[name] == at_line)
    worse = tuple(name for name in ordered if scores[name] < at_line)
    if tie == "extend":
        return Cut(better + tied, worse, tied)
    if tie == "reserve":
        return Cut(better, tied + worse, tied)
    return _by_arrival(better, tied, worse, places - len(better), received)


def _by_arrival(
    better: tuple[str, ...], tied: tuple[str, ...], worse: tuple[str, ...], free: int, received: Mapping[str, datetime | None]
) -> Cut:
    arrivals = {name: in_utc(at) for name in tied if (at := received.get(name)) is not None}
    if len(arrivals) < len(tied):
        return Cut(better, worse, tied, undecided=tied)
    ordered = sorted(tied, key=lambda name: (arrivals[name], name))
    line = arrivals[ordered[free]]
    if arrivals[ordered[free - 1]] != line:
        return Cut(better + tuple(ordered[:free]), tuple(ordered[free:]) + worse, tied)
    same = tuple(name for name in ordered if arrivals[name] == line)
    first = tuple(name for name in ordered if arrivals[name] < line)
    later = tuple(name for name in ordered if arrivals[name] > line)
    return Cut(better + first, later + worse, tied, undecided=same)
