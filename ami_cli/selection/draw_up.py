"""Assessments and what people judged → the shortlist."""

from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Grid, Grounds
from ami_cli.models.shortlist import Candidate, Decision, Shortlist
from ami_cli.selection import reasoned, scored, wording
from ami_cli.selection.grids.plan import selection_of

ORDER: tuple[Decision, ...] = ("shortlisted", "reserve", "undecided", "not_retained", "excluded")
"""In which order decisions are shown."""


@dataclass(frozen=True)
class Judged:
    """What people said: the committee's grounds, the evaluators' grids."""

    grounds: Grounds | None = None
    grids: tuple[Grid, ...] = ()


NOTHING_YET = Judged()


def draw_up(
    call: Call,
    assessments: Sequence[Assessment],
    judged: Judged = NOTHING_YET,
    *,
    maximum: int | None = None,
    stage: Stage = "interest",
) -> Shortlist:
    """Return the shortlist of at most `maximum` candidates (default: the call's own maximum).

    Nobody is put in an order that people did not give: without grounds or grids, candidates stay undecided where
    there are more of them than places.

    Raises:
        SourceError: the grounds name an unknown application, retain an incomplete one, or retain too many.
    """
    selection = selection_of(call, stage)
    places = selection.shortlist_max if maximum is None else maximum
    ordered = sorted(assessments, key=lambda assessment: assessment.application.id)
    tie = False
    if selection.mode == "scored" and judged.grounds is None:
        candidates, remarks, tie = scored.decide(selection, ordered, judged.grids, places)
    else:
        candidates, remarks = reasoned.decide(ordered, judged.grounds, places)
    complete = sum(assessment.verdict == "complete" for assessment in ordered)
    if selection.minimum is not None and complete < selection.minimum:
        remarks = (wording.too_few(complete, selection.minimum), *remarks)
    return Shortlist(
        call=call.id,
        max=places,
        mode=selection.mode,
        candidates=tuple(sorted(candidates, key=_place)),
        tie_at_cut=tie,
        complete=all(candidate.decision != "undecided" for candidate in candidates),
        remarks=remarks,
    )


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return ORDER.index(candidate.decision), candidate.rank or 0, candidate.application
