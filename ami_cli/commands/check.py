"""`ami check`: is each application complete, and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, FolderArgument, JobsOption, NoCacheOption, OutOption, option
from ami_cli.commands.settings import language
from ami_cli.errors import ExitCode

if TYPE_CHECKING:
    from ami_cli.models.assessment import Assessment, Verdict
    from ami_cli.models.cure import Unequal
    from ami_cli.models.table import Table

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
    from ami_cli.pipeline import ahead

    ahead.get_ready(folder, cache=not no_cache)
    from ami_cli import reports, show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import checking

    waiting = checking.waiting(folder, call)
    if form == "table":
        show.get_ready()
    seen: Counter[Verdict] = Counter()
    compared: list[Assessment] = []

    def unequal(its: str) -> "Sequence[Unequal]":
        return checking.unequal(waiting, compared).get(its, ())

    with show.progress(Words(fr="Candidatures", en="Applications"), sum(len(one.folders) for one in waiting)) as advance:
        assessments = checking.check(waiting, checking.How(jobs, not no_cache, stage), advance)
        result = _result(_watched(assessments, seen, compared), form, [len(one.folders) for one in waiting if one.folders], unequal)
    _hand_over(result, out)
    if form == "table":
        show.say(reports.counted(seen))
    for remark in checking.uninvited(waiting, stage):
        show.say(remark)
    for one in (one for its in checking.unequal(waiting, compared).values() for one in its):
        show.say(one.words)
    return ExitCode.DONE if set(seen) == {"complete"} else ExitCode.NOT_MET


def _watched(assessments: "Iterable[Assessment]", seen: "Counter[Verdict]", compared: "list[Assessment]") -> "Iterator[Assessment]":
    """Pass assessments on, count their verdicts, and keep what comparing them takes."""
    from ami_cli.pipeline import checking

    for assessment in assessments:
        seen[assessment.verdict] += 1
        compared.append(checking.bare(assessment))
        yield assessment


def _result(
    assessments: "Iterator[Assessment]", form: Form, sizes: list[int], unequal: "Callable[[str], Sequence[Unequal]]"
) -> "Table | bytes | IO[bytes]":
    """Return the result in a form; `sizes` says how many applications each call has."""
    from ami_cli import reports, show

    several = len(sizes) > 1
    match form:
        case "table" if sizes == [1]:
            return reports.detail(next(assessments), language())
        case "table":
            return reports.brief(assessments, language(), several=several)
        case "csv" | "md":
            from ami_cli import tables

            return tables.write(reports.overview(assessments, language()), form)
        case _:
            return show.gather(reports.as_text(assessments, form, language(), several=several, unequal=unequal))


def _hand_over(result: "Table | bytes | IO[bytes]", out: Path | None) -> None:
    from ami_cli import show
    from ami_cli.models import terms
    from ami_cli.models.table import Table

    if not isinstance(result, Table):
        show.give(result, out)
    elif out is not None:
        from ami_cli import tables

        show.give(tables.write(result, "md"), out)
    else:
        show.table(result, show.marks(terms.STATUSES, language()) | show.marks(terms.VERDICTS, language()))
