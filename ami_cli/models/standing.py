"""Where a call stands on a given day."""

from typing import Literal

from pydantic import AwareDatetime, NonNegativeInt

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.text import Words

Phase = Literal["unusable", "preparing", "open", "examining", "completing", "deciding", "writing", "over"]
"""The call cannot be read; its deadline is to be set; applications arrive; they are examined; some are being completed;
the committee chooses; letters are to leave; everything has been done."""


class NextDeadline(Model):
    """The next deadline, and how far away it is."""

    id: str
    at: AwareDatetime
    days: float


class Received(Model):
    """Applications of the stage that the call is at, by what the examination says."""

    total: NonNegativeInt = 0
    complete: NonNegativeInt = 0
    incomplete: NonNegativeInt = 0
    to_verify: NonNegativeInt = 0


class Decided(Model):
    """How the decision that holds placed the applications."""

    when: AwareDatetime
    shortlisted: NonNegativeInt = 0
    reserve: NonNegativeInt = 0
    not_retained: NonNegativeInt = 0
    excluded: NonNegativeInt = 0


class Letters(Model):
    """Letters that lie in the outbox, and what became of them."""

    drafted: NonNegativeInt = 0
    sent: NonNegativeInt = 0
    unknown: NonNegativeInt = 0
    refused: NonNegativeInt = 0
    outdated: NonNegativeInt = 0
    """Drafts that say what no longer holds: they do not leave."""

    @property
    def waiting(self) -> int:
        """Return how many are to leave."""
        return self.drafted - self.sent - self.unknown - self.outdated


class Standing(Model):
    """Where one call stands, and what to do next."""

    call: str
    title: Words | None = None
    phase: Phase
    stage: Stage | None = None
    deadline: NextDeadline | None = None
    received: Received = Received()
    decided: Decided | None = None
    letters: Letters = Letters()
    next: Words
