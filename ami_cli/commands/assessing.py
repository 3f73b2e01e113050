"""What the commands that follow the check begin with: every application of one call assessed, with progress shown."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ami_cli.models.assessment import Assessment
    from ami_cli.pipeline.checking import How, Waiting


def assessed(waiting: "Waiting", how: "How") -> "tuple[Assessment, ...]":
    """Return the assessment of each application of `waiting`, in order.

    Raises:
        InvalidCall: the call is not valid.
    """
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import checking

    with show.progress(Words(fr="Candidatures", en="Applications"), len(waiting.folders)) as advance:
        return tuple(checking.check((waiting,), how, advance))
