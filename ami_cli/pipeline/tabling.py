"""A choice to tables, for people and for files, with names or without."""

import json
from datetime import datetime
from typing import Literal, NamedTuple

from ami_cli import reports, selection, tables
from ami_cli.errors import UsageError
from ami_cli.models.shortlist import Shortlist
from ami_cli.models.table import Table
from ami_cli.models.text import Words
from ami_cli.pipeline import choosing, evaluating
from ami_cli.pipeline.scope import Scope

Form = Literal["table", "json", "csv", "md", "xlsx", "html", "docx"]
DELIMITERS = {",": ",", ";": ";", "|": "|", "\t": "\t", "tab": "\t"}


class Wish(NamedTuple):
    """What is asked for."""

    which: choosing.Which
    form: Form
    delimiter: str
    language: str


class Shown(NamedTuple):
    """What is shown: tables, the shortlist behind them, and what is to be said beside."""

    tables: tuple[Table, ...]
    shortlist: Shortlist
    remarks: tuple[Words, ...]


def wish(which: choosing.Which, form: Form, delimiter: str, language: str) -> Wish:
    """Return what is asked for; a UsageError where the delimiter is none."""
    if delimiter not in DELIMITERS:
        raise UsageError(
            fr=f"--delimiter : « {delimiter} » ne sépare pas des colonnes",
            en=f"--delimiter: “{delimiter}” does not separate columns",
            remedy_fr="les séparateurs sont : , ; | tab",
            remedy_en="the delimiters are: , ; | tab",
        )
    return Wish(which, form, DELIMITERS[delimiter], language)


def shown(scope: Scope, made: selection.Choice, asked: Wish, anonymous_at: datetime | None) -> Shown:
    """Return the tables, anonymous where a moment is given: the key is then written beside the committee's files, and said."""
    short = asked.which == "shortlist" and asked.form == "table"
    drawn = () if short else choosing.drawn(made, asked.which, asked.language)
    if anonymous_at is None:
        asking = tuple(question.question for question in evaluating.questions(scope, made.assessments))
        return Shown(drawn or (reports.decided(made.shortlist, asked.language),), made.shortlist, asking)
    mask, key = choosing.masked(scope, made, asked.language, anonymous_at)
    bare = mask.shortlist(made.shortlist)
    kept = Words(fr=f"La clé des numéros, à garder à part : {key}", en=f"The key to the numbers, to be kept apart: {key}")
    return Shown(tuple(map(mask.table, drawn)) or (reports.decided(bare, asked.language),), bare, (kept,))


def written(what: Shown, asked: Wish) -> str | bytes:
    """Return the tables in the form that is asked for."""
    if asked.form == "json":
        if asked.which == "shortlist":
            return reports.shortlist_as_json(what.shortlist)
        found = [one.model_dump(mode="json", include={"title", "rows", "notes"}) | _headings(one) for one in what.tables]
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    return tables.write_all(what.tables, "md" if asked.form == "table" else asked.form, delimiter=asked.delimiter)


def _headings(one: Table) -> dict[str, list[str]]:
    return {"columns": [column.title for column in one.columns]}
