"""Who takes part in a stage, and what they sent for it."""

from ami_cli.models.application import HEARSAY, Application, Delivery
from ami_cli.models.calendar import Stage, in_utc
from ami_cli.pipeline.scope import Scope

STAGES: tuple[Stage, ...] = ("interest", "proposal", "interview", "contract")


def invited(scope: Scope, stage: Stage) -> frozenset[str] | None:
    """Return the applications that the last earlier decision lets go on to a stage; None where none was taken: all of them."""
    decisions = scope.workspace.evaluations(scope.call_file.stem) / "decisions.yaml"
    if not decisions.exists():
        return None
    from ami_cli import selection  # a stage of its own, and not a light one: `ami check` mostly does without it

    decided = selection.load_decisions(decisions)
    earlier = (decided.current(before) for before in reversed(STAGES[: STAGES.index(stage)]))
    last = next((decision for decision in earlier if decision is not None), None)
    return None if last is None else frozenset(last.shortlisted)


def at_stage(application: Application, stage: Stage) -> Application:
    """Return an application with what was sent for one stage: its files, its deliveries, and when they came.

    What no stage is written for, such as a file that a person put there, is looked at in every stage. An application whose
    deliveries have no stage, or one stage only that is this one, is returned as it is.
    """
    theirs = {delivery.stage for delivery in application.deliveries} | {file.stage for file in application.files}
    if theirs <= {None, stage}:
        return application
    deliveries = tuple(one for one in application.deliveries if one.stage in (None, stage))
    files = tuple(file for file in application.files if file.stage in (None, stage))
    counting = _counting(deliveries, {file.delivery for file in files})
    first = counting.arrivals[0] if counting and counting.arrivals else None
    return application.model_copy(
        update={
            "deliveries": deliveries,
            "files": files,
            "arrivals": counting.arrivals if counting else (),
            "received_at": first.at if first and first.by not in HEARSAY else None,
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
