"""What people settled: points that a machine left open, or had wrong, once a person has looked."""

from typing import Literal

from pydantic import AwareDatetime

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import Said
from ami_cli.models.facts import Sha256

Result = Literal["met", "not_met", "waived"]
"""The point is met; it is not; or it is set aside, whatever it is."""


class Settlement(Model):
    """What one person found about one point of one application."""

    when: AwareDatetime
    who: Said
    application: str
    stage: Stage
    rule: str
    requirement: str | None = None
    """The document it is about; every one that the rule looks at where None."""
    result: Result
    reason: Said
    """What was seen, and where."""
    files: Sha256 | None = None
    """The digest of the files that were there, `Application.files_digest`: once others count, a person has to look again."""


class Settlements(Model):
    """`evaluations/<call>/settled.yaml`: one entry each time, never overwritten; of two on one point the later holds."""

    settled: tuple[Settlement, ...] = ()

    def about(self, application: str, stage: Stage) -> tuple[Settlement, ...]:
        """Return what holds of an application at a stage, in the order in which it was written."""
        ours = (one for one in self.settled if (one.application, one.stage) == (application, stage))
        return tuple({(one.rule, one.requirement): one for one in ours}.values())
