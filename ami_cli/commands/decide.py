"""`ami decide`: the committee's decision, on the record."""

from typing import Annotated

from ami_cli.commands import Pair
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, JobsOption, MaxOption, NoCacheOption, StageOption, option
from ami_cli.commands.settings import language, now

MORE = Pair(
    "La décision reprend la liste que donne ami shortlist, une fois que plus personne n’est à décider. Elle s’écrit à la fin de "
    "evaluations/<appel>/decisions.yaml ; une décision ne se remplace jamais, une nouvelle s’y ajoute avec sa raison.",
    "The decision takes the list that ami shortlist gives, once nobody is undecided. It is written at the end of "
    "evaluations/<call>/decisions.yaml; a decision is never replaced, a new one is added with its reason.",
)


def decide(
    *,
    who: Annotated[
        str,
        option(
            "--who",
            fr="Qui décide : le comité, sa séance, ou une personne.",
            en="Who decides: the committee, its meeting, or a person.",
            value=("QUI", "WHO"),
        ),
    ],
    reason: Annotated[
        str | None,
        option(
            "--reason",
            fr="Pourquoi une décision antérieure change.",
            en="Why an earlier decision changes.",
            value=("RAISON", "REASON"),
        ),
    ] = None,
    call: CallOption = None,
    maximum: MaxOption = None,
    stage: StageOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Record who is invited, who stands in reserve and who is not retained."""
    from ami_cli import reports, show
    from ami_cli.models import terms
    from ami_cli.pipeline import checking, choosing, deciding, staged

    waiting = checking.of_call(call)
    assessments = assessed(waiting, checking.How(jobs, not no_cache, stage))
    made = choosing.choice(waiting.scope, assessments, maximum, stage)
    new = deciding.decide(waiting.scope, made, who, reason, now())
    show.table(reports.decided(made.shortlist, language()), show.marks(terms.DECISIONS, language()))
    show.say(staged.staged_in(deciding.RECORDED, made.stage, waiting.scope.call_file) if new else deciding.SAME)
