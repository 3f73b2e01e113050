"""Assessments → json, jsonl, junit, github for machines, and a table for people."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from ami_cli.models.assessment import Assessment
from ami_cli.reports.github import as_github
from ami_cli.reports.inspected import inspected
from ami_cli.reports.junit import as_junit
from ami_cli.reports.objects import as_json, as_jsonl
from ami_cli.reports.overview import VERDICTS, overview

Format = Literal["json", "jsonl", "junit", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)

_WRITERS: dict[Format, Callable[[Sequence[Assessment], str], str]] = {
    "json": lambda assessments, _: as_json(assessments),
    "jsonl": lambda assessments, _: as_jsonl(assessments),
    "junit": as_junit,
    "github": as_github,
}


def write(assessments: Sequence[Assessment], form: Format, language: str = "fr") -> str:
    """Return the assessments in a format; JSON holds both languages whatever `language` is."""
    return _WRITERS[form](assessments, language)


__all__ = ["FORMATS", "VERDICTS", "Format", "inspected", "overview", "write"]
