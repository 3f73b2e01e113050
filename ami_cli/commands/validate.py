"""`ami validate`: errors and warnings of call files."""

from typing import Annotated

from ami_cli.commands.options import argument, one_of, option
from ami_cli.errors import ExitCode


def validate(
    calls: Annotated[
        list[str] | None,
        argument(
            "APPEL…",
            "CALL…",
            fr="Des appels, par leur identifiant, leur fichier ou leur dossier ; sans rien, tous ceux de l’espace de travail.",
            en="Calls, by their id, their file or their folder; with nothing, all those of the workspace.",
        ),
    ] = None,
    *,
    form: Annotated[
        str,
        option("--format", fr="table, json, github, csv ou md.", en="table, json, github, csv or md.", value=("FORME", "FORM")),
    ] = "table",
    strict: Annotated[
        bool,
        option("--strict", fr="Finit par 1 s’il y a un avertissement.", en="End with 1 where there is a warning."),
    ] = False,
    reviewed: Annotated[
        bool,
        option(
            "--reviewed",
            fr="Note que les langues ont été relues ensemble : ce qui changera ensuite dans une seule sera signalé.",
            en="Note that the languages were read together: what changes later in one only will be told.",
        ),
    ] = False,
) -> ExitCode:
    """Say every error and every warning of call files, each with its line and what to do."""
    from ami_cli import reports, show
    from ami_cli.pipeline import validating

    form = one_of(form, reports.REMARK_FORMATS, "--format")
    if reviewed:
        show.result("\n".join(map(str, validating.review(calls or ()))))
        return ExitCode.DONE
    found = validating.validate(calls or ())
    show.data(validating.write_remarks(found, form, show.language(), show.columns()))
    errors = sum(remark.severity == "error" for remark in found.remarks)
    show.say(reports.remarks_counted(found.remarks, len(found.files)))
    if errors:
        return ExitCode.CALL
    return ExitCode.NOT_MET if strict and found.remarks else ExitCode.DONE
