"""`application.yaml`: what a person, or `ami ingest`, says of one application."""

import re
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AwareDatetime, BeforeValidator, NonNegativeInt

from ami_cli.models.application import Delivery, GivenPrice, PieceOverride, Reason, TeamMember, Waiver
from ami_cli.models.base import Model
from ami_cli.models.calendar import Stage
from ami_cli.models.facts import Sha256
from ami_cli.models.requirement import DocumentKind
from ami_cli.models.text import Language
from ami_cli.models.wrong import wrong

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _moment(value: object) -> object:
    """Read a moment with its offset from UTC; anything else is refused in plain words."""
    if value is None or isinstance(value, datetime):
        return value
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise wrong(
            "moment",
            fr="il faut la date, l’heure et le décalage avec l’heure universelle",
            en="the date, the hour and the offset from universal time are needed",
            remedy_fr="écrivez par exemple 2025-08-30T16:12:00+02:00 (Paris : +02:00 en été, +01:00 en hiver)",
            remedy_en="write for instance 2025-08-30T16:12:00+02:00 (Paris: +02:00 in summer, +01:00 in winter)",
        )
    return moment


Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]


def _when(value: object) -> object:
    """Keep a day or a moment as it is written, once it is known to be one."""
    if isinstance(value, str) and (_DAY.fullmatch(value) or "T" in value):
        with suppress(ValueError):
            datetime.fromisoformat(value)
            return value
    raise wrong(
        "when",
        fr="ce n’est pas une date",
        en="this is not a date",
        remedy_fr="écrivez par exemple 2025-09-01",
        remedy_en="write for instance 2025-09-01",
    )


def _reason(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return value
    raise wrong(
        "empty",
        fr="il manque le texte",
        en="the text is missing",
        remedy_fr="dites toujours le motif, qui a décidé et quand ; une dérogation dit aussi sa règle",
        remedy_en="always state the reason, who decided and when; a waiver also states its rule",
    )


Stated = Annotated[Reason, BeforeValidator(_reason)]


class WaiverForm(Model):
    """A rule set aside; a reason is compulsory, and so is who decided and when."""

    rule: Stated
    requirement: str | None = None
    reason: Stated
    who: Stated
    when: Annotated[str, BeforeValidator(_when)]

    def waiver(self) -> Waiver:
        """Return the waiver."""
        return Waiver(rule=self.rule, requirement=self.requirement, reason=self.reason, who=self.who, when=self.when)


def _price(value: object) -> object:
    """Read an amount in digits; anything else is refused in plain words."""
    number = Decimal(value) if isinstance(value, str) and _AMOUNT.fullmatch(value) else value
    if isinstance(number, int | Decimal) and not isinstance(number, bool) and number > 0:
        return number
    raise wrong(
        "price",
        fr="le prix est un montant plus grand que zéro, en chiffres",
        en="the price is an amount above zero, in digits",
        remedy_fr="écrivez par exemple 14400 ou 14400.50 : la devise et les taxes sont celles de l’appel",
        remedy_en="write for instance 14400 or 14400.50: currency and taxes are those of the call",
    )


class PriceForm(Model):
    """The price that a person read in the budget; the reason is compulsory, and so is who read it and when."""

    amount: Annotated[Decimal, BeforeValidator(_price)]
    reason: Stated
    who: Stated
    when: Annotated[str, BeforeValidator(_when)]

    def price(self) -> GivenPrice:
        """Return the price."""
        return GivenPrice(amount=self.amount, reason=self.reason, who=self.who, when=self.when)


class FileForm(Model):
    """One file: what `ami ingest` recorded of it, and what a person corrects."""

    path: str
    name: str | None = None
    sha256: Sha256 | None = None
    bytes: NonNegativeInt | None = None
    media_type: str | None = None
    delivery: str | None = None
    stage: Stage | None = None
    counts: Literal["replaced", "late", "no-document"] | None = None
    """Why it does not count, where it does not: a later delivery replaced it, it came too late, or it is no document."""
    kind: DocumentKind | None = None
    pieces: tuple[PieceOverride, ...] = ()


class ApplicationForm(Model):
    """The whole of `application.yaml`. Every key may be left out: what is not said is not known, and is to be verified."""

    applicant: str | None = None
    email: str | None = None
    firm: str | None = None
    language: Language | None = None
    arrival: Moment | None = None
    channel: Literal["email", "portal", "paper"] | None = None
    address: str | None = None
    subject: str | None = None
    team: tuple[TeamMember, ...] = ()
    waivers: tuple[WaiverForm, ...] = ()
    price: PriceForm | None = None
    notes: tuple[str, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    files: tuple[FileForm, ...] = ()
