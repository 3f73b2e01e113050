"""What one applicant delivered for a call, before anything in it is read."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, NonNegativeInt, PositiveInt, StringConstraints

from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.facts import Sha256
from ami_cli.models.requirement import DocumentKind
from ami_cli.models.text import Language, Words
from ami_cli.models.values import Number

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Arrival(Model):
    """One candidate time of arrival and who says so."""

    at: AwareDatetime
    by: Literal["own-server", "received", "imap", "sender", "person", "file"]
    """Own mail server, topmost `Received`, IMAP INTERNALDATE, the sender's `Date`, a person's word, the file's date."""
    source: str | None = None


class PieceOverride(Model):
    """What a person says of a page range of a file; it wins over what was read."""

    kind: DocumentKind
    first_page: PositiveInt | None = None
    last_page: PositiveInt | None = None
    person: str | None = None


class ReceivedFile(Model):
    """One file of the application: where it lies, and what it was called when it arrived."""

    path: str
    """Relative to the application folder, with `/`."""
    name: str
    """As received, before it was made safe for a disk."""
    sha256: Sha256
    bytes: NonNegativeInt
    media_type: str | None = None
    delivery: str | None = None
    stage: Stage | None = None
    pieces: tuple[PieceOverride, ...] = ()
    person_says: DocumentKind | None = None
    """The kind that a person gave in application.yaml."""


class TeamMember(Model):
    """A person of the team, as declared in application.yaml."""

    name: str
    firm: str | None = None


class Waiver(Model):
    """A rule set aside for one application: by whom, when, why."""

    rule: str
    requirement: str | None = None
    reason: Reason
    who: Reason
    when: datetime | str


HEARSAY = frozenset({"sender", "file"})
"""Times that someone else wrote, or that any copy changes: they raise doubt, they settle nothing."""


def received_at(candidates: Sequence[Arrival]) -> datetime | None:
    """Return the time to go by, which is the first of the candidates; None where only the sender, or a file's date, says when."""
    return candidates[0].at if candidates and candidates[0].by not in HEARSAY else None


class GivenPrice(Model):
    """The price of an offer as a person read it, in the currency and on the tax basis of the call: by whom, when, why."""

    amount: Annotated[Number, Field(gt=0)]
    reason: Reason
    who: Reason
    when: datetime | str


class Delivery(Model):
    """One e-mail, archive or folder as it arrived."""

    id: str
    channel: Literal["email", "portal", "paper", "folder"] = "email"
    address: str | None = None
    """The address or portal it arrived at."""
    sender: str | None = None
    """`Name <address>`, as the message says."""
    message_id: str | None = None
    reply_to: str | None = None
    subject: str | None = None
    arrivals: tuple[Arrival, ...] = ()
    message: str | None = None
    """Path of the original message, relative to the application folder."""
    sha256: Sha256 | None = None
    stage: Stage | None = None
    replaces: str | None = None
    words: NonNegativeInt | None = None
    """How many words the message itself has, without what it quotes; a long one may be the letter."""
    links: tuple[str, ...] = ()
    """Links to files kept elsewhere that the message gives in place of attachments."""


class SetAside(Model):
    """A file of the folder that is not a document of the application, and why: shown, never silently skipped."""

    path: str
    """Relative to the application folder, with `/`."""
    name: str
    why: Words
    sha256: Sha256 | None = None
    delivery: str | None = None
    late: ReceivedFile | None = None
    """The file itself, where it only came too late to count: a cure period may have reopened its place."""
    replaced: ReceivedFile | None = None
    """The file itself, where a later delivery replaced it."""


class Application(Model):
    """One application folder, read: who, when, how, and which files."""

    id: str
    """The name of the folder."""
    path: str
    """As the person named it, for messages."""
    call: str | None = None
    applicant: str | None = None
    email: str | None = None
    firm: str | None = None
    language: Language | None = None
    received_at: AwareDatetime | None = None
    arrivals: tuple[Arrival, ...] = ()
    """Every candidate time; where they straddle the deadline a person decides."""
    channel: str | None = None
    """`email`, `portal`, `paper`, or None where it is not known."""
    channel_address: str | None = None
    subject: str | None = None
    team: tuple[TeamMember, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    files: tuple[ReceivedFile, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    price: GivenPrice | None = None
    """The price that a person gave in application.yaml: it counts in place of what was read."""
    notes: tuple[str, ...] = Field(default=())
    set_aside: tuple[SetAside, ...] = ()
    """Hidden files, links, what a later delivery replaced or what came too late to count."""
    mistakes: tuple[Words, ...] = ()
    """What a person must put right in the folder or in application.yaml, with file and line.

    While there is one, nothing about this application is sure: no outcome may be `not_met`.
    """

    @property
    def files_digest(self) -> Sha256:
        """Return the SHA-256 of what all its files hold, whatever they are called and in whatever order they stand."""
        return hashlib.sha256("\n".join(sorted(file.sha256 for file in self.files)).encode()).hexdigest()
