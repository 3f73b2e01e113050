"""Assessments → json, jsonl, junit, github for machines, and a table for people; remarks about calls likewise."""

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from ami_cli.models.assessment import Assessment
from ami_cli.models.cure import Unequal
from ami_cli.reports.brief import brief, counted, decided, detail
from ami_cli.reports.inspected import inspected
from ami_cli.reports.inspection import as_lines, inspection
from ami_cli.reports.installed import installed
from ami_cli.reports.objects import NONE, as_json, as_jsonl
from ami_cli.reports.overview import overview
from ami_cli.reports.told import as_text

if TYPE_CHECKING:
    from ami_cli.reports.pages import page_told, pages_listed
    from ami_cli.reports.remarks import (
        REMARK_FORMATS,
        RemarksFormat,
        remarks_as_github,
        remarks_as_json,
        remarks_as_table,
        remarks_as_text,
        remarks_counted,
    )
    from ami_cli.reports.settling import to_settle
    from ami_cli.reports.shortlisted import shortlist_as_json
    from ami_cli.reports.standing import standings_as_json, standings_as_table
    from ami_cli.reports.stated import stated_table

Format = Literal["json", "jsonl", "junit", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)
_LATER = {
    "pages": ("page_told", "pages_listed"),
    "remarks": (
        "REMARK_FORMATS",
        "RemarksFormat",
        "remarks_as_github",
        "remarks_as_json",
        "remarks_as_table",
        "remarks_as_text",
        "remarks_counted",
    ),
    "settling": ("to_settle",),
    "shortlisted": ("shortlist_as_json",),
    "standing": ("standings_as_json", "standings_as_table"),
    "stated": ("stated_table",),
}
"""What is loaded when it is first asked for: `ami check` is started most often, and tells of applications alone."""


def write(
    assessments: Sequence[Assessment], form: Format, language: str = "fr", unequal: Mapping[str, Sequence[Unequal]] = NONE
) -> str:
    """Return the assessments in a format; JSON holds both languages whatever `language` is."""
    if form == "json":
        return as_json(assessments, unequal)
    if form == "jsonl":
        return as_jsonl(assessments)
    from ami_cli.reports.github import as_github  # noqa: PLC0415  # only what is asked for
    from ami_cli.reports.junit import as_junit  # noqa: PLC0415  # as above

    return as_junit(assessments, language) if form == "junit" else as_github(assessments, language)


def __getattr__(name: str) -> object:
    """Load what tells of anything but applications when it is asked for."""
    for module, names in _LATER.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "FORMATS",
    "REMARK_FORMATS",
    "Format",
    "RemarksFormat",
    "as_lines",
    "as_text",
    "brief",
    "counted",
    "decided",
    "detail",
    "inspected",
    "inspection",
    "installed",
    "overview",
    "page_told",
    "pages_listed",
    "remarks_as_github",
    "remarks_as_json",
    "remarks_as_table",
    "remarks_as_text",
    "remarks_counted",
    "shortlist_as_json",
    "standings_as_json",
    "standings_as_table",
    "stated_table",
    "to_settle",
    "write",
]
