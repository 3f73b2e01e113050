"""`ami shortlist`: who is invited, by what people judged."""

from typing import Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, JobsOption, MaxOption, NoCacheOption, OutOption, StageOption, option
from ami_cli.commands.settings import language, now
from ami_cli.errors import ExitCode

MORE = Pair(
    "Les décisions viennent de evaluations/<appel>/grounds.yaml (retenu ou non, et le motif écrit) et, si l’appel annonce une "
    "notation, des grilles remplies de evaluations/<appel>/grids/. Sans motifs ni notes et avec plus de dossiers complets que "
    "de places, rien n’est classé : tous restent à décider.",
    "Decisions come from evaluations/<call>/grounds.yaml (retained or not, and the written ground) and, where the call "
    "announces scoring, from the filled grids of evaluations/<call>/grids/. Without grounds or marks and with more complete "
    "applications than places nothing is ranked: all stay undecided.",
)


def shortlist(
    *,
    call: CallOption = None,
    maximum: MaxOption = None,
    table: Annotated[
        Literal["shortlist", "comparison", "long-list", "candidates"],
        option(
            "--table",
            fr="Ce qui est montré : la liste, la comparaison, toutes les candidatures, ou une fiche par candidat.",
            en="What is shown: the list, the comparison, all applications, or a sheet for each candidate.",
        ),
    ] = "shortlist",
    form: Annotated[
        Literal["table", "json", "csv", "md", "xlsx", "html", "docx"],
        option("--format", fr="La forme du résultat.", en="The form of the result."),
    ] = "table",
    delimiter: Annotated[
        str,
        option(
            "--delimiter",
            fr="Le séparateur du CSV ; « ; » pour un Excel français.",
            en="The delimiter of CSV; “;” for a French Excel.",
            value=("SIGNE", "SIGN"),
        ),
    ] = ",",
    anonymous: Annotated[
        bool,
        option(
            "--anonymous",
            fr="Remplace les personnes par des numéros ; la clé est gardée à part.",
            en="Replace people by numbers; the key is kept apart.",
        ),
    ] = False,
    out: OutOption = None,
    stage: StageOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> ExitCode:
    """Draw up the shortlist; 1 where a candidate is still undecided."""
    from ami_cli import show
    from ami_cli.models import terms
    from ami_cli.pipeline import checking, choosing, tabling

    waiting, wish = checking.of_call(call), tabling.wish(table, form, delimiter, language())
    how = checking.How(jobs, not no_cache, stage, texts=bool(choosing.committee(waiting.scope).evaluators))
    assessments = assessed(waiting, how)
    made = choosing.choice(waiting.scope, assessments, maximum, stage)
    shown = tabling.shown(waiting.scope, made, wish, now() if anonymous else None)
    if form == "table" and out is None:
        for one in shown.tables:
            show.table(one, show.marks(terms.DECISIONS, language()))
    else:
        show.give(tabling.written(shown, wish), out)
    for remark in shown.remarks:
        show.say(remark)
    return ExitCode.DONE if made.shortlist.complete else ExitCode.NOT_MET
