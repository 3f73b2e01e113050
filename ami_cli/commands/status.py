"""`ami status`: where each call stands, and what to do next."""

from typing import Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.options import OutOption, option
from ami_cli.commands.settings import language, now

MORE = Pair(
    "À lancer le matin : pour chaque appel de l’espace de travail, l’étape, les jours avant la prochaine échéance, les "
    "candidatures, la décision, les lettres, et la suite en une phrase.",
    "To run in the morning: for each call of the workspace the stage, the days to the next deadline, the applications, the "
    "decision, the letters, and what comes next in one sentence.",
)


def status(
    *,
    form: Annotated[
        Literal["table", "json"], option("--format", fr="La forme du résultat.", en="The form of the result.")
    ] = "table",
    out: OutOption = None,
) -> None:
    """Say of every call how far it is and what to do next."""
    from ami_cli import reports, show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import overseeing

    place, files = overseeing.calls()
    with show.progress(Words(fr="Appels", en="Calls"), len(files)) as advance:
        standings = tuple(overseeing.standings(place, files, now(), advance))
    if form == "json":
        show.give(reports.standings_as_json(standings), out)
        return
    if out is None and standings:
        show.table(reports.standings_as_table(standings, language()))
    elif out is not None:
        from ami_cli import tables

        show.give(tables.write(reports.standings_as_table(standings, language()), "md"), out)
    if not standings:
        show.say(Words(fr="Aucun appel ici. Créez-en un : ami new-call", en="There is no call here. Make one: ami new-call"))
