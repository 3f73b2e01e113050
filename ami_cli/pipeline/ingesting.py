"""What came to application folders, with a draft receipt and a line of the journal for each delivery."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from ami_cli import __version__, call, intake, record
from ami_cli.files import clear_unfinished, sha256_of, write_whole
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.journal import Entry
from ami_cli.pipeline import mailbox_secrets
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


def wishes(take: Sequence[str], drop: Sequence[str]) -> intake.Wishes:
    """Return what a person decides against the machine."""
    return intake.Wishes(tuple(take), tuple(drop))


def ingest(order: Order, at: datetime, on_each: Callable[[], None]) -> intake.Report:
    """Take the sources in, or say what would be taken in.

    Raises:
        SourceError: a source or the workspace cannot be used; what is written is whole.
        InvalidCall: the call is not valid.
        UsageError: a wish that no message answers.
    """
    scope = of_one_call(order.asked)
    loaded = call.load(scope.call_file)
    others = tuple(_others(scope.workspace, scope.call_file))
    terms = intake.terms_of(loaded.call, loaded.organisation, others, stage=order.stage, since=order.since, until=order.until)
    keeper = _Keeper(scope.workspace, terms, at, order.wishes, on_each)
    work = intake.rehearse if order.dry_run else intake.ingest
    with ExitStack() as stack:
        incoming = chain.from_iterable([_source(one, order, scope.workspace, stack) for one in order.sources])
        return work(incoming, scope.workspace.submissions(loaded.call.id), terms, order.wishes, keeper)


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
    """Writes the receipts and the journal while applications are put in place."""

    def __init__(
        self, workspace: Workspace, terms: intake.Terms, at: datetime, wished: intake.Wishes, on_each: Callable[[], None]
    ) -> None:
        self.workspace, self.terms, self.at, self.wished = workspace, terms, at, wished
        self.on_each = on_each  # type: ignore[method-assign]  # the progress bar is told, and nothing else

    def begin(self, found: Sequence[intake.Existing]) -> None:
        """Clear what a run that was stopped left half-written, and journal what it had put in place without saying so."""
        for folder in (self._receipts(), *(one.folder for one in found), *(one.folder.parent for one in found[:1])):
            clear_unfinished(folder)
        entries = record.entries(self.workspace.journal(self.terms.call.id))
        told = {name for entry in entries for name in entry.inputs}
        for one in found:
            untold = tuple(delivery for delivery in one.form.deliveries if f"delivery/{delivery.id}" not in told)
            if untold:
                ids = {delivery.id for delivery in untold}
                files = sum(file.delivery in ids for file in one.form.files)
                digests = {delivery.id: delivery.sha256 for delivery in untold if delivery.sha256}
                self._in_place(one.name, digests, sha256_of(one.folder / "application.yaml"), files)

    def pages(self, documents: Sequence[Path]) -> intake.Pages:
        """Count the pages of documents; what was read is in the cache for `ami check`."""
        from ami_cli import facts  # heavy, and needed only where something new came

        read = facts.read_all(documents, cache=self.workspace.cache)
        return {digest: one.pages for digest, one in read.items()}

    def before(self, kept: intake.Kept, pages: intake.Pages) -> None:
        """Write a draft receipt for each delivery."""
        for delivered, _ in kept.composed.new:
            draft = intake.receipt(kept.composed, delivered, self.terms, pages)
            if draft is not None:
                write_whole(self._receipts() / f"{kept.name}-{delivered.id}.eml", draft)

    def after(self, kept: intake.Kept) -> None:
        """Journal the deliveries of one application."""
        digests = {one.id: one.sha256 for one in kept.delivered if one.sha256}
        self._in_place(kept.name, digests, kept.digest, sum(len(files) for _, files in kept.composed.new))

    def end(self, report: intake.Report) -> None:
        """Journal the whole, where anything changed: how many came, were taken, were not; and what a person decided."""
        counts = {"received": report.total, "taken": report.taken, "not_taken": len(report.not_taken)}
        if report.changed or (report.completed and not self._told(counts)):
            decided = (*(f"take {one}" for one in self.wished.take), *(f"drop {one}" for one in self.wished.drop))
            self._journal({}, {}, counts, "; ".join(one for one in decided if "@" not in one) or None)

    def _receipts(self) -> Path:
        return self.workspace.outbox(self.terms.call.id) / "receipts"

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
