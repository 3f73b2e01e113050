"""Assessments of earlier runs: where nothing that bears on one has changed, it is not worked out again."""

import functools
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from ami_cli import __version__, facts
from ami_cli.call import Loaded
from ami_cli.keeping import Keeper
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.calendar import Stage
from ami_cli.models.cure import CureEntry, Offer
from ami_cli.workspace import Workspace

_PACKAGE = Path(__file__).parent.parent
_ALIKE = 512
"""Outcomes held in memory, so that those which many applications share are taken back once."""


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
        whole, *outcomes = found[1].split(b"\n")
        try:
            return Assessment.model_validate_json(whole).model_copy(update={"outcomes": tuple(map(_outcome, outcomes))})
        except ValidationError:
            return None

    def keep(self, key: str, assessment: Assessment) -> None:
        """Remember an assessment: one line without its outcomes, then each of them on a line of its own."""
        lines = (assessment.model_copy(update={"outcomes": ()}), *assessment.outcomes)
        self._keeper.keep(key, self._version, "\n".join(line.model_dump_json(exclude_defaults=True) for line in lines).encode())

    def close(self) -> None:
        """Write what is new."""
        self._keeper.close()


def _offers(application: Application, periods: Sequence[CureEntry]) -> list[tuple[CureEntry, Offer | None]]:
    return [(one, one.offer_to(application.id)) for one in periods]


@functools.lru_cache(_ALIKE)
def _outcome(line: bytes) -> Outcome:
    return Outcome.model_validate_json(line)


def _code() -> str:
    """What tells this code from any other: its version, and when and how large each of its files was written."""
    return f"{__version__} {sorted(_modules(_PACKAGE))}"


def _modules(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith((".py", ".tsv")):
                about = entry.stat()
                yield entry.path, about.st_size, about.st_mtime_ns
