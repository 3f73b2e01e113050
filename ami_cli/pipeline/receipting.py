"""Deliveries to acknowledgements: drafted as deliveries are taken in, or all of them on demand; the same drafts either way."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ami_cli import facts, intake, letters, starter
from ami_cli.call import Loaded
from ami_cli.errors import AmiError, SourceError
from ami_cli.files import clear_unfinished
from ami_cli.letters import Drafted, Outbox, Recipient, Seen, Series
from ami_cli.models.application import Application
from ami_cli.models.call import Call
from ami_cli.models.facts import DocumentFacts
from ami_cli.models.text import Words
from ami_cli.pipeline import manifests, sending
from ami_cli.pipeline.scope import Scope
from ami_cli.wording.compose import Setting


def setting(scope: Scope, loaded: Loaded, now: datetime) -> Setting:
    """Return what all letters of a command have in common."""
    return Setting(loaded.call, loaded.organisation, (scope.workspace.templates, starter.folder("templates")), now)


def recipients(scope: Scope, its: Call) -> Iterator[Recipient]:
    """Give whom to acknowledge every delivery of a call to."""
    read_in = ((folder, intake.application(folder)) for folder in intake.folders(scope.folder))
    groups = ((application, _paths(folder, application)) for folder, application in read_in)
    for application, read in facts.read_groups(groups, cache=scope.workspace.cache):
        yield from letters.receipts(its, application, seen(read))


def seen(read: Mapping[str, DocumentFacts]) -> dict[str, Seen]:
    """Return what a receipt needs to know of files."""
    return {digest: Seen(one.pages, one.language) for digest, one in read.items()}


def _paths(folder: Path, application: Application) -> tuple[Path, ...]:
    return tuple(folder / file.path for file in letters.documents(application))


def earlier_drafts(scope: Scope) -> Words | None:
    """Tell of receipts that an earlier version wrote, one for an application, where they still lie."""
    found = sorted(scope.workspace.outbox(scope.call_file.stem).glob("receipt/*.eml"))
    if not found:
        return None
    steps = sending.states(scope)
    sent = sum(steps.get(letters.key_of(f"{path.parent.name}/{path.name}")) == "sent" for path in found)
    where = f"outbox/{scope.call_file.stem}/receipt/"
    return Words(
        fr=f"{where} garde {len(found)} accusés d’une version précédente, dont {sent} envoyés : rien n’en part plus. Les accusés "
        "sont maintenant dans receipts/, un par pli : retirez-en ceux qui feraient double emploi, puis retirez l’ancien dossier.",
        en=f"{where} holds {len(found)} receipts of an earlier version, {sent} of them sent: nothing leaves from there any more. "
        "Receipts are now in receipts/, one for each delivery: remove those that would repeat, then remove the old folder.",
    )


class Receipts:
    """The drafts of one run of `ami ingest`. What keeps one from being written is kept in `trouble`, and stops nothing else."""

    def __init__(self, scope: Scope, loaded: Loaded, at: datetime) -> None:
        """Read nothing yet."""
        self.scope, self.setting = scope, setting(scope, loaded, at)
        self.drafted: list[Drafted] = []
        self.trouble: AmiError | None = None
        self._outbox: Outbox | None = None

    @property
    def outbox(self) -> Outbox:
        """Return the outbox as it was when it was first needed."""
        self._outbox = self._outbox or manifests.outbox(self.scope)
        return self._outbox

    def clear(self) -> None:
        """Remove what a run that was stopped left half-written."""
        with suppress(SourceError), sending.alone(self.scope):  # where letters are being written, what is unfinished is theirs
            clear_unfinished(self.outbox.folder / Series("receipt").folder)
            clear_unfinished(self.outbox.folder)

    def unlisted(self) -> frozenset[str]:
        """Return the deliveries whose receipt lies there and is not in the manifest: a run was stopped before it wrote that."""
        return frozenset(one for one, file in self.outbox.acknowledged.items() if file not in self.outbox.lines)

    def draft(self, folder: Path, deliveries: frozenset[str], known: Mapping[str, Seen] | None = None) -> None:
        """Draft the receipts of some deliveries of an application."""
        application = intake.application(folder)
        if known is None:
            known = seen(facts.read_all(_paths(folder, application), cache=self.scope.workspace.cache))
        due = (one for one in letters.receipts(self.setting.call, application, known) if one.delivery in deliveries)
        try:
            made = [letters.draft("receipt", one, self.setting, one.sender or "") for one in due]
        except AmiError as error:
            self.trouble = self.trouble or error
        else:
            self.drafted.extend(letters.acknowledge(self.outbox, made))

    def end(self) -> None:
        """Add what was drafted to the manifest."""
        if self.drafted:
            manifests.note(self.outbox, self.drafted)
