"""`ami init`: an empty workspace."""

from pathlib import Path
from typing import Annotated

from ami_cli.commands.options import argument, option


def init(
    directory: Annotated[
        Path, argument("DOSSIER", "DIR", fr="Où le créer ; par défaut ici.", en="Where to make it; by default here.")
    ] = Path(),
    *,
    organisation: Annotated[
        str,
        option(
            "--organisation",
            fr="L’identifiant de votre organisation : lettres minuscules, chiffres, traits d’union.",
            en="The id of your organisation: lower-case letters, digits, hyphens.",
            value=("ID", "ID"),
        ),
    ] = "organisation",
) -> None:
    """Make the folders, the organisation, the templates and the .gitignore; nothing that exists is touched."""
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import starting

    made = starting.init(directory, organisation)
    show.say(
        Words(
            fr=f"Espace de travail prêt dans {directory.resolve()}. Fichiers créés : {len(made)} ; rien d’existant n’a changé.\n"
            f"Ensuite : complétez calls/organisations/, puis ami new-call.",
            en=f"Workspace ready in {directory.resolve()}: files made: {len(made)}; nothing that existed was changed.\n"
            f"Next: fill in calls/organisations/, then ami new-call.",
        )
    )
