"""Assessments and what people judged → the shortlist."""

from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Grid, Grounds
from ami_cli.models.selection import Selection
from ami_cli.models.shortlist import Candidate, Decision, Shortlist
from ami_cli.models.text import Words
from ami_cli.selection import reasoned, scored, wording
from ami_cli.selection.grids.plan import selection_of
from ami_cli.selection.scored import Result

ORDER: tuple[Decision, ...] = ("shortlisted", "reserve", "undecided", "not_retained", "excluded")
"""In which order decisions are shown."""


@dataclass(frozen=True)
class Judged:
    """What people said: the committee's grounds, the evaluators' grids."""

    grounds: Grounds | None = None
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A shortlist with all it rests on, for tables and minutes."""

    call: Call
    selection: Selection
    assessments: tuple[Assessment, ...]
    judged: Judged
    shortlist: Shortlist
    result: Result | None
    """Scores, where there was scoring."""


NOTHING_YET = Judged()


def choose(
    call: Call,
    assessments: Sequence[Assessment],
    judged: Judged = NOTHING_YET,
    *,
    maximum: int | None = None,
    stage: Stage = "interest",
) -> Choice:
    """Return the shortlist of at most `maximum` candidates (default: the call's own maximum), and what it rests on.

    Nobody is put in an order that people did not give: without grounds or grids, candidates stay undecided where
    there are more of them than places.

    Raises:
        SourceError: the grounds name an unknown application, retain an incomplete one, or retain too many.
    """
    selection = selection_of(call, stage)
    places = selection.shortlist_max if maximum is None else maximum
    ordered = tuple(sorted(assessments, key=lambda assessment: assessment.application.id))
    by_marks = selection.mode == "scored" and judged.grounds is None
    result = scored.evaluate(selection, ordered, judged.grids, places) if by_marks and judged.grids else None
    if by_marks:
        candidates, remarks = scored.decide(selection, ordered, result)
    else:
        candidates, remarks = reasoned.decide(ordered, judged.grounds, places)
    shortlist = Shortlist(
        call=call.id,
        max=places,
        mode=selection.mode,
        candidates=tuple(sorted(candidates, key=_place)),
        tie_at_cut=result is not None and bool(result.line.tied),
        complete=all(candidate.decision != "undecided" for candidate in candidates),
        remarks=(*_too_few(selection, ordered), *remarks),
    )
    return Choice(call, selection, ordered, judged, shortlist, result)


def draw_up(
    call: Call,
    assessments: Sequence[Assessment],
    judged: Judged = NOTHING_YET,
    *,
    maximum: int | None = None,
    stage: Stage = "interest",
) -> Shortlist:
    """Return the shortlist alone; see `choose`."""
    return choose(call, assessments, judged, maximum=maximum, stage=stage).shortlist


def _too_few(selection: Selection, assessments: Sequence[Assessment]) -> tuple[Words, ...]:
    complete = sum(assessment.verdict == "complete" for assessment in assessments)
    wanted = selection.minimum
    return (wording.too_few(complete, wanted),) if wanted is not None and complete < wanted else ()


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return ORDER.index(candidate.decision), candidate.rank or 0, candidate.application
