"""Assessments, and what people judged, to a shortlist."""

from collections.abc import Sequence

from ami_cli import call, selection
from ami_cli.models.assessment import Assessment
from ami_cli.models.shortlist import Shortlist
from ami_cli.pipeline.scope import Scope


def shortlist(scope: Scope, assessments: Sequence[Assessment], maximum: int | None) -> Shortlist:
    """Return at most `maximum` candidates (the call's own maximum where None), by the grounds that the committee wrote.

    Raises:
        SourceError: the grounds cannot be used, each mistake with its line.
    """
    grounds = selection.load_grounds(scope.workspace.evaluations(scope.call_file.stem) / "grounds.yaml")
    return selection.draw_up(call.load(scope.call_file).call, assessments, selection.Judged(grounds=grounds), maximum=maximum)
