"""What is to be said of a call file: a mistake that stops it, or a warning that a careful reader would give."""

from typing import Literal

from pydantic import PositiveInt

from ami_cli.models.base import Model
from ami_cli.models.text import Words


class Remark(Model):
    """One remark, where it applies, and what to do about it."""

    name: str
    """The name of the warning, as `ami explain` knows it, or the kind of mistake."""
    severity: Literal["error", "warning"]
    file: str
    line: PositiveInt | None = None
    path: str = ""
    """The place in the file, such as `calendar.milestones.0.at`; empty for the file itself."""
    message: Words
    remedy: Words | None = None

    def of(self, language: str) -> str:
        """Return `file:line: path: what is wrong` in `language`, without the remedy."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.message.of(language)) if part)
