"""`ami explain`: the page of a rule or of a warning, or the list of them."""

from typing import Annotated

from ami_cli.commands.options import argument


def explain(
    rule: Annotated[
        str | None,
        argument(
            "RÈGLE",
            "RULE",
            fr="Une règle d’ami check ou un avertissement d’ami validate ; sans rien, leur liste.",
            en="A rule of ami check or a warning of ami validate; with nothing, the list of them.",
        ),
    ] = None,
) -> None:
    """Explain what a rule or a warning checks, why, and what to do about it."""
    from ami_cli import show
    from ami_cli.pipeline import explaining

    if rule is None:
        for table in explaining.pages_listed(show.language()):
            show.table(table)
    else:
        show.result(explaining.page_told(rule, show.language(), show.columns() or 80))
