"""Assessments and decisions to letters in the outbox."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ami_cli import call, letters, notice
from ami_cli.errors import SourceError, UsageError
from ami_cli.files import sha256
from ami_cli.letters import Drafted, Recipient, Series
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Calendar, Milestone, Stage
from ami_cli.models.cure import CureEntry
from ami_cli.models.letter import Attachment, LetterKind
from ami_cli.models.text import Words
from ami_cli.pipeline import manifests, owing, receipting, staging
from ami_cli.pipeline.choosing import choice
from ami_cli.pipeline.curing import NOT_OPEN, periods
from ami_cli.pipeline.publishing import answers
from ami_cli.pipeline.recording import Done, journal
from ami_cli.pipeline.scope import Scope
from ami_cli.pipeline.sending import alone
from ami_cli.wording import dates
from ami_cli.wording.compose import Setting


@dataclass(frozen=True)
class Wanted:
    """Which letter, and what only the person who asks for it can say."""

    kind: LetterKind
    now: datetime
    stage: Stage | None = None
    """The first stage of the call where None."""
    sender: str | None = None
    to: str | None = None
    question: int | None = None
    """Of `calls/questions/<id>.yaml`, counted from 1."""


@dataclass(frozen=True)
class _Desk:
    """What stays the same over all the letters of one command."""

    scope: Scope
    setting: Setting
    stage: Stage
    wanted: Wanted


def draft(scope: Scope, assessments: Sequence[Assessment], wanted: Wanted) -> tuple[Drafted, ...]:
    """Write the drafts of one kind of letter and the manifest of the outbox; what has been sent is left alone.

    Raises:
        SourceError: nothing was decided yet, or a letter would show what is still to be set.
        TemplateError: a template is wrong.
    """
    loaded = call.load(scope.call_file)
    setting = receipting.setting(scope, loaded, wanted.now)
    desk = _Desk(scope, setting, wanted.stage or loaded.call.first_stage, wanted)
    with alone(scope):
        outbox = manifests.outbox(scope)
        sender = letters.address_of(setting.call, desk.stage) or ""
        to = _recipients(desk, assessments)
        due = [one for one in to if one.barred is None]
        made = [letters.draft(wanted.kind, one, setting, wanted.sender or one.sender or sender) for one in due]
        drafted = (*letters.write(outbox, _series(desk), made, _others(assessments)), *_barred(desk, to))
        manifests.note(outbox, drafted)
    counts: dict[str, int] = dict(Counter(one.state for one in drafted))
    journal(scope.workspace, Done(f"letters {wanted.kind}", setting.call.id, (scope.call_file,), (), counts), wanted.now)
    return drafted


def _barred(desk: _Desk, to: Sequence[Recipient]) -> Iterator[Drafted]:
    """Give those to whom nothing is written, and why."""
    for one in to:
        if one.barred is not None:
            yield Drafted(f"{_series(desk).folder}/{one.application}.eml", "withheld", None, one.address or "", one.barred)


def _series(desk: _Desk) -> Series:
    """Return which letters these are: a call that is extended twice is told twice."""
    called = desk.setting.call
    if desk.wanted.kind == "receipt":  # each acknowledges one delivery, whatever the stage
        return Series("receipt")
    occasion = 1
    if desk.wanted.kind == "extension":
        occasion = sum(len(milestone.previously) for milestone in called.calendar.milestones)
    elif desk.wanted.kind == "cure":
        occasion = len(periods(desk.scope).opened(desk.stage))
    return Series(desk.wanted.kind, None if desk.stage == called.first_stage else desk.stage, occasion)


def _period(desk: _Desk) -> CureEntry:
    """Return the cure period that is open: who may complete, and until when, is said there, the same for all."""
    now_open = periods(desk.scope).open_at(desk.stage)
    if now_open is None:
        raise NOT_OPEN
    return now_open


def _recipients(desk: _Desk, assessments: Sequence[Assessment]) -> tuple[Recipient, ...]:
    called, wanted = desk.setting.call, desk.wanted
    match wanted.kind:
        case "receipt":
            return tuple(receipting.recipients(desk.scope, called))
        case "cure":
            return letters.cures(called, assessments, _period(desk))
        case "extension":
            return letters.everybody(called, assessments, _changes(desk), desk.stage)
        case "answer":
            return (_asker(desk),)
        case _:
            return _decided(desk, assessments)


def _decided(desk: _Desk, assessments: Sequence[Assessment]) -> tuple[Recipient, ...]:
    called, stage = desk.setting.call, desk.stage
    decision = staging.decisions(desk.scope).current(stage)
    if decision is None:
        raise SourceError(
            fr="le comité n’a encore rien décidé : aucune invitation, réserve ou réponse négative n’est écrite avant",
            en="the committee has decided nothing yet: no invitation, reserve or refusal is written before",
            remedy_fr="enregistrez la décision : ami decide",
            remedy_en="record the decision: ami decide",
        )
    if desk.wanted.kind == "invitation":
        if not owing.goes_on(called, stage):
            raise NO_NEXT_STAGE
        return letters.invitations(called, assessments, decision, _terms(desk))
    if desk.wanted.kind == "reserve":
        return letters.reserves(called, assessments, decision)
    return letters.regrets(called, assessments, decision, choice(desk.scope, assessments, stage=desk.stage).shortlist)


NO_NEXT_STAGE = SourceError(
    fr="l’appel n’a pas d’étape après celle-ci : il n’y a personne à inviter",
    en="the call has no stage after this one: there is nobody to invite",
    remedy_fr="écrivez vous-même à qui est retenu ; ami letters regret écrit aux autres",
    remedy_en="write yourself to whoever is retained; ami letters regret writes to the others",
)


def _terms(desk: _Desk) -> dict[str, Attachment]:
    """Return the terms of reference in each language of the call, as PDF."""
    brand = notice.Brand(folders=desk.setting.templates, alternative=desk.setting.organisation.name.any_of("fr"))
    found = {}
    for language in desk.setting.call.languages:
        wish = notice.Wish("pdf", language, kind="tor")
        for name, content in notice.publish(desk.setting, notice.Document("tor"), brand, wish):
            found[language] = Attachment(name=name.name, media_type="application/pdf", content=content)
    return found


def _changes(desk: _Desk) -> tuple[Words, ...]:
    """Return what the calendar says was moved, each milestone with its earlier date."""
    calendar = desk.setting.call.calendar
    moved = [milestone for milestone in calendar.milestones if milestone.previously]
    if not moved:
        raise SourceError(
            fr="l’appel ne dit aucun changement de date",
            en="the call tells of no changed date",
            remedy_fr="écrivez l’ancienne date sous « previously » de l’échéance, puis relancez",
            remedy_en="write the earlier date under “previously” of the milestone, then run again",
        )
    return tuple(Words(fr=_moved(one, calendar, "fr"), en=_moved(one, calendar, "en")) for one in moved)


def _moved(milestone: Milestone, calendar: Calendar, language: str) -> str:
    label = milestone.label.any_of(language) if milestone.label else milestone.id
    now = dates.milestone(milestone, calendar, language) or ""
    before = dates.former(milestone.previously[-1].at, milestone, calendar, language) or ""
    return f"{label} : {now}, au lieu de {before}" if language == "fr" else f"{label}: {now}, instead of {before}"


def _asker(desk: _Desk) -> Recipient:
    wanted, called = desk.wanted, desk.setting.call
    if wanted.to is None or wanted.question is None:
        raise UsageError(
            fr="une réponse a besoin de l’adresse de la personne et du numéro de la question",
            en="an answer needs the person's address and the number of the question",
            remedy_fr="donnez-les : --to adresse --question 1",
            remedy_en="give them: --to address --question 1",
        )
    asked = answers(desk.scope.call_file.parent / "questions" / desk.scope.call_file.name, called.languages).questions
    if wanted.question > len(asked):
        raise UsageError(
            fr=f"il n’y a pas de question {wanted.question} : il y en a {len(asked)}",
            en=f"there is no question {wanted.question}: there are {len(asked)}",
            remedy_fr="comptez-les dans calls/questions/, la première est 1",
            remedy_en="count them in calls/questions/, the first is 1",
        )
    one = asked[wanted.question - 1]
    telling = {"question": one.question, "answer": one.answer}
    name = f"question-{wanted.question}-{sha256(wanted.to.encode())[:8]}"
    return Recipient(name, None, wanted.to, tuple(called.languages), lambda _language: telling, f"question {wanted.question}")


def _others(assessments: Sequence[Assessment]) -> dict[str, tuple[str, ...]]:
    """Return the names and addresses by which each applicant is known."""
    return {
        one.application.id: tuple(
            name
            for name in (
                one.application.applicant,
                one.application.email,
                one.application.firm,
                *(m.name for m in one.application.team),
            )
            if name
        )
        for one in assessments
    }
