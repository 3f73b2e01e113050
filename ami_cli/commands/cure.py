"""`ami cure`: ask everybody with the same finding to complete, with the same delay."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from ami_cli.commands import Pair, settings
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, argument, option
from ami_cli.errors import UsageError

if TYPE_CHECKING:
    from ami_cli.pipeline.curing import Wish

MORE = Pair(
    "open : tous ceux dont un point peut encore être complété le peuvent, dans le même délai ; ensuite ami letters cure. "
    "close : le délai passé. Entre les deux, ami shortlist refuse, et seul ce qui a été demandé remplace une pièce.",
    "open: everybody with a point that can still be completed may do so, within the same delay; then ami letters cure. "
    "close: once the delay has passed. In between ami shortlist refuses, and only what was asked for replaces a document.",
)


def cure(
    what: Annotated[
        Literal["open", "close", "show"], argument("ACTION", "ACTION", fr="open, close ou show.", en="open, close or show.")
    ],
    *,
    call: CallOption = None,
    until: Annotated[
        str | None,
        option(
            "--until",
            fr="Pour open : jusqu’à quand répondre, heure locale de l’appel.",
            en="For open: until when to reply, local time of the call.",
            value=("DATE", "DATE"),
        ),
    ] = None,
    who: Annotated[str | None, option("--who", fr="Qui le décide.", en="Who decides it.", value=("QUI", "WHO"))] = None,
    reason: Annotated[
        str | None,
        option("--reason", fr="Pourquoi clore avant le délai.", en="Why to close before the delay.", value=("RAISON", "REASON")),
    ] = None,
    stage: Annotated[Literal["interest", "proposal"] | None, option("--stage", fr="L’étape.", en="The stage.")] = None,
) -> None:
    """Open or close the period in which applications may be completed; `show` says who may complete what."""
    from ami_cli.pipeline.curing import Wish

    wish = Wish(settings.now(), stage, who, _moment(until), reason)
    if what == "open":
        _open(call, wish)
    elif what == "close":
        _close(call, wish)
    else:
        _show(call, wish)


def _open(call: str | None, wish: "Wish") -> None:
    from ami_cli import show
    from ami_cli.pipeline import checking, curing, staged

    waiting = checking.of_call(call)
    assessments = assessed(waiting, checking.How(stage=wish.stage))
    entry = curing.open_period(waiting.scope, assessments, wish)
    show.table(curing.told(entry, settings.language()))
    show.say(staged.staged_in(curing.OPENED, entry.stage, waiting.scope.call_file))


def _close(call: str | None, wish: "Wish") -> None:
    from ami_cli import show
    from ami_cli.pipeline import curing, staged
    from ami_cli.pipeline.scope import of_one_call

    scope = of_one_call(call)
    entry = curing.close_period(scope, wish)
    show.say(staged.staged_in(curing.CLOSED, entry.stage, scope.call_file))


def _show(call: str | None, wish: "Wish") -> None:
    from ami_cli import show
    from ami_cli.pipeline import curing
    from ami_cli.pipeline.scope import of_one_call

    scope = of_one_call(call)
    now_open = curing.now_open(scope, wish.stage)
    if now_open is None:
        raise curing.NOT_OPEN
    show.table(curing.told(now_open, settings.language()))


def _moment(written: str | None) -> datetime | None:
    """Read a local moment; a UsageError where it is none."""
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None or "T" not in written:
        raise UsageError(
            fr=f"--until : « {written} » n’est pas un jour et une heure",
            en=f"--until: “{written}” is not a day and an hour",
            remedy_fr="écrivez par exemple 2025-09-10T12:00, heure locale de l’appel",
            remedy_en="write for instance 2025-09-10T12:00, local time of the call",
        )
    return moment
