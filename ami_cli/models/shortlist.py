"""Who is invited, who stands in reserve, and why."""

from decimal import Decimal
from typing import Literal

from pydantic import PositiveInt

from ami_cli.models.base import Model
from ami_cli.models.text import Words

Decision = Literal["shortlisted", "reserve", "not_retained", "excluded", "undecided"]


class InHouse(Words):
    """Words for the committee: they name evaluators, or say how firm a place is. A letter says `outside`, or nothing."""

    outside: Words | None = None


class Candidate(Model):
    """One application in the shortlist."""

    application: str
    applicant: str | None
    decision: Decision
    rank: PositiveInt | None = None
    score: Decimal | None = None
    """Percent of the most that could be had, where there is scoring."""
    reasons: tuple[Words, ...] = ()


class Shortlist(Model):
    """At most `max` candidates; `complete` where every candidate is decided."""

    call: str
    max: PositiveInt | None
    mode: Literal["reasoned", "scored"]
    candidates: tuple[Candidate, ...]
    tie_at_cut: bool = False
    complete: bool
    remarks: tuple[Words, ...] = ()
