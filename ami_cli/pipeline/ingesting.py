"""What came to application folders, then a draft receipt and a line of the journal for each delivery."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from ami_cli import __version__, call, intake, record
from ami_cli.errors import AmiError
from ami_cli.files import clear_unfinished, sha256_of
from ami_cli.letters import Drafted, Seen
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.journal import Entry
from ami_cli.models.text import Words
from ami_cli.pipeline import mailbox_secrets, staging
from ami_cli.pipeline.receipting import Receipts, earlier_drafts, seen
from ami_cli.pipeline.scope import of_one_call
from ami_cli.workspace import Workspace, call_files


@dataclass(frozen=True)
class Order:
    """What is asked: sources, and what a person decides against the machine."""

    sources: tuple[str, ...]
    asked: str | None = None
    wishes: intake.Wishes = field(default_factory=intake.Wishes)
    since: datetime | None = None
    until: datetime | None = None
    stage: Stage | None = None
    dry_run: bool = False
    secret: Callable[[intake.Address], intake.Secret] | None = None
    """What gives the password or token of a mailbox, where one is among the sources."""


@dataclass(frozen=True)
class Ingested:
    """What came of it: the count, the receipts that were drafted, and what kept others from being written."""

    report: intake.Report
    receipts: tuple[Drafted, ...] = ()
    trouble: AmiError | None = None
    remark: Words | None = None


def wishes(take: Sequence[str], drop: Sequence[str]) -> intake.Wishes:
    """Return what a person decides against the machine."""
    return intake.Wishes(tuple(take), tuple(drop))


def ingest(order: Order, at: datetime, on_each: Callable[[], None]) -> Ingested:
    """Take the sources in, or say what would be taken in.

    Raises:
        SourceError: a source or the workspace cannot be used; what is written is whole.
        InvalidCall: the call is not valid.
        UsageError: a wish that no message answers, or the first stage is decided and nobody says which one is meant.
    """
    scope = of_one_call(order.asked)
    loaded = call.load(scope.call_file)
    stage = staging.stage_meant(scope, loaded.call, order.stage)
    others = tuple(_others(scope.workspace, scope.call_file))
    terms = intake.terms_of(loaded.call, loaded.organisation, others, stage=stage, since=order.since, until=order.until)
    receipts = Receipts(scope, loaded, at)
    keeper = _Keeper(scope.workspace, terms, at, order.wishes, receipts, on_each)
    work = intake.rehearse if order.dry_run else intake.ingest
    with ExitStack() as stack:
        incoming = chain.from_iterable([_source(one, order, scope.workspace, stack) for one in order.sources])
        report = work(incoming, scope.workspace.submissions(loaded.call.id), terms, order.wishes, keeper)
    return Ingested(report, tuple(receipts.drafted), receipts.trouble, earlier_drafts(scope))


def _source(source: str, order: Order, workspace: Workspace, stack: ExitStack) -> Iterator[intake.Incoming]:
    """Return what a source gives; a live mailbox is left once all is done."""
    if "://" not in source:
        return intake.receive(Path(source))
    where = intake.address(source)
    secret = order.secret or mailbox_secrets.find
    return stack.enter_context(intake.Mailbox(where, secret, workspace.root / ".ami" / "imap", order.since)).receive()


def _others(workspace: Workspace, file: Path) -> Iterator[Call]:
    """Give the other calls of the workspace whose files are valid."""
    for other in call_files(workspace):
        if other != file:
            with suppress(call.InvalidCall):
                yield call.load(other).call


class _Keeper(intake.Hooks):
    """Writes receipts, then the journal, while applications are put in place: what the journal tells of has its receipt."""

    def __init__(  # noqa: PLR0913, PLR0917  # all that is noted
        self,
        workspace: Workspace,
        terms: intake.Terms,
        at: datetime,
        wished: intake.Wishes,
        receipts: Receipts,
        on_each: Callable[[], None],
    ) -> None:
        self.workspace, self.terms, self.at, self.wished, self.receipts = workspace, terms, at, wished, receipts
        self.folder = workspace.submissions(terms.call.id)
        self.seen: dict[str, Seen] = {}
        self.on_each = on_each  # type: ignore[method-assign]  # the progress bar is told, and nothing else

    def begin(self, found: Sequence[intake.Existing]) -> None:
        """Clear what a run that was stopped left half-written; complete and journal what it had put in place without saying so."""
        self.receipts.clear()
        for folder in (*(one.folder for one in found), *(one.folder.parent for one in found[:1])):
            clear_unfinished(folder)
        entries = record.entries(self.workspace.journal(self.terms.call.id))
        told = {name for entry in entries for name in entry.inputs}
        unlisted = self.receipts.unlisted()
        for one in found:
            untold = tuple(delivery for delivery in one.form.deliveries if f"delivery/{delivery.id}" not in told)
            ids = {delivery.id for delivery in untold}
            if due := ids | (unlisted & {delivery.id for delivery in one.form.deliveries}):
                self.receipts.draft(one.folder, frozenset(due))
            if untold:
                files = sum(file.delivery in ids for file in one.form.files)
                digests = {delivery.id: delivery.sha256 for delivery in untold if delivery.sha256}
                self._in_place(one.name, digests, sha256_of(one.folder / "application.yaml"), files)

    def aside(self, documents: Sequence[Path]) -> None:
        """Read the documents: their pages stand in the receipts, and what was read is in the cache for `ami check`."""
        from ami_cli import facts  # heavy, and needed only where something new came

        self.seen = seen(facts.read_all(documents, cache=self.workspace.cache))

    def after(self, kept: intake.Kept) -> None:
        """Draft the receipts of what one application got, then journal it."""
        self.receipts.draft(self.folder / kept.name, frozenset(one.id for one in kept.delivered), self.seen)
        digests = {one.id: one.sha256 for one in kept.delivered if one.sha256}
        self._in_place(kept.name, digests, kept.digest, sum(len(files) for _, files in kept.composed.new))

    def end(self, report: intake.Report) -> None:
        """Journal the whole, where anything changed: how many came, were taken, were not; and what a person decided."""
        self.receipts.end()
        counts = {"received": report.total, "taken": report.taken, "not_taken": len(report.not_taken)}
        if report.changed or (report.completed and not self._told(counts)):
            decided = (*(f"take {one}" for one in self.wished.take), *(f"drop {one}" for one in self.wished.drop))
            self._journal({}, {}, counts, "; ".join(one for one in decided if "@" not in one) or None)

    def _told(self, counts: dict[str, int]) -> bool:
        """Tell whether the journal ends with this very count: a run was stopped after it, with all done."""
        entries = record.entries(self.workspace.journal(self.terms.call.id))
        return bool(entries) and (entries[-1].command, entries[-1].inputs, entries[-1].counts) == ("ingest", {}, counts)

    def _in_place(self, name: str, deliveries: Mapping[str, str], form: str, files: int) -> None:
        """Nobody's name belongs in the journal: the application is its number."""
        number = name.partition("-")[0]
        inputs = {f"delivery/{one}": digest for one, digest in deliveries.items()}
        self._journal(inputs, {f"application/{number}": form}, {"deliveries": len(deliveries), "files": files}, None)

    def _journal(self, inputs: dict[str, str], outputs: dict[str, str], counts: dict[str, int], note: str | None) -> None:
        entry = Entry(
            at=self.at,
            command="ingest",
            version=__version__,
            call=self.terms.call.id,
            inputs=inputs,
            outputs=outputs,
            counts=counts,
            note=note,
        )
        record.append(self.workspace.journal(self.terms.call.id), entry)
