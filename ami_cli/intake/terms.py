"""What intake needs to know of a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ami_cli.files import sha256
from ami_cli.intake.applicants import FREE
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation
from ami_cli.models.requirement import Channel, DocumentRequirement

VERSION = 2
"""Of the way of deciding: what an older one left out is looked at again."""


@dataclass(frozen=True)
class Terms:
    """One call at one stage, the organisation's servers, and the subjects of the other calls."""

    call: Call
    stage: Stage
    servers: tuple[str, ...]
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Return every accepted subject of the stage."""
        return tuple(subject for channel in self._channels() for subject in channel.subjects)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Return every accepted e-mail address, in lower case."""
        return tuple(channel.email.lower() for channel in self._channels() if channel.email)

    @cached_property
    def own_domains(self) -> frozenset[str]:
        """Return the domains of the organisation's own addresses."""
        questions = self.call.application.questions
        known = (*self.addresses, *((questions.email.lower(),) if questions else ()))
        return frozenset(address.rpartition("@")[2] for address in known) - FREE

    @property
    def deadline(self) -> datetime | None:
        """Return the deadline of the stage, where it is set to the minute."""
        milestone = self.call.calendar.deadline(self.stage)
        return None if milestone is None else self.call.calendar.moment(milestone)

    @property
    def required(self) -> tuple[DocumentRequirement, ...]:
        """Return the documents that an application must have."""
        return tuple(one for one in self.call.due_at(self.stage) if one.required)

    @cached_property
    def basis(self) -> str:
        """Return a digest of all that decides whether a message is taken."""
        window = (str(self.since), str(self.until))
        parts = (VERSION, self.stage, self.subjects, self.addresses, self.elsewhere, window, str(self.deadline))
        return sha256(repr(parts).encode("utf-8", "replace"))[:12]

    def _channels(self) -> list[Channel]:
        return [one for one in self.call.application.channels.accepted if one.stage in {None, self.stage}]


def terms_of(  # noqa: PLR0913  # each is a different thing that decides
    call: Call,
    organisation: Organisation,
    others: Sequence[Call],
    *,
    stage: Stage | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Terms:
    """Return what intake needs to know; without `stage`, the first one of the call."""
    elsewhere = tuple(
        (other.id, tuple(subject for channel in other.application.channels.accepted for subject in channel.subjects))
        for other in others
        if other.id != call.id
    )
    return Terms(call, stage or call.first_stage, organisation.mail_servers, elsewhere, since, until)
