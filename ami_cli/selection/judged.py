"""What people said, and what was opened: all that a choice rests on beside the assessments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ami_cli.models.evaluation import Grid, Ground, Grounds


@dataclass(frozen=True)
class Judged:
    """The committee's grounds, the evaluators' grids, and the prices where the second stage has come to them."""

    grounds: Grounds | None = None
    grids: tuple[Grid, ...] = ()
    awaited: tuple[str, ...] = ()
    """Evaluators whose grid has not come back, or came back untouched."""
    prices: Mapping[str, Decimal] = field(default_factory=dict)
    """By application, in one currency and one basis of tax; read only for those who reach the technical threshold."""

    @property
    def written(self) -> dict[str, Ground]:
        """Return the ground of each application that has one."""
        return {ground.application: ground for ground in self.grounds.grounds} if self.grounds else {}


NOTHING_YET = Judged()
