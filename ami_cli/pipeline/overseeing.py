"""Every call of a workspace, and where it stands."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ami_cli import call, intake, workspace
from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage, days_between, in_utc
from ami_cli.models.call import Call
from ami_cli.models.standing import Decided, Letters, NextDeadline, Received, Standing
from ami_cli.models.text import Words
from ami_cli.pipeline import checking, choosing, curing, next_steps, owing, sending, staging
from ami_cli.pipeline.scope import Scope
from ami_cli.selection import grids
from ami_cli.workspace import Workspace


def calls() -> tuple[Workspace, tuple[Path, ...]]:
    """Return the workspace around here and its call files."""
    place = workspace.find(Path())
    return place, workspace.call_files(place)


def standings(place: Workspace, files: Sequence[Path], now: datetime, on_each: Callable[[], None]) -> Iterator[Standing]:
    """Give where each call stands; a call of which something cannot be used is told too, and stops no other."""
    for file in files:
        try:
            yield _standing(Scope(place, file, place.submissions(file.stem)), now)
        except call.InvalidCall as wrong:
            yield Standing(call=file.stem, phase="unusable", next=next_steps.unusable(len(wrong.remarks)))
        except SourceError as wrong:
            yield Standing(call=file.stem, phase="unusable", next=Words(fr=wrong.fr, en=wrong.en))
        on_each()


def _standing(scope: Scope, now: datetime) -> Standing:
    its = call.load(scope.call_file).call
    decisions = staging.decisions(scope)
    stage = staging.current(its, decisions)
    decision = decisions.current(stage)
    found, post = _found(scope, its, stage), _letters(scope, now)
    received = _received(found)
    decided = None
    if decision is not None:
        counts = {name: len(getattr(decision, name)) for name in ("shortlisted", "reserve", "not_retained", "excluded")}
        decided = Decided(when=decision.when, **counts)
    upcoming = _next_deadline(its, now)
    cures, paper = curing.periods(scope), choosing.papers(scope, stage)
    period = cures.open_at(stage)
    seen = next_steps.Seen(
        call=its,
        stage=stage,
        closes=_closes(its, stage),
        received=received,
        decided=decided,
        letters=post,
        completing_until=period.until if period else None,
        owed=tuple(owing.owed(its, decisions, cures, frozenset(one.name for one in sending.outgoing(scope)))),
        may_complete=not cures.opened(stage) and curing.somebody(found),
        judged=paper.grounds.exists() or bool(grids.grid_files(paper.grids)),
    )
    phase, then = next_steps.after(seen, now)
    title = Words(fr=its.title.any_of("fr"), en=its.title.any_of("en"))
    return Standing(
        call=its.id,
        title=title,
        phase=phase,
        stage=stage,
        deadline=upcoming,
        received=received,
        decided=decided,
        letters=post,
        next=then,
    )


def _closes(its: Call, stage: Stage) -> datetime | None:
    milestone = its.calendar.deadline(stage)
    return None if milestone is None else its.calendar.moment(milestone)


def _next_deadline(its: Call, now: datetime) -> NextDeadline | None:
    moments = [(its.calendar.moment(one), one.id) for one in its.calendar.milestones if one.kind == "deadline"]
    ahead = [(in_utc(at), name, at) for at, name in moments if at is not None and in_utc(at) >= in_utc(now)]
    if not ahead:
        return None
    _, name, at = min(ahead)
    return NextDeadline(id=name, at=at, days=round(days_between(now, at), 2))


def _found(scope: Scope, its: Call, stage: Stage) -> tuple[Assessment, ...]:
    """Return the examination of those who sent something for a stage."""
    folders = tuple(intake.folders(scope.folder)) if scope.folder.is_dir() else ()
    if not folders:
        return ()
    found = checking.check((checking.Waiting(scope, folders),), checking.How(stage=stage))
    return tuple(one for one in found if stage == its.first_stage or _came_for(one, stage))


def _received(found: Sequence[Assessment]) -> Received:
    verdicts = Counter(one.verdict for one in found)
    return Received(total=verdicts.total(), **{name: verdicts[name] for name in ("complete", "incomplete", "to_verify")})


def _came_for(assessment: Assessment, stage: Stage) -> bool:
    return any(file.stage == stage for file in assessment.application.files)


def _letters(scope: Scope, now: datetime) -> Letters:
    steps, drafts = sending.states(scope), tuple(sending.drafts(scope, now))
    counts = Counter(steps.get(one.key) for one in drafts)
    outdated = sum(one.barred is not None and steps.get(one.key) not in {"sent", "begun"} for one in drafts)
    return Letters(drafted=len(drafts), sent=counts["sent"], unknown=counts["begun"], refused=counts["refused"], outdated=outdated)
