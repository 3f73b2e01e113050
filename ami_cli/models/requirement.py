"""What a call asks applicants to send, and how."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_serializer, model_validator

from ami_cli.models.base import Model
from ami_cli.models.calendar import LocalTime, Stage
from ami_cli.models.text import Language, Text
from ami_cli.models.values import Switch, Unique, Whole
from ami_cli.models.wrong import wrong

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower-case words joined by hyphens."""

DocumentKind = Literal["cv", "letter", "criminal-record", "technical-proposal", "budget", "references", "other"]
"""The kinds of document that `ami` tells apart."""

Statement = Literal["firm", "firm-if-any", "similar-missions", "references", "availability", "other"]
"""What a document can be asked to state. `other` is read by a person."""


class MustState(Model):
    """One thing that a document has to state: `availability`, `{references: 2}`, `{other: {fr: …, en: …}}`."""

    what: Statement
    at_least: Whole = 1
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: object) -> object:
        if isinstance(value, str):
            return {"what": value}
        if isinstance(value, dict) and len(value) == 1:
            ((key, inner),) = value.items()
            if key == "other":
                return {"what": "other", "text": inner}
            if key != "what":
                return {"what": key, "at_least": inner}
        return value

    @model_serializer
    def _as_written(self) -> Any:  # the short form differs in type by its content
        if self.text is not None:
            return {"other": self.text.root}
        return self.what if self.at_least == 1 and self.what != "references" else {self.what: self.at_least}


class DocumentRequirement(Model):
    """One document that the call asks for."""

    id: Id
    kind: DocumentKind
    stage: Stage
    label: Text | None = None
    per: Literal["application", "member", "firm", "lot"] = "application"
    required: Switch = True
    max_pages: Whole | None = None
    max_slides: Whole | None = None
    max_words: Whole | None = None
    max_megabytes: Whole | None = None
    limit: Literal["each", "total"] | None = None
    """Whether the limits hold for each document of the kind or for all of them together; `validate` warns where it is missing."""
    formats: tuple[str, ...] = ()
    """Suffixes such as `pdf`; empty: any."""
    languages: tuple[Language, ...] = ()
    must_state: tuple[MustState, ...] = ()
    signed: Switch = False
    keep: Literal["record", "never"] = "record"
    """`never`: looked at and attested, not kept (the criminal-record extract)."""
    note: Text | None = None


class Channel(Model):
    """One way in: an e-mail address, a portal or a postal address."""

    email: str | None = None
    portal: str | None = None
    paper: Text | None = None
    subjects: tuple[str, ...] = ()
    stage: Stage | None = None
    """The stage it serves; without it, every stage."""

    @model_validator(mode="after")
    def _exactly_one(self) -> "Channel":
        if sum(way is not None for way in (self.email, self.portal, self.paper)) != 1:
            raise wrong(
                "one-channel",
                fr="un canal est une adresse électronique, un portail ou une adresse postale : un seul des trois",
                en="a channel is an e-mail address, a portal or a postal address: exactly one of the three",
                remedy_fr="gardez une seule des clés email, portal, paper ; ajoutez un autre canal à la liste s’il y en a deux",
                remedy_en="keep one of the keys email, portal, paper; add another channel to the list where there are two",
            )
        return self

    @property
    def kind(self) -> Literal["email", "portal", "paper"]:
        """Return which of the three it is."""
        if self.email is not None:
            return "email"
        return "portal" if self.portal is not None else "paper"

    @property
    def address(self) -> str:
        """Return the address, the URL, or the postal address in the first language."""
        if self.paper is not None:
            return self.paper.any_of()
        return self.email or self.portal or ""


class Channels(Model):
    """The accepted channels: `only` these, `any` of them, or `all` of them must receive."""

    rule: Literal["only", "any", "all"] = "only"
    accepted: tuple[Channel, ...] = Field(min_length=1)


class Limits(Model):
    """Limits of the whole delivery, beside those of each document."""

    max_files: Whole | None = None
    max_megabytes_per_message: Whole | None = None
    max_megabytes: Whole | None = None
    max_pages: Whole | None = None
    max_slides: Whole | None = None


class Team(Model):
    """Size and mix of the team."""

    min_members: Whole | None = None
    max_members: Whole | None = None
    mix: Text | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Team":
        if self.min_members and self.max_members and self.min_members > self.max_members:
            raise wrong(
                "range",
                fr=f"au moins {self.min_members} membres et au plus {self.max_members} : c’est impossible",
                en=f"at least {self.min_members} members and at most {self.max_members}: that is impossible",
                remedy_fr="échangez ou corrigez les deux nombres",
                remedy_en="swap or correct the two numbers",
                at="min_members",
            )
        return self


class Declaration(Model):
    """A declaration to sign."""

    id: Id
    text: Text
    stage: Stage


class Questions(Model):
    """Where and until when applicants may ask."""

    email: str
    until: LocalTime | None = None
    subject: str | None = None


class ApplicationTerms(Model):
    """How to apply."""

    documents: Annotated[tuple[DocumentRequirement, ...], Unique] = Field(min_length=1)
    channels: Channels
    limits: Limits = Limits()
    team: Team | None = None
    languages: tuple[Language, ...] = ()
    """Languages in which offers may be written; empty: those of the call."""
    declarations: Annotated[tuple[Declaration, ...], Unique] = ()
    questions: Questions | None = None
    reuse: Text | None = None
    """What becomes of applications that are not retained (a standing list)."""
