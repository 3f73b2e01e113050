"""Assessments and what people judged → the shortlist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.selection import Selection
from ami_cli.models.shortlist import Candidate, Decision, Shortlist
from ami_cli.models.text import Words
from ami_cli.selection import placed, reasoned, wording
from ami_cli.selection.grids.plan import selection_of
from ami_cli.selection.judged import NOTHING_YET, Judged
from ami_cli.selection.needs import eliminatory, stances
from ami_cli.selection.opening import opened
from ami_cli.selection.price import check
from ami_cli.selection.scored import Result, Rules, evaluate

ORDER: tuple[Decision, ...] = ("shortlisted", "reserve", "undecided", "not_retained", "excluded")
"""In which order decisions are shown."""


@dataclass(frozen=True)
class Choice:
    """A shortlist with all it rests on, for tables and minutes."""

    call: Call
    stage: Stage
    selection: Selection
    assessments: tuple[Assessment, ...]
    """What was found of each; without the price of those whose financial part the committee does not open."""
    judged: Judged
    shortlist: Shortlist
    result: Result | None
    """Scores, where there was scoring."""


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
        SourceError: the grounds name an unknown application, retain an incomplete one or too many, or contradict the marks;
            or a price is not above zero.
    """
    check(judged.prices)
    selection = selection_of(call, stage)
    places = places_of(call, stage) if maximum is None else maximum
    ordered = tuple(sorted(assessments, key=lambda assessment: assessment.application.id))
    stand = stances(eliminatory(call), judged.grids)
    result: Result | None = None
    if selection.mode == "scored" and (judged.grids or not judged.written):
        if judged.grids:
            received = {one.application.id: one.received_at for one in ordered}
            result = evaluate(Rules(selection, places, received, judged), ordered, stand)
        candidates, remarks = placed.decide(selection, ordered, judged, result)
    else:
        candidates, remarks = reasoned.decide(ordered, judged.written, places, stand)
        remarks = (*remarks, wording.NOT_SCORED) if selection.mode == "scored" else remarks
    awaited = (wording.awaited(judged.awaited),) if judged.awaited else ()
    shortlist = Shortlist(
        call=call.id,
        max=places,
        mode=selection.mode,
        candidates=tuple(sorted(candidates, key=_place)),
        tie_at_cut=result is not None and bool(result.line.tied),
        complete=all(candidate.decision != "undecided" for candidate in candidates),
        remarks=(*_too_few(selection, ordered), *awaited, *_declared(judged), *remarks),
    )
    return Choice(call, stage, selection, opened(selection, ordered, result), judged, shortlist, result)


def places_of(call: Call, stage: Stage) -> int | None:
    """Return how many may be chosen at a stage: those to invite, and at the last stage the winners."""
    selection = selection_of(call, stage)
    if stage == call.first_stage:
        return selection.shortlist_max
    return (call.award.shortlist_max if call.award else None) or selection.winners


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


def _declared(judged: Judged) -> Iterator[Words]:
    for grid in sorted(judged.grids, key=lambda grid: grid.evaluator):
        for one in sorted(grid.judgements, key=lambda one: one.application):
            if not one.counts:
                yield wording.declared(grid.evaluator, one.application, one.reason or "", conflict=one.conflict)


def _place(candidate: Candidate) -> tuple[int, int, str]:
    return ORDER.index(candidate.decision), candidate.rank or 0, candidate.application
