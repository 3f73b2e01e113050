"""The pages of rules and warnings."""

import difflib
from collections.abc import Iterator

from ami_cli import call, notice, reports, rules
from ami_cli.errors import UsageError
from ami_cli.models.table import Table


def pages_listed(language: str) -> Iterator[Table]:
    """Give the rules of applications and the warnings about calls, as tables."""
    return reports.pages_listed((*rules.PAGES, *call.pages(), *notice.PAGES), language)


def page_told(name: str, language: str, width: int) -> str:
    """Return the page of a rule or of a warning; a UsageError with the nearest name where there is none."""
    pages = {page.name: page for page in (*rules.PAGES, *call.pages(), *notice.PAGES)}
    if name in pages:
        return reports.page_told(pages[name], language, width)
    near = difflib.get_close_matches(name, pages, n=1)
    raise UsageError(
        fr=f"aucune règle ne s’appelle « {name} »" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
        en=f"no rule is named “{name}”" + (f" (did you mean “{near[0]}”?)" if near else ""),
        remedy_fr="ami explain, sans rien, en donne la liste",
        remedy_en="ami explain, with nothing, lists them",
    )
