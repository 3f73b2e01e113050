"""`ami split`: one folder holds two applications."""

from typing import Annotated

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, argument
from ami_cli.commands.settings import now

MORE = Pair(
    "Les identifiants des plis sont dans application.yaml (deliveries, id). Un pli séparé ne sera plus réuni par ami ingest.",
    "The ids of deliveries are in application.yaml (deliveries, id). A delivery once separated is not joined again by ami ingest.",
)


def split(
    application: Annotated[
        str,
        argument(
            "CANDIDATURE", "APPLICATION", fr="Le nom de son dossier, ou son numéro.", en="The name of its folder, or its number."
        ),
    ],
    deliveries: Annotated[
        list[str],
        argument(
            "PLI…", "DELIVERY…", fr="Les plis à séparer, par leur identifiant.", en="The deliveries to separate, by their id."
        ),
    ],
    *,
    call: CallOption = None,
) -> None:
    """Take deliveries out of an application into a folder of their own."""
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import regrouping

    done = regrouping.split(application, deliveries, call, now())
    show.say(
        Words(
            fr=f"{done.into} : plis sortis de {done.out_of[0]} : {done.deliveries} ; fichiers : {done.files}.",
            en=f"{done.into}: deliveries taken out of {done.out_of[0]}: {done.deliveries}; files: {done.files}.",
        )
    )
