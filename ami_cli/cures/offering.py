"""Assessments → what each applicant may complete."""

from collections.abc import Callable, Sequence

from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.cure import Offer, Reopened

ARRIVAL = "received-late"


def offers(assessments: Sequence[Assessment], curable: Callable[[Assessment, Outcome], bool]) -> tuple[Offer, ...]:
    """Return what everybody with a finding that can be put right may complete: nobody is chosen, so nobody is favoured.

    Who came after the deadline is offered nothing: a completion would not put that right.
    """
    found = []
    for assessment in assessments:
        points = tuple(_reopened(outcome) for outcome in assessment.outcomes if curable(assessment, outcome))
        if points and not _late(assessment):
            found.append(Offer(application=assessment.application.id, points=points))
    return tuple(found)


def _late(assessment: Assessment) -> bool:
    return any(o.rule == ARRIVAL and o.status == "not_met" and o.waived_by is None for o in assessment.outcomes)


def _reopened(outcome: Outcome) -> Reopened:
    files = dict.fromkeys(evidence.document for evidence in outcome.evidence if evidence.document)
    return Reopened(rule=outcome.rule, requirement=outcome.requirement, files=tuple(files))
