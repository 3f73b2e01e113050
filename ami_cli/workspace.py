"""The folders of a workspace: any folder with `calls/` in it."""

from dataclasses import dataclass
from pathlib import Path

from ami_cli.errors import SourceError


@dataclass(frozen=True)
class Workspace:
    """Where things lie, from the root down."""

    root: Path

    @property
    def calls(self) -> Path:
        """Call files, one YAML each; organisations beside them."""
        return self.root / "calls"

    @property
    def organisations(self) -> Path:
        """One YAML per organisation."""
        return self.calls / "organisations"

    @property
    def templates(self) -> Path:
        """Wording and brand that people edit; what is not here comes from the starter."""
        return self.root / "templates"

    @property
    def cache(self) -> Path:
        """The cache of facts; may be deleted at any time."""
        return self.root / ".ami" / "cache.sqlite3"

    def submissions(self, call: str) -> Path:
        """Application folders of one call."""
        return self.root / "submissions" / call

    def evaluations(self, call: str) -> Path:
        """Grids, grounds, declarations, decisions."""
        return self.root / "evaluations" / call

    def outbox(self, call: str) -> Path:
        """Drafts of letters."""
        return self.root / "outbox" / call

    def exports(self, call: str) -> Path:
        """Tables, notices, reports."""
        return self.root / "exports" / call

    def journal(self, call: str) -> Path:
        """The journal of one call."""
        return self.root / "records" / call / "journal.jsonl"


def find(start: Path) -> Workspace:
    """Return the nearest workspace at or above `start`; a SourceError where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "calls").is_dir():
            return Workspace(folder)
    raise SourceError(
        fr=f"aucun espace de travail ici ni au-dessus : {here}",
        en=f"no workspace here or above: {here}",
        remedy_fr="placez-vous dans le dossier qui contient « calls », ou créez-en un : ami init mon-dossier",
        remedy_en="go to the folder that contains “calls”, or make one: ami init my-folder",
    )
