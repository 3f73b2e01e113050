"""`ami check`: is each application complete, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, FolderArgument, JobsOption, NoCacheOption, OutOption, option
from ami_cli.commands.settings import language
from ami_cli.errors import ExitCode

if TYPE_CHECKING:
    from ami_cli.models.assessment import Assessment

MORE = Pair(
    "Une machine n’écarte personne : ce qu’elle n’a pas pu lire est « à vérifier ». Pour une seule candidature, chaque "
    "règle est montrée avec sa preuve. Code de sortie 0 : toutes complètes ; 1 : au moins une incomplète ou à vérifier.",
    "A machine turns nobody away: what it could not read is “to verify”. For a single application every rule is shown "
    "with its evidence. Exit code 0: all complete; 1: at least one incomplete or to verify.",
)
Form = Literal["table", "json", "jsonl", "csv", "md", "junit", "github"]


def check(
    folder: FolderArgument = None,
    *,
    call: CallOption = None,
    form: Annotated[Form, option("--format", fr="La forme du résultat.", en="The form of the result.")] = "table",
    out: OutOption = None,
    stage: Annotated[
        Literal["interest", "proposal", "interview", "contract"] | None,
        option(
            "--stage",
            fr="L’étape dont on vérifie les pièces ; par défaut la première de l’appel.",
            en="The stage whose documents are checked; by default the first of the call.",
        ),
    ] = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> ExitCode:
    """Say of every application whether it is complete; 1 where one is not, or is to verify."""
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import checking

    waiting = checking.waiting(folder, call)
    total = sum(len(one.folders) for one in waiting)
    with show.progress(Words(fr="Candidatures", en="Applications"), total) as advance:
        how = checking.How(jobs, not no_cache, stage)
        assessments = tuple(checking.check(waiting, how, advance))
    show.give(_written(assessments, form), out) if form != "table" or out else _shown(assessments)
    met = all(assessment.verdict == "complete" for assessment in assessments)
    return ExitCode.DONE if met else ExitCode.NOT_MET


def _written(assessments: "Sequence[Assessment]", form: Form) -> str | bytes:
    from ami_cli import reports, tables

    match form:
        case "table":
            return tables.write(reports.brief(assessments, language()), "md")
        case "csv" | "md":
            return tables.write(reports.overview(assessments, language()), form)
        case _:
            return reports.write(assessments, form, language())


def _shown(assessments: "Sequence[Assessment]") -> None:
    from ami_cli import reports, show

    if len(assessments) == 1:
        show.table(reports.detail(assessments[0], language()), show.marks(reports.STATUSES, language()))
    else:
        show.table(reports.brief(assessments, language()), show.marks(reports.VERDICTS, language()))
    show.say(reports.counted(assessments))
