"""`ami merge`: several folders are one application."""

from typing import Annotated

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, argument
from ami_cli.commands.settings import now

MORE = Pair(
    "Tout ce que contiennent les autres candidatures rejoint la première ; leurs dossiers disparaissent une fois tout en place. "
    "La candidature est désignée par le nom de son dossier ou par son numéro.",
    "All that the other applications hold joins the first; their folders go once everything is in place. An application is "
    "meant by the name of its folder or by its number.",
)


def merge(
    into: Annotated[str, argument("CANDIDATURE", "APPLICATION", fr="Celle qui reste.", en="The one that stays.")],
    others: Annotated[list[str], argument("AUTRE…", "OTHER…", fr="Celles qui la rejoignent.", en="Those that join it.")],
    *,
    call: CallOption = None,
) -> None:
    """Put the deliveries of several folders into one application."""
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import regrouping

    done = regrouping.merge(into, others, call, now())
    gone = ", ".join(done.out_of)
    show.say(
        Words(
            fr=f"{done.into} : plis venus de {gone} : {done.deliveries} ; fichiers : {done.files}.",
            en=f"{done.into}: deliveries from {gone}: {done.deliveries}; files: {done.files}.",
        )
    )
