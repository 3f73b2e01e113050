"""`ami minutes`: what the committee signs."""

from pathlib import Path
from typing import Annotated, Literal

from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, JobsOption, MaxOption, NoCacheOption, StageOption, option
from ami_cli.commands.settings import language, now


def minutes(
    *,
    call: CallOption = None,
    to: Annotated[
        str,
        option(
            "--to",
            fr="Les formats, séparés par des virgules : docx, pdf, html, md.",
            en="The formats, joined by commas: docx, pdf, html, md.",
            value=("FORMATS", "FORMATS"),
        ),
    ] = "docx,pdf",
    lang: Annotated[
        Literal["fr", "en", "both"] | None,
        option(
            "--lang",
            fr="La langue du procès-verbal ; both : les deux, l’une après l’autre.",
            en="The language of the minutes; both: one after the other.",
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
    maximum: MaxOption = None,
    stage: StageOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write the minutes: members, declarations, what was received, ranking or grounds, decision, signatures, digests."""
    from ami_cli import show
    from ami_cli.pipeline import checking, choosing, deciding

    waiting = checking.of_call(call)
    assessments = assessed(waiting, checking.How(jobs, not no_cache, stage, texts=True))
    made = choosing.choice(waiting.scope, assessments, maximum, stage)
    written = deciding.minutes(waiting.scope, made, (to, lang or language()), out, now())
    show.result("\n".join(str(path) for path in written))
