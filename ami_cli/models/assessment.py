"""The examination of one application: outcomes, their evidence, and the verdict over all."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import AwareDatetime, PositiveInt

from ami_cli.models.application import Application, GivenPrice, ReceivedFile, Waiver
from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.facts import DocumentFacts, Part
from ami_cli.models.requirement import DocumentKind
from ami_cli.models.text import Words

Status = Literal["met", "not_met", "to_verify", "not_applicable"]
Verdict = Literal["complete", "incomplete", "to_verify"]


class Document(Model):
    """A received file with its facts, and its kind once its name and any correction by a person are considered.

    `parts` is never empty: a file that is one piece has one part over all its pages.
    """

    file: ReceivedFile
    facts: DocumentFacts
    kind: DocumentKind | None
    confidence: float
    parts: tuple[Part, ...]
    inside: str | None = None
    """The archive that holds it, where it came in one."""


class Case(Model):
    """All that a rule may look at."""

    call: Call
    stage: Stage
    application: Application
    documents: tuple[Document, ...]


class Evidence(Model):
    """Where a finding can be seen: the file, its page, its words."""

    document: str | None = None
    page: PositiveInt | None = None
    place: str | None = None
    """The sheet and the cell of a workbook: `Budget!C7`."""
    quote: str | None = None
    ocr: bool = False
    """True where the words were recognised from a picture: a letter or a figure may be wrong."""


class Verified(Model):
    """A point that a person looked at, and what the rule had said of it before."""

    who: str
    when: AwareDatetime
    reason: str
    """What was seen, and where."""
    before: Status


class Outcome(Model):
    """What one rule says of one requirement."""

    rule: str
    requirement: str | None = None
    status: Status
    message: Words
    remedy: Words | None = None
    clause: Words | None = None
    """What the call asks, in the words of its fields."""
    evidence: tuple[Evidence, ...] = ()
    waived_by: Waiver | None = None
    verified_by: Verified | None = None
    """Who settled it, where it was a person and not the rule."""
    doubt_from: str | None = None
    """The rule whose doubt this outcome only inherits: settled there, it is settled here."""
    sealed: bool = False
    """True where it tells of a price, which the committee sees only after the technical threshold, where the call has one."""


class Price(Model):
    """What an offer costs, in the currency and on the tax basis of the call; only where it was read surely, or a person gave it."""

    amount: Decimal
    currency: str
    taxes: Literal["included", "excluded"]
    evidence: tuple[Evidence, ...] = ()
    given: GivenPrice | None = None


class Assessment(Model):
    """All outcomes for one application."""

    call: str
    stage: Stage
    application: Application
    on_time: bool | None
    received_at: AwareDatetime | None
    verdict: Verdict
    documents: tuple[Document, ...]
    outcomes: tuple[Outcome, ...]
    remarks: tuple[Words, ...] = ()
    """What a person should know beside the verdict: a waiver without effect, a document that came before its stage."""
    price: Price | None = None
    """The price of the offer, where a budget is due at the stage."""


def verdict(outcomes: Sequence[Outcome]) -> Verdict:
    """Return `incomplete` where anything is not met, else `to_verify` where anything is doubtful, else `complete`.

    A waived outcome counts as met and stays visible.
    """
    open_statuses = {outcome.status for outcome in outcomes if outcome.waived_by is None}
    if "not_met" in open_statuses:
        return "incomplete"
    return "to_verify" if "to_verify" in open_statuses else "complete"


def open_points(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return what a person has to act on: neither met nor waived, and not merely the doubt of another open point."""
    still = [o for o in outcomes if o.status in {"not_met", "to_verify"} and o.waived_by is None]
    rules = {outcome.rule for outcome in still}
    return tuple(outcome for outcome in still if outcome.doubt_from not in rules)
