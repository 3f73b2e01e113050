"""`ami ingest`: from sources to application folders, with nothing lost and nothing doubled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ami_cli.files import sha256
from ami_cli.intake import ledger
from ami_cli.intake.composing import Composed
from ami_cli.intake.existing import Existing, deliveries, existing
from ami_cli.intake.keeping import alone, commit, stage
from ami_cli.intake.ledger import NotTaken
from ami_cli.intake.planning import Planned, plan
from ami_cli.intake.sifting import Sieve, Sifted, Wishes, check
from ami_cli.intake.sources import Incoming
from ami_cli.intake.terms import Terms
from ami_cli.models.application import Delivery
from ami_cli.models.text import Words


@dataclass(frozen=True)
class Kept:
    """What happened to one application: its folder, the deliveries that it got, and what is to be looked at."""

    name: str
    new: bool
    composed: Composed
    delivered: tuple[Delivery, ...]
    notes: tuple[Words, ...]

    @property
    def digest(self) -> str:
        """Return the SHA-256 of its application.yaml."""
        return sha256(self.composed.text.encode())


@dataclass(frozen=True)
class Report:
    """What came, what was taken, what was not. `total` = `taken` + the length of `not_taken`, always."""

    total: int
    taken_before: int
    taken_now: int
    not_taken: tuple[NotTaken, ...]
    kept: tuple[Kept, ...]
    changed: bool
    """Whether anything was written."""
    completed: bool = False
    """Whether a run before was stopped in the middle, and this one completed it."""

    @property
    def taken(self) -> int:
        """Return how many deliveries are in applications, whenever they were taken."""
        return self.taken_before + self.taken_now


BATCH = 40
"""Applications written aside before the first of them is put in place."""


class Hooks:
    """Who wants to know what happens; each method does nothing here."""

    def on_each(self) -> None:
        """Something was read."""

    def begin(self, found: Sequence[Existing]) -> None:
        """These applications are there; whoever keeps a record may complete it."""

    def aside(self, documents: Sequence[Path]) -> None:
        """These documents are on the disk, aside, and about to be put in place."""

    def after(self, kept: Kept) -> None:
        """An application is in place."""

    def end(self, report: Report) -> None:
        """All is done."""


def ingest(incoming: Iterable[Incoming], folder: Path, terms: Terms, wishes: Wishes, hooks: Hooks) -> Report:
    """Take everything in; `folder` is `submissions/<call>/`."""
    check(wishes)
    with alone(folder) as stopped:
        found = existing(folder)
        hooks.begin(found)
        sifted = _sift(incoming, folder, found, terms, wishes, hooks)
        changes = plan(found, sifted.new, terms)
        done = tuple(kept for batch in _batches(changes) for kept in _keep(folder, batch, hooks))
        changed = _write_ledger(folder, sifted, deliveries(found).keys() | {one.sha256 for one in sifted.new})
        report = _report(sifted, done, changed=changed or bool(done), completed=stopped)
        hooks.end(report)
    return report


def _batches(changes: Sequence[Planned]) -> Iterator[Sequence[Planned]]:
    return (changes[begin : begin + BATCH] for begin in range(0, len(changes), BATCH))


def rehearse(incoming: Iterable[Incoming], folder: Path, terms: Terms, wishes: Wishes, hooks: Hooks) -> Report:
    """Return what `ingest` would do, and do nothing."""
    check(wishes)
    found = existing(folder)
    sifted = _sift(incoming, folder, found, terms, wishes, hooks)
    return _report(sifted, tuple(map(_kept, plan(found, sifted.new, terms))), changed=False)


def _sift(  # noqa: PLR0913, PLR0917  # all that a pass needs
    incoming: Iterable[Incoming], folder: Path, found: Sequence[Existing], terms: Terms, wishes: Wishes, hooks: Hooks
) -> Sifted:
    sieve = Sieve(
        terms=terms,
        wishes=wishes,
        kept=frozenset(deliveries(found)),
        message_ids=_message_ids(found),
        entries=ledger.read(folder / ledger.NAME),
    )
    return sieve.pass_over(incoming, hooks.on_each)


def _message_ids(found: Sequence[Existing]) -> set[tuple[str, frozenset[str]]]:
    marks = set()
    for one in found:
        for delivery in one.form.deliveries:
            files = frozenset(file.sha256 for file in one.form.files if file.delivery == delivery.id and file.sha256)
            if delivery.message_id:
                marks.add((delivery.message_id, files))
    return marks


def _keep(folder: Path, batch: Sequence[Planned], hooks: Hooks) -> Iterator[Kept]:
    """Write a batch aside, let all its documents be read at once, then put one application after the other in place."""
    documents = [path for one in batch for path in stage(folder, one.name, one.composed, new=one.before is None)]
    hooks.aside(documents)
    for planned in batch:
        kept = _kept(planned)
        commit(folder, planned.name, planned.composed, new=planned.before is None)
        hooks.after(kept)
        yield kept


def _kept(planned: Planned) -> Kept:
    new_ids = {delivered.id for delivered, _ in planned.composed.new}
    got = tuple(one for one in planned.composed.deliveries if one.id in new_ids)
    return Kept(planned.name, planned.before is None, planned.composed, got, planned.notes)


def _write_ledger(folder: Path, sifted: Sifted, taken: set[str]) -> bool:
    """Add what was not taken now to what was not taken before, less what has been taken since; tell whether it changed."""
    now = {entry.key: entry for entry in sifted.not_taken}
    before = sifted.not_taken_before
    gone = {key for key, entry in before.items() if key not in now and key[0] in taken and entry.reason != "duplicate"}
    if not gone and all(before.get(key) is entry for key, entry in now.items()):
        return False
    return ledger.write(folder / ledger.NAME, (entry for key, entry in (before | now).items() if key not in gone))


def _report(sifted: Sifted, kept: tuple[Kept, ...], *, changed: bool, completed: bool = False) -> Report:
    return Report(sifted.total, sifted.taken_before, len(sifted.new), tuple(sifted.not_taken), kept, changed, completed)
