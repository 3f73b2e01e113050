"""What a warning is: its page, and the look it takes at a call."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ami_cli.call.loading import Loaded
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.strict_yaml import Source


@dataclass(frozen=True)
class Doubt:
    """One place that a careful reader would question."""

    path: str
    message: Words
    remedy: Words | None = None
    """What to do here; without it, the remedy of the page."""
    line: int | None = None
    """The very line, where it is nearer than that of the path."""
    source: Source | None = None
    """The file, where it is not the call's."""


@dataclass(frozen=True)
class CallWarning:
    """A warning: its page, which names it, and its check, which is pure."""

    page: RulePage
    check: Callable[[Loaded], Iterable[Doubt]]


def page(name: str, *, title: Words, checks: Words, why: Words, example: Words, remedy: Words) -> RulePage:  # noqa: PLR0913  # a page has six parts
    """Return the page of a warning about the call itself."""
    return RulePage(name=name, about="call", title=title, checks=checks, why=why, example=example, remedy=remedy)
