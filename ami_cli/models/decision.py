"""What the committee decided: one entry each time, never overwritten."""

from typing import Annotated

from pydantic import AwareDatetime, StringConstraints

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.facts import Sha256

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class DecisionEntry(Model):
    """One decision on all candidates of a stage. A later one takes its place and gives its reason."""

    when: AwareDatetime
    who: Said
    stage: Stage
    shortlisted: tuple[str, ...] = ()
    reserve: tuple[str, ...] = ()
    """In the order in which they are called."""
    not_retained: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    shortlist: Sha256
    """SHA-256 of the shortlist that was decided on, in its JSON form."""
    reason: Said | None = None
    """Why an earlier decision was changed."""

    def same_choice(self, other: "DecisionEntry") -> bool:
        """Return whether both put every candidate in the same place."""
        names = ("stage", "shortlisted", "reserve", "not_retained", "excluded")
        return all(getattr(self, name) == getattr(other, name) for name in names)


class Decisions(Model):
    """`evaluations/<call>/decisions.yaml`."""

    decisions: tuple[DecisionEntry, ...] = ()

    def current(self, stage: Stage) -> DecisionEntry | None:
        """Return the decision that holds for a stage: the last one written."""
        return next((entry for entry in reversed(self.decisions) if entry.stage == stage), None)
