"""The cure period: what may be completed, by whom, until when; the same for everybody with the same finding."""

from collections.abc import Sequence
from typing import Literal

from pydantic import AwareDatetime

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import Said
from ami_cli.models.text import Words


class Reopened(Model):
    """One finding that may be put right."""

    rule: str
    requirement: str | None = None
    files: tuple[str, ...] = ()
    """The files in which it was seen: what arrives in their place replaces them."""


class Offer(Model):
    """What one applicant may complete, and nothing else."""

    application: str
    points: tuple[Reopened, ...]


class CureEntry(Model):
    """A cure period opened, with what it offers to whom; or closed."""

    what: Literal["opened", "closed"]
    when: AwareDatetime
    stage: Stage
    who: Said | None = None
    until: AwareDatetime | None = None
    """The delay of an opened one, the same for all."""
    reason: Said | None = None
    """Why it was closed before its delay."""
    offers: tuple[Offer, ...] = ()

    def offer_to(self, application: str) -> Offer | None:
        """Return what is offered to an application, None where nothing is."""
        return next((offer for offer in self.offers if offer.application == application), None)


class Cures(Model):
    """`evaluations/<call>/cures.yaml`: one entry each time, never overwritten."""

    cures: tuple[CureEntry, ...] = ()

    def opened(self, stage: Stage) -> tuple[CureEntry, ...]:
        """Return every period of a stage, the first one first."""
        return tuple(entry for entry in self.cures if entry.stage == stage and entry.what == "opened")

    def open_at(self, stage: Stage) -> CureEntry | None:
        """Return the period that is open, None where none is."""
        last = next((entry for entry in reversed(self.cures) if entry.stage == stage), None)
        return last if last is not None and last.what == "opened" else None


Tolerance = Literal["waiver", "late", "cure"]
"""A rule set aside; a late arrival accepted; a request to complete."""
_SHOWN = 4


class Unequal(Model):
    """A tolerance that some got, and others with the same finding did not."""

    tolerance: Tolerance
    rule: str
    requirement: str | None
    given: tuple[str, ...]
    not_given: tuple[str, ...]

    @property
    def words(self) -> Words:
        """Return what a person should know and do."""
        given, others = _listed(self.given), _listed(self.not_given)
        what_fr, what_en = _WHAT[self.tolerance]
        about = f"{self.rule} ({self.requirement})" if self.requirement else self.rule
        return Words(
            fr=f"Égalité de traitement : {what_fr} pour {about} à {given}, pas à {others}. Accordez-la à tous, ou retirez-la.",
            en=f"Equal treatment: {what_en} for {about} to {given}, not to {others}. Give it to all, or take it back.",
        )


_WHAT: dict[Tolerance, tuple[str, str]] = {
    "waiver": ("dérogation accordée", "a waiver was given"),
    "late": ("arrivée tardive acceptée", "a late arrival was accepted"),
    "cure": ("demande de complément adressée", "a request to complete was made"),
}


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return f"{shown}, …" if len(names) > _SHOWN else shown
