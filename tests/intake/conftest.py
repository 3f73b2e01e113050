"""A small call to take applications in for."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ami_cli.intake import Hooks, Report, Terms, Wishes, ingest, receive, terms_of
from ami_cli.models.call import Call
from ami_cli.models.organisation import Organisation

LANGUAGES = {"languages": ("fr",)}


def call(identifier: str = "essai", subject: str = "Étude / Parcours") -> Call:
    """Return a call whose deadline is 31 August 2025 at noon in Paris."""
    return Call.model_validate(
        {
            "version": 1,
            "id": identifier,
            "languages": ["fr"],
            "organisation": "asso",
            "title": "Étude des parcours de soins",
            "mission": {"kind": "study", "context": "c", "objective": "o", "deliverables": ["Rapport"]},
            "budget": {"ceiling": 15000},
            "calendar": {
                "timezone": "Europe/Paris",
                "milestones": [{"id": "interest", "kind": "deadline", "at": "2025-08-31T12:00"}],
            },
            "application": {
                "documents": [
                    {"id": "cv", "kind": "cv", "stage": "interest", "per": "member"},
                    {"id": "letter", "kind": "letter", "stage": "interest"},
                ],
                "channels": {"rule": "only", "accepted": [{"email": "appels@example.org", "subjects": [subject]}]},
            },
            "selection": {"shortlist_max": 6, "mode": "reasoned", "tie": "extend"},
        },
        context=LANGUAGES,
    )


@pytest.fixture
def terms() -> Terms:
    organisation = Organisation.model_validate(
        {
            "id": "asso",
            "name": "Asso",
            "short_name": "Asso",
            "address": "a",
            "presentation": "p",
            "mail_servers": ["mx.example.org"],
        },
        context=LANGUAGES,
    )
    return terms_of(call(), organisation, [call("autre", "Audit / Nantes")])


def take_in(folder: Path, terms: Terms, sources: Sequence[Path], **wishes: tuple[str, ...]) -> Report:
    """Ingest sources and return the report."""
    incoming = (one for source in sources for one in receive(source))
    return ingest(incoming, folder, terms, Wishes(**wishes), Hooks())


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path; locks are no content."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
