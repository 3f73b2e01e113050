"""`ami settle`: what a person found where a machine could not tell."""

from typing import TYPE_CHECKING, Annotated

from ami_cli.commands import Pair
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, StageOption, argument, option
from ami_cli.commands.settings import language, now
from ami_cli.errors import UsageError

if TYPE_CHECKING:
    from ami_cli.models.settlement import Result

MORE = Pair(
    "Sans rien : tous les points qui attendent une personne. Avec une candidature : les siens, avec les passages à lire. Avec "
    "un point aussi : ce que vous avez vu, qui vaut alors pour ami check et reste visible partout. C’est écrit à la fin de "
    "evaluations/<appel>/settled.yaml ; ce qui y est déjà ne change jamais, la dernière entrée sur un point vaut. Si d’autres "
    "fichiers arrivent ensuite, il faut regarder de nouveau.",
    "Alone: every point that waits for a person. With an application: its own, with the passages to read. With a point as well: "
    "what you saw, which then holds for ami check and stays visible everywhere. It is written at the end of "
    "evaluations/<call>/settled.yaml; what is there never changes, the last entry on a point holds. If other files arrive "
    "afterwards, somebody has to look again.",
)


def settle(
    application: Annotated[
        str | None,
        argument(
            "CANDIDATURE",
            "APPLICATION",
            fr="Le nom de son dossier, ou le numéro par lequel il commence.",
            en="The name of its folder, or the number it begins with.",
        ),
    ] = None,
    point: Annotated[
        str | None,
        argument("POINT", "POINT", fr="La règle, par exemple too-few-references.", en="The rule, e.g. too-few-references."),
    ] = None,
    *,
    met: Annotated[bool, option("--met", fr="C’est bien là.", en="It is there.")] = False,
    not_met: Annotated[bool, option("--not-met", fr="Ce n’est pas là.", en="It is not there.")] = False,
    waive: Annotated[
        bool, option("--waive", fr="Dérogation : le point est écarté, quoi qu’il en soit.", en="A waiver: the point is set aside.")
    ] = False,
    reason: Annotated[
        str, option("--reason", fr="Ce qui a été vu, et où.", en="What was seen, and where.", value=("RAISON", "REASON"))
    ] = "",
    who: Annotated[str, option("--who", fr="Qui a regardé.", en="Who has looked.", value=("QUI", "WHO"))] = "",
    requirement: Annotated[
        str | None,
        option(
            "--requirement",
            fr="La pièce, là où la règle porte sur plusieurs.",
            en="The document, where the rule is about several.",
            value=("PIÈCE", "DOCUMENT"),
        ),
    ] = None,
    call: CallOption = None,
    stage: StageOption = None,
) -> None:
    """Show the points that wait for a person, or record what a person found about one."""
    from ami_cli import reports, show
    from ami_cli.models import terms
    from ami_cli.pipeline import checking, settling, staged

    waiting = checking.of_call(call)
    if application is not None:
        waiting = waiting._replace(folders=(settling.folder_of(waiting.folders, application),))
    result = _result(point, {"met": met, "not_met": not_met, "waived": waive})
    assessments = assessed(waiting, checking.How(stage=stage, settled=point is None))
    if point is None or result is None:
        open_points = reports.to_settle(assessments, language(), unmet=application is not None)
        show.table(open_points)
        show.say(staged.staged_in(settling.HOW if open_points.rows else settling.NOTHING, stage, waiting.scope.call_file))
        return
    after = settling.settle(waiting.scope, assessments[0], settling.Said(point, requirement, result, reason, who), now())
    own = tuple(outcome for outcome in after.outcomes if outcome.rule == point)
    show.table(reports.detail(after.model_copy(update={"outcomes": own}), language()), show.marks(terms.STATUSES, language()))
    show.say(staged.staged_in(settling.NOTED, stage, waiting.scope.call_file))


def _result(point: str | None, said: "dict[Result, bool]") -> "Result | None":
    """Return the one answer that was given; None where nothing is to be recorded."""
    given = [result for result, is_so in said.items() if is_so]
    if len(given) == 1 and point is not None:
        return given[0]
    if not given and point is None:
        return None
    raise UsageError(
        fr="un point et une réponse vont ensemble" if len(given) < 2 else "une seule réponse à la fois",  # noqa: PLR2004  # two answers are one too many
        en="a point and an answer go together" if len(given) < 2 else "one answer at a time",  # noqa: PLR2004  # as above
        remedy_fr='par exemple : ami settle 08 too-few-references --met --reason "lettre, page 2" --who "J. Roux"',
        remedy_en='for instance: ami settle 08 too-few-references --met --reason "letter, page 2" --who "J. Roux"',
    )
