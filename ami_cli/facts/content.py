"""What a reader gives of one file, before its text is understood."""

from dataclasses import dataclass
from typing import Literal

from ami_cli.models.facts import Member, Page, PagesBasis, Problem, Sheet


class UnreadableError(Exception):
    """A file that cannot be read; `reading` turns it into facts, so it never leaves this room."""

    def __init__(
        self, problem: Problem, detail: str, *, pages: int | None = None, encrypted: Literal["no", "owner", "user"] = "no"
    ) -> None:
        """Keep the problem, what the reader said of it, and what could be known all the same."""
        super().__init__(detail)
        self.problem: Problem = problem
        self.detail = detail
        self.pages = pages
        self.encrypted: Literal["no", "owner", "user"] = encrypted


@dataclass(frozen=True)
class Content:
    """The text of a file page by page, its page count and on what it rests.

    A format without pages gives its whole text as page 1, and `paged` False.
    """

    texts: tuple[Page, ...]
    pages: int | None = None
    basis: PagesBasis | None = None
    paged: bool = True
    text_layer: bool = True
    encrypted: Literal["no", "owner", "user"] = "no"
    truncated: bool = False
    sheets: tuple[Sheet, ...] = ()
    members: tuple[Member, ...] = ()
    detail: str | None = None
    unread: tuple[int, ...] = ()
    """Pages that show something of which no text could be read."""
