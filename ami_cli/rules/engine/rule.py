"""What a rule is, and what it gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ami_cli.models.assessment import Case, Evidence, Status
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule sees of one requirement, before the doubt of other rules is added."""

    status: Status
    message: Words
    requirement: str | None = None
    evidence: tuple[Evidence, ...] = ()
    clause: Words | None = None
    remedy: Words | None = None
    """What to do; without it, the remedy of the rule's page."""
    doubt_from: str | None = None
    unseen: bool = False
    """True where the rule had no piece to look at: it is then as doubtful as the presence of the piece."""

    def about(self, requirement: str | None, clause: Words | None) -> "Finding":
        """Return the same finding with the requirement it concerns and the clause it enforces."""
        return replace(self, requirement=requirement, clause=clause)


Check = Callable[[Case], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: its page, its code, and the rules whose doubt it inherits. Nothing found means that nothing is asked."""

    page: RulePage
    check: Check
    requires: tuple[str, ...] = ()
    sealed: bool = False
    """Whether its findings tell of a price."""

    @property
    def name(self) -> str:
        """Return the name that reports, waivers and `ami explain` use."""
        return self.page.name


def met(fr: str, en: str, *evidence: Evidence) -> Finding:
    """Return what is as the call asks."""
    return Finding("met", Words(fr=fr, en=en), evidence=evidence)


def not_met(fr: str, en: str, *evidence: Evidence) -> Finding:
    """Return what is certainly not as the call asks."""
    return Finding("not_met", Words(fr=fr, en=en), evidence=evidence)


def to_verify(fr: str, en: str, *evidence: Evidence) -> Finding:
    """Return what a person must look at."""
    return Finding("to_verify", Words(fr=fr, en=en), evidence=evidence)


def not_applicable(fr: str, en: str) -> Finding:
    """Return what does not arise here."""
    return Finding("not_applicable", Words(fr=fr, en=en))


def no_piece(name: Words) -> Finding:
    """Return that the piece which the rule looks at is not there."""
    fr, en = f"à voir avec la pièce : {name.fr}", f"to be seen with the document: {name.en}"
    return Finding("not_applicable", Words(fr=fr, en=en), unseen=True)


def worst(statuses: Iterable[Status]) -> Status:
    """Return the gravest of several: not_met, then to_verify, then met; not_applicable where there is none of them."""
    found = set(statuses)
    order: tuple[Status, ...] = ("not_met", "to_verify", "met")
    return next((status for status in order if status in found), "not_applicable")
