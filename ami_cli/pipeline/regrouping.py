"""Deliveries from one application to another, because a person knows better."""

from collections.abc import Sequence
from datetime import datetime

from ami_cli import __version__, call, intake, record
from ami_cli.models.journal import Entry
from ami_cli.pipeline.scope import Scope, of_one_call


def merge(into: str, others: Sequence[str], asked: str | None, at: datetime) -> intake.Regrouped:
    """Put the deliveries of other applications into one.

    Raises:
        UsageError: no such application.
        SourceError: the workspace cannot be used.
    """
    scope, terms = _terms(asked)
    done = intake.merge(scope.workspace.submissions(terms.call.id), into, others, terms)
    _journal(scope, terms.call.id, "merge", done, at)
    return done


def split(application: str, deliveries: Sequence[str], asked: str | None, at: datetime) -> intake.Regrouped:
    """Take deliveries out of an application into a new one.

    Raises:
        UsageError: no such application or delivery.
        SourceError: the workspace cannot be used.
    """
    scope, terms = _terms(asked)
    done = intake.split(scope.workspace.submissions(terms.call.id), application, deliveries, terms)
    _journal(scope, terms.call.id, "split", done, at)
    return done


def _terms(asked: str | None) -> tuple[Scope, intake.Terms]:
    scope = of_one_call(asked)
    loaded = call.load(scope.call_file)
    return scope, intake.terms_of(loaded.call, loaded.organisation, ())


def _journal(scope: Scope, identifier: str, command: str, done: intake.Regrouped, at: datetime) -> None:
    """Nobody's name belongs in the journal: an application is its number."""
    numbers = ", ".join(name.partition("-")[0] for name in done.out_of)
    entry = Entry(
        at=at,
        command=command,
        version=__version__,
        call=identifier,
        counts={"deliveries": done.deliveries, "files": done.files},
        note=f"application {numbers} -> {done.into.partition('-')[0]}",
    )
    record.append(scope.workspace.journal(identifier), entry)
