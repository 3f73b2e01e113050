"""From deliveries to a plan: which application each belongs to, old or new, in an order that never depends on the run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ami_cli.intake.applicants import Groups, Key, Signs, alike
from ami_cli.intake.composing import Composed, Written, compose
from ami_cli.intake.delivered import Delivered
from ami_cli.intake.existing import Existing
from ami_cli.intake.kinds import kind_of_name, names_in
from ami_cli.intake.names import slug
from ami_cli.intake.terms import Terms
from ami_cli.models.text import Words


@dataclass(frozen=True)
class Planned:
    """One application that gets deliveries."""

    name: str
    before: Existing | None
    composed: Composed
    notes: tuple[Words, ...]


def plan(found: Sequence[Existing], new: Sequence[Delivered], terms: Terms) -> tuple[Planned, ...]:
    """Return the applications that change, in the order in which they are to be written."""
    ordered = sorted(new, key=_order)
    known = {one.name: one.signs(with_files=bool(new)) for one in found}
    by_target = _assigned(found, known, ordered)
    number = max((one.number for one in found), default=0)
    named: list[tuple[str, Existing | None, list[Delivered]]] = []
    for target, deliveries in by_target.items():
        if isinstance(target, Existing):
            named.append((target.name, target, deliveries))
        else:
            number += 1
            named.append((f"{number:02d}-{slug(called(deliveries[0]))}", None, deliveries))
    notes = _looks_like(known, named)
    return tuple(_planned(name, before, deliveries, terms, notes.get(name, ())) for name, before, deliveries in named)


def _planned(name: str, before: Existing | None, deliveries: list[Delivered], terms: Terms, notes: tuple[Words, ...]) -> Planned:
    notes = (*notes, *_several_people(before, deliveries))
    written = Written() if before is None else Written(before.text, before.form, new=False)
    return Planned(name, before, compose(written, deliveries, terms, notes), notes)


def _order(one: Delivered) -> tuple[datetime, str]:
    """By arrival, else by any time that is known, else last."""
    times = [arrival.at.astimezone(UTC) for arrival in one.arrivals]
    return (one.received_at.astimezone(UTC) if one.received_at else min(times, default=_LAST), one.sha256)


_LAST = datetime.max.replace(tzinfo=UTC)


def signs_of(one: Delivered) -> Signs:
    """Return what a delivery says of who sent it."""
    sender = one.sender
    is_bundle = one.kind == "files"
    return Signs(
        addresses=tuple(address for address in (sender.email if sender else "", one.reply_to or "") if address),
        names=(called(one),) if sender else (),
        files=tuple(file.sha256 for file in one.enclosures if file.size and file.role in {"document", "closed"}),
        bundle=sender.name if sender and is_bundle else None,
    )


def _assigned(
    found: Sequence[Existing], known: dict[str, Signs], ordered: Sequence[Delivered]
) -> dict[Existing | str, list[Delivered]]:
    """Return the deliveries of each application. Two applications that exist are never joined, whatever joins them."""
    groups: Groups[str] = Groups()
    keys: dict[Key, Existing] = {}
    for one in found:
        strong = list(known[one.name].strong())
        groups.add(f"old {one.name}", strong)
        for key in strong:
            keys.setdefault(key, one)
    for delivered in ordered:
        groups.add(delivered.sha256, signs_of(delivered).strong())
    old = {groups.root(f"old {one.name}"): one for one in reversed(found)}
    result: dict[Existing | str, list[Delivered]] = {}
    for delivered in ordered:
        root = groups.root(delivered.sha256)
        direct = next((keys[key] for key in signs_of(delivered).strong() if key in keys), None)
        result.setdefault(direct or old.get(root) or root, []).append(delivered)
    return result


def called(delivered: Delivered) -> str:
    """Return the name of who sent it, else what stands before the @ of the address."""
    sender = delivered.sender
    return (sender.name or sender.email.partition("@")[0]) if sender else ""


def _several_people(before: Existing | None, deliveries: Sequence[Delivered]) -> tuple[Words, ...]:
    """Tell where the CVs of two deliveries are named after different people: one address may stand for two applicants."""
    cvs: dict[str, set[str]] = {}
    listed = [(file.delivery or "", file.name or file.path) for file in (before.form.files if before else ())]
    for delivery, name in (*listed, *((one.id, file.name) for one in deliveries for file in one.documents)):
        if kind_of_name(name) == "cv":
            cvs.setdefault(delivery, set()).update(names_in(name))
    people = [found for found in cvs.values() if found]
    return (SEVERAL,) if any(not one & other for one in people for other in people) else ()


SEVERAL = Words(
    fr="la même adresse envoie des CV au nom de personnes différentes : si ce sont deux candidatures, ami split",
    en="one address sends CVs named after different people: if these are two applications, ami split",
)
_ALIKE = {
    "name": Words(fr="même nom que {other} : si c’est le même, ami merge", en="same name as {other}: if the same, ami merge"),
    "firm": Words(fr="même structure que {other} : si c’est la même, ami merge", en="same firm as {other}: if the same, ami merge"),
    "file": Words(fr="un fichier identique dans {other} : à regarder", en="an identical file in {other}: to be looked at"),
}


def _looks_like(
    known: dict[str, Signs], named: Sequence[tuple[str, Existing | None, list[Delivered]]]
) -> dict[str, tuple[Words, ...]]:
    """Return, for each application that changes, the others that it looks like."""
    signs = {name: [one] for name, one in known.items()}
    for name, _, deliveries in named:
        signs.setdefault(name, []).extend(map(signs_of, deliveries))
    changed = {name for name, _, _ in named}
    return {name: tuple(_said(kind, other) for other, kind in others) for name, others in alike(signs).items() if name in changed}


def _said(kind: str, other: str) -> Words:
    words = _ALIKE[kind]
    return Words(fr=words.fr.replace("{other}", other), en=words.en.replace("{other}", other))
