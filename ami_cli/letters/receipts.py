"""Acknowledgements: one for each delivery, to whoever sent it, with what came in it and when."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ami_cli.letters.recipient import Recipient, languages
from ami_cli.letters.recipients import address_of
from ami_cli.models.application import Application, Delivery, ReceivedFile, received_at
from ami_cli.models.calendar import in_utc
from ami_cli.models.call import Call
from ami_cli.wording import dates
from ami_cli.wording.values import Literal, Plain


class Seen(NamedTuple):
    """What reading a file told that a receipt needs."""

    pages: int | None = None
    language: str | None = None


def receipts(call: Call, application: Application, seen: Mapping[str, Seen]) -> tuple[Recipient, ...]:
    """Return whom to acknowledge each delivery of an application to; a folder made by hand is one delivery.

    Args:
        call: the call.
        application: the application as it lies in its folder.
        seen: what is known of its files, by SHA-256.
    """
    files = tuple(documents(application))
    if not application.deliveries:
        by_hand = Delivery(id="", stage=None, arrivals=application.arrivals)
        return (_to(call, application, by_hand, files, seen),)
    brought = {one.id: tuple(file for file in files if file.delivery == one.id) for one in application.deliveries}
    return tuple(_to(call, application, one, brought[one.id], seen) for one in application.deliveries)


def documents(application: Application) -> Iterator[ReceivedFile]:
    """Give every document that came, in the order of their paths: those that count, and those that no longer or never did."""
    aside = (one.late or one.replaced for one in application.set_aside)
    yield from sorted((*application.files, *filter(None, aside)), key=lambda file: file.path)


def _to(
    call: Call, application: Application, delivery: Delivery, files: tuple[ReceivedFile, ...], seen: Mapping[str, Seen]
) -> Recipient:
    name, sender = _sender(delivery)
    written = (seen[file.sha256].language for file in files if file.sha256 in seen)
    return Recipient(
        application=application.id,
        name=name or application.applicant,
        address=_address(application, delivery, sender),
        languages=languages(application.language, written, call.languages),
        telling=lambda language: _received(call, delivery, files, seen, language),
        delivery=delivery.id or None,
        in_reply_to=delivery.message_id,
        sender=address_of(call, delivery.stage or call.first_stage),
    )


def _sender(delivery: Delivery) -> tuple[str, str]:
    """Return name and address, which stand as `Name <address>`, whatever is in the name."""
    name, bracket, address = (delivery.sender or "").rpartition("<")
    return (name.strip(), address.removesuffix(">").strip()) if bracket else (address.strip(), "")


def _address(application: Application, delivery: Delivery, sender: str) -> str | None:
    """Return where the delivery is answered; an address that only a person can have written in application.yaml prevails."""
    theirs = [delivery.reply_to or sender, *(_sender(one)[1] for one in application.deliveries)]
    by_hand = application.email if application.email not in theirs else None
    return by_hand or theirs[0] or application.email


def _received(
    call: Call, delivery: Delivery, files: tuple[ReceivedFile, ...], seen: Mapping[str, Seen], language: str
) -> dict[str, Any]:
    arrived = received_at(delivery.arrivals)
    milestone = call.calendar.deadline(delivery.stage or call.first_stage)
    ends = None if milestone is None else call.calendar.moment(milestone)
    late = arrived is not None and ends is not None and in_utc(arrived) > in_utc(ends)
    return {
        "arrived": Plain(dates.moment_in(arrived, call.calendar.timezone, language)) if arrived else None,
        "stamp": Literal(dates.stamp(arrived, call.calendar.timezone)) if arrived else None,
        "files": [_file(file, seen.get(file.sha256, Seen()).pages, language) for file in files],
        "closing": None if late else milestone,
    }


def _file(file: ReceivedFile, pages: int | None, language: str) -> dict[str, Any]:
    kilobytes = max(1, round(file.bytes / 1000))
    unit = "ko" if language == "fr" else "kB"
    word = ("page" if pages == 1 else "pages") if pages else ""
    return {
        "name": Plain(file.name),
        "size": Plain(f"{dates.number(kilobytes, language)} {unit}"),
        "pages": Plain(f"{pages} {word}") if pages else None,
        "sha256": Literal(file.sha256),
    }
