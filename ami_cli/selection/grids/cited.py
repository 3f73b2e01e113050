"""A place in a document, as a grid shows it."""

from ami_cli.models.assessment import Evidence
from ami_cli.selection.grids import words


def cited(item: Evidence, language: str) -> str:
    """Return file, page and words of a piece of evidence."""
    page = f", {words.PAGE.of(language)} {item.page}" if item.page else ""
    quote = f"« {item.quote or ''} »" if language == "fr" else f"“{item.quote or ''}”"
    colon = " :" if language == "fr" else ":"
    return f"{(item.document or '').removeprefix('files/')}{page}{colon} {quote}"
