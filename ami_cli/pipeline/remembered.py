"""Assessments of earlier runs: where nothing that bears on one has changed, it is not worked out again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from ami_cli import __version__, facts
from ami_cli.call import Loaded
from ami_cli.keeping import Keeper
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.cure import CureEntry, Offer
from ami_cli.workspace import Workspace

_PACKAGE = Path(__file__).parent.parent


class Memory:
    """Assessments under a digest of all that they rest on: call, stage, application with its files, programs, this code."""

    def __init__(self, place: Workspace | None, loaded: Loaded, stage: Stage) -> None:
        """Open the memory of a workspace; without one nothing is remembered."""
        self._keeper = Keeper(place.assessments if place else None)
        known = (loaded.call.model_dump_json(), loaded.organisation.model_dump_json(), stage, facts.state(), _code())
        self._version = hashlib.sha256("\0".join(known).encode()).hexdigest() if place else ""

    def key(self, application: Application, periods: Sequence[CureEntry] = ()) -> str:
        """Return the digest of an application: who, when, how, what each of its files holds, and what it may complete."""
        offered = [
            (str(one.when), str(one.until), offer and offer.model_dump_json()) for one, offer in _offers(application, periods)
        ]
        return hashlib.sha256(f"{application.model_dump_json()}{offered or ''}".encode()).hexdigest()

    def find(self, key: str) -> Assessment | None:
        """Return what was found before under this key, or None where it has to be worked out."""
        found = self._keeper.find(key)
        if found is None or found[0] != self._version:
            return None
        try:
            return Assessment.model_validate_json(found[1])
        except ValidationError:
            return None

    def keep(self, key: str, assessment: Assessment) -> None:
        """Remember an assessment."""
        self._keeper.keep(key, self._version, assessment.model_dump_json().encode())

    def close(self) -> None:
        """Write what is new."""
        self._keeper.close()


def _offers(application: Application, periods: Sequence[CureEntry]) -> list[tuple[CureEntry, Offer | None]]:
    return [(one, one.offer_to(application.id)) for one in periods]


def _code() -> str:
    """What tells this code from any other: its version, and when and how large each of its files was written."""
    files = sorted(_PACKAGE.rglob("*.py"))
    return f"{__version__} {[(path.name, (about := path.stat()).st_size, about.st_mtime_ns) for path in files]}"
