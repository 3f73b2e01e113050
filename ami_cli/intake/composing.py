"""From deliveries to one application: its files, which of them count, and the text of application.yaml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from ami_cli.intake.counting import Counted, Kept, When, count
from ami_cli.intake.delivered import Delivered
from ami_cli.intake.form import ApplicationForm, FileForm
from ami_cli.intake.names import safe, unique
from ami_cli.intake.terms import Terms
from ami_cli.intake.writing import lines
from ami_cli.models.application import Arrival, Delivery, received_at
from ami_cli.models.subjects import closest
from ami_cli.models.text import Words

MARKER = "# --- ami ingest ---"
_ABOVE = """\
# Ces lignes sont à vous : corrigez-les, ajoutez team, waivers…
# These lines are yours: correct them, add team, waivers…
"""
_BELOW = f"""\
{MARKER}
# Réécrit à chaque nouveau pli ; kind, pieces et counts y restent les vôtres. Une clé écrite plus haut l’emporte.
# Rewritten at each new delivery; kind, pieces and counts stay yours. A key written above prevails.
"""


@dataclass(frozen=True)
class Composed:
    """The whole of application.yaml after new deliveries, and the new files in the order of their deliveries."""

    text: str
    new: tuple[tuple[Delivered, tuple[FileForm, ...]], ...]
    counted: Counted
    deliveries: tuple[Delivery, ...]
    files: tuple[FileForm, ...]


@dataclass(frozen=True)
class Written:
    """What application.yaml says before: its text and its values; both empty for a new application."""

    text: str = ""
    form: ApplicationForm = field(default_factory=ApplicationForm)
    new: bool = True
    who: Mapping[str, object] = field(default_factory=dict)
    """The applicant of a new application."""


def compose(written: Written, new: Sequence[Delivered], terms: Terms, notes: Sequence[Words]) -> Composed:
    """Add deliveries to what application.yaml says."""
    form = written.form
    first = 1 if written.new else len(form.deliveries) + 2
    placed = tuple((one, _files(one, first + index, terms)) for index, one in enumerate(new))
    if written.new:
        written = replace(written, who=_who(new[0]))
    deliveries = form.deliveries + tuple(_delivery(one, terms) for one in new)
    listed = form.files + tuple(file for _, files in placed for file in files)
    return finish(written, deliveries, listed, terms, _notes(form, new, notes, terms), placed=placed)


def finish(  # noqa: PLR0913  # all that application.yaml says
    written: Written,
    deliveries: tuple[Delivery, ...],
    listed: tuple[FileForm, ...],
    terms: Terms,
    notes: Sequence[str],
    *,
    placed: tuple[tuple[Delivered, tuple[FileForm, ...]], ...] = (),
) -> Composed:
    """Count what counts among the deliveries and write it down; what a person decided on a file stays."""
    form = written.form
    counted = _count(deliveries, listed, terms)
    before = _count(form.deliveries, form.files, terms).aside
    files = tuple(_kept(file, counted, before, known=file in form.files) for file in listed)
    below = _below(deliveries, files, counted, terms, notes)
    return Composed(_text(written, below), placed, counted, deliveries, files)


def _kept(file: FileForm, counted: Counted, before: Mapping[str, str], *, known: bool) -> FileForm:
    decided = known and file.counts != before.get(file.path)
    return file if decided else file.model_copy(update={"counts": counted.aside.get(file.path)})


def _count(deliveries: Sequence[Delivery], files: Sequence[FileForm], terms: Terms) -> Counted:
    here = [one for one in deliveries if one.stage in {None, terms.stage}]
    ids = {one.id for one in here}
    whens = [When(one.id, received_at(one.arrivals)) for one in here]
    kept = [
        Kept(file.path, file.name or file.path, file.sha256 or "", file.delivery, file.counts != "no-document")
        for file in files
        if file.delivery in ids and file.delivery is not None
    ]
    return count(whens, kept, terms.deadline, terms.required)


def _files(one: Delivered, number: int, terms: Terms) -> tuple[FileForm, ...]:
    """Return where the files of a delivery lie: those of the first in `files/`, of a later one in a folder of its own there."""
    folder = "files" if number == 1 else f"files/{number}-{one.id[:6]}"
    taken: set[str] = set()
    found: list[FileForm] = []
    for enclosure in one.enclosures:
        name = unique(safe(enclosure.name.rsplit("/", 1)[-1]), taken)
        taken.add(name.casefold())
        found.append(
            FileForm(
                path=f"{folder}/{name}",
                name=enclosure.name,
                sha256=enclosure.sha256,
                bytes=enclosure.size,
                media_type=enclosure.media_type,
                delivery=one.id,
                stage=terms.stage,
                counts=None if enclosure.role in {"document", "closed"} else "no-document",
            )
        )
    return tuple(found)


def _delivery(one: Delivered, terms: Terms) -> Delivery:
    sender = None if one.sender is None else f"{one.sender.name} <{one.sender.email}>" if one.sender.email else one.sender.name
    return Delivery(
        id=one.id,
        channel="folder" if one.kind == "files" else "email",
        address=_address(one, terms),
        sender=sender,
        message_id=one.message_id or None,
        reply_to=one.reply_to,
        subject=(one.subject or "")[:1000] or None,
        arrivals=one.arrivals,
        message=None if one.kind == "files" else f"mail/{one.id}.{one.kind}",
        sha256=one.sha256,
        stage=terms.stage,
        words=one.words,
        links=one.links,
    )


def _address(one: Delivered, terms: Terms) -> str | None:
    """Return the accepted address that it was sent to, else the first one that it names."""
    accepted = [address for address in terms.addresses if address in one.to]
    return next(iter((*accepted, *one.to)), None)


def _notes(form: ApplicationForm, new: Sequence[Delivered], notes: Sequence[Words], terms: Terms) -> tuple[str, ...]:
    language = terms.call.authoritative
    said = [words.of(language) for one in new for words in one.notes] + [words.of(language) for words in notes]
    return tuple(dict.fromkeys((*form.notes, *said)))


def _below(
    deliveries: Sequence[Delivery], files: Sequence[FileForm], counted: Counted, terms: Terms, notes: Sequence[str]
) -> dict[str, object]:
    counting = [one for one in deliveries if one.id in counted.deliveries]
    best = _best(counting, terms)
    zone = ZoneInfo(terms.call.calendar.timezone)
    by_mail = best is not None and best.channel == "email"
    return {
        "channel": "email" if by_mail else None,
        "address": best.address if best is not None and by_mail else None,
        "subject": best.subject if best is not None else None,
        "arrival": counted.arrival.astimezone(zone) if counted.arrival else None,
        "notes": tuple(notes),
        "deliveries": tuple(_plain(one) for one in deliveries),
        "files": tuple(_file(one) for one in files),
    }


def _best(counting: Sequence[Delivery], terms: Terms) -> Delivery | None:
    """Return the delivery whose subject is the one asked for, else the last that counts."""
    ranks = ("same", "within", "near", "other")
    matches = [(closest(one.subject or "", terms.subjects), one) for one in counting]
    ranked = sorted(matches, key=lambda pair: ranks.index(pair[0].likeness) if pair[0] else len(ranks))
    if ranked and ranked[0][0] is not None and ranked[0][0].likeness != "other":
        return ranked[0][1]
    return counting[-1] if counting else None


def _plain(delivery: Delivery) -> dict[str, object]:
    plain = delivery.model_dump(exclude_none=True, exclude={"arrivals", "links"})
    return {**plain, "links": delivery.links, "arrivals": tuple(map(_arrival, delivery.arrivals))}


def _arrival(arrival: Arrival) -> dict[str, object]:
    return {"at": arrival.at, "by": arrival.by, "source": arrival.source}


def _file(file: FileForm) -> dict[str, object]:
    plain = file.model_dump(exclude_none=True, exclude={"pieces"})
    return {**plain, "pieces": tuple(one.model_dump(exclude_none=True) for one in file.pieces)} if file.pieces else plain


def _text(written: Written, below: dict[str, object]) -> str:
    """Return application.yaml: what is above the marker stays as it is, byte for byte; a key that stands there is a person's."""
    above = _above(written)
    ours = set(re.findall(r"^([a-z_]+)[ \t]*:", above, re.MULTILINE))
    return above + _BELOW + "".join(f"{line}\n" for line in lines({key: one for key, one in below.items() if key not in ours}))


def _above(written: Written) -> str:
    if written.new and not written.text:
        return _ABOVE + "".join(f"{line}\n" for line in lines(written.who))
    above = f"\n{written.text}".split(f"\n{MARKER}")[0][1:]
    if f"\n{MARKER}" not in written.text and written.form.model_fields_set & {"notes", "files", "deliveries"}:
        plain = written.form.model_dump(exclude_none=True, exclude_defaults=True, exclude={"notes", "files", "deliveries"})
        above = _ABOVE + "".join(f"{line}\n" for line in lines(plain))
    return above if above.endswith("\n") or not above else f"{above}\n"


def _who(first: Delivered) -> dict[str, object]:
    sender = first.sender
    name = (sender.name or sender.email.partition("@")[0]) if sender else None
    return {"applicant": name, "email": sender.email if sender and sender.email else None, "language": first.language}
