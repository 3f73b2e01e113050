"""`ami shortlist`: who is invited, by the grounds that people wrote."""

from typing import Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, JobsOption, NoCacheOption, OutOption, option
from ami_cli.commands.settings import language
from ami_cli.errors import ExitCode

MORE = Pair(
    "Les décisions viennent de evaluations/<appel>/grounds.yaml : retenu ou non, et le motif écrit, candidature par "
    "candidature. Sans motifs et avec plus de dossiers complets que de places, rien n’est classé : tous restent à décider.",
    "Decisions come from evaluations/<call>/grounds.yaml: retained or not, and the written ground, application by "
    "application. Without grounds and with more complete applications than places nothing is ranked: all stay undecided.",
)


def shortlist(
    *,
    call: CallOption = None,
    maximum: Annotated[
        int | None,
        option(
            "--max",
            fr="Combien de candidats au plus ; par défaut ce que dit l’appel.",
            en="How many candidates at most; by default what the call says.",
            value=("N", "N"),
            min=1,
        ),
    ] = None,
    form: Annotated[
        Literal["table", "json", "csv", "md", "xlsx"], option("--format", fr="La forme du résultat.", en="The form of the result.")
    ] = "table",
    out: OutOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> ExitCode:
    """Draw up the shortlist; 1 where a candidate is still undecided."""
    from ami_cli import reports, selection, show, tables
    from ami_cli.models.text import Words
    from ami_cli.pipeline import checking, choosing

    waiting = checking.of_call(call)
    with show.progress(Words(fr="Candidatures", en="Applications"), len(waiting.folders)) as advance:
        assessments = tuple(checking.check((waiting,), checking.How(jobs, not no_cache), advance))
    drawn_up = choosing.shortlist(waiting.scope, assessments, maximum)
    if form == "table" and out is None:
        show.table(reports.decided(drawn_up, language()), show.marks(reports.DECISIONS, language()))
    elif form == "json":
        show.give(reports.shortlist_as_json(drawn_up), out)
    else:
        show.give(tables.write(selection.shortlist_table(drawn_up, language()), "md" if form == "table" else form), out)
    return ExitCode.DONE if drawn_up.complete else ExitCode.NOT_MET
