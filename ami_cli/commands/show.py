"""`ami show`: the facts of a call."""

from typing import Annotated

from ami_cli.commands import settings
from ami_cli.commands.options import CallArgument, one_of, option


def show(
    call: CallArgument = None,
    *,
    form: Annotated[str, option("--format", fr="table ou json.", en="table or json.", value=("FORME", "FORM"))] = "table",
) -> None:
    """Show the facts of a call: each deadline in its zone, in UTC and in days from now, the documents, the limits."""
    from ami_cli import show as screen
    from ami_cli.call import facts, overview
    from ami_cli.pipeline import places

    form = one_of(form, ("table", "json"), "--format")
    loaded = places.load(call)
    if form == "json":
        screen.data(facts.as_json(loaded.call))
        return
    screen.result(overview.heading(loaded, screen.language(), screen.columns()) + "\n\n")
    for table in overview.tables(loaded, screen.language(), settings.now()):
        screen.table(table)
