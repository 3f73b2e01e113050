"""The cure period: opened for everybody alike, closed, and what came in it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ami_cli import call, cures, facts
from ami_cli.errors import SourceError, UsageError
from ami_cli.models.application import Application, ReceivedFile
from ami_cli.models.assessment import Assessment, Document
from ami_cli.models.calendar import Stage, in_utc
from ami_cli.models.call import Call
from ami_cli.models.cure import CureEntry, Cures, Reopened, Unequal
from ami_cli.models.facts import DocumentFacts
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted
from ami_cli.pipeline.scope import Scope
from ami_cli.pipeline.staged import flag


class Wish(NamedTuple):
    """What a person says who opens or closes a period."""

    now: datetime
    stage: Stage | None = None
    """The first stage of the call where None."""
    who: str | None = None
    until: datetime | None = None
    """A local moment, in the zone of the call's calendar."""
    reason: str | None = None


def periods(scope: Scope) -> Cures:
    """Return every period so far; a SourceError where the file cannot be used."""
    return cures.CURES.read(_file(scope))


def now_open(scope: Scope, stage: Stage | None = None) -> CureEntry | None:
    """Return the period that is open at a stage (the first of the call where None); None where none is."""
    return periods(scope).open_at(stage or call.load(scope.call_file).call.first_stage)


def somebody(assessments: Sequence[Assessment]) -> bool:
    """Return whether somebody has a point that they could still put right."""
    from ami_cli import letters  # not a light stage, and only advice on what comes next takes it

    return bool(cures.offers(assessments, letters.can_be_cured))


def open_period(scope: Scope, assessments: Sequence[Assessment], wish: Wish) -> CureEntry:
    """Open a period for everybody who lacks something that can still be put right, with one delay for all.

    Raises:
        UsageError: there is no delay, or it has passed.
        SourceError: one is open already, or nobody has anything to complete.
    """
    its = call.load(scope.call_file).call
    stage = wish.stage or its.first_stage
    refuse_while_open(scope, stage)
    from ami_cli import letters  # not a light stage, and only opening a period takes it

    offered = cures.offers(assessments, letters.can_be_cured)
    if not offered:
        raise NOTHING
    entry = CureEntry(
        what="opened", when=wish.now, stage=stage, who=wish.who, until=_delay(wish, its.calendar.timezone), offers=offered
    )
    _add(scope, entry, {"applications": len(offered)})
    return entry


def close_period(scope: Scope, wish: Wish) -> CureEntry:
    """Close the period that is open.

    Raises:
        SourceError: none is open.
        UsageError: its delay has not passed, and no reason is given.
    """
    stage = wish.stage or call.load(scope.call_file).call.first_stage
    current = now_open(scope, stage)
    if current is None:
        raise NOT_OPEN
    if wish.reason is None and current.until is not None and in_utc(wish.now) < in_utc(current.until):
        until = current.until.isoformat(timespec="minutes")
        raise UsageError(
            fr=f"le délai court jusqu’au {until} : le fermer plus tôt le raccourcirait pour ceux qui n’ont pas répondu",
            en=f"the delay runs until {until}: closing it earlier would shorten it for those who have not replied",
            remedy_fr="attendez, ou dites pourquoi : ami cure close --reason « … »",
            remedy_en="wait, or say why: ami cure close --reason “…”",
        )
    entry = CureEntry(what="closed", when=wish.now, stage=stage, who=wish.who, reason=wish.reason)
    _add(scope, entry, {})
    return entry


def refuse_while_open(scope: Scope, stage: Stage | None) -> None:
    """Raise a SourceError while a period is open: nobody is chosen while others may still complete."""
    its = call.load(scope.call_file).call
    current, option = periods(scope).open_at(stage or its.first_stage), flag(stage, its)
    if current is None:
        return
    until = current.until.isoformat(timespec="minutes") if current.until else "?"
    raise SourceError(
        fr=f"une demande de complément est ouverte jusqu’au {until} : rien n’est choisi avant sa clôture",
        en=f"a request to complete is open until {until}: nothing is chosen before it is closed",
        remedy_fr=f"recevez ce qui arrive (ami ingest{option}) ; le délai passé : ami cure close{option}",
        remedy_en=f"take in what arrives (ami ingest{option}); once the delay has passed: ami cure close{option}",
    )


def unequal(scope: Scope, assessments: Sequence[Assessment]) -> tuple[Unequal, ...]:
    """Return the tolerances that some got and others, with the same finding, did not."""
    if not assessments or scope.single:
        return ()
    return cures.unequal(assessments, periods(scope).opened(assessments[0].stage))


class Whole(NamedTuple):
    """An application with what came to complete it."""

    application: Application
    documents: tuple[Document, ...]
    remarks: tuple[Words, ...] = ()


def late_files(application: Application, entries: Sequence[CureEntry]) -> tuple[ReceivedFile, ...]:
    """Return the files that came within a period in which the applicant was asked to complete."""
    return tuple(file for entry in entries for file in _came_in(application, entry))


def cured(its: Call, application: Application, read: Mapping[str, DocumentFacts], entries: Sequence[CureEntry]) -> Whole:
    """Return the application once what came within each period has taken the places that it reopened.

    Once a period was opened, what comes counts through it or not at all, unless it is all that the applicant sent.
    """
    since = set(_came_since(application, entries))
    before = tuple(file for file in application.files if file not in since)
    if not before:
        return Whole(application, facts.documents(application, read))
    first = application.model_copy(update={"files": before})
    within = set(late_files(application, entries))
    remarks = tuple(_outside(file) for file in application.files if file in since - within)
    whole = Whole(first, facts.documents(first, read), remarks)
    for entry in entries:
        whole = _completed(its, whole, (application, read), entry)
    return whole


def _completed(its: Call, whole: Whole, sent: tuple[Application, Mapping[str, DocumentFacts]], entry: CureEntry) -> Whole:
    application, read = sent
    arrived, offer = _came_in(application, entry), entry.offer_to(application.id)
    if not arrived or offer is None:
        return whole
    late = facts.documents(application.model_copy(update={"files": arrived}), read)
    done = cures.completed(its, whole.documents, late, offer)
    paths = {document.file.path for document in done.documents if document.inside is None}
    files = tuple(file for file in (*whole.application.files, *arrived) if file.path in paths)
    counting = application.model_copy(update={"files": files})
    return Whole(counting, done.documents, (*whole.remarks, *done.remarks))


def _came_in(application: Application, entry: CureEntry) -> tuple[ReceivedFile, ...]:
    if entry.offer_to(application.id) is None or entry.until is None:
        return ()
    last, times = in_utc(entry.until), _arrivals(application, entry)
    within = {name for name, at in times.items() if in_utc(entry.when) <= at <= last}
    aside = (one.late for one in application.set_aside if one.late and one.delivery in within)
    return (*aside, *(file for file in application.files if file.delivery in within))


def _came_since(application: Application, entries: Sequence[CureEntry]) -> Iterator[ReceivedFile]:
    for entry in entries[:1]:
        since = {name for name, at in _arrivals(application, entry).items() if at >= in_utc(entry.when)}
        yield from (file for file in application.files if file.delivery in since)


def _arrivals(application: Application, entry: CureEntry) -> dict[str, datetime]:
    """Return when each delivery for the stage of a period came, where that is known."""
    ours = (one for one in application.deliveries if one.stage in (None, entry.stage) and one.arrivals)
    return {one.id: in_utc(one.arrivals[0].at) for one in ours}


def _outside(file: ReceivedFile) -> Words:
    path = quoted(file.path)
    return Words(
        fr=f"« {path} » est arrivé hors du délai de complément, ou sans demande : il n’est pas pris en compte",
        en=f"“{path}” came outside the delay to complete, or without a request: it is not taken into account",
    )


def _add(scope: Scope, entry: CureEntry, counts: dict[str, int]) -> None:
    from ami_cli.pipeline.recording import Done, journal  # reading what was recorded does without it

    path = _file(scope)
    cures.CURES.add(path, entry)
    done = Done(f"cure {'open' if entry.what == 'opened' else 'close'}", scope.call_file.stem, (scope.call_file,), (path,), counts)
    journal(scope.workspace, done, entry.when)


def _file(scope: Scope) -> Path:
    return scope.workspace.evaluations(scope.call_file.stem) / "cures.yaml"


def _delay(wish: Wish, zone: str) -> datetime:
    if wish.until is None:
        raise UsageError(
            fr="une demande de complément a besoin d’un délai, le même pour tous",
            en="a request to complete needs a delay, the same for all",
            remedy_fr="donnez-le : --until 2025-09-10T12:00",
            remedy_en="give it: --until 2025-09-10T12:00",
        )
    until = wish.until.replace(tzinfo=ZoneInfo(zone))
    if in_utc(until) <= in_utc(wish.now):
        raise UsageError(
            fr=f"--until : {until:%Y-%m-%dT%H:%M} est déjà passé",
            en=f"--until: {until:%Y-%m-%dT%H:%M} has passed already",
            remedy_fr="donnez un délai à venir, qui laisse le temps de répondre",
            remedy_en="give a delay to come, with time to reply",
        )
    return until


def told(entry: CureEntry, language: str) -> Table:
    """Return who may complete what, and until when."""
    columns = [Column(title=title.of(language)) for title in (APPLICATION, POINTS)]
    rows = [(offer.application, "\n".join(_point(point) for point in offer.points)) for offer in entry.offers]
    until = entry.until.isoformat(sep=" ", timespec="minutes") if entry.until else ""
    return table(f"{TITLE.of(language)} {until}", columns, rows, language)


def _point(point: Reopened) -> str:
    return f"{point.rule} ({point.requirement})" if point.requirement else point.rule


TITLE = Words(fr="À compléter jusqu’au", en="To complete until")
APPLICATION = Words(fr="Candidature", en="Application")
POINTS = Words(fr="Points à compléter", en="Points to complete")
OPENED = Words(
    fr="Demande de complément ouverte. Ensuite : ami letters cure{stage}, puis ami letters send.",
    en="Request to complete opened. Next: ami letters cure{stage}, then ami letters send.",
)
CLOSED = Words(
    fr="Demande de complément close. Ensuite : ami check{stage}, puis ami shortlist{stage}.",
    en="Request to complete closed. Next: ami check{stage}, then ami shortlist{stage}.",
)
NOTHING = SourceError(
    fr="aucune candidature n’a de point que le candidat puisse compléter",
    en="no application has a point that the applicant can complete",
    remedy_fr="ami check montre ce qui manque ; ce qui est à vérifier, une personne le regarde d’abord",
    remedy_en="ami check shows what is missing; what is to verify is for a person to look at first",
)
NOT_OPEN = SourceError(
    fr="aucune demande de complément n’est ouverte",
    en="no request to complete is open",
    remedy_fr="ouvrez-la d’abord : ami cure open --until 2025-09-10T12:00",
    remedy_en="open it first: ami cure open --until 2025-09-10T12:00",
)
