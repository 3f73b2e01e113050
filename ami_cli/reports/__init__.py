"""Assessments → json, jsonl, junit, github for machines, and a table for people; remarks about calls likewise."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from ami_cli.models.assessment import Assessment
from ami_cli.models.cure import Unequal
from ami_cli.reports.brief import brief, counted, decided, detail
from ami_cli.reports.github import as_github
from ami_cli.reports.inspected import inspected
from ami_cli.reports.inspection import as_lines, inspection
from ami_cli.reports.installed import installed
from ami_cli.reports.junit import as_junit
from ami_cli.reports.objects import NONE, as_json, as_jsonl
from ami_cli.reports.overview import overview
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
from ami_cli.reports.told import as_text

Format = Literal["json", "jsonl", "junit", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write(
    assessments: Sequence[Assessment], form: Format, language: str = "fr", unequal: Mapping[str, Sequence[Unequal]] = NONE
) -> str:
    """Return the assessments in a format; JSON holds both languages whatever `language` is."""
    if form == "json":
        return as_json(assessments, unequal)
    if form == "jsonl":
        return as_jsonl(assessments)
    return as_junit(assessments, language) if form == "junit" else as_github(assessments, language)


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
    "to_settle",
    "write",
]
