"""Was a tolerance given to one offered to everybody with the same finding?"""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.cure import CureEntry, Tolerance, Unequal

ARRIVAL = "received-late"


def unequal(assessments: Sequence[Assessment], cures: Sequence[CureEntry] = ()) -> tuple[Unequal, ...]:
    """Return every tolerance that was given to some, while others have the same finding open; in the order of the rules.

    A finding is the same where rule and requirement are the same and it is not met. What is only to verify is not yet known.
    """
    return (*_waivers(assessments), *_offers(assessments, cures))


def _waivers(assessments: Sequence[Assessment]) -> Iterator[Unequal]:
    findings = {(o.rule, o.requirement): None for one in assessments for o in one.outcomes if o.status == "not_met"}
    for rule, requirement in findings:
        having = [(one.application.id, _found(one, rule, requirement)) for one in assessments]
        given = tuple(name for name, found in having if any(o.waived_by for o in found))
        others = tuple(name for name, found in having if any(o.waived_by is None for o in found))
        if given and others:
            tolerance: Tolerance = "late" if rule == ARRIVAL else "waiver"
            yield Unequal(tolerance=tolerance, rule=rule, requirement=requirement, given=given, not_given=others)


def _offers(assessments: Sequence[Assessment], cures: Sequence[CureEntry]) -> Iterator[Unequal]:
    """Give the findings that were offered a cure to some; whoever came late was offered none, and is left out."""
    points = {(p.rule, p.requirement): None for entry in cures for offer in entry.offers for p in offer.points}
    for rule, requirement in points:
        given = tuple(
            dict.fromkeys(
                offer.application
                for entry in cures
                for offer in entry.offers
                if any((p.rule, p.requirement) == (rule, requirement) for p in offer.points)
            )
        )
        others = tuple(
            one.application.id
            for one in assessments
            if one.application.id not in given
            and one.on_time is not False
            and any(o.waived_by is None for o in _found(one, rule, requirement))
        )
        if others:
            yield Unequal(tolerance="cure", rule=rule, requirement=requirement, given=given, not_given=others)


def _found(assessment: Assessment, rule: str, requirement: str | None) -> tuple[Outcome, ...]:
    return tuple(o for o in assessment.outcomes if (o.rule, o.requirement, o.status) == (rule, requirement, "not_met"))
