"""Who takes part in a stage, and what they sent for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ami_cli import intake
from ami_cli.errors import UsageError
from ami_cli.models.application import HEARSAY, Application, Delivery
from ami_cli.models.calendar import Stage, in_utc
from ami_cli.models.call import Call
from ami_cli.models.decision import Decisions
from ami_cli.models.text import Words
from ami_cli.pipeline.scope import Scope

STAGES: tuple[Stage, ...] = ("interest", "proposal", "interview", "contract")


def invited(scope: Scope, stage: Stage) -> frozenset[str] | None:
    """Return the applications that the last earlier decision lets go on to a stage; None where none was taken: all of them."""
    decided = decisions(scope)
    earlier = (decided.current(before) for before in reversed(STAGES[: STAGES.index(stage)]))
    last = next((decision for decision in earlier if decision is not None), None)
    return None if last is None else frozenset(last.shortlisted)


def decisions(scope: Scope) -> Decisions:
    """Return what was decided so far, at all stages; a SourceError where the file cannot be used."""
    path = scope.workspace.evaluations(scope.call_file.stem) / "decisions.yaml"
    if not path.exists():
        return Decisions()
    from ami_cli import selection  # a stage of its own, and not a light one: `ami check` mostly does without it

    return selection.load_decisions(path)


def current(its: Call, decisions: Decisions) -> Stage:
    """Return the stage that a call is at: the next one once the first is decided, where the call has it."""
    decision = decisions.current(its.first_stage)
    if decision is None:
        return its.first_stage
    from ami_cli.pipeline import owing  # it knows letters, which most commands do without

    second = owing.goes_on(its, its.first_stage)
    return "proposal" if decision.shortlisted and second else its.first_stage


def stage_meant(scope: Scope, its: Call, asked: Stage | None) -> Stage:
    """Return the stage that deliveries are for; a UsageError where nobody says it and the first stage is decided."""
    if asked is None and current(its, decisions(scope)) != its.first_stage:
        raise UsageError(
            fr="la première étape est décidée : dites pour quelle étape sont ces plis",
            en="the first stage is decided: say for which stage these deliveries are",
            remedy_fr="--stage proposal pour les propositions ; --stage interest pour ce qui relève encore de la première",
            remedy_en="--stage proposal for the proposals of those invited; --stage interest for what still belongs to the first",
        )
    return asked or its.first_stage


def uninvited(scope: Scope, stage: Stage, folders: Sequence[Path]) -> Iterator[Words]:
    """Say who sent something for a stage and was not invited to it: it is kept, and looked at by nobody."""
    may = invited(scope, stage)
    for folder in folders if may is not None else ():
        if may is not None and folder.name not in may and any(file.stage == stage for file in intake.application(folder).files):
            yield Words(
                fr=f"{folder.name} : a envoyé des pièces pour cette étape sans y être invité ; elles sont gardées, non examinées. "
                "Si c’est une erreur, corrigez la décision (ami decide) ; sinon, répondez-lui.",
                en=f"{folder.name}: sent documents for this stage without being invited to it; they are kept, and not examined. "
                "If that is a mistake, correct the decision (ami decide); otherwise reply.",
            )


def at_stage(application: Application, stage: Stage, first: Stage = "interest") -> Application:
    """Return an application with what was sent for one stage: its files, its deliveries, and when they came.

    What no stage is written for, such as a file that a person put there, is looked at in every stage; what a person wrote of
    the arrival is about the first stage of the call. An application with nothing of another stage is returned as it is.
    """
    theirs = {delivery.stage for delivery in application.deliveries} | {file.stage for file in application.files}
    if theirs <= ({None, first} if stage == first else {None}):
        return application
    deliveries = tuple(one for one in application.deliveries if one.stage in (None, stage))
    files = tuple(file for file in application.files if file.stage in (None, stage))
    if stage == first and (written := tuple(one for one in application.arrivals if one.by == "person")):
        return application.model_copy(update={"deliveries": deliveries, "files": files, "arrivals": written})
    counting = _counting(deliveries, {file.delivery for file in files})
    earliest = counting.arrivals[0] if counting and counting.arrivals else None
    return application.model_copy(
        update={
            "deliveries": deliveries,
            "files": files,
            "arrivals": counting.arrivals if counting else (),
            "received_at": earliest.at if earliest and earliest.by not in HEARSAY else None,
            "subject": counting.subject if counting else None,
            "channel": ("email" if counting.channel == "email" else None) if counting else None,
            "channel_address": counting.address if counting else None,
        }
    )


def _counting(deliveries: tuple[Delivery, ...], with_files: set[str | None]) -> Delivery | None:
    """Return the delivery to go by: the last of those whose files count, else the last of all."""
    having = [one for one in deliveries if one.id in with_files] or list(deliveries)
    dated = sorted((one for one in having if one.arrivals), key=lambda one: in_utc(one.arrivals[0].at))
    return dated[-1] if dated else (having[-1] if having else None)
