"""Which of several deliveries counts: the latest complete one before the deadline, with what was added to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ami_cli.intake.kinds import kind_of_name, version_key
from ami_cli.models.requirement import DocumentKind, DocumentRequirement

Counts = Literal["replaced", "late", "no-document"]


@dataclass(frozen=True)
class Kept:
    """One file of one delivery, as far as counting goes."""

    path: str
    name: str
    sha256: str
    delivery: str
    document: bool = True


@dataclass(frozen=True)
class When:
    """One delivery and its arrival; None where nobody knows."""

    id: str
    at: datetime | None


@dataclass(frozen=True)
class Counted:
    """Which files do not count and why, by path; the deliveries that count, and when the last of them arrived."""

    aside: dict[str, Counts]
    deliveries: tuple[str, ...]
    arrival: datetime | None


def count(
    deliveries: Sequence[When], files: Sequence[Kept], deadline: datetime | None, required: Sequence[DocumentRequirement]
) -> Counted:
    """Decide what counts. Late deliveries count only where nothing came on time; one of unknown time is not called late."""
    late = [one for one in deliveries if _is_late(one, deadline)]
    on_time = [one for one in deliveries if one not in late]
    aside: dict[str, Counts] = {file.path: "no-document" for file in files if not file.document}
    current = _gather(on_time, files, required, aside)
    if current:
        ids = {one.id for one in late}
        aside.update({file.path: "late" for file in files if file.delivery in ids and file.document})
    else:
        current = _gather(late, files, required, aside)
    counting = {file.delivery for file in current} or {one.id for one in (on_time or late)[:1]}
    times = [one for one in _in_time(deliveries) if one.id in counting]
    known = [one.at for one in times if one.at is not None]
    arrival = known[-1] if known and len(known) == len(times) else None
    return Counted(aside, tuple(one.id for one in times), arrival)


def _is_late(delivery: When, deadline: datetime | None) -> bool:
    return deadline is not None and delivery.at is not None and delivery.at.astimezone(UTC) > deadline.astimezone(UTC)


def _in_time(deliveries: Sequence[When]) -> list[When]:
    """Order by arrival; those of unknown time come last, as they were given."""
    last = datetime.max.replace(tzinfo=UTC)
    return sorted(deliveries, key=lambda one: one.at.astimezone(UTC) if one.at else last)


def _gather(
    deliveries: Sequence[When], files: Sequence[Kept], required: Sequence[DocumentRequirement], aside: dict[str, Counts]
) -> list[Kept]:
    """Go through the deliveries in order: a complete one replaces all before it, another only what it holds anew."""
    current: list[Kept] = []
    single = {one.kind for one in required if one.per == "application"}
    for delivery in _in_time(deliveries):
        brought = [file for file in files if file.delivery == delivery.id and file.document]
        whole = _is_complete(brought, required)
        gone = [old for old in current if whole or any(_replaces(new, old, single) for new in brought)]
        aside.update({file.path: "replaced" for file in gone})
        current = [file for file in current if file not in gone] + brought
    return current


def _is_complete(files: Sequence[Kept], required: Sequence[DocumentRequirement]) -> bool:
    wanted = {one.kind for one in required}
    return bool(wanted) and wanted <= {kind_of_name(file.name) for file in files}


def _replaces(new: Kept, old: Kept, single: set[DocumentKind]) -> bool:
    if new.delivery == old.delivery:
        return False
    if new.sha256 == old.sha256 or (version_key(new.name) and version_key(new.name) == version_key(old.name)):
        return True
    kind = kind_of_name(new.name)
    return kind is not None and kind in single and kind == kind_of_name(old.name)
