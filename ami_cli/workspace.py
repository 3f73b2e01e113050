"""The folders of a workspace: any folder with `calls/` in it."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from ami_cli.errors import SourceError, UsageError


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

    @property
    def assessments(self) -> Path:
        """What earlier checks found; may be deleted at any time."""
        return self.root / ".ami" / "assessments.sqlite3"

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


def call_file(workspace: Workspace, asked: str | None) -> Path:
    """Return the file of the call that is meant: by path, by id, or because only one can be meant.

    A UsageError where none or several can be meant; it names those there are.
    """
    if asked is None:
        return _only_call(workspace)
    path = Path(asked)
    if path.suffix in {".yaml", ".yml"} and path.is_file():
        return path
    by_id = workspace.calls / f"{asked}.yaml"
    if "/" not in asked and "\\" not in asked and by_id.is_file():
        return by_id
    known = _known(workspace)
    near = difflib.get_close_matches(asked, known, n=1)
    raise UsageError(
        fr=f"aucun appel ne s’appelle « {asked} »" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
        en=f"no call is named “{asked}”" + (f" (did you mean “{near[0]}”?)" if near else ""),
        remedy_fr=f"les appels de {workspace.calls} : {', '.join(known) or 'aucun ; ami new-call en crée un'}",
        remedy_en=f"the calls in {workspace.calls}: {', '.join(known) or 'none; ami new-call makes one'}",
    )


def call_files(workspace: Workspace) -> tuple[Path, ...]:
    """Return every call file of the workspace, in the order of their names."""
    return tuple(sorted(path for path in workspace.calls.glob("*.yaml") if path.is_file()))


def _known(workspace: Workspace) -> list[str]:
    return [path.stem for path in call_files(workspace)]


def _only_call(workspace: Workspace) -> Path:
    """Return the one call file, or the one call that has submissions."""
    files = call_files(workspace)
    received = [path for path in files if workspace.submissions(path.stem).is_dir()]
    for only in (files, received):
        if len(only) == 1:
            return only[0]
    names = ", ".join(path.stem for path in files)
    if not files:
        raise UsageError(
            fr=f"il n’y a pas encore d’appel dans {workspace.calls}",
            en=f"there is no call yet in {workspace.calls}",
            remedy_fr="créez-en un : ami new-call",
            remedy_en="make one: ami new-call",
        )
    raise UsageError(
        fr="plusieurs appels sont possibles : dites lequel",
        en="several calls are possible: say which",
        remedy_fr=f"ajoutez l’identifiant de l’un d’eux : {names}",
        remedy_en=f"add the id of one of them: {names}",
    )
