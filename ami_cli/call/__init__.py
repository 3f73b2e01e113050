"""YAML to Call: loading with file and line, warnings about the call itself, its JSON Schema, new calls."""

from ami_cli.call.lint import WARNINGS, lint
from ami_cli.call.loading import Loaded, load, organisation_mistakes
from ami_cli.call.mistakes import InvalidCall
from ami_cli.call.schema import as_file, organisation_schema, schema
from ami_cli.models.page import RulePage
from ami_cli.strict_yaml import Source

PAGES: tuple[RulePage, ...] = tuple(warning.page for warning in WARNINGS)
"""The page of every warning."""

__all__ = [
    "PAGES",
    "WARNINGS",
    "InvalidCall",
    "Loaded",
    "Source",
    "as_file",
    "lint",
    "load",
    "organisation_mistakes",
    "organisation_schema",
    "schema",
]
