"""Candidates that are out of the count, or not in it yet."""

from ami_cli.models.assessment import Assessment
from ami_cli.models.shortlist import Candidate
from ami_cli.models.text import Words


def excluded(assessment: Assessment) -> Candidate:
    """Return a candidate whose application is incomplete, with each finding as a reason."""
    reasons = tuple(o.message for o in assessment.outcomes if o.status == "not_met" and o.waived_by is None)
    application = assessment.application
    return Candidate(application=application.id, applicant=application.applicant, decision="excluded", reasons=reasons)


def undecided(assessment: Assessment, *reasons: Words) -> Candidate:
    """Return a candidate on whom people have not decided yet."""
    application = assessment.application
    return Candidate(application=application.id, applicant=application.applicant, decision="undecided", reasons=reasons)
