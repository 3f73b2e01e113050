"""A call's facts for people: what it is, each deadline in its zone, in UTC and in days from now, what to send, and where."""

import textwrap
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from ami_cli.call.loading import Loaded
from ami_cli.models.calendar import Milestone, in_utc
from ami_cli.models.call import Budget, Call, Need
from ami_cli.models.requirement import Channel, DocumentRequirement
from ami_cli.models.table import Column, Table, table
from ami_cli.models.terms import STAGES
from ami_cli.models.text import TO_BE_SET, Words

UNKNOWN = Words(fr="à fixer", en="to be set")

_PROCEDURES = {
    "expression-of-interest": Words(fr="appel à manifestation d’intérêt", en="call for expressions of interest"),
    "open-tender": Words(fr="appel d’offres en une étape", en="one-stage tender"),
    "quotation": Words(fr="demande de devis", en="request for quotation"),
    "standing-list": Words(fr="liste ouverte de prestataires", en="standing list of providers"),
}
_PER = {
    "application": Words(fr="candidature", en="application"),
    "member": Words(fr="membre", en="member"),
    "firm": Words(fr="structure", en="firm"),
    "lot": Words(fr="lot", en="lot"),
}
_SCOPES = {"each": Words(fr="chacun", en="each"), "total": Words(fr="au total", en="in total")}
_LEVELS = {
    "required": Words(fr="exigé", en="required"),
    "desired": Words(fr="souhaité", en="desired"),
    "asset": Words(fr="un plus", en="an asset"),
    "eliminatory": Words(fr="éliminatoire", en="eliminatory"),
}
_STATES = {
    "firm": Words(fr="la structure", en="the firm"),
    "firm-if-any": Words(fr="la structure, s’il y en a une", en="the firm, if any"),
    "similar-missions": Words(fr="des missions semblables", en="similar missions"),
    "references": Words(fr="{} références au moins", en="at least {} references"),
    "availability": Words(fr="les disponibilités", en="availability"),
}


def heading(loaded: Loaded, language: str, width: int | None) -> str:
    """Return what the call is, who publishes it, what it may cost, how many are chosen and where to write, one fact a line.

    Folded to `width`, or whole where it is None. Addresses and subjects, which people copy, are never folded.
    """
    call = loaded.call
    french = language == "fr"
    what = (call.id, _PROCEDURES[call.procedure].of(language), ", ".join(call.languages), loaded.organisation.name.any_of(language))
    lines = [_folded(call.title.any_of(language), width), _folded(" · ".join(what), width), ""]
    lines.append(("Budget : " if french else "Budget: ") + _budget(call.budget, language))
    most = call.selection.shortlist_max
    if most is not None:
        lines.append(f"Candidats retenus : {most} au plus" if french else f"Shortlist: {most} at most")
    for channel in call.application.channels.accepted:
        lines += _channel(channel, language)
    return "\n".join(lines)


def _folded(text: str, width: int | None) -> str:
    return text if width is None else textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def tables(loaded: Loaded, language: str, now: datetime) -> Iterator[Table]:
    """Give the calendar, the documents to send, and the profile."""
    call = loaded.call
    yield _calendar(call, language, now)
    yield _documents(call, language)
    if call.profile:
        rows = [row for need in call.profile for row in _need(need, language)]
        yield _table(("Profil", "Profile"), (("Besoin", "Need", 60), ("Niveau", "Level", 12)), rows, language)


def _table(title: tuple[str, str], columns: tuple[tuple[str, str, int], ...], rows: Any, language: str) -> Table:
    french = language == "fr"
    headings = [Column(title=fr if french else en, width=width) for fr, en, width in columns]
    return table(title[0] if french else title[1], headings, rows, language)


def _budget(budget: Budget, language: str) -> str:
    french = language == "fr"
    taxes = {"included": ("TTC", "tax included"), "excluded": ("HT", "tax excluded")}[budget.taxes][0 if french else 1]
    ceiling, floor, exact = (_amount(value, language) for value in (budget.ceiling, budget.floor, budget.exact))
    unit = f"{budget.currency} {taxes}"
    if exact:
        return f"{exact} {unit}"
    if ceiling and floor:
        return f"de {floor} à {ceiling} {unit}" if french else f"{floor} to {ceiling} {unit}"
    if ceiling:
        return f"{ceiling} {unit} au plus" if french else f"at most {ceiling} {unit}"
    return "non communiqué" if french else "undisclosed"


def _amount(amount: Decimal | None, language: str) -> str:
    if amount is None:
        return ""
    text = f"{amount:,f}"
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",") if language == "fr" else text


def _channel(channel: Channel, language: str) -> Iterator[str]:
    french = language == "fr"
    names = {"email": ("Courriel", "E-mail"), "portal": ("Portail", "Portal"), "paper": ("Adresse", "Address")}
    address = UNKNOWN.of(language) if channel.address == TO_BE_SET else channel.address
    yield f"{names[channel.kind][0]} : {address}" if french else f"{names[channel.kind][1]}: {address}"
    for subject in channel.subjects:
        yield f"Objet : « {subject} »" if french else f"Subject: “{subject}”"


def _calendar(call: Call, language: str, now: datetime) -> Table:
    columns = (
        ("Échéance", "Milestone", 26),
        (f"Heure locale ({call.calendar.timezone})", f"Local time ({call.calendar.timezone})", 30),
        ("UTC", "UTC", 16),
        ("Dans", "In", 12),
    )
    rows = [_milestone(call, one, language, now) for one in call.calendar.milestones]
    return _table(("Calendrier", "Calendar"), columns, rows, language)


def _milestone(call: Call, one: Milestone, language: str, now: datetime) -> tuple[str, str, str, str]:
    name = one.label.any_of(language) if one.label is not None else one.id
    if one.at == TO_BE_SET:
        return name, UNKNOWN.of(language), "", ""
    moment = call.calendar.moment(one)
    if moment is None:
        local = datetime.fromisoformat(str(one.at)).replace(tzinfo=call.calendar.zone(one))
        return name, _local(local, language, with_hour=False), "", _from(now, local, language)
    return name, _local(moment, language, with_hour=True), f"{in_utc(moment):%Y-%m-%d %H:%M}", _from(now, moment, language)


def _local(moment: datetime, language: str, *, with_hour: bool) -> str:
    from babel.dates import format_datetime

    pattern = {"fr": "EEE d MMM yyyy", "en": "EEE d MMM yyyy"}[language] + (" HH:mm" if with_hour else "")
    shown = format_datetime(moment, pattern, tzinfo=moment.tzinfo, locale=language)
    return f"{shown} ({_offset(moment)})" if with_hour else shown


def _offset(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def _from(now: datetime, moment: datetime, language: str) -> str:
    """Return how far away a moment is, in days and hours, as people say it."""
    seconds = (in_utc(moment) - in_utc(now)).total_seconds()
    days, rest = divmod(int(abs(seconds)), 86400)
    unit = "j" if language == "fr" else "d"
    span = f"{days} {unit}" if days else f"{rest // 3600} h {rest % 3600 // 60:02d}"
    if seconds >= 0:
        return span
    return f"il y a {span}" if language == "fr" else f"{span} ago"


def _documents(call: Call, language: str) -> Table:
    columns = (
        ("Pièce", "Document", 24),
        ("Étape", "Stage", 14),
        ("Par", "Per", 12),
        ("Limites", "Limits", 12),
        ("Doit dire", "Must state", 24),
    )
    rows = [_document(document, language) for document in call.application.documents]
    return _table(("Pièces à remettre", "Documents to send"), columns, rows, language)


def _document(document: DocumentRequirement, language: str) -> tuple[str, str, str, str, str]:
    name = document.label.any_of(language) if document.label is not None else document.id
    units = {"max_pages": "p.", "max_slides": "diapos" if language == "fr" else "slides"}
    units |= {"max_words": "mots", "max_megabytes": "Mo"} if language == "fr" else {"max_words": "words", "max_megabytes": "MB"}
    limits = [f"{getattr(document, field)} {unit}" for field, unit in units.items() if getattr(document, field) is not None]
    if limits and document.limit is not None:
        limits.append(_SCOPES[document.limit].of(language))
    stated = [
        item.text.any_of(language) if item.text is not None else _STATES[item.what].of(language).format(item.at_least)
        for item in document.must_state
    ]
    return name, STAGES[document.stage].of(language), _PER[document.per].of(language), " ".join(limits), ", ".join(stated)


def _need(need: Need, language: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    yield "  " * depth + need.need.any_of(language), _LEVELS[need.level].of(language)
    for detail in need.details:
        yield from _need(detail, language, depth + 1)
