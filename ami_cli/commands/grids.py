"""`ami grids`: a grid for each evaluator."""

from typing import Annotated

from ami_cli.commands import Pair
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, JobsOption, NoCacheOption, StageOption, option
from ami_cli.commands.settings import language, now

MORE = Pair(
    "Une grille contient les dossiers complets, dans un ordre propre à chaque évaluateur, avec ce que les pièces disent sur "
    "chaque critère. Elle s’écrit dans evaluations/<appel>/grids/ ; remplie, elle se remet au même endroit. Une grille déjà "
    "remplie n’est jamais remplacée.",
    "A grid holds the complete applications, in an order of each evaluator's own, with what the documents say on each "
    "criterion. It is written to evaluations/<call>/grids/; filled in, it is put back there. A grid that has been filled in "
    "is never replaced.",
)


def grids(
    *,
    call: CallOption = None,
    evaluator: Annotated[
        list[str] | None,
        option(
            "--evaluator",
            fr="Un évaluateur, prénom et nom ; à répéter. Par défaut ceux de evaluators.yaml.",
            en="An evaluator, first and last name; may be repeated. By default those of evaluators.yaml.",
            value=("NOM", "NAME"),
        ),
    ] = None,
    to: Annotated[
        str, option("--to", fr="xlsx, yaml, ou les deux.", en="xlsx, yaml, or both.", value=("FORMES", "FORMS"))
    ] = "xlsx",
    stage: StageOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Make the grids, and ask about possible conflicts of interest."""
    from ami_cli import show
    from ami_cli.pipeline import checking, evaluating

    waiting, forms = checking.of_call(call), evaluating.forms(to)
    who = evaluating.evaluators(waiting.scope, evaluator or [])
    assessments = assessed(waiting, checking.How(jobs, not no_cache, stage, texts=True))
    done = evaluating.hand_out(waiting.scope, assessments, who, (forms, language(), stage), now())
    show.result("\n".join(f"{one.path}{f' ({one.kept.of(language())})' if one.kept else ''}" for one in done))
    show.say(evaluating.counted(assessments))
    for question in evaluating.questions(waiting.scope, assessments, who):
        show.say(question.question)
