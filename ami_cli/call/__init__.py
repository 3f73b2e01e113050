"""YAML to Call: loading with file and line, warnings about the call itself, its JSON Schema, new calls."""

from ami_cli.call.loading import Loaded, load, organisation_mistakes
from ami_cli.call.mistakes import InvalidCall
from ami_cli.call.schema import as_file, organisation_schema, schema
from ami_cli.models.page import RulePage
from ami_cli.models.remark import Remark
from ami_cli.strict_yaml import Source

__all__ = [
    "InvalidCall",
    "Loaded",
    "Source",
    "as_file",
    "load",
    "organisation_mistakes",
    "organisation_schema",
    "pages",
    "remarks",
    "schema",
]


def remarks(loaded: Loaded) -> tuple[Remark, ...]:
    """Return what a careful reader finds wrong in a valid call."""
    from ami_cli.call.lint import lint  # noqa: PLC0415  # twenty modules of patterns: only where warnings are asked for

    return lint(loaded)


def pages() -> tuple[RulePage, ...]:
    """Return the page of every warning."""
    from ami_cli.call.lint import WARNINGS  # noqa: PLC0415  # as above

    return tuple(warning.page for warning in WARNINGS)
