"""`ami render`: the documents that publish a call."""

from pathlib import Path
from typing import Annotated

from ami_cli.commands import settings
from ami_cli.commands.options import CallArgument, option


def render(
    call: CallArgument = None,
    *,
    to: Annotated[
        str,
        option(
            "--to",
            fr="Les formats, séparés par des virgules, ou all.",
            en="The formats, joined by commas, or all.",
            value=("FORMATS", "FORMATS"),
        ),
    ] = "docx",
    lang: Annotated[
        str | None,
        option(
            "--lang",
            fr="Les langues des documents ; par défaut toutes celles de l’appel.",
            en="The languages of the documents; by default all those of the call.",
            value=("LANGUES", "LANGUAGES"),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        option(
            "--out",
            fr="Le dossier où écrire ; par défaut exports/APPEL.",
            en="The folder to write in; by default exports/CALL.",
            value=("DOSSIER", "DIR"),
        ),
    ] = None,
    draft: Annotated[
        bool,
        option(
            "--draft",
            fr="Écrit un brouillon, marqué comme tel, même s’il reste des champs à compléter.",
            en="Write a draft, marked as such, even where fields are still to be set.",
        ),
    ] = False,
) -> None:
    """Write the call notice in each format and language."""
    from ami_cli import notice, show
    from ami_cli.pipeline import publishing

    written = publishing.render(call, notice.Wish(to, lang, draft), out, settings.now())
    show.result("\n".join(str(path) for path in written))
