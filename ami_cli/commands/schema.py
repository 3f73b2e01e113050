"""`ami schema`: the JSON Schema of call files."""

from typing import Annotated

from ami_cli.commands.options import option


def schema(
    *,
    organisation: Annotated[
        bool,
        option("--organisation", fr="Celui des fichiers d’organisation.", en="That of organisation files."),
    ] = False,
) -> None:
    """Write the JSON Schema of call files, or of organisation files, to standard output."""
    from ami_cli import call, show

    show.data(call.as_file(call.organisation_schema() if organisation else call.schema()))
