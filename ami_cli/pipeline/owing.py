"""The letters that decisions and cure periods call for, and that nobody has written yet."""

from collections.abc import Iterator
from typing import NamedTuple

from ami_cli.letters import Series
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.cure import Cures
from ami_cli.models.decision import Decisions
from ami_cli.models.letter import LetterKind
from ami_cli.pipeline.sending import TELLS


class Owed(NamedTuple):
    """One kind of letter that is due at a stage."""

    kind: LetterKind
    stage: Stage


def goes_on(its: Call, stage: Stage) -> bool:
    """Return whether those whom a stage retains are invited to another one."""
    return stage == "interest" and bool(its.due_at("proposal") or its.calendar.deadline("proposal"))


def owed(its: Call, decisions: Decisions, cures: Cures, files: frozenset[str]) -> Iterator[Owed]:
    """Give the letters for which not everybody has a draft; `files` are those that lie in the outbox."""
    for stage in dict.fromkeys((its.first_stage, "proposal")):
        period = cures.open_at(stage)
        if period is not None:
            folder = Series("cure", None if stage == its.first_stage else stage, len(cures.opened(stage))).folder
            if not any(file.startswith(f"{folder}/") for file in files):  # who has completed meanwhile is not written to any more
                yield Owed("cure", stage)
        yield from _decided(its, decisions, stage, files)


def _decided(its: Call, decisions: Decisions, stage: Stage, files: frozenset[str]) -> Iterator[Owed]:
    decision = decisions.current(stage)
    if decision is None:
        return
    for kind, whom in TELLS.items():
        folder = Series(kind, None if stage == its.first_stage else stage).folder
        due = {f"{folder}/{name}.eml" for name in whom(decision)}
        if due - files and (kind != "invitation" or goes_on(its, stage)):
            yield Owed(kind, stage)
